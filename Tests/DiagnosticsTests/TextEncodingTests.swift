import Diagnostics
import Testing

@Suite struct TextEncodingTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var encoding: TextEncoding
    var text: String
  }

  static let samples: [Sample] = [
    Sample(testDescription: "nothing", bytes: [], encoding: .utf8, text: ""),
    Sample(testDescription: "ASCII", bytes: Array("id,name\n".utf8), encoding: .utf8, text: "id,name\n"),
    Sample(testDescription: "beyond ASCII", bytes: Array("é山😀\u{2028}".utf8), encoding: .utf8, text: "é山😀\u{2028}"),
    Sample(testDescription: "Latin-1", bytes: [0x61, 0xe9, 0x62], encoding: .utf8, text: "a\u{FFFD}b"),
    Sample(testDescription: "one zero", bytes: [0x61, 0, 0x62, 0x63], encoding: .utf8, text: "a\0bc"),
    Sample(testDescription: "zeros on both sides", bytes: [0x61, 0, 0, 0x62], encoding: .utf8, text: "a\0\0b"),
    Sample(
      testDescription: "two zeros in a long text",
      bytes: Array(String(repeating: "abcdefgh", count: 64).utf8) + [0, 1, 0, 1],
      encoding: .utf8, text: String(repeating: "abcdefgh", count: 64) + "\0\u{1}\0\u{1}"),
    Sample(testDescription: "UTF-16 with a mark", bytes: wide("id", mark: true), encoding: .utf16, text: "id"),
    Sample(
      testDescription: "UTF-16 with a mark, the greater byte first", bytes: wide("id", mark: true, isBig: true),
      encoding: .utf16, text: "id"),
    Sample(testDescription: "UTF-16 without a mark", bytes: wide("id"), encoding: .utf16, text: "id"),
    Sample(
      testDescription: "UTF-16 without a mark, the greater byte first", bytes: wide("id", isBig: true),
      encoding: .utf16,
      text: "id"),
    Sample(
      testDescription: "UTF-16 beyond Latin", bytes: wide("名前,山本\n一,二\n", mark: false), encoding: .utf16,
      text: "名前,山本\n一,二\n"),
    Sample(testDescription: "UTF-16 with pairs", bytes: wide("a 😀", mark: true), encoding: .utf16, text: "a 😀"),
    Sample(
      testDescription: "UTF-16, cut in a unit", bytes: wide("id", mark: true) + [0x61], encoding: .utf16, text: "id"),
    Sample(
      testDescription: "UTF-32", bytes: [0xff, 0xfe, 0, 0, 0x61, 0, 0, 0], encoding: .utf32,
      text: "\u{FFFD}\u{FFFD}\0\0a\0\0\0"),
    Sample(
      testDescription: "UTF-32, the greater byte first", bytes: [0, 0, 0xfe, 0xff, 0, 0, 0, 0x61], encoding: .utf32,
      text: "\0\0\u{FFFD}\u{FFFD}\0\0\0a"),
  ]

  @Test(arguments: samples) func isRecognised(_ sample: Sample) {
    #expect(TextEncoding(of: sample.bytes) == sample.encoding)
    #expect(TextEncoding.text(of: sample.bytes) == sample.text)
  }

  @Test(arguments: [
    ([], 0), ([0xef, 0xbb], 0), ([0xef, 0xbb, 0xbf], 3), ([0xef, 0xbb, 0xbf, 0x61], 3), ([0xff, 0xfe], 0),
  ])
  func aMarkIsPassedOver(_ bytes: [UInt8], _ length: Int) {
    #expect(TextEncoding.markLength(in: bytes) == length)
  }

  private static func wide(_ text: String, mark: Bool = false, isBig: Bool = false) -> [UInt8] {
    ((mark ? [0xfeff] : []) + Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return isBig ? bytes.reversed() : bytes
    }
  }
}
