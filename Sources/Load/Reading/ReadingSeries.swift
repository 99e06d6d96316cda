internal import Scenarios
internal import Verification

/// The seconds of one stage as its reader sees them: what was read in each is the ledger's progress since the one before, so that a
/// record costs nothing. One writer: the reader's queue. Times count from the run's start.
struct ReadingSeries {
  private(set) var series = StageSeries()
  /// The stage's start; nil until it is known.
  private(set) var start: Nanoseconds?
  /// The end of the present second.
  private(set) var end = Nanoseconds.max
  private var index = 0
  private var before = Ledger.Progress()
  private var lagMax: UInt64?
  private var isEnded = false

  mutating func begin(at moment: Nanoseconds) {
    start = moment
    end = moment + StageSeries.length
  }

  mutating func note(lag: UInt64) { lagMax = max(lagMax ?? 0, lag) }

  /// Ends the present second, of whose messages `latencies` are; the next one has `now` in it.
  mutating func close(_ progress: Ledger.Progress, _ latencies: LatencyHistogram, at now: Nanoseconds) {
    guard let start, !isEnded else { return }
    if progress != before || latencies.count > 0 || lagMax ?? 0 > 0 {
      series.change(index) { interval in
        interval.read += progress.read - min(before.read, progress.read)
        interval.bytesRead += progress.bytes - min(before.bytes, progress.bytes)
        interval.anomalies += progress.anomalies - min(before.anomalies, progress.anomalies)
        interval.lagMax = lagMax
        interval.endToEndLatency = StageSeries.Latencies(latencies)
      }
      series.end = max(series.end, min(now, end) - start)
    }
    before = progress
    lagMax = nil
    index = StageSeries.index(of: now - start)
    end = start + StageSeries.length * Int64(index + 1)
  }

  /// From now on nothing counts: time series are those of the first reading.
  mutating func finish(_ progress: Ledger.Progress, _ latencies: LatencyHistogram, at now: Nanoseconds) {
    close(progress, latencies, at: now)
    isEnded = true
  }
}
