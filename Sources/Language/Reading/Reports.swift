internal import Diagnostics

/// The diagnostics of a scenario while it is read, with the texts that they point at, the places at which something is used
/// that is defined elsewhere, and the values that must not be shown.
struct Reports {
  var files: SourceFiles
  /// Errors so far, each as often as it was found.
  private(set) var errorCount = 0
  private var diagnostics: [Diagnostic] = []
  private var reported: Set<Report> = []
  /// Variables that were reported as unset, with the index of the diagnostic.
  private var unset: [String: Int] = [:]
  private var uses: [YAMLUse] = []
  /// The values of variables that are named like a secret, with the text that replaces them in all diagnostics.
  private var secrets: [(value: String, source: String)] = []
  /// The values that files hold and that must not be shown, by the lines that they are in.
  private var hidden: [Line: [HiddenValue]] = [:]
  /// The longest of them, which are hidden wherever they are.
  private var longHidden: Set<String> = []
  /// Lines from which a file could not be read, by file: diagnostics beyond them would be about incomplete values.
  private var cuts: [String?: Int] = [:]

  private struct Line: Hashable {
    var file: String?
    var number: Int
  }

  private struct Report: Hashable {
    var code: Code
    var range: SourceRange
  }

  init(_ text: SourceText) { files = SourceFiles(text) }

  /// Adds a diagnostic once, even if several mappings inherit the mistake.
  mutating func report(_ diagnostic: Diagnostic) {
    let place = diagnostic.range.start
    if let cut = cuts[place.file] {
      // A range that reaches into the part that could not be read is incomplete, and a missing key may be there.
      if diagnostic.range.end.line >= cut || diagnostic.code == .missingKey { return }
    }
    if diagnostic.severity == .error { errorCount += 1 }
    let report = Report(code: diagnostic.code, range: diagnostic.range)
    if reported.insert(report).inserted { diagnostics.append(diagnostic) }
  }

  /// Reports a variable that is not set, once, with the other places at which it is used.
  mutating func unset(_ variable: String, at range: SourceRange, remedy: String) {
    if let index = unset[variable] {
      let note = Diagnostic.Note("it is used again", at: range)
      if !diagnostics[index].notes.contains(note) { diagnostics[index].notes.append(note) }
      return
    }
    let before = diagnostics.count
    report(Diagnostic(code: .unsetVariable, "variable \(quoted(variable)) is not set", at: range, remedy: remedy))
    if diagnostics.count > before { unset[variable] = before }
  }

  /// Keeps the value of a variable out of all diagnostics. Replacing short values everywhere would garble other
  /// text; they are hidden only where the variable is used.
  mutating func hide(_ value: String, of variable: String) {
    if value.utf8.count > 2 { secrets.append((value: value, source: "${\(variable)}")) }
  }

  /// Keeps values of a file out of all diagnostics, and out of their snippets.
  mutating func hide(_ values: [HiddenValue]) {
    for value in values {
      let (start, end) = (value.range.start, value.range.end)
      files.hide(value.range)
      for number in start.line...max(start.line, min(end.line, start.line + Self.mostLines)) {
        hidden[Line(file: start.file, number: number), default: []].append(value)
      }
      // A shorter value is a word of other texts too, and is hidden in what is reported of its own lines.
      if let text = value.text, text.utf8.count >= 8, longHidden.count < 64 { longHidden.insert(text) }
    }
  }

  /// Lines of a value in which it is looked for: a diagnostic is about its beginning, or about a mistake near that.
  private static let mostLines = 100

  mutating func note(_ uses: [YAMLUse]) { self.uses += uses }

  /// Keeps the line from which a file could not be read; nil if all of it was.
  mutating func cut(_ file: String?, from line: Int?) { cuts[file] = line }

  /// All diagnostics sorted by position, each with the place at which something is used that is defined elsewhere.
  var finished: [Diagnostic] {
    diagnostics.map { diagnostic in
      var diagnostic = diagnostic
      for (value, source) in secrets { diagnostic.hide(value, behind: source) }
      hide(in: &diagnostic)
      guard ![.alias, .extends].contains(diagnostic.code) else { return diagnostic }
      let use = uses.first { $0.definition.contains(diagnostic.range) && !$0.use.contains(diagnostic.range) }
      if let use { diagnostic.notes.append(.init(use.text, at: use.use)) }
      return diagnostic
    }.sorted { $0.range.start < $1.range.start }
  }

  private func hide(in diagnostic: inout Diagnostic) {
    for text in longHidden { diagnostic.hide(text, behind: Redaction.mask) }
    let start = diagnostic.range.start
    for value in hidden[Line(file: start.file, number: start.line)] ?? [] {
      // A value without a text of its own, such as an alias that is not known, is hidden word by word.
      // So is a part of one, such as what looks like a variable in it.
      for text in value.text.map({ [$0] + Self.words(in: $0) }) ?? words(of: value.range) where !text.isEmpty {
        if text.utf8.count > 2 {
          diagnostic.hide(text, behind: Redaction.mask)
        } else {
          diagnostic.hide("\"\(text)\"", behind: "\"\(Redaction.mask)\"")
        }
      }
    }
  }

  /// The words of a range that is in one line.
  private func words(of range: SourceRange) -> [String] {
    guard range.start.line == range.end.line else { return [] }
    let slice = files.text(of: range.start).slice(from: range.start, count: range.end.column - range.start.column) ?? ""
    return Self.words(in: slice)
  }

  private static func words(in text: String) -> [String] {
    text.split { " *&!#$\"'[]{},:;=?-".contains($0) }.map(String.init).filter { $0.utf8.count > 2 }
  }
}
