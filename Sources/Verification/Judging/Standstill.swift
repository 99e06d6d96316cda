internal import Scenarios

/// The time for which this process was stopped while a stage was sent, answered and read: whatever is measured over such a time
/// has it in it, and the system did not cause it.
struct Standstill {
  private let stage: StageResult

  /// Nil where it never did.
  init?(of stage: StageResult) {
    guard stage.standstills?.isEmpty == false || stage.readingStandstills?.isEmpty == false else { return nil }
    self.stage = stage
  }

  /// True where a value beyond its bound could be within it if the time for which the process was stopped had been no part of
  /// what was measured.
  func mayBeAllOf(_ expectation: Expectation, actual: Measurement) -> Bool {
    guard let value = actual.number, let bound = expectation.bound.fraction?.value else { return false }
    let isTooMuch = expectation.comparison.limitsAbove && (expectation.comparison != .equal || value > bound)
    if isTooMuch {
      if case .latency(let latency, let statistic) = expectation.metric, let all = stage.histogram(of: latency),
        let hindered = stage.hindered(of: latency)
      {
        return mayBeAllOf(expectation.comparison, bound, statistic, all, hindered, latency)
      }
      guard let excess = mostExcess(expectation.metric, of: value) else { return false }
      return expectation.comparison == .less ? value - excess < bound : value - excess <= bound
    }
    guard let factor = mostShortage(expectation.metric, of: value) else { return false }
    return expectation.comparison == .greater ? value * factor > bound : value * factor >= bound
  }

  /// Only messages that waited meanwhile were faster without it, and none by more than the process was stopped within a time as long
  /// as the longest of them.
  private func mayBeAllOf(
    _ comparison: Expectation.Comparison, _ bound: Double, _ statistic: Latency.Statistic, _ all: LatencyHistogram,
    _ hindered: LatencyHistogram, _ latency: Latency
  ) -> Bool {
    guard hindered.count > 0 else { return false }
    let most = inAny(latency == .endToEnd ? reading : sending, of: Double(hindered.maximum))
    let least = all.shortening(hindered, by: Nanoseconds(Int64(exactly: most.rounded(.up)) ?? .max))
    guard let value = least.nanoseconds(statistic) else { return false }
    return comparison == .less ? value < bound : value <= bound
  }

  /// Without it the stage's rate would have been kept.
  var explainsRate: Bool {
    guard let ratio = stage.keptRateRatio else { return false }
    return ratio * stretch(sending, max(stage.duration ?? .zero, stage.targetDuration ?? .zero)) >= 0.99
  }

  /// The most by which standstills can have made `value` too great; nil where they do not.
  private func mostExcess(_ metric: Metric, of value: Double) -> Double? {
    switch metric {
    case .latency(let latency, _):
      // No statistic of a latency falls by more than the process was stopped within a time as long as its value.
      return inAny(latency == .endToEnd ? reading : sending, of: value)
    case .figure(let figure):
      switch figure {
      case .ackGapMax: return stage.ackGapMaxRunning.map { value - Double($0.count) }
      case .readGapMax: return stage.readGapMaxRunning.map { value - Double($0.count) }
      case .drain: return inAny(reading, of: value)
      case .duration: return Double((stage.index == nil ? reading : sending).total.count)
      case .queueFull: return Double(sending.total.count)
      case .lagMax: return Double(stage.dueInStandstills ?? 0)
      case .rateKept, .readRate, .throughput, .retries, .messageMean, .clientRSSMax, .clientCPU, .clientCPUPerMessage,
        .throttle:
        return nil
      }
    case .sending, .reading, .refused, .place: return nil
    }
  }

  /// The greatest factor by which standstills can have made `value` too small; nil where they do not.
  private func mostShortage(_ metric: Metric, of value: Double) -> Double? {
    switch metric {
    case .figure(let figure):
      switch figure {
      case .throughput: return stretch(sending, stage.duration)
      case .rateKept: return stretch(sending, max(stage.duration ?? .zero, stage.targetDuration ?? .zero))
      case .readRate:
        guard let read = stage.read?[.read], value > 0 else { return nil }
        return stretch(reading, Nanoseconds(seconds: Double(read) / value))
      case .duration, .drain, .queueFull, .ackGapMax, .readGapMax, .lagMax, .retries, .messageMean, .clientRSSMax,
        .clientCPU, .clientCPUPerMessage, .throttle:
        return nil
      }
    case .sending, .reading: return metric.isAmountOfTime(in: stage) ? stretch(sending, stage.duration) : nil
    case .latency, .refused, .place: return nil
    }
  }

  private var sending: Intervals { stage.standstills ?? Intervals() }
  private var reading: Intervals { stage.readingStandstills ?? sending }

  private func inAny(_ standstills: Intervals, of length: Double) -> Double {
    Double(standstills.most(within: Nanoseconds(Int64(exactly: length.rounded(.up)) ?? .max)).count)
  }

  /// The factor by which a rate rises if standstills are no part of its time.
  private func stretch(_ standstills: Intervals, _ time: Nanoseconds?) -> Double {
    guard let time, time > .zero else { return 1 }
    let rest = time - standstills.total
    return rest > .zero ? time.seconds / rest.seconds : .infinity
  }

  /// The reason for which a check is inconclusive.
  var sentence: String {
    "this process was stopped for \(max(sending.total, reading.total).inTenths) during the "
      + "\(stage.index == nil ? "run" : "stage") (suspended, or the machine was busy)"
  }
}

extension Measurement {
  /// In the unit's own base, as `Bound.fraction` is.
  fileprivate var number: Double? {
    switch self {
    case .count(let count): Double(count)
    case .duration(let value), .ratio(let value), .rate(let value), .byteRate(let value), .size(let value): value
    }
  }
}

extension Nanoseconds {
  fileprivate init(seconds: Double) { self.init(Int64(exactly: (seconds * 1e9).rounded()) ?? .max) }
}
