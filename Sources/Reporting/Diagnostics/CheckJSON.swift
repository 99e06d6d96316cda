internal import Diagnostics
internal import FoundationEssentials
internal import Scenarios
internal import Verification

/// `check --format json`: one document for all files. Within a schema version keys keep name and meaning, and new
/// ones may come; `Scenarios/checking.md` is its page.
package enum CheckJSON {
  package static func text(_ files: [CheckedFile], toolVersion: String) -> String {
    PrettyJSON.document(Document(files, toolVersion: toolVersion), keys: .convertToSnakeCase)
  }

  /// Nil values are left out.
  fileprivate struct Document: Encodable {
    var schemaVersion = 1
    var toolVersion: String
    var exitCode: Int32
    var errors: Int
    var warnings: Int
    var files: [File]
    /// File by file as they were named, and in each by position.
    var diagnostics: [Entry]
  }

  fileprivate struct File: Encodable {
    var file: String
    var exitCode: Int32
    var errors: Int
    var warnings: Int
    /// For a file that can be run.
    var scenario: String?
    var stages: Int?
    /// Not of a scenario with a stage at `max` for a time, which cannot be known.
    var messages: UInt64?
  }

  fileprivate struct Entry: Encodable {
    var file: String
    var severity: String
    var code: String
    var message: String
    /// Nil for a file that cannot be read.
    var range: Range?
    var remedy: String?
    var notes: [Note]
  }

  fileprivate struct Note: Encodable {
    var message: String
    var file: String?
    var range: Range?
  }

  /// `end` is behind the last character.
  fileprivate struct Range: Encodable {
    var start: Place
    var end: Place
  }

  fileprivate struct Place: Encodable {
    var line: Int
    var column: Int
  }
}

extension CheckJSON.Document {
  fileprivate init(_ files: [CheckedFile], toolVersion: String) {
    self.toolVersion = toolVersion
    exitCode = ExitCode.ranked(files.map(\.exit))[0].rawValue
    errors = files.reduce(0) { $0 + $1.count(of: .error) }
    warnings = files.reduce(0) { $0 + $1.count(of: .warning) }
    self.files = files.map(CheckJSON.File.init)
    diagnostics = files.flatMap(CheckJSON.Entry.all)
  }
}

extension CheckJSON.File {
  fileprivate init(_ file: CheckedFile) {
    self.file = file.path
    exitCode = file.exit.rawValue
    errors = file.count(of: .error)
    warnings = file.count(of: .warning)
    guard file.exit == .passed, let scenario = file.reading?.scenario else { return }
    self.scenario = scenario.name
    stages = scenario.stages.count
    let totals = scenario.stages.compactMap(\.schedule.total)
    if totals.count == scenario.stages.count {
      messages = totals.reduce(0) { $0.addingReportingOverflow($1).partialValue }
    }
  }
}

extension CheckJSON.Entry {
  fileprivate static func all(in file: CheckedFile) -> [Self] {
    switch file.content {
    case .unreadable(let reason):
      [
        Self(
          file: file.path, severity: Diagnostic.Severity.error.rawValue, code: Code.unreadable.rawValue,
          message: "the file cannot be read: \(reason)", notes: [])
      ]
    case .read(let reading):
      reading.diagnostics.map { diagnostic in
        Self(
          file: reading.path(of: diagnostic.range.start), severity: diagnostic.severity.rawValue,
          code: diagnostic.code.rawValue, message: diagnostic.message, range: .init(diagnostic.range),
          remedy: diagnostic.remedy,
          notes: diagnostic.notes.map { note in
            CheckJSON.Note(
              message: note.message, file: note.range.map { reading.path(of: $0.start) },
              range: note.range.map(CheckJSON.Range.init))
          })
      }
    }
  }
}

extension CheckJSON.Range {
  fileprivate init(_ range: SourceRange) {
    start = .init(line: range.start.line, column: range.start.column)
    end = .init(line: range.end.line, column: range.end.column)
  }
}
