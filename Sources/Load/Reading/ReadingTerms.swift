/// The facts and limits that are known when the sending is over. Times are nanoseconds.
struct ReadingTerms: Sendable {
  var rule: EndRule
  /// Reading is given up after this long without progress.
  var within: UInt64
  /// Reading is given up after this long since the last send.
  var atMost: UInt64
  /// The last send, since the run's start.
  var lastSend: Int64
  /// After a stop reading goes on for this long.
  var afterStop: Int64
  /// The replicas of each partition that must be in sync before its end is believed with acks below all.
  var minimumInSync: [Int]

  /// The longer of 10 minutes and twice the sending, where the scenario does not say.
  static func atMost(stated: UInt64?, sending: Int64) -> UInt64 {
    stated ?? max(600 * UInt64(Int64.second), 2 * UInt64(max(sending, 0)))
  }
}
