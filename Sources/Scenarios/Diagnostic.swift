/// A mistake in a scenario file, as data: `ScenarioText.describe` makes the text of it.
package struct Diagnostic: Sendable, Equatable {
  package enum Severity: String, Sendable {
    case error
    case warning
  }

  package var severity: Severity
  /// Stable, for looking it up: `scenario.unknown-key`.
  package var code: String
  /// One sentence: lower case, no full stop, names the thing in double quotes.
  package var message: String
  package var range: SourceRange
  /// What to type: stands beside the caret. Nil where the message says it all.
  package var remedy: String?

  package init(
    _ severity: Severity = .error, code: String, _ message: String, at range: SourceRange, remedy: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.range = range
    self.remedy = remedy
  }
}
