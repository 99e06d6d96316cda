import Diagnostics
import Language
import SampleScenarios
import Testing

/// Files that are refused before they are read.
@Suite struct BoundsTests {
  private static func messages(_ bytes: [UInt8]) -> [String] {
    ScenarioReader.read(bytes, path: "a.yaml").diagnostics.map {
      "\($0.range.start.line):\($0.range.start.column) \($0.message) [\($0.code.rawValue)]"
    }
  }

  @Test func bytesThatAreNotUTF8() {
    let bytes = Array("version: 1\nname: é".utf8) + [0xff, 0x41]
    #expect(Self.messages(bytes) == ["2:8 the file is not UTF-8 [scenario.encoding]"])
  }

  @Test func controlCharacters() {
    let message = "2:8 this is not YAML: control characters are not allowed [scenario.yaml]"
    #expect(Self.messages(Array("version: 1\nname: é\u{1}b\n".utf8)) == [message])
  }

  @Test func aFileTooLarge() {
    let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: 4 << 20)
    #expect(Self.messages(bytes) == ["1:1 the file is empty [scenario.empty]"])
    #expect(Self.messages(bytes + bytes) == ["1:1 the file is larger than 4 MiB [scenario.too-large]"])
  }

  @Test func nestingTooDeep() {
    let text = "a: " + String(repeating: "[", count: 100_000)
    #expect(Self.messages(Array(text.utf8)) == ["1:53 values are nested more than 50 levels deep [scenario.too-large]"])
  }

  @Test func tooManyValues() {
    let text = "a: [" + String(repeating: "1,", count: 100_000) + "]"
    #expect(
      Self.messages(Array(text.utf8)) == ["1:199999 the file has more than 100000 values [scenario.too-large]"])
  }

  @Test func aLongLineIsCutAroundTheMark() {
    let text = "a: " + String(repeating: "x", count: 300) + "\nb: {c: " + String(repeating: "y", count: 300) + ", c: 1}"
    let reading = SampleScenario(text, path: "a.yaml").reading
    let twice = reading.diagnostics.first { $0.code == .duplicateKey }
    let lines = twice.map { reading.files.describe($0).split(separator: "\n", omittingEmptySubsequences: false) } ?? []
    #expect(lines.count == 4)
    #expect(lines.allSatisfy { $0.count < 200 })
    #expect(lines.last?.hasSuffix("^ the first is in line 2") == true)
    if lines.count == 4, let caret = lines[3].firstIndex(of: "^") {
      let column = lines[3].distance(from: lines[3].startIndex, to: caret)
      #expect(lines[2].dropFirst(column).hasPrefix("c: 1}"))
    }
  }
}
