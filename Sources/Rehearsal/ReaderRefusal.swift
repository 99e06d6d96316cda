internal import Load
internal import Scenarios
internal import Verification

extension RefusalEvidence {
  /// The check of a reader that must be refused.
  func check(_ refusal: Expectation, _ answer: ReaderAnswer?) -> Check {
    guard case .reason(let reason) = refusal.bound else { return Check(expectation: refusal, outcome: .held) }
    let outcome: Check.Outcome =
      switch answer {
      case .refused(reason, _)?:
        switch controlOfReader(reason) {
        case .present: .held
        case .missing(let what): .inconclusive(because: what, exit: .inconclusive)
        }
      case .refused(_, let words)?:
        .inconclusive(because: "the reader was refused for another reason: \(words)", exit: .inconclusive)
      case .letIn?: .broken
      case .unknown(let words)?:
        .inconclusive(because: "it is not known whether the reader is refused: \(words)", exit: .inconclusive)
      case nil: .skipped(because: "the run did not get that far")
      }
    let count: UInt64 = if case .letIn? = answer { 1 } else { 0 }
    return Check(expectation: refusal, outcome: outcome, actual: .count(count))
  }
}
