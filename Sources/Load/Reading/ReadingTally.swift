internal import Scenarios
internal import Verification

/// The reader's measurements of one stage, beside the ledger's counts. Times count from the run's start.
struct ReadingTally {
  var endToEnd = LatencyHistogram()
  var lastRead: Nanoseconds?
  var records: UInt64 = 0
  var lagMax: UInt64 = 0
  var gapMax: Nanoseconds = .zero
}
