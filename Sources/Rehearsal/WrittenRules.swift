package import Language
internal import Reporting
package import Verification

/// The rules that a scenario has for comparing its rows: `compare:`, from its file or from the newest run.
package enum WrittenRules {
  /// `compare:` of the scenario in `file`, which must be the scenario of some of the rows.
  package static func read(
    _ file: String, _ overrides: Overrides, for records: [StageRecord]
  ) throws(ComparisonError) -> WrittenComparison {
    let read = ScenarioFile.read(file, overrides)
    guard let comparison = read.comparison else { throw .invalidScenario(read.text, read.exit) }
    let names = records.map(\.scenario).distinct
    guard names.contains(comparison.scenario) else {
      throw .otherScenario(comparison.scenario, file: file, of: names)
    }
    return comparison
  }

  /// The newest run of each scenario of which run.json is there; `runs` are its paths by run id.
  package static func newestRuns(
    of records: [StageRecord], runs: [String: String]
  ) throws(ComparisonError) -> [String: RunResult] {
    var newest: [String: StageRecord] = [:]
    for record in records where runs[record.runID] != nil {
      let before = newest[record.scenario].map { ($0.startedAt ?? 0, $0.runID) } ?? (.min, "")
      if before < (record.startedAt ?? 0, record.runID) { newest[record.scenario] = record }
    }
    var results: [String: RunResult] = [:]
    for (scenario, record) in newest {
      if let path = runs[record.runID] { results[scenario] = try saved(path) }
    }
    return results
  }

  /// The result of a run; nil for one of another version, whose rows say so themselves.
  private static func saved(_ path: String) throws(ComparisonError) -> RunResult? {
    do throws(PastRunError) {
      return try PastRun.result(path)
    } catch {
      if case .malformed(_, .schemaVersion(_)) = error { return nil }
      throw .run(error)
    }
  }
}
