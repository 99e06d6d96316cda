internal import Scenarios

/// The facts and limits that are known when the sending is over.
struct ReadingTerms: Sendable {
  /// The embedded broker keeps no replicas, and too little to read anything again.
  var isEmbedded: Bool { rules.contains(.embedded) }
  /// By partition, as all that follows in arrays.
  var rules: [EndRule]
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
  /// The leader of each partition at that time.
  var notedLeaders: [Int32]
  /// The reasons in the sending why one answer of the leader does not settle the end; nil where there is none.
  var sendingObstacles: [OneAnswer.Obstacle?]
  /// The replicas of each partition that must be in sync before its end is believed with acks below all.
  var minimumInSync: [Int]

  /// The longer of 10 minutes and twice the sending, where the scenario does not say.
  static func atMost(stated: Nanoseconds?, sending: Nanoseconds) -> Nanoseconds {
    stated ?? max(.minutes(10), sending * 2)
  }
}
