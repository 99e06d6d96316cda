internal import Diagnostics
internal import Scenarios
import Verification

// What a check says of itself, for the reports that people read.
extension Check {
  /// It was only to be looked at: whatever was seen, the case passes.
  var isAdvice: Bool { expectation.level == .warn }

  /// What was only to be looked at is not as it was expected, or is inconclusive.
  var isWarned: Bool {
    guard isAdvice else { return false }
    return switch outcome {
    case .broken, .inconclusive: true
    case .held, .skipped: false
    }
  }

  /// The system did not do what was expected of it.
  var isBroken: Bool { outcome == .broken && exit?.verdict == .failed }

  /// Nothing is proven either way. `unseen == 0` that does not hold is one of these: it claims nothing of the system.
  var isInconclusive: Bool { exit != nil && !isBroken }

  /// Dotted and stable: `verification.lost`, `expectation.rate_kept`, `inconclusive.unseen`.
  var code: String {
    let isOfMessages = expectation.metric.breach == .verification
    let area = isInconclusive ? "inconclusive" : isOfMessages ? "verification" : "expectation"
    return "\(area).\(expectation.metric.rawValue)"
  }

  /// One sentence about a check that did not hold: `3 of 120,000 acknowledged messages are lost`.
  func sentence(in stage: StageResult) -> String {
    switch outcome {
    case .inconclusive(let reason, _), .skipped(let reason): reason.visible
    case .held: "held"
    case .broken: brokenSentence(in: stage)
    }
  }

  /// The value seen, to stand beside what was expected: `3`, `98.21%`; nil where nothing was.
  var actualText: String? { actual.map { $0.text(beside: expectation.bound) } }

  /// What the expectation allows: `0`, `at least 99%`.
  var expectedText: String {
    let bound = expectation.bound.shown
    return switch expectation.comparison {
    case .less: "less than \(bound)"
    case .atMost: "at most \(bound)"
    case .greater: "more than \(bound)"
    case .atLeast: "at least \(bound)"
    case .equal: bound
    }
  }

  private func brokenSentence(in stage: StageResult) -> String {
    let metric = expectation.metric
    let seen = actualText ?? "not known"
    guard metric != .rateKept else { return "the rate was kept to \(seen), expected \(expectedText)" }
    // Too many of what there should be none of is said in words; everything else by its figures.
    guard case .count(let count)? = actual, expectation.comparison.limitsAbove, actual?.isAbove(expectation) == true,
      let words = words(count, in: stage)
    else { return "\(metric.rawValue) is \(seen), expected \(expectedText)" }
    return expectation.bound == .count(0) ? words : "\(words), expected \(expectedText)"
  }

  /// Nil for a count of which any number is as good as another.
  private func words(_ count: UInt64, in stage: StageResult) -> String? {
    let verb = count == 1 ? "is" : "are"
    func of(_ total: UInt64, _ kind: String) -> String {
      "\(HumanNumber.grouped(count)) of \(HumanNumber.count(total, "\(kind) message", "\(kind) messages"))"
    }
    let (send, found) = (stage.send, stage.read?.found ?? 0)
    return switch expectation.metric {
    case .lost: "\(of(send.acknowledged, "acknowledged")) \(verb) lost"
    case .trimmed: "\(of(send.acknowledged, "acknowledged")) \(verb) gone with the beginning of the partition"
    case .unseen: "\(of(send.acknowledged, "acknowledged")) \(verb) neither found nor provably gone"
    case .unknown: "\(of(send.sent, "sent")) \(verb) without an answer"
    case .unknownAbsent: "\(of(send.unknown, "unanswered")) \(verb) not there"
    case .unknownUnseen: "\(of(send.unknown, "unanswered")) \(verb) neither found nor provably absent"
    case .phantom: "\(of(send.rejected, "rejected")) \(verb) there all the same"
    case .abortedVisible: "\(of(send.aborted, "aborted")) \(verb) visible"
    case .duplicated: HumanNumber.count(count, "record repeats a message", "records repeat a message")
    case .foreign: HumanNumber.count(count, "record was", "records were") + " not written by this run"
    case .reordered:
      "\(of(found, "found")) \(verb) behind a later one"
        + (stage.read.map { ", by up to \(HumanNumber.grouped($0.reorderedDistanceMax))" } ?? "")
    case .corrupted: "\(of(found, "found")) \(verb) not what was sent"
    case .misrouted: "\(of(found, "found")) \(verb) in another partition than the one named"
    case .invalid: "\(of(found, "found")) \(verb) not valid"
    case .rejected: "\(of(send.sent, "sent")) \(count == 1 ? "was" : "were") rejected"
    case .withheld:
      "\(of(send.due, "due")) \(count == 1 ? "was" : "were") against the template's format or schema, and not sent"
    case .dropped: "\(of(send.due, "due")) \(count == 1 ? "was" : "were") dropped, the client's queue being full"
    case .unsent: "\(of(send.due, "due")) \(count == 1 ? "was" : "were") not sent, the stage being cut short"
    default: nil
    }
  }
}

extension Measurement {
  /// What broke `expectation` is more than it allows, not less.
  fileprivate func isAbove(_ expectation: Expectation) -> Bool { holds(.greater, expectation.bound) ?? false }
}
