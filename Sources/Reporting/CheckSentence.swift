import Scenarios
import Verification

// What a check says of itself, for the reports that people read.
extension Check {
  /// The system did not do what was expected of it.
  var isBroken: Bool { outcome == .broken && exit?.verdict == .failed }

  /// Nothing is proven either way. `unseen == 0` that does not hold is one of these: it claims nothing of the system.
  var isUntold: Bool { exit != nil && !isBroken }

  /// Dotted and stable: `verification.lost`, `expectation.rate_kept`, `untold.unseen`.
  var code: String {
    let isOfMessages = expectation.metric.breach == .verification
    let area = isUntold ? "untold" : isOfMessages ? "verification" : "expectation"
    return "\(area).\(expectation.metric.rawValue)"
  }

  /// One sentence about a check that did not hold: `3 of 120,000 acknowledged messages are lost`.
  func sentence(in stage: StageResult) -> String {
    switch outcome {
    case .cannotTell(let reason, _), .skipped(let reason): reason.visible
    case .held: "held"
    case .broken: brokenSentence(in: stage)
    }
  }

  /// The value seen, to stand beside what was expected: `3`, `98.21%`; nil where nothing was.
  var actualText: String? { actual.map { Self.text($0, beside: expectation.bound) } }

  /// What the expectation allows: `0`, `at least 99%`.
  var expectedText: String {
    let bound: String =
      switch expectation.bound {
      case .count(let count): HumanNumber.grouped(count)
      case .ratio(let ratio): Self.text(ratio)
      }
    return expectation.comparison == .atLeast ? "at least \(bound)" : bound
  }

  private func brokenSentence(in stage: StageResult) -> String {
    guard case .count(let count)? = actual else {
      let kept = actualText ?? "an unknown share"
      return expectation.metric == .rateKept
        ? "the rate was kept to \(kept), expected \(expectedText)" : "\(expectation.metric.rawValue) is \(kept)"
    }
    let verb = count == 1 ? "is" : "are"
    func of(_ total: UInt64, _ kind: String) -> String {
      "\(HumanNumber.grouped(count)) of \(HumanNumber.count(total, "\(kind) message", "\(kind) messages"))"
    }
    let (send, found) = (stage.send, stage.read?.found ?? 0)
    return switch expectation.metric {
    case .lost: "\(of(send.acknowledged, "acknowledged")) \(verb) lost"
    case .trimmed: "\(of(send.acknowledged, "acknowledged")) \(verb) gone with the beginning of the partition"
    case .unseen: "\(of(send.acknowledged, "acknowledged")) \(verb) neither found nor provably gone"
    case .unknownAbsent: "\(of(send.unknown, "unanswered")) \(verb) not there"
    case .unknownUnseen: "\(of(send.unknown, "unanswered")) \(verb) neither found nor provably absent"
    case .phantom: "\(of(send.rejected, "rejected")) \(verb) there all the same"
    case .abortedVisible: "\(of(send.aborted, "aborted")) \(verb) visible"
    case .duplicated: HumanNumber.count(count, "record repeats a message", "records repeat a message")
    case .reordered:
      "\(of(found, "found")) \(verb) behind a later one"
        + (stage.read.map { ", by up to \(HumanNumber.grouped($0.reorderedDistanceMax))" } ?? "")
    case .corrupted: "\(of(found, "found")) \(verb) not what was sent"
    case .misrouted: "\(of(found, "found")) \(verb) in another partition than the one named"
    case .invalid: "\(of(found, "found")) \(verb) not valid"
    case .rejected: "\(of(send.sent, "sent")) \(count == 1 ? "was" : "were") rejected"
    case .withheld: "\(of(send.due, "due")) \(count == 1 ? "was" : "were") against the format, and not sent"
    case .dropped: "\(of(send.due, "due")) \(count == 1 ? "was" : "were") dropped, the client's queue being full"
    case .unsent: "\(of(send.due, "due")) \(count == 1 ? "was" : "were") not sent, the stage being cut short"
    case .rateKept: "the rate was kept to \(HumanNumber.grouped(count))"
    }
  }

  private static func text(_ value: Expectation.Bound, beside bound: Expectation.Bound) -> String {
    switch (value, bound) {
    case (.count(let count), _): HumanNumber.grouped(count)
    case (.ratio(let ratio), .ratio(let bound)): HumanNumber.percent(ratio, against: bound)
    case (.ratio(let ratio), .count): HumanNumber.percent(ratio)
    }
  }

  /// `99%`, `99.5%`: a bound as a person writes it.
  private static func text(_ bound: Double) -> String {
    var text = FixedPoint.text(bound * 100, places: 6) ?? "?"
    while text.contains("."), let last = text.last, last == "0" || last == "." { text.removeLast() }
    return text + "%"
  }
}
