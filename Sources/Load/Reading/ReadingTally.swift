internal import Scenarios
internal import Verification

/// The reader's measurements of one stage, beside the ledger's counts. Times count from the run's start.
struct ReadingTally {
  var endToEnd = LatencyHistogram()
  var lastRead: Nanoseconds?
  var records: UInt64 = 0
  var lagMax: UInt64 = 0
  var gapMax: Nanoseconds = .zero
  /// The same without the time for which this process was stopped.
  var gapMaxRunning: Nanoseconds = .zero
  /// Those of `endToEnd` that waited while this process was stopped.
  var hinderedEndToEnd = LatencyHistogram()
}
