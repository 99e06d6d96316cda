import Diagnostics
import Testing

/// The marks stand beneath what they mark, whatever a terminal makes of the line.
@Suite struct SnippetTests {
  private static func described(_ line: String, _ columns: Range<Int>, remedy: String? = nil) -> String {
    let range = SourceRange(
      start: SourcePosition(line: 1, column: columns.lowerBound),
      end: SourcePosition(line: 1, column: columns.upperBound))
    let diagnostic = Diagnostic(code: .yaml, "wrong", at: range, remedy: remedy)
    let text = SourceFiles(SourceText(Array(line.utf8), path: "a.yaml")).describe(diagnostic)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2).joined(separator: "\n")
  }

  @Test(
    arguments: [
      ("plain", "key: value", 6..<11, "1 | key: value\n  |      ^~~~~"),
      ("nothing to mark", "key:", 5..<5, "1 | key:\n  |     ^"),
      ("behind the line's end", "key:", 9..<12, "1 | key:\n  |     ^"),
      ("an empty line", "", 1..<1, "1 |\n  | ^"),
      ("a tab is four columns at most", "a\tb: c", 3..<4, "1 | a   b: c\n  |     ^"),
      ("a tab that is marked", "ab\tc", 3..<5, "1 | ab  c\n  |   ^~~"),
      ("wide characters before", "注文: x", 5..<6, "1 | 注文: x\n  |       ^"),
      ("wide characters marked", "a: 注文", 4..<6, "1 | a: 注文\n  |    ^~~~"),
      ("emoji", "🚀: x", 4..<5, "1 | 🚀: x\n  |     ^"),
      ("combining marks take no column", "e\u{301}: x", 5..<6, "1 | e\u{301}: x\n  |    ^"),
      ("control characters are escaped", "a\u{1b}[31m: x", 8..<9, "1 | a\\u{1B}[31m: x\n  |             ^"),
      ("what turns the reading direction is escaped", "\u{202e}a", 2..<3, "1 | \\u{202E}a\n  |         ^"),
      ("fullwidth forms", "ＡＢ: x", 5..<6, "1 | ＡＢ: x\n  |       ^"),
    ] as [(String, String, Range<Int>, String)])
  func marks(_ name: String, _ line: String, _ columns: Range<Int>, _ expected: String) {
    #expect(Self.described(line, columns) == expected, "\(name)")
  }

  @Test func theRemedyStandsBesideTheCaretAndIsSafe() {
    #expect(Self.described("a: b", 4..<5, remedy: "write \u{7}") == "1 | a: b\n  |    ^ write \\u{7}")
  }

  @Test func ofSeveralLinesTheFirstIsMarked() {
    let text = SourceText(Array("a: [b,\n  c]\n".utf8), path: "a.yaml")
    let range = SourceRange(start: SourcePosition(line: 1, column: 4), end: SourcePosition(line: 2, column: 5))
    let diagnostic = Diagnostic(.warning, code: .yaml, "wrong", at: range)
    #expect(
      SourceFiles(text).describe(diagnostic)
        == "a.yaml:1:4: warning: wrong [scenario.yaml]\n  |\n1 | a: [b,\n  |    ^~~")
  }

  @Test func linesEndWhereLibyamlEndsThem() {
    let text = SourceText(Array("a\r\nb\rc\nd\u{85}e\u{2028}f\u{2029}g".utf8), path: "a.yaml")
    #expect(text.lines == ["a", "b", "c", "d", "e", "f", "g"])
  }
}
