/// The columns of `stages.csv` that say which row it is, and how it is to be read. They are read back by these names; the columns of
/// metrics by those of `ComparedMetric`, and the circumstances of a run by those of `ComparedFact`.
enum KeyColumn: String, CaseIterable, Sendable {
  case schemaVersion = "schema_version"
  case runID = "run_id"
  case repetition = "repeat"
  case scenario
  case stage
  case verdict
  case limitedBy = "limited_by"
  case startedAt = "started_at"
  case label
  case gitSHA = "git_sha"
  case scenarioSHA256 = "scenario_sha256"
  case broker
  case rateTarget = "rate_target_per_s"

  /// True for those without which a row is no measurement of anything.
  var isRequired: Bool {
    switch self {
    case .schemaVersion, .runID, .scenario, .stage, .verdict, .scenarioSHA256: true
    case .repetition, .limitedBy, .startedAt, .label, .gitSHA, .broker, .rateTarget: false
    }
  }
}
