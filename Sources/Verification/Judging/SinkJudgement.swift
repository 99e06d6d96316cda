package import Scenarios

/// Checks the expectations of a sink against what was counted in it. Pure.
package struct SinkJudgement {
  private let sink: SinkResult
  private let end: SinkEnd
  /// The reason why the sink that it takes from is not known completely; nil where it is, and without one.
  private let originUnread: String?
  /// The reason why the sending of a held stage ended before all was sent; nil where all was.
  private let cutShort: String?

  /// - Parameters:
  ///   - end: how far it was read.
  ///   - originUnread: with `from`, the reason why what is in there is not known completely.
  ///   - cutShort: the reason why fewer messages were sent than the scenario asks for.
  package init(_ sink: SinkResult, end: SinkEnd, originUnread: String? = nil, cutShort: String? = nil) {
    self.sink = sink
    self.end = end
    self.originUnread = originUnread
    self.cutShort = cutShort
  }

  /// Fills in checks and verdict of a sink that was to be read.
  package static func judge(
    _ sink: inout SinkResult, _ expectations: [Expectation], end: SinkEnd, originUnread: String? = nil,
    cutShort: String? = nil
  ) {
    let judgement = SinkJudgement(sink, end: end, originUnread: originUnread, cutShort: cutShort)
    sink.checks = expectations.map(judgement.check)
    sink.verdict = ExitCode.ranked(sink.checks.compactMap(\.exit) + [sink.problem?.exit].compactMap { $0 })[0].verdict
  }

  /// Fills in the checks of a sink that was not to be read, for this reason: none of its stages ran, or it is read later.
  package static func skip(_ sink: inout SinkResult, _ expectations: [Expectation], because reason: String) {
    sink.checks = expectations.map { Check(expectation: $0, outcome: .skipped(because: reason)) }
    sink.verdict = .skipped
  }

  package func check(_ expectation: Expectation) -> Check {
    guard case .place(let metric) = expectation.metric else {
      return Check(expectation: expectation, outcome: inconclusive("it is no metric of a sink"))
    }
    guard let counts = sink.counts else {
      let reason = sink.problem?.sentence ?? end.reason ?? sink.unseenBecause ?? "the sink was not read"
      return Check(expectation: expectation, outcome: inconclusive(reason))
    }
    let actual = sink.value(of: metric)
    if metric == .caughtUp, actual == nil { return neverCaughtUp(expectation, counts) }
    guard let actual, let holds = actual.holds(expectation.comparison, expectation.bound) else {
      return Check(expectation: expectation, outcome: inconclusive(absence(of: metric)), actual: actual)
    }
    return Check(
      expectation: expectation, outcome: outcome(of: expectation, metric, actual: actual, holds: holds), actual: actual,
      witnesses: sink.witnesses.filter { $0.placeMetric == metric })
  }

  private func outcome(
    of expectation: Expectation, _ metric: PlaceMetric, actual: Measurement, holds: Bool
  ) -> Check.Outcome {
    let isFinal = Decision(expectation, actual: actual).isFinal(holds)
    // What was not read could hold more of everything, and what is absent may be there.
    if !isFinal, let reason = holds ? end.unread : end.reason { return inconclusive(reason) }
    if !isFinal, metric.dependsOnOrigin, let originUnread { return inconclusive(originUnread) }
    if holds { return .held }
    if case .inconclusive(let usual) = metric.facts.breach {
      return inconclusive(metric.isOfUnread ? end.reason ?? usual : usual)
    }
    if !isFinal, metric.growsWithSending, let cutShort { return inconclusive(cutShort) }
    return .broken
  }

  /// Something is still missing: it took longer than any time, as far as that is known.
  private func neverCaughtUp(_ expectation: Expectation, _ counts: SinkCounts) -> Check {
    guard counts[.missing] + counts[.unseen] > 0 else {
      let reason = counts[.expected] == 0 ? "nothing was expected there" : "it was not measured"
      return Check(expectation: expectation, outcome: inconclusive(end.reason ?? reason))
    }
    if let reason = end.reason { return Check(expectation: expectation, outcome: inconclusive(reason)) }
    let holds = Measurement.duration(.infinity).holds(expectation.comparison, expectation.bound) ?? false
    return Check(
      expectation: expectation, outcome: holds ? .held : .broken,
      witnesses: sink.witnesses.filter { $0.kind == .missing })
  }

  /// The reason why there is no value.
  private func absence(of metric: PlaceMetric) -> String {
    switch metric {
    case .latency: "no message was timed: only a topic that is read while the load runs has it"
    case .lagMax, .lagEnd: "it is no metric of a sink"
    case .caughtUp: "it was not measured"
    case .count(let count):
      switch count {
      case .corrupted: "nothing is compared there: the sink has no \"same\""
      case .invalid: "nothing is validated there: the sink has no \"format\" and no \"schema\""
      case .unknownFound, .unknownAbsent, .unknownUnseen, .missing, .unseen:
        sink.isPartial
          ? "with \"holds: some\" nothing is missing there" : "with \"from\" how a message was answered does not count"
      case .expected, .read, .found, .phantom, .stray, .duplicated, .foreign: "it was not counted"
      }
    }
  }

  private func inconclusive(_ reason: String) -> Check.Outcome { .inconclusive(because: reason, exit: .inconclusive) }
}

extension PlaceMetric {
  /// Not known where the sink of `from` is not: more may be expected, and what is there may be stray.
  fileprivate var dependsOnOrigin: Bool {
    switch self {
    case .count(let count):
      switch count {
      case .expected, .found, .missing, .stray: true
      case .read, .unseen, .unknownFound, .unknownAbsent, .unknownUnseen, .phantom, .duplicated, .corrupted, .invalid,
        .foreign:
        false
      }
    case .latency, .caughtUp, .lagMax, .lagEnd: false
    }
  }

  /// Messages that lack only the proof that they are absent.
  fileprivate var isOfUnread: Bool { self == .count(.unseen) || self == .count(.unknownUnseen) }

  /// More of it comes with more messages.
  fileprivate var growsWithSending: Bool {
    switch self {
    case .count: true
    case .latency, .caughtUp, .lagMax, .lagEnd: false
    }
  }
}
