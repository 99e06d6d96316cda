internal import Scenarios
internal import Verification

/// What the reader measures of one stage, beside what its ledger counts. Times count from the run's start.
struct ReadingTally {
  var endToEnd = LatencyHistogram()
  var lastRead: Nanoseconds?
  var records: UInt64 = 0
  var lagMax: UInt64 = 0
  var gapMax: Nanoseconds = .zero
}
