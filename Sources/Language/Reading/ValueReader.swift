internal import Diagnostics

/// Makes values of what YAML read: scalars by their kinds, mappings by their tables. What yields nil was reported.
struct ValueReader {
  var reports: Reports
  let environment: Surroundings
  /// Where keys belong that are written in the wrong mapping.
  let homes: [KeyHome]

  mutating func report(_ diagnostic: Diagnostic) { reports.report(diagnostic) }

  /// The place of a scalar's characters.
  func origin(of text: String, at range: SourceRange) -> ScalarOrigin {
    ScalarOrigin(of: text, at: range, in: reports.files.text(of: range.start))
  }
}
