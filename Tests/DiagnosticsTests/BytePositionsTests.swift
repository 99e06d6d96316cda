import Diagnostics
import Testing

@Suite struct BytePositionsTests {
  @Test(
    arguments: [
      ("abc", 0, 1, 1), ("abc", 2, 1, 3), ("abc", 3, 1, 4), ("abc", 9, 1, 4), ("", 0, 1, 1),
      ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("a\n\nb", 3, 3, 1),
      ("é\u{85}b", 2, 1, 2), ("é\u{85}b", 4, 2, 1), ("\u{2028}😀x", 3, 2, 1), ("\u{2028}😀x", 7, 2, 2),
      // Within a character.
      ("é😀", 1, 1, 1), ("é😀", 4, 1, 2),
    ]) func aByteHasTheLineAndColumnOfItsCharacter(_ text: String, _ offset: Int, _ line: Int, _ column: Int)
  {
    #expect(BytePositions(of: Array(text.utf8))[offset] == SourcePosition(line: line, column: column))
  }

  /// The lines are those of `SourceText`, also far into a text.
  @Test func itCountsAsASourceTextDoes() {
    let piece = "ab é\r\nx\r\u{2028}😀\u{85}y\n\n"
    let text = String(repeating: piece, count: 300) + String(repeating: "é", count: 5000) + "!"
    let bytes = Array(text.utf8)
    let places = BytePositions(of: bytes)
    let source = SourceText(bytes, path: "a.json")
    #expect(places[bytes.count] == source.end)
    var offset = 0
    for scalar in text.unicodeScalars {
      let position = places[offset]
      let shown = source.rest(from: position).first
      #expect(shown == scalar || "\r\n\u{85}\u{2028}".unicodeScalars.contains(scalar), "byte \(offset)")
      offset += UTF8.width(scalar)
    }
  }
}
