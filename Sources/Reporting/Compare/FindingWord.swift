internal import Verification

/// The verdict on a metric in one word, the same in every format: as it is in files, `shown` to people.
enum FindingWord: String, CaseIterable {
  // Of metrics that can fail the comparison.
  case regressed
  case suspect
  case improved
  case maybeImproved = "maybe_improved"
  // Of all others.
  case worse
  case maybeWorse = "maybe_worse"
  case better
  case maybeBetter = "maybe_better"
  // Neither direction is better.
  case moved
  case maybeMoved = "maybe_moved"

  case unclear
  case withinTolerance = "within_tolerance"
  case withinNoise = "within_noise"
  case unchanged
  case absent

  /// The words of metrics that can fail the comparison; what needs a decision first.
  static let byUrgency: [Self] = [.regressed, .suspect, .unclear, .improved, .maybeImproved]

  init(_ finding: Finding) {
    switch finding.verdict {
    case .moved(.worse): self = finding.gates ? .regressed : .worse
    case .moved(.better): self = finding.gates ? .improved : .better
    case .moved(.neither): self = .moved
    case .suspected(.worse): self = finding.gates ? .suspect : .maybeWorse
    case .suspected(.better): self = finding.gates ? .maybeImproved : .maybeBetter
    case .suspected(.neither): self = .maybeMoved
    case .inconclusive: self = .unclear
    case .absent: self = .absent
    case .unchanged:
      let difference = finding.difference?.magnitude ?? 0
      switch finding.method {
      case .exact, .rankSum: self = .unchanged
      // The test that would say more needs more runs.
      case .deviation, .tolerance:
        self = difference == 0 ? .unchanged : difference > finding.tolerance ? .withinNoise : .withinTolerance
      }
    }
  }

  var shown: String {
    switch self {
    case .maybeImproved: "maybe improved"
    case .maybeWorse: "maybe worse"
    case .maybeBetter: "maybe better"
    case .maybeMoved: "maybe moved"
    case .withinTolerance: "within tolerance"
    case .withinNoise: "within noise"
    case .regressed, .suspect, .improved, .worse, .better, .moved, .unclear, .unchanged, .absent: rawValue
    }
  }

  var isUnchanged: Bool {
    switch self {
    case .withinTolerance, .withinNoise, .unchanged: true
    case .regressed, .suspect, .improved, .maybeImproved, .worse, .maybeWorse, .better, .maybeBetter, .moved,
      .maybeMoved, .unclear, .absent:
      false
    }
  }
}
