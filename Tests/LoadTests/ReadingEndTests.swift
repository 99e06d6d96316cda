import Kafka
import Scenarios
import Testing
import Verification

@testable import Load

/// One reading after another, as the loop sees it: the questions, the waits, and how it ends. Times are in milliseconds.
@Suite struct ReadingEndTests {
  enum Event: Sendable {
    case begins([Int], ReadingEnd.Pass, at: Int64, [PartitionProgress])
    case decides(
      ReadingEnd.Decision, at: Int64, [PartitionProgress], isStopped: Bool = false, mustFinish: Bool = false,
      isLost: Bool = false)
    /// Asks where these partitions end, hears it from their leaders by then, and decides.
    case asks(
      [Int], withLastStable: Bool = true, at: Int64, [PartitionProgress], isStopped: Bool = false,
      hears: [Int64?], lastStable: [Int64?]? = nil, by: Int64? = nil, then: ReadingEnd.Decision = .wait)
    /// Asks who leads these partitions now, hears it, and decides.
    case confirms([Int], [Int32?], at: Int64, [PartitionProgress], then: ReadingEnd.Decision = .wait)
    /// A client lost a connection: from now on one answer is not enough.
    case losesConnection
    /// Hears how many replicas are in sync, and decides.
    case inSync(Int, of: Int, then: ReadingEnd.Decision, at: Int64, [PartitionProgress])
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var terms: ReadingTerms
    var events: [Event]
    var testDescription: String { name }

    init(_ name: String, _ terms: ReadingTerms, _ events: Event...) {
      self.name = name
      self.terms = terms
      self.events = events
    }
  }

  /// One or two partitions; given up after 10 s without progress, 60 s after the last send, 3 s after a stop.
  private static func terms(
    _ rule: EndRule = .acksAll, partitions: Int = 1, atMost: Int64 = 60_000, noted: Int64 = 0,
    obstacle: OneAnswer.Obstacle? = .notAllAcknowledged
  ) -> ReadingTerms {
    ReadingTerms(
      rules: Array(repeating: rule, count: partitions), within: .milliseconds(10_000), atMost: .milliseconds(atMost),
      lastSend: 0,
      afterStop: .milliseconds(3000),
      noted: Array(repeating: noted, count: partitions), notedLeaders: Array(repeating: 1, count: partitions),
      sendingObstacles: Array(repeating: obstacle, count: partitions),
      minimumInSync: Array(repeating: 2, count: partitions))
  }

  private static func at(
    _ position: Int64, highest: Int64 = 9, leader: Int32 = 1, isAbandoned: Bool = false,
    interruption: Interruption? = nil
  ) -> PartitionProgress {
    PartitionProgress(
      position: position, highestAcknowledged: highest, leader: leader, interruption: interruption,
      isAbandoned: isAbandoned)
  }

  /// All that was acknowledged is found.
  private static func found(_ position: Int64, highest: Int64 = 9, leader: Int32 = 1) -> PartitionProgress {
    var progress = at(position, highest: highest, leader: leader)
    progress.isAcknowledgedWithOffsets = true
    progress.isAllFound = true
    return progress
  }

  private static func gone(_ position: Int64) -> PartitionProgress {
    var progress = at(position)
    progress.gone = .topic
    return progress
  }

  private static func ask(_ partitions: Int..., withLastStable: Bool = true) -> ReadingEnd.Decision {
    .ask(.ends(partitions, withLastStable: withLastStable))
  }

  private static let standstill = ReadingEnd.Decision.giveUp(
    .standstill(partition: 0, within: .milliseconds(10_000)))

  @Test(arguments: [
    Case(
      "acks all: asks, waits a second, asks again, is done", terms(),
      .begins([0], .first, at: 0, [at(10)]),
      .asks([0], at: 0, [at(10)], hears: [10], by: 20),
      .decides(.wait, at: 1019, [at(10)]),
      .asks([0], at: 1020, [at(10)], hears: [10], by: 1030, then: .done)),
    Case(
      "the second runs from the answer, not from the question", terms(),
      .begins([0], .first, at: 0, [at(10)]),
      .asks([0], at: 0, [at(10)], hears: [10], by: 1900),
      .decides(.wait, at: 2899, [at(10)]),
      .decides(ask(0), at: 2900, [at(10)])),
    Case(
      "embedded: one answer, and no last stable offset", terms(.embedded),
      .begins([0], .first, at: 0, [at(10)]),
      .asks([0], withLastStable: false, at: 0, [at(10)], hears: [10], by: 1, then: .done)),
    Case(
      "only partitions are asked for whose end is not stable or not reached", terms(.embedded, partitions: 3),
      .begins([0, 1, 2], .first, at: 0, [at(10), at(4), at(0)]),
      .asks([0, 1, 2], withLastStable: false, at: 0, [at(10), at(4), at(0)], hears: [10, 10, nil]),
      .decides(ask(1, 2, withLastStable: false), at: 1000, [at(10), at(4), at(0)])),
    Case(
      "a stable end that is not reached: the last stable offset is asked for again, and ends it", terms(),
      .begins([0], .first, at: 0, [at(6, highest: 5)]),
      .asks([0], at: 0, [at(6, highest: 5)], hears: [10]),
      .asks([0], at: 1000, [at(6, highest: 5)], hears: [10]),
      .asks([0], at: 2000, [at(6, highest: 5)], hears: [12], lastStable: [6], then: .done)),
    Case(
      "a last stable offset that is not named again stays", terms(),
      .begins([0], .first, at: 0, [at(6, highest: 5)]),
      .asks([0], at: 0, [at(6, highest: 5)], hears: [10], lastStable: [6]),
      .asks([0], at: 1000, [at(6, highest: 5)], hears: [10], lastStable: [nil], then: .done)),
    Case(
      "a message of the run behind the last stable offset is waited for", terms(),
      .begins([0], .first, at: 0, [at(6)]),
      .asks([0], at: 0, [at(6)], hears: [10], lastStable: [6]),
      .asks([0], at: 1000, [at(6)], hears: [10], lastStable: [6]),
      .decides(.wait, at: 1001, [at(6)])),
    Case(
      "a leader that does not answer is asked again", terms(),
      .begins([0], .first, at: 0, [at(10)]),
      .asks([0], at: 0, [at(10)], hears: [nil], by: 2000),
      .decides(ask(0), at: 3000, [at(10)])),
    Case(
      "the leader changes between two answers", terms(),
      .begins([0], .first, at: 0, [at(10)]),
      .asks([0], at: 0, [at(10)], hears: [10]),
      .asks([0], at: 1000, [at(10, leader: 2)], hears: [10]),
      .asks([0], at: 2000, [at(10, leader: 2)], hears: [10], then: .done)),
    Case(
      "others append all the time: the end stays where it was first named", terms(),
      .begins([0], .first, at: 0, [at(10)]),
      .asks([0], at: 0, [at(10)], hears: [12]),
      .asks([0], at: 1000, [at(12)], hears: [90], then: .done)),
    Case(
      "fewer acks: every message lies before the end, and a second is enough", terms(.acksBelowAll),
      .begins([0], .first, at: 0, [at(10)]),
      .asks([0], at: 0, [at(10)], hears: [10]),
      .decides(.wait, at: 999, [at(10)]),
      .asks([0], at: 1000, [at(10)], hears: [10], by: 1001, then: .done)),
    Case(
      "fewer acks, a message at the end: after 45 seconds the replicas are asked for", terms(.acksBelowAll),
      .begins([0], .first, at: 0, [at(10, highest: 10)]),
      .asks([0], at: 0, [at(10, highest: 10)], hears: [10]),
      .asks([0], at: 44_000, [at(10, highest: 10)], hears: [10]),
      .asks([0], at: 45_000, [at(10, highest: 10)], hears: [10], then: .ask(.inSync(0))),
      .inSync(2, of: 0, then: .done, at: 45_010, [at(10, highest: 10)])),
    Case(
      "fewer acks, too few replicas in sync: the leader and then the replicas are asked for again",
      terms(.acksBelowAll),
      .begins([0], .first, at: 0, [at(10, highest: 10)]),
      .asks([0], at: 0, [at(10, highest: 10)], hears: [10]),
      .asks([0], at: 45_000, [at(10, highest: 10)], hears: [10], then: .ask(.inSync(0))),
      .inSync(1, of: 0, then: .wait, at: 45_010, [at(10, highest: 10)]),
      .asks([0], at: 46_000, [at(10, highest: 10)], hears: [10], then: .ask(.inSync(0))),
      .inSync(2, of: 0, then: .done, at: 46_010, [at(10, highest: 10)])),
    Case(
      "fewer acks: each partition is asked for its own replicas, and however long that takes, it can be given up",
      terms(.acksBelowAll, partitions: 2, atMost: 46_000),
      .begins([0, 1], .first, at: 0, [at(10, highest: 10), at(10, highest: 10)]),
      .asks([0, 1], at: 0, [at(10, highest: 10), at(10, highest: 10)], hears: [10, 10]),
      .asks([0, 1], at: 45_000, [at(10, highest: 10), at(10, highest: 10)], hears: [10, 10], then: .ask(.inSync(0))),
      .inSync(0, of: 0, then: .ask(.inSync(1)), at: 47_000, [at(10, highest: 10), at(10, highest: 10)]),
      .inSync(
        2, of: 1,
        then: .giveUp(.overdue(partition: 0, atMost: .milliseconds(46_000))), at: 49_000,
        [at(10, highest: 10), at(10, highest: 10)])),
    Case(
      "a partition that the client gave up is not waited for", terms(partitions: 2),
      .begins([0, 1], .first, at: 0, [at(10), at(3, isAbandoned: true)]),
      .asks([0, 1], at: 0, [at(10), at(3, isAbandoned: true)], hears: [10, nil]),
      .asks([0, 1], at: 1000, [at(10), at(3, isAbandoned: true)], hears: [10, nil], then: .done)),
    Case(
      "another partition than those of this reading is not waited for", terms(.embedded, partitions: 2),
      .begins([1], .first, at: 0, [at(0), at(10)]),
      .asks([1], withLastStable: false, at: 0, [at(0), at(10)], hears: [10], then: .done)),
  ]) func asksAndEnds(_ given: Case) { expect(given) }

  /// The sending leaves no doubt: one answer can be enough.
  @Test(arguments: [
    Case(
      "one answer, confirmed by metadata, and everything is found: done at once", terms(obstacle: nil),
      .begins([0], .first, at: 0, [found(10)]),
      .asks([0], at: 0, [found(10)], hears: [10], by: 5, then: .ask(.confirmation([0]))),
      .confirms([0], [1], at: 8, [found(10)], then: .done)),
    Case(
      "what is still to be read is waited for, and metadata asked then", terms(obstacle: nil),
      .begins([0], .first, at: 0, [at(4)]),
      .asks([0], at: 0, [at(4)], hears: [10], by: 5),
      .decides(.wait, at: 300, [at(9)]),
      .confirms([0], [1], at: 310, [found(10)], then: .done)),
    Case(
      "a new leader answered before the watch saw it: metadata names it, and a second answer is waited for",
      terms(obstacle: nil),
      .begins([0], .first, at: 0, [found(10)]),
      .asks([0], at: 0, [found(10)], hears: [10], by: 5, then: .ask(.confirmation([0]))),
      .confirms([0], [2], at: 8, [found(10)]),
      .decides(.wait, at: 1004, [found(10, leader: 2)]),
      .asks([0], at: 1005, [found(10, leader: 2)], hears: [10]),
      .decides(.wait, at: 2004, [found(10, leader: 2)]),
      .asks([0], at: 2005, [found(10, leader: 2)], hears: [10], then: .done)),
    Case(
      "metadata does not answer: it is asked once, and a second answer is waited for", terms(obstacle: nil),
      .begins([0], .first, at: 0, [found(10)]),
      .asks([0], at: 0, [found(10)], hears: [10], by: 5, then: .ask(.confirmation([0]))),
      .confirms([0], [nil], at: 900, [found(10)]),
      .asks([0], at: 1005, [found(10)], hears: [10], then: .done)),
    Case(
      "a connection is lost between the confirmation and the decision: two answers", terms(obstacle: nil),
      .begins([0], .first, at: 0, [found(10)]),
      .asks([0], at: 0, [found(10)], hears: [10], by: 5, then: .ask(.confirmation([0]))),
      .losesConnection,
      .decides(.wait, at: 8, [found(10)]),
      .asks([0], at: 1005, [found(10)], hears: [10], then: .done)),
    Case(
      "a connection was lost before: metadata is not even asked", terms(obstacle: nil),
      .losesConnection,
      .begins([0], .first, at: 0, [found(10)]),
      .asks([0], at: 0, [found(10)], hears: [10], by: 5),
      .asks([0], at: 1005, [found(10)], hears: [10], then: .done)),
    Case(
      "an end that is behind an acknowledged message: two answers of the leader, and they decide", terms(obstacle: nil),
      .begins([0], .first, at: 0, [found(10)]),
      .asks([0], at: 0, [found(10)], hears: [9], by: 5),
      .asks([0], at: 1005, [found(10)], hears: [9], then: .done)),
    Case(
      "not all is found: two answers", terms(obstacle: nil),
      .begins([0], .first, at: 0, [at(10)]),
      .asks([0], at: 0, [at(10)], hears: [10], by: 5),
      .asks([0], at: 1005, [at(10)], hears: [10], then: .done)),
    Case(
      "of two partitions one is settled, and the other is listened to", terms(partitions: 2, obstacle: nil),
      .begins([0, 1], .first, at: 0, [found(10), found(5, highest: 5)]),
      .asks(
        [0, 1], at: 0, [found(10), found(5, highest: 5)], hears: [10, 5], by: 5, then: .ask(.confirmation([0]))),
      .confirms([0], [1], at: 8, [found(10), found(5, highest: 5)]),
      .asks([1], at: 1005, [found(10), found(5, highest: 5)], hears: [5], then: .done)),
    Case(
      "a second reading: two answers", terms(obstacle: nil),
      .begins([0], .second, at: 0, [found(10)]),
      .asks([0], at: 0, [found(10)], hears: [10], by: 5),
      .asks([0], at: 1005, [found(10)], hears: [10], then: .done)),
  ]) func oneAnswerIsEnough(_ given: Case) { expect(given) }

  @Test(arguments: [
    Case(
      "no progress: given up after `within`, not sooner", terms(),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], at: 0, [at(3)], hears: [10]),
      .asks([0], at: 9000, [at(3)], hears: [10], by: 9500),
      .decides(.wait, at: 10_000, [at(3)]),
      .decides(standstill, at: 10_001, [at(3)])),
    Case(
      "progress puts it off", terms(),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], at: 0, [at(3)], hears: [10], by: 9000),
      .decides(.wait, at: 9500, [at(4)]),
      .asks([0], at: 19_500, [at(4)], hears: [10]),
      .decides(standstill, at: 19_501, [at(4)])),
    Case(
      "what others append behind the end is no progress", terms(partitions: 2),
      .begins([0, 1], .first, at: 0, [at(3), at(10)]),
      .asks([0, 1], at: 0, [at(3), at(10)], hears: [10, 10], by: 9500),
      .decides(.wait, at: 9600, [at(3), at(11)]),
      .decides(.wait, at: 10_000, [at(3), at(12)]),
      .decides(standstill, at: 10_001, [at(3), at(13)])),
    Case(
      "what comes while no end is known is progress", terms(),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], at: 0, [at(3)], hears: [nil], by: 9500),
      .decides(.wait, at: 9600, [at(4)]),
      .asks([0], at: 10_500, [at(4)], hears: [nil], by: 12_500)),
    Case(
      "coming back to a position that it had is no progress", terms(),
      .begins([0], .first, at: 0, [at(5)]),
      .asks([0], at: 0, [at(3)], hears: [10], by: 9500),
      .decides(.wait, at: 9600, [at(5)]),
      .decides(standstill, at: 10_001, [at(5)])),
    Case(
      "everything is read and answers have yet to agree: no standstill", terms(.acksBelowAll),
      .begins([0], .first, at: 0, [at(10, highest: 10)]),
      .asks([0], at: 0, [at(10, highest: 10)], hears: [10]),
      .asks([0], at: 4000, [at(10, highest: 10)], hears: [10]),
      .decides(.wait, at: 4500, [at(10, highest: 10)]),
      .asks([0], at: 8000, [at(10, highest: 10)], hears: [10]),
      .decides(.wait, at: 8500, [at(10, highest: 10)]),
      .asks([0], at: 12_000, [at(10, highest: 10)], hears: [10]),
      .decides(.wait, at: 12_500, [at(10, highest: 10)])),
    Case(
      "everything is read and the leader fell silent: that is one", terms(),
      .begins([0], .first, at: 0, [at(10)]),
      .asks([0], at: 0, [at(10)], hears: [10]),
      .decides(.wait, at: 500, [at(10)]),
      .asks([0], at: 4900, [at(10)], hears: [nil], by: 6900),
      .asks([0], at: 10_000, [at(10)], hears: [nil], by: 10_400),
      .decides(.wait, at: 10_500, [at(10)]),
      .decides(standstill, at: 10_501, [at(10)])),
    Case(
      "given up `at_most` after the last send, whatever the progress", terms(atMost: 5000),
      .begins([0], .first, at: 4000, [at(3)]),
      .asks([0], at: 4000, [at(3)], hears: [10], by: 4500),
      .decides(.wait, at: 5000, [at(4)]),
      .decides(
        .giveUp(.overdue(partition: 0, atMost: .milliseconds(5000))), at: 5001, [at(5)])),
    Case(
      "`at_most` before `within` where both are over", terms(atMost: 5000),
      .begins([0], .first, at: 0, [at(3)]),
      .asks(
        [0], at: 0, [at(3)], hears: [10], by: 10_001,
        then: .giveUp(.overdue(partition: 0, atMost: .milliseconds(5000))))),
    Case(
      "named is the first partition that is not read", terms(.embedded, partitions: 2),
      .begins([0, 1], .first, at: 0, [at(10), at(3)]),
      .asks(
        [0, 1], withLastStable: false, at: 0, [at(10), at(3)], hears: [10, 10], by: 10_001,
        then: .giveUp(.standstill(partition: 1, within: .milliseconds(10_000))))),
    Case(
      "what is read is done, although it is too late", terms(.embedded, atMost: 5000),
      .begins([0], .first, at: 6000, [at(10)]),
      .asks([0], withLastStable: false, at: 6000, [at(10)], hears: [10], then: .done)),
    Case(
      "it is asked before it is given up", terms(atMost: 5000),
      .begins([0], .first, at: 6000, [at(3)]),
      .decides(ask(0), at: 6000, [at(3)], isLost: true)),
    Case(
      "a stop: goes on for so long", terms(),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], at: 0, [at(3)], hears: [10], by: 100),
      .decides(.wait, at: 500, [at(3)], isStopped: true),
      .asks([0], at: 3500, [at(8)], isStopped: true, hears: [10]),
      .decides(.giveUp(.stopped), at: 3501, [at(9)], isStopped: true)),
    Case(
      "a second stop: given up at once, and nothing is asked", terms(),
      .begins([0], .first, at: 0, [at(3)]),
      .decides(.giveUp(.stopped), at: 0, [at(3)], isStopped: true, mustFinish: true)),
    Case(
      "everything is read when a second stop comes", terms(.embedded),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], withLastStable: false, at: 0, [at(3)], hears: [10]),
      .decides(.done, at: 500, [at(10)], isStopped: true, mustFinish: true)),
    Case(
      "everything is read when the time after a stop is over", terms(.embedded),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], withLastStable: false, at: 0, [at(3)], isStopped: true, hears: [10]),
      .decides(.done, at: 5000, [at(10)], isStopped: true)),
    Case(
      "each reading has its own time after a stop", terms(),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], at: 0, [at(3)], isStopped: true, hears: [10]),
      .begins([0], .first, at: 2500, [at(3)]),
      .asks([0], at: 2500, [at(3)], isStopped: true, hears: [10]),
      .asks([0], at: 5500, [at(3)], isStopped: true, hears: [10])),
    Case(
      "a lost cluster ends it at once", terms(),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], at: 0, [at(3)], hears: [nil], by: 100),
      .decides(.giveUp(.clusterLost), at: 105, [at(3)], isLost: true)),
    Case(
      "a lost cluster from which everything was read", terms(.embedded),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], withLastStable: false, at: 0, [at(3)], hears: [10]),
      .decides(.done, at: 5, [at(10)], isLost: true)),
    Case(
      "an end before the noted one is believed when its leader names it twice", terms(noted: 20),
      .begins([0], .first, at: 0, [at(20, isAbandoned: true)]),
      .asks([0], at: 0, [at(20, isAbandoned: true)], hears: [10]),
      .asks([0], at: 1000, [at(20, isAbandoned: true)], hears: [10], then: .done)),
    Case(
      "a topic that is gone is not waited for", terms(),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], at: 0, [at(3)], hears: [nil], by: 100),
      .decides(.done, at: 200, [gone(3)])),
  ]) func givesUp(_ given: Case) { expect(given) }

  @Test(arguments: [
    Case(
      "the second reading: what is stable stays, the rest is asked for anew and at once", terms(partitions: 2),
      .begins([0, 1], .first, at: 0, [at(10), at(10)]),
      .asks([0, 1], at: 0, [at(10), at(10)], hears: [10, nil]),
      .asks([0, 1], at: 1000, [at(10), at(10)], hears: [10, 10]),
      .begins([0, 1], .second, at: 1500, [at(0), at(0)]),
      // The first answer of the second partition was forgotten: this is not its second one.
      .asks([0, 1], at: 1500, [at(0), at(0)], hears: [20, 10], by: 2100),
      .asks([1], at: 3100, [at(10), at(10)], hears: [10], then: .done)),
    Case(
      "going on after a partition was given up: answers are kept", terms(),
      .begins([0], .first, at: 0, [at(3, isAbandoned: true)]),
      .asks([0], at: 0, [at(3, isAbandoned: true)], hears: [10], then: .done),
      .begins([0], .first, at: 100, [at(5)]),
      .decides(.wait, at: 100, [at(10)]),
      .asks([0], at: 1000, [at(10)], hears: [10], then: .done)),
    Case(
      "each reading has its own time without progress", terms(),
      .begins([0], .first, at: 0, [at(3)]),
      .asks([0], at: 0, [at(3)], hears: [10], by: 9000),
      .decides(.wait, at: 9900, [at(3)]),
      .begins([0], .second, at: 9900, [at(0)]),
      .asks([0], at: 9900, [at(0)], hears: [10], by: 19_000),
      .decides(.wait, at: 19_900, [at(0)]),
      .decides(standstill, at: 19_901, [at(0)])),
    Case(
      "the second reading's progress is its own", terms(),
      .begins([0], .first, at: 0, [at(8)]),
      .asks([0], at: 0, [at(8)], hears: [10], by: 500),
      .begins([0], .second, at: 1000, [at(0)]),
      .asks([0], at: 1000, [at(0)], hears: [10], by: 10_500),
      .decides(.wait, at: 11_000, [at(4)]),
      .decides(.wait, at: 11_400, [at(4)])),
  ]) func beginsAnew(_ given: Case) { expect(given) }

  private func expect(_ given: Case) {
    var end = ReadingEnd(given.terms)
    var hasLostConnection = false
    func expect(
      _ decision: ReadingEnd.Decision, at: Int64, _ seen: [PartitionProgress], isStopped: Bool = false,
      mustFinish: Bool = false, isLost: Bool = false
    ) {
      let observation = ReadingEnd.Observation(
        partitions: seen, isStopped: isStopped, mustFinish: mustFinish, isLost: isLost,
        hasLostConnection: hasLostConnection)
      #expect(end.decide(observation, at: .milliseconds(at)) == decision, "at \(at) ms")
    }
    for event in given.events {
      switch event {
      case .begins(let partitions, let pass, let at, let seen):
        end.begin(partitions, pass, seen, at: .milliseconds(at))
      case .decides(let decision, let at, let seen, let isStopped, let mustFinish, let isLost):
        expect(decision, at: at, seen, isStopped: isStopped, mustFinish: mustFinish, isLost: isLost)
      case .asks(
        let asked, let withLastStable, let at, let seen, let isStopped, let ends, let lastStable, let by, let then):
        expect(.ask(.ends(asked, withLastStable: withLastStable)), at: at, seen, isStopped: isStopped)
        let answers = ends.enumerated().map { ReadingEnd.EndAnswer(end: $1, lastStable: lastStable?[$0]) }
        end.note(answers, of: asked, seen, at: .milliseconds(by ?? at))
        expect(then, at: by ?? at, seen, isStopped: isStopped)
      case .confirms(let asked, let leaders, let at, let seen, let then):
        expect(.ask(.confirmation(asked)), at: at, seen)
        for (index, leader) in zip(asked, leaders) {
          end.note(OneAnswer.Confirmation(leader: leader, isAcknowledgedTwice: false), of: index)
        }
        expect(then, at: at, seen)
      case .losesConnection: hasLostConnection = true
      case .inSync(let count, let partition, let then, let at, let seen):
        end.note(inSync: count, of: partition)
        expect(then, at: at, seen)
      }
    }
  }

  // MARK: What came of it

  private static func reading(_ change: (inout PartitionReading) -> Void) -> PartitionReading {
    var reading = PartitionReading(topic: "orders", partition: 0, noted: 2)
    change(&reading)
    return reading
  }

  struct Recorded: Sendable, CustomTestStringConvertible {
    var name: String
    var pass: ReadingEnd.Pass
    var seen: PartitionProgress
    var end: Int64?
    var lastStable: Int64?
    var before: String?
    var reading: PartitionReading
    var testDescription: String { name }

    init(
      _ name: String, _ pass: ReadingEnd.Pass, _ seen: PartitionProgress, end: Int64?, lastStable: Int64? = nil,
      interruptedBefore before: String? = nil, _ change: (inout PartitionReading) -> Void
    ) {
      self.name = name
      self.pass = pass
      self.seen = seen
      self.end = end
      self.lastStable = lastStable
      self.before = before
      reading = ReadingEndTests.reading(change)
    }
  }

  private static let changed = Interruption.leaderChanged(from: 1, to: 2)

  @Test(arguments: [
    Recorded("read to its end", .first, at(10), end: 10) {
      $0.position = 10
      $0.end = 10
      $0.endIsStable = true
    },
    Recorded("its leader did not answer", .first, at(7), end: nil) { $0.position = 7 },
    Recorded("with its last stable offset", .first, at(7), end: 10, lastStable: 7) {
      $0.position = 7
      $0.end = 10
      $0.endIsStable = true
      $0.lastStable = 7
    },
    Recorded("interrupted", .first, at(10, interruption: changed), end: 10) {
      $0.position = 10
      $0.end = 10
      $0.endIsStable = true
      $0.interruption = "its leader changed from 1 to 2"
    },
    Recorded("the second reading comes to its end", .second, at(10), end: 10, interruptedBefore: "earlier") {
      $0.position = 10
      $0.end = 10
      $0.endIsStable = true
      $0.interruption = "earlier"
      $0.readAgain = true
    },
    Recorded("the second reading does not come to its end", .second, at(9), end: 10, interruptedBefore: "earlier") {
      $0.position = 9
      $0.end = 10
      $0.endIsStable = true
      $0.interruption = "earlier"
    },
    Recorded(
      "the second reading is interrupted", .second, at(10, interruption: changed), end: 10,
      interruptedBefore: "earlier"
    ) {
      $0.position = 10
      $0.end = 10
      $0.endIsStable = true
      $0.interruption = "its leader changed from 1 to 2"
    },
  ]) func recordsHowFarItCame(_ given: Recorded) {
    var end = ReadingEnd(Self.terms(.embedded))
    end.begin([0], given.pass, [given.seen], at: 0)
    end.note(
      [ReadingEnd.EndAnswer(end: given.end, lastStable: given.lastStable)], of: [0], [given.seen], at: 0)
    var readings = [Self.reading { $0.interruption = given.before }]
    end.record([given.seen], at: 0, in: &readings)
    var expected = given.reading
    expected.highestAcknowledged = 9
    #expect(readings == [expected])
  }

  @Test func recordsThePartitionsOfTheReadingAlone() {
    var end = ReadingEnd(Self.terms(.embedded, partitions: 2))
    let seen = [Self.at(4), Self.at(6)]
    end.begin([1], .second, seen, at: 0)
    end.note([ReadingEnd.EndAnswer(end: 6)], of: [1], seen, at: 0)
    var readings = [Self.reading { _ in }, Self.reading { _ in }]
    end.record(seen, at: 0, in: &readings)
    #expect(readings.map(\.position) == [2, 6])
    #expect(readings.map(\.readAgain) == [false, true])
  }

  @Test(
    arguments: [
      ("the scenario's own", 5, 1000, 5),
      ("ten minutes", nil, .seconds(60), .seconds(600)),
      ("twice the sending, where that is longer", nil, .seconds(301), .seconds(602)),
      ("no sending at all", nil, -1, .seconds(600)),
    ] as [(String, Nanoseconds?, Nanoseconds, Nanoseconds)]
  ) func longestReading(_ name: String, _ stated: Nanoseconds?, _ sending: Nanoseconds, _ atMost: Nanoseconds) {
    #expect(ReadingTerms.atMost(stated: stated, sending: sending) == atMost)
  }

  @Test(
    arguments: [
      (
        .standstill(partition: 0, within: 7),
        .readingGivenUp(
          within: 7, atMost: nil, partition: TopicPartition(topic: "orders", partition: 0), position: 5, end: 10)
      ),
      (
        .overdue(partition: 0, atMost: 8),
        .readingGivenUp(
          within: nil, atMost: 8, partition: TopicPartition(topic: "orders", partition: 0), position: 5, end: 10)
      ),
      (.stopped, nil),
      (.clusterLost, nil),
    ] as [(ReadingEnd.GivingUp, LoadError?)]
  ) func errors(_ reason: ReadingEnd.GivingUp, _ error: LoadError?) {
    let reading = Self.reading {
      $0.position = 5
      $0.end = 10
    }
    #expect(reason.error([reading]) == error)
  }
}
