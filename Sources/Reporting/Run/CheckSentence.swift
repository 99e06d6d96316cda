internal import Diagnostics
internal import Scenarios
internal import Verification

// What a check says of itself, for the reports that people read.
extension Check {
  /// Its level is `warn`: whatever was seen, the case passes.
  var isAdvice: Bool { expectation.level == .warn }

  /// A check of level `warn` that is broken or inconclusive.
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

  /// The part before the metric in a check's code.
  enum Area: String, CaseIterable {
    case verification, expectation, inconclusive
  }

  /// Dotted and stable: `verification.lost`, `expectation.rate_kept`, `inconclusive.unseen`.
  var code: String {
    if case .exercise(let exercise)? = subject { return exercise.code.rawValue }
    if subject == .abortCondition { return "expectation.abort_when" }
    let isOfMessages = expectation.metric.breach == .verification
    let area: Area = isInconclusive ? .inconclusive : isOfMessages ? .verification : .expectation
    return "\(area.rawValue).\(expectation.metric.name)"
  }

  /// One sentence about a check that did not hold: `3 of 120,000 acknowledged messages are lost`.
  func sentence(in part: JudgedPart, of result: RunResult) -> String {
    switch outcome {
    case .inconclusive(let reason, _), .skipped(let reason): reason.visible
    case .held: "held"
    case .broken:
      switch part {
      case .stage(let stage): brokenSentence(in: stage)
      case .sink(let sink): brokenSentence(in: SinkSentences(sink, of: result))
      case .group, .action: bareSentence { _, _ in nil }
      }
    }
  }

  /// The measured value, as it is shown beside the expected one: `3`, `98.21%`; nil where nothing was.
  var actualText: String? {
    actual.map { $0.text(beside: expectation.bound) + (expectation.metric == .refused ? " got through" : "") }
  }

  /// The values that the expectation allows: `0`, `at least 99%`.
  var expectedText: String {
    switch subject {
    case .exercise(let exercise)?: return exercise.title
    case .abortCondition?: return "never \(expectation.condition)"
    case nil: break
    }
    let bound = expectation.bound.shown
    return switch expectation.comparison {
    case .less: "less than \(bound)"
    case .atMost: "at most \(bound)"
    case .greater: "more than \(bound)"
    case .atLeast: "at least \(bound)"
    case .equal: bound
    }
  }

  /// The sentence, with a quota where it may be the cause.
  private func brokenSentence(in stage: StageResult) -> String {
    guard let throttled = stage.throttled(expectation.metric), !throttled.isEmpty else {
      return bareSentence(in: stage)
    }
    return "\(bareSentence(in: stage)), while brokers held this client back for \(throttled.total.inTenths) (a quota)"
  }

  private func bareSentence(in stage: StageResult) -> String {
    if subject == .abortCondition {
      return "\(expectation.metric.name) was \(actualText ?? "not known"), which ended the sending"
    }
    let metric = expectation.metric
    if metric == .refused, case .count(let count)? = actual {
      return
        "\(HumanNumber.grouped(count)) of \(Plural.count(stage.send[.due], "message")) got through, expected none: "
        + expectation.condition
    }
    guard metric != .rateKept else {
      return "the rate was kept to \(actualText ?? "not known"), expected \(expectedText)"
    }
    return bareSentence { metric, count in metric.sentence(count, in: stage) }
  }

  private func brokenSentence(in sentences: SinkSentences) -> String {
    bareSentence { metric, count in
      if case .place(.count(let key)) = metric { sentences.sentence(key, count) } else { nil }
    }
  }

  private func bareSentence(_ words: (Metric, UInt64) -> String?) -> String {
    let metric = expectation.metric
    // It is broken without a value where that time never came.
    guard actual != nil || metric != .place(.caughtUp) else { return "it never caught up, expected \(expectedText)" }
    let seen = actualText ?? "not known"
    // Too many of what there should be none of is said in words; everything else by its figures.
    guard case .count(let count)? = actual, expectation.comparison.limitsAbove, actual?.isAbove(expectation) == true,
      let words = words(metric, count)
    else { return "\(metric.name) is \(seen), expected \(expectedText)" }
    return expectation.bound == .count(0) ? words : "\(words), expected \(expectedText)"
  }
}

extension Measurement {
  /// True where the value is more than `expectation` allows, not less.
  fileprivate func isAbove(_ expectation: Expectation) -> Bool { holds(.greater, expectation.bound) ?? false }
}
