internal import Diagnostics
package import Verification

/// The verdict on a comparison, on several, or on a history.
enum ComparisonOutcome: String {
  case passed, regressed, incomparable

  init(_ history: BuildHistory, within builds: Int?) {
    let exit = history.exit(within: builds)
    self = exit == .regressed ? .regressed : exit == .notComparable ? .incomparable : .passed
  }

  /// The worst of them; there is nothing to compare without any.
  init(_ comparisons: [Comparison]) {
    let exits = Set(comparisons.map(\.exit))
    if exits.contains(.regressed) {
      self = .regressed
    } else {
      self = exits.isEmpty || exits.contains(.notComparable) ? .incomparable : .passed
    }
  }
}

/// Counts over comparisons: of the metrics that can fail one, and of stages.
struct ComparisonCounts {
  private let words: [FindingWord: Int]
  /// Stages of which at least exact metrics were compared.
  let stages: Int
  /// Those of them of which only exact metrics were.
  let inconclusiveStages: Int

  init(_ comparisons: [Comparison]) {
    let all = comparisons.flatMap(\.stages)
    let findings = all.flatMap(\.findings).filter(\.gates)
    words = Dictionary(findings.map { (FindingWord($0), 1) }, uniquingKeysWith: +)
    inconclusiveStages = all.count { if case .inconclusive = $0.status { true } else { false } }
    stages = all.count { $0.status == .compared } + inconclusiveStages
  }

  subscript(word: FindingWord) -> Int { words[word] ?? 0 }
  var unchanged: Int { FindingWord.allCases.filter(\.isUnchanged).reduce(0) { $0 + self[$1] } }

  /// `2 regressed, 1 improved, 31 unchanged`, without what is 0.
  var text: String {
    let counts: [(Int, String)] = [
      (self[.regressed], "regressed"), (self[.suspect], "suspect"), (self[.unclear], "unclear"),
      (self[.improved], "improved"), (self[.maybeImproved], "maybe improved"), (unchanged, "unchanged"),
    ]
    let shown = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return shown.isEmpty ? "nothing to compare" : shown.joined(separator: ", ")
  }
}

extension ComparisonText {
  /// The last line of `rehearse compare`, for grep: sums over all of them.
  ///
  ///     result: REGRESSED regressed=1 suspect=0 unclear=0 improved=2 unchanged=31 stages=3 exit=13
  ///
  /// `inconclusive` (left out at 0) are stages of which only exact metrics were compared, `builds` (left out at 1) the sides that
  /// were compared with the base.
  package static func resultLine(_ comparisons: [Comparison]) -> String {
    let counts = ComparisonCounts(comparisons)
    let exit = Comparison.exit(of: comparisons)
    let fields: [String?] = [
      "result: \(ComparisonOutcome(comparisons).rawValue.uppercased())",
      "regressed=\(counts[.regressed])", "suspect=\(counts[.suspect])", "unclear=\(counts[.unclear])",
      "improved=\(counts[.improved])", "unchanged=\(counts.unchanged)",
      counts.inconclusiveStages > 0 ? "inconclusive=\(counts.inconclusiveStages)" : nil,
      "stages=\(counts.stages)",
      comparisons.count > 1 ? "builds=\(comparisons.count)" : nil,
      "exit=\(exit.rawValue)",
    ]
    return fields.compactMap { $0 }.joined(separator: " ")
  }
}
