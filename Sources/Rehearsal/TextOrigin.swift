internal import Diagnostics

/// The text that the text of a scenario was made of: its places are those that a person knows.
struct TextOrigin: Sendable {
  var files: SourceFiles
  /// Codes of what is no mistake in that text.
  var ignored: Set<Code> = []
  /// The secrets that must not be in a message.
  var redaction = Redaction()
  /// The place for one in the scenario's text.
  var range: @Sendable (SourceRange) -> SourceRange
  /// The words before a message whose place does not say what it is about; nil where it does.
  var name: @Sendable (SourceRange) -> String? = { _ in nil }
  /// The remedy there for one in a scenario; nil for none.
  var remedy: @Sendable (String) -> String? = { $0 }

  /// Those of the scenario, each at its place in that text.
  func locate(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { !ignored.contains($0.code) }.map(locate)
  }

  private func locate(_ diagnostic: Diagnostic) -> Diagnostic {
    var located = diagnostic
    located.range = range(diagnostic.range)
    located.message = redaction.apply(to: (name(diagnostic.range).map { "\($0): " } ?? "") + diagnostic.message)
    located.remedy = diagnostic.remedy.flatMap(remedy).map(redaction.apply)
    located.notes = diagnostic.notes.compactMap { note in
      remedy(note.message).map { Diagnostic.Note(redaction.apply(to: $0), at: note.range.map(range)) }
    }
    return located
  }
}
