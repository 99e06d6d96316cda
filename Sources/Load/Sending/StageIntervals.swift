internal import Scenarios
internal import Synchronization
internal import Verification

/// The seconds of one stage, put together from what its producers counted in each: they hand it over when a second is past, so the
/// lock is taken once a second by each, and the histogram of a second is kept until all of them are past it.
final class StageIntervals: Sendable {
  private struct Kept {
    var series = StageSeries()
    /// The acknowledgement latencies of seconds that a producer may still add to, by interval.
    var open: [Int: LatencyHistogram] = [:]
    /// The intervals that each producer is past.
    var passed: [Int]
    /// The windows of the peak that some producers have decided, by number.
    var windows: [Int: (producers: Int, due: UInt64, inTime: UInt64)] = [:]
    var peak: PeakShare?

    /// Takes the percentiles of the seconds that all producers are past.
    mutating func summarize() {
      guard let passed = passed.min() else { return }
      for (index, histogram) in open where index < passed {
        series.change(index) { $0.ackLatency = StageSeries.Latencies(histogram) }
        open[index] = nil
      }
    }
  }

  private let kept: Mutex<Kept>

  init(producers: Int) { kept = Mutex(Kept(passed: Array(repeating: 0, count: producers))) }

  /// Changes one second: for what is rare, or comes after the second was handed over.
  func change(_ index: Int, _ change: (inout StageSeries.Interval) -> Void) {
    kept.withLock { $0.series.change(index, change) }
  }

  /// Takes over the answers of a second, to which this producer adds no further latency.
  func close(_ answers: SendingSeries.Answers, of producer: Int) {
    kept.withLock { kept in
      if answers.hasCounts { kept.series.change(answers.index, answers.add) }
      if answers.latencies.count > 0 { kept.open[answers.index, default: LatencyHistogram()].merge(answers.latencies) }
      kept.passed[producer] = max(kept.passed[producer], answers.index + 1)
      kept.summarize()
    }
  }

  /// Adds one producer's part of a window of the greatest rate.
  func decided(_ outcome: PeakWatch.Outcome) {
    kept.withLock { kept in
      var window = kept.windows[outcome.number] ?? (0, 0, 0)
      window = (window.producers + 1, window.due + outcome.due, window.inTime + outcome.inTime)
      kept.windows[outcome.number] = window
      guard window.producers == kept.passed.count else { return }
      kept.windows[outcome.number] = nil
      let share = PeakShare(due: window.due, inTime: window.inTime)
      if window.due > 0, kept.peak.map({ $0 < share }) ?? true { kept.peak = share }
    }
  }

  /// The best window of the greatest rate; nil where there was none with a message.
  var peak: PeakShare? { kept.withLock { $0.peak } }

  /// The producer adds nothing more; `end` is its last event since the stage's start.
  func finish(_ producer: Int, end: Nanoseconds) {
    kept.withLock { kept in
      kept.passed[producer] = .max
      kept.series.end = max(kept.series.end, end)
      kept.summarize()
    }
  }

  /// Once all producers have finished.
  var series: StageSeries { kept.withLock { $0.series } }
}
