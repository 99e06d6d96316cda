import Kafka
import Scenarios
import Testing
import Verification

@testable import Load

/// The conditions under which one answer of a leader settles a partition's end: all of them hold, and one at a time is broken.
@Suite struct OneAnswerTests {
  /// Ten messages, acknowledged at offsets 5…14 and found; the end is 15.
  private static let proven = OneAnswer(
    sending: nil, noted: 5, notedLeader: 1, hasLostConnection: false, isFirstReading: true,
    answer: PartitionEnd.Answer(end: 15, leader: 1, since: 3, heard: 3),
    confirmation: OneAnswer.Confirmation(leader: 1, isAcknowledgedTwice: false),
    reader: {
      var reader = PartitionProgress(position: 15, highestAcknowledged: 14, leader: 1)
      reader.isAcknowledgedWithOffsets = true
      reader.isAllFound = true
      return reader
    }())

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var obstacle: OneAnswer.Obstacle?
    var given: OneAnswer
    var testDescription: String { name }

    init(_ name: String, _ obstacle: OneAnswer.Obstacle?, _ change: (inout OneAnswer) -> Void = { _ in }) {
      self.name = name
      self.obstacle = obstacle
      given = proven
      change(&given)
    }
  }

  private static let cases = [
    Case("all conditions hold", nil),
    Case("the sending leaves a doubt", .acksBelowAll) { $0.sending = .acksBelowAll },
    Case("a client lost a connection", .connectionLost) { $0.hasLostConnection = true },
    Case("fetching was interrupted", .interrupted) { $0.reader.interruption = .outOfRange },
    Case("the watch saw another leader, and the first again", .interrupted) {
      $0.reader.interruption = .leaderChanged(from: 1, to: 2)
    },
    Case("the topic was absent at some time", .interrupted) { $0.reader.wasDeleted = true },
    Case("the partition is gone", .interrupted) { $0.reader.gone = .partition },
    Case("the client gave the partition up", .interrupted) { $0.reader.isAbandoned = true },
    Case("it is read once more", .secondReading) { $0.isFirstReading = false },
    Case("the leader did not answer", .noAnswer) { $0.answer = nil },
    Case("another leader answered", .otherLeader) { $0.answer?.leader = 2 },
    Case("the answer is the first leader's, and the partition is read from another", .otherLeader) {
      $0.reader.leader = 2
    },
    Case("the end is the highest acknowledged offset: that message lies behind it", .endTooLow) {
      $0.answer?.end = 14
    },
    Case("the end is above it by one", nil) { $0.answer?.end = 15 },
    Case("others appended since", nil) {
      $0.answer?.end = 40
      $0.reader.position = 40
    },
    Case("nothing was sent to the partition, and it ends where it did", nil) {
      $0.reader.highestAcknowledged = -1
      $0.reader.position = 5
      $0.answer?.end = 5
    },
    Case("nothing was sent to the partition, and it ends before", .endTooLow) {
      $0.reader.highestAcknowledged = -1
      $0.reader.position = 5
      $0.answer?.end = 4
    },
    Case("a message was acknowledged without an offset", .withoutOffset) {
      $0.reader.isAcknowledgedWithOffsets = false
    },
    Case("a message was acknowledged before the noted offset", .withoutOffset) {
      $0.reader.acknowledgedBeforeNoted = 3
    },
    Case("the last record before the end is not read", .notReadToTheEnd) { $0.reader.position = 14 },
    Case("a message was not found", .notAllFound) { $0.reader.isAllFound = false },
    Case("metadata was not asked yet", .notConfirmed) { $0.confirmation = nil },
    Case("an unclean leader answered, which the watch has not seen yet: metadata names it", .leaderNotNamed) {
      $0.confirmation?.leader = 2
    },
    Case("metadata names no leader", .leaderNotNamed) { $0.confirmation?.leader = -1 },
    Case("metadata did not answer", .leaderNotNamed) { $0.confirmation?.leader = nil },
    Case("two messages were acknowledged at one offset", .acknowledgedTwice) {
      $0.confirmation?.isAcknowledgedTwice = true
    },
  ]

  @Test(arguments: cases) func oneAnswerSettlesTheEnd(_ given: Case) { #expect(given.given.obstacle == given.obstacle) }

  struct SendingCase: Sendable, CustomTestStringConvertible {
    var name: String
    var obstacle: OneAnswer.Obstacle?
    var given = SentStage(
      isTailed: true, hasAcksAll: true, isIdempotent: true, isTransactional: false, reportsCloses: true, due: 10,
      acknowledged: 10)
    var testDescription: String { name }

    init(_ name: String, _ obstacle: OneAnswer.Obstacle?, _ change: (inout SentStage) -> Void = { _ in }) {
      self.name = name
      self.obstacle = obstacle
      change(&given)
    }
  }

  private static let sendings = [
    SendingCase("all conditions hold", nil),
    SendingCase("the topic is read once all is sent", .notTailed) { $0.isTailed = false },
    SendingCase("acks of the leader alone", .acksBelowAll) { $0.hasAcksAll = false },
    SendingCase("a producer that is not idempotent", .notIdempotent) { $0.isIdempotent = false },
    SendingCase("transactions", .transactional) { $0.isTransactional = true },
    SendingCase("log.connection.close=false", .closesUnreported) { $0.reportsCloses = false },
    SendingCase("one message has another outcome", .notAllAcknowledged) { $0.acknowledged = 9 },
  ]

  @Test(arguments: sendings) func theSendingLeavesNoDoubt(_ given: SendingCase) {
    #expect(given.given.obstacle == given.obstacle)
  }

  @Test func everyObstacleIsTested() {
    let tested = Set((Self.cases.map(\.obstacle) + Self.sendings.map(\.obstacle)).compactMap { $0 })
    #expect(OneAnswer.Obstacle.allCases.allSatisfy(tested.contains))
  }

  /// Only with acks all from every stage that sends to the topic does a second suffice.
  @Test(
    arguments: [
      ("all of them", [true, true], false, .acksAll),
      ("one of two has fewer", [true, false], false, .acksBelowAll),
      ("the embedded broker", [true], true, .embedded),
    ] as [(String, [Bool], Bool, EndRule)]
  ) func theRuleOfATopic(_ name: String, _ acksAll: [Bool], _ isEmbedded: Bool, _ rule: EndRule) {
    let sendings = acksAll.map {
      SentStage(
        isTailed: true, hasAcksAll: $0, isIdempotent: $0, isTransactional: false, reportsCloses: true, due: 10,
        acknowledged: 10)
    }
    #expect(EndRule(sendings, isEmbedded: isEmbedded) == rule)
  }

  @Test(
    arguments: [
      ("an error of a connection", .error(KafkaError(code: -195)), true),
      ("any other error", .error(KafkaError(code: -185)), true),
      ("a line of the log", .log(level: 3, facility: "FAIL", text: "x"), false),
      ("a quota", .throttled(broker: 1, milliseconds: 5), false),
    ] as [(String, ClientEvent, Bool)]
  ) func whatCountsAsALostConnection(_ name: String, _ event: ClientEvent, _ counts: Bool) {
    let breaks = ConnectionBreaks()
    breaks.note(event)
    #expect(breaks.any == counts)
    breaks.begin()
    #expect(!breaks.any)
  }
}
