import Payloads
import Testing

@Suite struct TextPatternTests {
  private static func found(_ pattern: String, in text: [UInt8]) throws -> String {
    let pattern = try TextPattern(pattern)
    var found = ""
    let isWhole = text.withUnsafeBytes { bytes in
      pattern.forEachMatch(in: bytes) { found += "[\(String(decoding: $0, as: UTF8.self))]" }
    }
    return found + (isWhole ? "" : " given up")
  }

  @Test(
    arguments: [
      ("r[0-9a-z]+", "<li>r12a</li><li>r9</li>", "[r12a][r9]"),
      (#"id=(r\d+)"#, "id=r1 id=x id=r23", "[r1][r23]"),
      (#"\b(r[0-9a-z]{9,14})\b"#, "rabc rabcdefghij, rrrrrrrrrrrrrrrrrrrr", "[rabcdefghij]"),
      ("(a)(b)", "abab", "[a][a]"), ("a|(b)", "ab", "[b]"), ("(a)|(b)", "ba", "[a]"),
      ("x*", "axxb", "[xx]"), ("(x*)", "éxxé", "[xx]"), ("é", "aéé", "[é][é]"), ("z", "", ""), ("$", "abc", ""),
      ("^a", "aa", "[a]"), ("a", "a\u{0}a", "[a][a]"),
    ]) func matches(_ pattern: String, _ text: String, _ expected: String) throws
  {
    #expect(try Self.found(pattern, in: Array(text.utf8)) == expected)
  }

  @Test func bytesThatAreNotUTF8AreSearched() throws {
    #expect(try Self.found("r[0-9]+", in: [0xff] + Array("r12".utf8) + [0xc3, 0x28] + Array("r3".utf8)) == "[r12][r3]")
  }

  @Test func whatTakesTooLongIsGivenUp() throws {
    let text = Array(String(repeating: "a", count: 40).utf8) + [UInt8(ascii: "b")]
    #expect(try Self.found("^(a+)+$", in: text) == " given up")
  }

  @Test func hugeTextsAreSearched() throws {
    let text = Array(repeating: UInt8(ascii: "x"), count: 5_000_000) + Array("r1".utf8)
    #expect(try Self.found("r[0-9]", in: text) == "[r1]")
  }

  @Test(arguments: ["(", "[a", "a{2", "(?<a>b)(?<a>c)"]) func mistakesAreNamed(_ pattern: String) {
    #expect(throws: TextPattern.Fault.self) { try TextPattern(pattern) }
  }
}
