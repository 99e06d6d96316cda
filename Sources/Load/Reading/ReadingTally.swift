internal import Verification

/// What the reader measures of one stage, beside what its ledger counts. Times are nanoseconds since the run's start.
struct ReadingTally {
  var endToEnd = LatencyHistogram()
  var lastRead: Int64?
  var records: UInt64 = 0
  var lagMax: UInt64 = 0
  var gapMax: Int64 = 0
}
