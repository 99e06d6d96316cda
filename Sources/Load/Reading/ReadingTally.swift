internal import Scenarios
internal import Verification

/// The reader's measurements of one stage, beside the ledger's counts. Times count from the run's start.
struct ReadingTally {
  var endToEnd = LatencyHistogram()
  /// Those of the present second, which are not yet among them.
  var present = LatencyHistogram()
  var series = ReadingSeries()
  /// Partitions were read again, or records counted in another stage at the end: the row has other numbers than the seconds.
  var isCorrected = false
  /// All of its messages are answered, or given up.
  var isAnswered = false
  /// The messages that were seen when its gap was last measured.
  var seen: UInt64 = 0
  var gap = ReadGap()
  var lastRead: Nanoseconds?
  var records: UInt64 = 0
  var lagMax: UInt64 = 0
  var gapMax: Nanoseconds = .zero
  var gaps = LongestGaps()
  /// The longest without the time for which this process was stopped.
  var gapMaxRunning: Nanoseconds = .zero
  /// Those of `endToEnd` that waited while this process was stopped.
  var hinderedEndToEnd = LatencyHistogram()
}
