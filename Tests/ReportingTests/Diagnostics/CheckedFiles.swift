import Diagnostics
import Language
import SampleScenarios

@testable import Reporting

/// Files as `check` finds them.
enum CheckedFiles {
  static let good = file("good.yaml", stages: "[{name: s, count: 10}, {name: u, rate: 2k/s, duration: 1s}]")
  static let endless = file("endless.yaml", stages: "[{name: s, count: 10}, {name: u, duration: 1s}]")
  static let faulty = file("sub/faulty.yaml", stages: "[{name: s, durtion: 30s, rate: 5/s}]")
  static let missing = CheckedFile(path: "nowhere.yaml", .unreadable(reason: "No such file or directory"))

  /// One with a warning, notes, and a range over two lines.
  static var noted: CheckedFile {
    let text = SourceText(Array("a: [b,\n  c]\n".utf8), path: "noted.yaml")
    let range = SourceRange(start: SourcePosition(line: 1, column: 4), end: SourcePosition(line: 2, column: 5))
    let there = SourceRange(start: SourcePosition(line: 2, column: 3), end: SourcePosition(line: 2, column: 4))
    return with(
      Diagnostic(
        .warning, code: .conflict, "wrong", at: range,
        notes: [.init("written again", at: there), .init("so it is")]), in: text)
  }

  /// A file's name, and words in it, that try to act on a terminal or a parser.
  static let hostileText = "a\u{1B}[31m\"\\\r\n::error::x,%0A:\u{202E}\u{2028}\u{9B}\u{0}[a](1){0}{{seq}}é😀\u{E0041}"

  static var hostile: CheckedFile {
    let text = SourceText(Array("a: b".utf8), path: hostileText)
    let range = SourceRange(start: SourcePosition(line: 1, column: 4), end: SourcePosition(line: 1, column: 4))
    return with(
      Diagnostic(
        code: .yaml, hostileText, at: range, remedy: hostileText, notes: [.init(hostileText, at: range)]), in: text)
  }

  private static func with(_ diagnostic: Diagnostic, in text: SourceText) -> CheckedFile {
    CheckedFile(
      path: text.path, .read(CheckedScenario(scenario: nil, diagnostics: [diagnostic], files: SourceFiles(text))))
  }

  private static func file(_ path: String, stages: String) -> CheckedFile {
    let text = """
      version: 1
      name: orders
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {order: {value: hello}}
      stages: \(stages)
      """
    let reading = SampleScenario(text, path: path).reading
    return CheckedFile(
      path: path,
      .read(CheckedScenario(scenario: reading.scenario, diagnostics: reading.diagnostics, files: reading.files)))
  }
}
