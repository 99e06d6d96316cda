internal import FoundationEssentials
internal import Scenarios
package import Verification

/// A comparison as a document for programs: every metric with all of its values, in full precision, in the unit of its column.
package enum ComparisonJSON {
  package static func text(_ comparisons: [Comparison]) -> String {
    let exit = Comparison.exit(of: comparisons)
    return PrettyJSON.document(
      Document(
        verdict: ComparisonOutcome(comparisons).rawValue, exit: exit.rawValue,
        comparisons: comparisons.map(Compared.init)),
      keys: .convertToSnakeCase)
  }

  /// One document, however many builds were compared.
  private struct Document: Encodable {
    var schemaVersion = 1
    var verdict: String
    var exit: Int32
    var comparisons: [Compared]
  }

  private struct Compared: Encodable {
    var verdict: String
    var exit: Int32
    var base: Side
    var new: Side
    var clientSettings: [Setting]
    /// Other parts of the scenarios, where these differ.
    var scenarioParts: [Setting]
    var stages: [Stage]

    init(_ comparison: Comparison) {
      verdict = ComparisonOutcome([comparison]).rawValue
      exit = comparison.exit.rawValue
      base = Side(comparison.base)
      new = Side(comparison.new)
      clientSettings = comparison.clientSettings.map(Setting.init)
      scenarioParts = comparison.scenarioParts.map(Setting.init)
      stages = comparison.stages.map(Stage.init)
    }
  }

  private struct Side: Encodable {
    var name: String
    var builds: [String]
    var runs: Int
    /// Rows of aborted or skipped stages.
    var leftOut: Int
    var exactOnly: Int

    init(_ side: Comparison.Side) {
      (name, builds, runs, leftOut, exactOnly) = (side.name, side.builds, side.runs, side.leftOut, side.exactOnly)
    }
  }

  /// A side that does not set it has no value.
  private struct Setting: Encodable {
    var scenario: String
    var path: String
    var base: String?
    var new: String?

    init(_ difference: Comparison.SettingDifference) {
      (scenario, path, base, new) = (difference.scenario, difference.path, difference.base, difference.new)
    }
  }

  private struct Stage: Encodable {
    var scenario: String
    var stage: String
    var status: String
    /// Why it was not compared, or what `--allow-drift` let through.
    var drift: [Values]
    var differences: [Values]
    /// The counts for which it is inconclusive.
    var missingEvidence: [String]
    var metrics: [Metric]

    init(_ stage: StageComparison) {
      scenario = stage.scenario
      self.stage = stage.stage
      status = stage.status.word
      differences = stage.differences.map { Values(name: $0.fact.rawValue, base: $0.base, new: $0.new) }
      drift = (stage.status.drift + stage.drift).map(Values.init)
      missingEvidence = stage.status.missingEvidence.map(\.name)
      metrics = stage.findings.map(Metric.init)
    }
  }

  private struct Values: Encodable {
    var name: String
    var base: [String]
    var new: [String]

    init(name: String, base: [String], new: [String]) {
      (self.name, self.base, self.new) = (name, base, new)
    }

    init(_ drift: StageComparison.Drift) {
      switch drift {
      case .scenario(let base, let new): self.init(name: "scenario_sha256", base: base, new: new)
      case .broker(let base, let new): self.init(name: "broker", base: base, new: new)
      // Which side has it is not kept.
      case .schemaVersion(let version): self.init(name: "schema_version", base: [], new: [String(version)])
      }
    }
  }

  private struct Metric: Encodable {
    var metric: String
    var unit: String
    var gates: Bool
    var verdict: String
    var method: String
    var p: Double?
    var tolerance: Double
    var difference: Double?
    /// The difference by the base's median; there is none for a base of 0.
    var relative: Double?
    var base: Sample
    var new: Sample

    init(_ finding: Finding) {
      metric = finding.metric.name
      unit = finding.metric.unit.word
      gates = finding.gates
      verdict = FindingWord(finding).rawValue
      method = finding.method.word
      p = finding.p
      tolerance = min(finding.tolerance, .greatestFiniteMagnitude)
      difference = finding.difference.flatMap(\.ifFinite)
      relative = finding.relative
      base = Sample(finding.base)
      new = Sample(finding.new)
    }
  }

  private struct Sample: Encodable {
    var median: Double?
    var values: [Double]

    init(_ sample: Finding.Sample) { (median, values) = (sample.median.flatMap(\.ifFinite), sample.values) }
  }
}
