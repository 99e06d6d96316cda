package import Scenarios

/// A stage by the second, from its start on: the rows of `timeseries.csv`. Seconds in which nothing happened are there, too.
package struct StageSeries: Sendable, Equatable {
  /// The length of an interval.
  package static let length = Nanoseconds.seconds(1)

  /// One second. A message counts in the second in which it was sent, its answer in that of the answer, a record in that of its
  /// reading. Nil is not measured.
  package struct Interval: Sendable, Equatable {
    /// Messages that were due in it, and at the end those that were never sent.
    package var due: UInt64 = 0
    package var sent: UInt64 = 0
    package var withheld: UInt64 = 0
    package var dropped: UInt64 = 0
    package var acknowledged: UInt64 = 0
    package var rejected: UInt64 = 0
    package var unknown: UInt64 = 0
    package var aborted: UInt64 = 0
    package var bytesAcknowledged: UInt64 = 0
    package var read: UInt64 = 0
    package var bytesRead: UInt64 = 0
    package var anomalies: UInt64 = 0

    /// Messages that were sent and not answered when it ended.
    package var inFlight: UInt64 = 0
    /// The most messages that were acknowledged and not yet read.
    package var lagMax: UInt64?
    /// Messages in the queues of the client, as it says once a second.
    package var queued: UInt64?
    package var retries: UInt64?
    /// Milliseconds, the longest that a broker said to hold the client back for.
    package var throttleMax: UInt64 = 0
    /// Nanoseconds, as all that follow.
    package var latenessMax: UInt64?
    package var ackLatency: Latencies?
    package var endToEndLatency: Latencies?

    package init() {}
  }

  /// The latencies of one second; nanoseconds.
  package struct Latencies: Sendable, Equatable {
    package var p50: UInt64
    package var p99: UInt64
    package var maximum: UInt64

    package init(p50: UInt64, p99: UInt64, maximum: UInt64) {
      self.p50 = p50
      self.p99 = p99
      self.maximum = maximum
    }

    /// Nil for a histogram without a latency.
    package init?(_ histogram: LatencyHistogram) {
      guard let p50 = histogram.nanoseconds(atPercentile: 50), let p99 = histogram.nanoseconds(atPercentile: 99) else {
        return nil
      }
      self.init(p50: p50, p99: p99, maximum: histogram.maximum)
    }
  }

  package var intervals: [Interval] = []
  /// The time from the stage's start to its last event; the last interval ends there.
  package var end = Nanoseconds.zero
  /// Messages a second that the scenario asks for, as far as it does; empty where nothing is due at a time.
  package var targets: [Double] = []

  package init() {}

  /// No stage is as long as that; a time beyond it counts in the last interval.
  private static let mostIntervals = 1 << 24

  /// The interval of a time since the stage's start; what was before it counts in the first.
  package static func index(of time: Nanoseconds) -> Int {
    min(Int(max(time.count, 0) / length.count), mostIntervals - 1)
  }

  /// Adds the interval if it is not there, with empty ones before it.
  package mutating func reach(_ index: Int) {
    while intervals.count <= index { intervals.append(Interval()) }
  }

  package mutating func change(_ index: Int, _ change: (inout Interval) -> Void) {
    reach(index)
    change(&intervals[index])
  }

  /// The length of an interval: the last one ends with the series.
  package func length(of index: Int) -> Nanoseconds {
    guard index == intervals.count - 1 else { return Self.length }
    let rest = end - Self.length * Int64(index)
    return rest > .zero && rest < Self.length ? rest : Self.length
  }

  /// Messages a second that the scenario asks for in an interval; nil where it asks for none at a time.
  package func target(of index: Int) -> Double? {
    targets.isEmpty ? nil : targets.indices.contains(index) ? targets[index] : 0
  }

  package func total(_ count: KeyPath<Interval, UInt64>) -> UInt64 {
    intervals.reduce(0) { $0 &+ $1[keyPath: count] }
  }
}
