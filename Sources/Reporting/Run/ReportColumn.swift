internal import Diagnostics
internal import Scenarios
internal import Verification

/// A column of a CSV file: its name, and its cell for one row. An empty cell is "not measured".
struct ReportColumn<Row>: Sendable {
  let name: String
  let cell: @Sendable (Row) -> String

  /// Counts are whole.
  static func count(_ name: String, _ value: @escaping @Sendable (Row) -> UInt64?) -> Self {
    Self(name: name) { row in value(row).map { String($0) } ?? "" }
  }

  static func number(_ name: String, _ value: @escaping @Sendable (Row) -> Int?) -> Self {
    Self(name: name) { row in value(row).map { String($0) } ?? "" }
  }

  /// A row is one line, and a text no formula, whatever it holds.
  static func text(_ name: String, _ value: @escaping @Sendable (Row) -> String?) -> Self {
    Self(name: name) { row in value(row).map(CSVText.words) ?? "" }
  }

  /// Yes and no are 1 and 0.
  static func flag(_ name: String, _ value: @escaping @Sendable (Row) -> Bool?) -> Self {
    Self(name: name) { row in value(row).map { $0 ? "1" : "0" } ?? "" }
  }

  static func decimal(_ name: String, places: Int, _ value: @escaping @Sendable (Row) -> Double?) -> Self {
    Self(name: name) { row in value(row).flatMap { FixedPoint.text($0, places: places) } ?? "" }
  }

  /// The cell is in seconds.
  static func seconds(_ name: String, _ value: @escaping @Sendable (Row) -> Nanoseconds?) -> Self {
    Self(name: name) { row in value(row).map { FixedPoint.seconds(nanoseconds: $0) } ?? "" }
  }

  /// The cell is in milliseconds.
  static func milliseconds(_ name: String, _ value: @escaping @Sendable (Row) -> Nanoseconds?) -> Self {
    Self(name: name) { row in value(row).map { FixedPoint.milliseconds(nanoseconds: $0) } ?? "" }
  }
}

/// A row of a file that is made from the result of a run.
protocol RunRow: Sendable {
  var result: RunResult { get }
}

extension ReportColumn where Row: RunRow {
  /// The columns with which every file begins: so files of several runs can be joined.
  static var run: [Self] {
    [
      .number(KeyColumn.schemaVersion.rawValue) { $0.result.schemaVersion },
      .text(KeyColumn.runID.rawValue) { $0.result.runID },
      .number(KeyColumn.repetition.rawValue) { $0.result.repetition },
      .text(KeyColumn.scenario.rawValue) { $0.result.scenario },
    ]
  }

  static var provenance: [Self] {
    [
      .text(KeyColumn.label.rawValue) { $0.result.provenance.label },
      .text(KeyColumn.gitSHA.rawValue) { $0.result.provenance.gitSHA },
      .text("git_branch") { $0.result.provenance.gitBranch },
      .flag("git_dirty") { $0.result.provenance.gitDirty },
      .text(ComparedFact.toolVersion.rawValue) { $0.result.provenance.toolVersion },
      .text(ComparedFact.clientVersion.rawValue) { $0.result.provenance.clientVersion },
      .text(KeyColumn.scenarioSHA256.rawValue) { $0.result.provenance.scenarioSHA256 },
      .text(ComparedFact.clientConfiguration.rawValue) { $0.result.provenance.clientConfigSHA256 },
      .count(ComparedFact.seed.rawValue) { $0.result.provenance.seed },
      .text(ComparedFact.host.rawValue) { $0.result.provenance.host },
      .text(ComparedFact.os.rawValue) { $0.result.provenance.os },
      .text(ComparedFact.arch.rawValue) { $0.result.provenance.arch },
      .number(ComparedFact.cpuCount.rawValue) { $0.result.provenance.cpuCount },
      .text(KeyColumn.broker.rawValue) { $0.result.provenance.broker.rawValue },
      .number(ComparedFact.brokerCount.rawValue) { $0.result.provenance.brokerCount },
    ]
  }

  /// The columns of a file about what is not a stage: where the row comes from, before what it says.
  static var origin: [Self] {
    run
      + [
        .text(KeyColumn.startedAt.rawValue) { Timestamp(milliseconds: $0.result.startedAt).rfc3339 }
      ] + provenance
  }
}
