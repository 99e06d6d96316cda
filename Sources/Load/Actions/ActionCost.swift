internal import Scenarios
internal import Verification

/// A stage as an action may have disturbed it. Times count from the run's start.
struct DisturbedStage: Sendable {
  /// Its index in the scenario.
  var index: Int
  var start: Nanoseconds
  var series: StageSeries
  var ackGaps: LongestGaps
  var readGaps: LongestGaps
}

/// The cost of an action in its time, which ends a minute after its last command: a cluster needs that to come to rest. Pure: times
/// count from the run's start.
struct ActionCost {
  /// The time after its last command that is still an action's.
  static let aftermath = Nanoseconds.seconds(60)
  /// The seconds before an action that say what was usual.
  static let usualSeconds = 30
  /// The seconds that must be as usual before it counts as over.
  static let calmSeconds = 3

  let begun: Nanoseconds
  let ended: Nanoseconds
  let stages: [DisturbedStage]

  /// - Parameter ended: the end of its last command.
  init(begun: Nanoseconds, ended: Nanoseconds, stages: [DisturbedStage]) {
    self.begun = begun
    self.ended = ended
    self.stages = stages
  }

  private var end: Nanoseconds { ended + Self.aftermath }

  /// The longest time without an acknowledgement while one was awaited; nil where there was none of 20 ms or more.
  var ackGap: Nanoseconds? { stages.compactMap { $0.ackGaps.longest(from: begun, to: end) }.max() }

  /// The longest time without a record while one was to be read; nil where there was none of 20 ms or more.
  var readGap: Nanoseconds? { stages.compactMap { $0.readGaps.longest(from: begun, to: end) }.max() }

  /// Messages that were due in its time, of a stage: it is paced, so that this is known of each.
  func contains(due: Nanoseconds) -> Bool { due >= begun && due < end }

  // MARK: Recovery

  /// One second, counted from the action's start: before it is below 0.
  private enum Second: Equatable {
    /// Acknowledgements came, with this p99 of their latency.
    case answered(p99: UInt64)
    /// Some were awaited, and none came.
    case waiting
  }

  /// From its start until the p99 of `ack_latency` was for three seconds what it had been at most in the 30 s before. Nil where too
  /// little was sent before it or after it to say so, and where it was not reached in the sending.
  var recovery: Nanoseconds? {
    let seconds = seconds
    let usual = seconds.filter { $0.key < 0 && $0.key >= -Self.usualSeconds }.compactMap { second -> UInt64? in
      if case .answered(let p99) = second.value { p99 } else { nil }
    }
    guard usual.count >= Self.calmSeconds, let limit = usual.max() else { return nil }
    var calm: [Int] = []
    for second in seconds.keys.filter({ $0 >= 0 }).sorted() {
      if case .answered(let p99)? = seconds[second], p99 <= limit {
        calm.append(second)
        if calm.count == Self.calmSeconds { return .seconds(Int64(calm[0])) }
      } else {
        calm = []
      }
    }
    return nil
  }

  /// The seconds in which something was answered or awaited.
  private var seconds: [Int: Second] {
    var seconds: [Int: Second] = [:]
    for stage in stages {
      for (index, interval) in stage.series.intervals.enumerated() {
        let since = stage.start + StageSeries.length * Int64(index) - begun
        // The one that has the start in it is the first.
        let place = Int((Double(since.count) / Double(StageSeries.length.count)).rounded(.up))
        if let latency = interval.ackLatency {
          if seconds[place] != .waiting { seconds[place] = .answered(p99: Swift.max(latency.p99, p99(seconds[place]))) }
        } else if interval.acknowledged == 0, interval.inFlight > 0 {
          seconds[place] = .waiting
        }
      }
    }
    return seconds
  }

  private func p99(_ second: Second?) -> UInt64 {
    if case .answered(let p99)? = second { p99 } else { 0 }
  }
}
