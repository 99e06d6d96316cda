/// A mistake in a scenario, as data: `SourceFiles.describe` makes the text of it.
package struct Diagnostic: Sendable, Equatable {
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  /// Other positions that belong to it, such as where a variable is used again.
  package struct Note: Sendable, Equatable {
    /// Like a diagnostic's own.
    package var message: String
    package var range: SourceRange?

    package init(_ message: String, at range: SourceRange? = nil) {
      self.message = message.withoutUserInfo
      self.range = range
    }
  }

  package var severity: Severity
  package var code: Code
  /// One sentence: lower case, no full stop, names the thing in double quotes.
  package var message: String
  package var range: SourceRange
  /// The text to type, shown beside the caret. Nil where the message says it all.
  package var remedy: String?
  package var notes: [Note]

  package init(
    _ severity: Severity = .error, code: Code, _ message: String, at range: SourceRange,
    remedy: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.code = code
    self.message = message.withoutUserInfo
    self.range = range
    self.remedy = remedy?.withoutUserInfo
    self.notes = notes
  }

  /// Puts `source` in place of a secret wherever it occurs.
  package mutating func hide(_ secret: String, behind source: String) {
    message.replace(secret, with: source)
    remedy?.replace(secret, with: source)
    for index in notes.indices { notes[index].message.replace(secret, with: source) }
  }
}
