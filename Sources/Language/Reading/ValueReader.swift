internal import Diagnostics

/// Makes values of YAML nodes: scalars by their kinds, mappings by their tables. A method that yields nil has reported why.
struct ValueReader {
  var reports: Reports
  let environment: ReadingEnvironment
  /// The mappings of keys that are written in the wrong one.
  let keyLocations: [KeyLocation]
  /// The gaps of files that a rate replays, read once, or the mistake in them.
  var recordings: [String: Result<GapFile, GapFile.Mistake>] = [:]

  mutating func report(_ diagnostic: Diagnostic) { reports.report(diagnostic) }

  /// The place of a scalar's characters.
  func origin(of text: String, at range: SourceRange) -> ScalarOrigin {
    ScalarOrigin(of: text, at: range, in: reports.files.text(of: range.start))
  }
}
