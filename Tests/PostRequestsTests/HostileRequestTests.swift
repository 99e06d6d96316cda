import Diagnostics
import PostRequests
import Testing

/// Files that are made to exhaust a reader.
@Suite struct HostileRequestTests {
  private static func message(_ text: String) -> [String] {
    let file = PostRequestFile.read(text)
    #expect(file.entries.allSatisfy { $0.request == nil })
    return file.all.map { "\($0.range.start.line):\($0.range.start.column) \($0.message) [\($0.code.rawValue)]" }
  }

  @Test(arguments: ["[", "{\"a\":", "[{\"a\":"]) func deepNesting(_ piece: String) {
    let text = String(repeating: piece, count: 100_000)
    let messages = Self.message(text)
    #expect(messages.count == 1)
    #expect(messages.first?.hasSuffix(" values are nested more than 512 levels deep [request.json]") == true)
  }

  @Test func nestingUpToTheLimit() {
    let text = "{\"a\": " + String(repeating: "[", count: 511) + String(repeating: "]", count: 511) + "}"
    #expect(Self.message(text).first == "1:1 kafka is missing [request.missing-attribute]")
  }

  @Test func tooManyBytes() {
    let text = "\"" + String(repeating: "a", count: 4 << 20) + "\""
    #expect(Self.message(text) == ["1:1 the file is larger than 4 MiB [request.json]"])
  }

  @Test func tooManyValues() {
    let text = "[" + String(repeating: "1,", count: 100_000) + "1]"
    #expect(Self.message(text) == ["1:1 the file has more than 100000 values [request.json]"])
  }

  @Test func tooManyRequests() {
    let text = "[" + String(repeating: "{},", count: 1000) + "{}]"
    #expect(Self.message(text) == ["1:3002 the array has 1001 requests, more than 1000 [request.json]"])
  }

  @Test func tooManyMistakes() {
    let members = (0..<9000).map { "\"a\($0)\": 1" } + Array(repeating: "\"b\": 1", count: 500)
    let messages = Self.message("{\(members.joined(separator: ", "))}")
    #expect(messages.count == 2 + 51 + 51)
    #expect(messages.contains { $0.hasSuffix("9450 more unknown attributes [request.unknown-attribute]") })
    #expect(messages.contains { $0.hasSuffix("449 more attributes are written twice [request.duplicate-attribute]") })
  }

  @Test func anotherEncoding() {
    let text = Array(RequestReadingTests.phase1.utf16)
    let little = text.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    for bytes in [little, [0xff, 0xfe] + little] {
      let file = PostRequestFile.read(bytes, path: "request.json")
      #expect(
        file.all.map(file.files.describe) == [
          """
          request.json:1:1: error: the file is UTF-16 [request.json]
            |
          1 |
            | ^ save it as UTF-8
          """
        ])
    }
    let file = PostRequestFile.read(Array("{\n \"kafka\": \"é".utf8) + [0xe9, 0x22], path: "request.json")
    #expect(
      file.all.map(file.files.describe) == [
        """
        request.json:2:13: error: the file is not UTF-8 [request.json]
          |
        2 |
          | ^ save it as UTF-8
        """
      ])
  }
}
