/// The options of `rehearse history`.
struct HistoryOptions: Equatable {
  enum Format: String, CaseIterable {
    case table, markdown, json, csv
  }

  /// Files, folders and patterns as typed, at least one.
  var files: [String]
  /// The metrics to show; empty for those that gate.
  var metrics: [String] = []
  /// The last builds of a stage in which a change for the worse fails; nil where none does.
  var within: Int?
  /// The scenario whose `compare:` applies.
  var scenario: String?
  var format = Format.table
  /// The file to write instead of standard output.
  var output: String?
  var overrides = OverrideOptions()
}
