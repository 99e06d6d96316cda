internal import Scenarios

/// The facts and limits that are known when the sending is over.
struct ReadingTerms: Sendable {
  var rule: EndRule
  /// Reading is given up after this long without progress.
  var within: Nanoseconds
  /// Reading is given up after this long since the last send.
  var atMost: Nanoseconds
  /// The last send, since the run's start.
  var lastSend: Nanoseconds
  /// After a stop reading goes on for this long.
  var afterStop: Nanoseconds
  /// The end of each partition before the first send.
  var noted: [Int64]
  /// The replicas of each partition that must be in sync before its end is believed with acks below all.
  var minimumInSync: [Int]

  /// The longer of 10 minutes and twice the sending, where the scenario does not say.
  static func atMost(stated: Nanoseconds?, sending: Nanoseconds) -> Nanoseconds {
    stated ?? max(.minutes(10), sending * 2)
  }
}
