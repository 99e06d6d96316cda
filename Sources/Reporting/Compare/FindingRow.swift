internal import Diagnostics
internal import Scenarios
internal import Verification

/// A finding as the cells of a table, the same on a terminal and in Markdown; foreign texts as they are.
struct FindingRow {
  let stage: String
  let finding: Finding
  let word: FindingWord

  init(_ finding: Finding, stage: String) {
    self.stage = stage
    self.finding = finding
    word = FindingWord(finding)
  }

  var metric: String { finding.metric.name }
  var base: String { numbers?.base ?? "" }
  var new: String { numbers?.new ?? "" }

  /// `+53.7% (+6.6ms)`, `n/a (+3) in 1 of 5 runs`
  var change: String {
    guard let (from, to) = values, let numbers else { return "" }
    guard from != to else { return "0" }
    // A share is a percentage already.
    guard finding.metric.unit != .share else { return numbers.difference }
    return "\(ComparedNumber.percent(from: from, to: to)) (\(numbers.difference))\(frequency)"
  }

  /// Empty without a test.
  var p: String {
    guard let p = finding.p else { return "" }
    return p < 0.0005 ? "<0.001" : FixedPoint.text(p, places: 3) ?? "?"
  }

  /// The runs of base and new that have a value: `5/5`.
  var runs: String { "\(finding.base.count)/\(finding.new.count)" }

  private var numbers: ComparedNumber? { values.map { ComparedNumber($0.base, $0.new, in: finding.metric.unit) } }

  /// The medians; the greatest value of a count that must be 0, since one run in which it is not is enough.
  private var values: (base: Double, new: Double)? {
    guard let base = finding.base.median, let new = finding.new.median else { return nil }
    guard isExactFault, let most = finding.new.values.max() else { return (base, new) }
    return (base, most)
  }

  private var isExactFault: Bool { finding.method == .exact && finding.verdict == .moved(.worse) }

  private var frequency: String {
    guard isExactFault else { return "" }
    let faulty = finding.new.values.count { $0 > 0 }
    return finding.new.count > 1 && faulty < finding.new.count ? " in \(faulty) of \(finding.new.count) runs" : ""
  }
}

/// The rows of a comparison, by what they mean for the reader.
struct FindingRows {
  /// Can fail the comparison, and moved or might have; what needs a decision first.
  private(set) var notable: [FindingRow] = []
  /// Moved, and fails nothing.
  private(set) var shownOnly: [FindingRow] = []
  /// Can fail the comparison, and did not move.
  private(set) var unchanged: [FindingRow] = []
  /// Fails nothing, and did not move, or it is not clear whether it did.
  private(set) var others: [FindingRow] = []

  init(_ comparison: Comparison) {
    let titles = StageTitles(comparison)
    for stage in comparison.stages {
      for finding in stage.findings {
        let row = FindingRow(finding, stage: titles[stage])
        switch (finding.gates, finding.isNotable) {
        case _ where row.word == .absent: break
        case (true, true): notable.append(row)
        case (false, true) where row.word != .unclear: shownOnly.append(row)
        case (true, false): unchanged.append(row)
        case (false, _): others.append(row)
        }
      }
    }
    notable =
      FindingWord.byUrgency.flatMap { word in notable.filter { $0.word == word } }
      + notable.filter { !FindingWord.byUrgency.contains($0.word) }
  }

  /// `25 metrics, and 55 that fail nothing, unchanged; 13 that fail nothing unclear`; nil where all moved.
  var rest: String? {
    let unclear = others.count { $0.word == .unclear }
    let sentence: String? =
      switch (unchanged.count, others.count - unclear) {
      case (0, 0): nil
      case (let gating, 0): "\(Plural.count(gating, "metric")) unchanged"
      case (0, let others): "\(Plural.count(others, "metric")) that fail nothing unchanged"
      case (let gating, let others): "\(Plural.count(gating, "metric")), and \(others) that fail nothing, unchanged"
      }
    let parts = [sentence, unclear > 0 ? "\(unclear) that fail nothing unclear" : nil].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

/// The names of a comparison's stages, as people wrote them; with the scenario's where there are several.
struct StageTitles {
  private let hasOneScenario: Bool

  init(_ comparison: Comparison) { hasOneScenario = Set(comparison.stages.map(\.scenario)).count <= 1 }

  subscript(stage: StageComparison) -> String {
    let name = stage.stage == StageRecord.wholeRun ? "whole run" : stage.stage
    return hasOneScenario ? name : "\(stage.scenario)/\(name)"
  }
}
