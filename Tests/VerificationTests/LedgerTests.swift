import Scenarios
import Testing
import Verification

@Suite struct LedgerTests {
  // MARK: Found

  @Test func acknowledgedAndRead() {
    let history = History()
    history.acknowledged(0..<3)
    history.reads([0, 1, 2])
    #expect(history.told() == "read 3, found 3")
    #expect(history.closed().witnesses == [:])
  }

  @Test func readBeforeItWasAcknowledged() {
    let history = History()
    history.reads([0, 1])
    #expect(history.ledger.lag == 0)
    history.acknowledged(0..<3)
    #expect(history.ledger.lag == 1)
    history.reads(2, at: 2)
    #expect(history.ledger.lag == 0)
    #expect(history.told() == "read 3, found 3")
  }

  @Test func theSameRecordReadTwiceIsOneRecord() {
    let history = History()
    history.acknowledged(0..<2)
    #expect(history.reads(0, at: 0) == .first)
    #expect(history.reads(1, at: 1) == .first)
    #expect(history.reads(0, at: 0) == .readBefore)
    #expect(history.reads(1, at: 1) == .readBefore)
    history.readsWithoutHeader(at: 1)
    #expect(history.told() == "read 2, found 2")
  }

  @Test func acknowledgedWithoutAnOffset() {
    let history = History()
    history.acknowledged(0, at: -1)
    history.reads(0, at: 5)
    #expect(history.told() == "read 1, found 1")
  }

  @Test func theBytesAreThoseOfAllRecordsRead() {
    let history = History()
    history.acknowledged(0, at: 0)
    history.reads([0, 0])
    history.readsWithoutHeader(at: 2)
    #expect(history.closed().counts[.bytesRead] == 27)
  }

  // MARK: Aborted

  @Test func anAbortedMessageIsHidden() {
    var history = History()
    history.acknowledged(0, at: 0)
    history.aborted(1, at: 1)
    history.reads(0, at: 0)
    history.ends(at: 3)
    #expect(history.told() == "read 1, found 1, aborted_hidden 1")
    #expect(history.ledger.lag == 0)
    #expect(history.closed().witnesses == [:])
  }

  /// Whichever comes first, its record or its settlement.
  @Test func anAbortedMessageThatIsReadIsAnAnomaly() {
    let history = History()
    history.reads(0, at: 0)
    history.aborted(0, at: 0)
    history.aborted(1, at: 1)
    history.reads(1, at: 1)
    #expect(history.told() == "read 2, aborted_visible 2")
    #expect(
      history.closed().witnesses[.abortedVisible]?.first
        == Anomaly(kind: .abortedVisible, sequence: 0, topic: "orders", partition: 0, offset: 0))
  }

  @Test func aReaderOfUncommittedRecordsIsToSeeIt() {
    let history = History(showsAborted: true)
    history.aborted(0, at: 0)
    history.aborted(1, at: 1)
    #expect(history.ledger.lag == 2)
    history.reads(0, at: 0)
    #expect(history.ledger.lag == 1)
    #expect(history.told() == "read 1, aborted_hidden 1, aborted_visible 1")
    #expect(history.closed().witnesses == [:])
  }

  @Test func aSecondReadingDecidesOnAbortedMessages() {
    let history = History()
    history.aborted(0, at: 0)
    history.reads(0, at: 0)
    history.readsAgain(0)
    #expect(history.told() == "aborted_hidden 1")
  }

  // MARK: Absent

  @Test func theReaderPassedItsOffset() {
    let history = History()
    history.acknowledged(0..<3)
    history.reads(0, at: 0)
    history.reads(2, at: 2)
    #expect(history.told() == "read 2, found 2, lost 1")
    #expect(
      history.closed().witnesses[.lost]?.first
        == Anomaly(
          kind: .lost, sequence: 1, topic: "orders", partition: 0, offset: 1, relatedOffset: 2,
          detail: "the partition ends at 3"))
  }

  @Test func theStableEndLiesBeforeIt() {
    var history = History()
    history.acknowledged(0..<3)
    history.reads(0, at: 0)
    history.ends(at: 1)
    #expect(history.told() == "read 1, found 1, lost 2")
  }

  @Test func anEndThatMayStillMoveProvesNothing() {
    var history = History()
    history.acknowledged(0..<3)
    history.reads(0, at: 0)
    history.ends(at: 1, stable: false)
    #expect(history.told() == "read 1, found 1, unseen 2")
  }

  @Test func readingStoppedTooEarly() {
    var history = History()
    history.acknowledged(0..<4)
    history.reads(0, at: 0)
    history.ends(at: 4, readTo: 2)
    #expect(history.told() == "read 1, found 1, lost 1, unseen 2")
  }

  @Test func anInterruptedReadingKeepsWhatItFound() {
    var history = History()
    history.acknowledged(0..<3)
    history.reads(0, at: 0)
    history.reads(2, at: 2)
    history.ends(at: 3, interrupted: "its leader changed from 1 to 2")
    #expect(history.told() == "read 2, found 2, unseen 1")
    #expect(history.closed().witnesses[.unseen]?.first?.detail == "its leader changed from 1 to 2")
  }

  @Test func deletedBeforeItWasRead() {
    var history = History()
    history.acknowledged(0..<4)
    history.reads(3, at: 3)
    history.ends(at: 4, beginsAt: 2)
    #expect(history.told() == "read 1, found 1, lost 1, trimmed 2")
  }

  @Test func withoutAnOffsetItIsLostOnlyWhereAllWasRead() {
    var whole = History()
    whole.acknowledged(0, at: -1)
    whole.ends(at: 9)
    #expect(whole.told() == "lost 1")
    var trimmed = History()
    trimmed.acknowledged(0, at: -1)
    trimmed.ends(at: 9, beginsAt: 1)
    #expect(trimmed.told() == "unseen 1")
  }

  /// With acks 0 and after some retries clients invent offsets.
  @Test func anOffsetBelowTheNotedOneIsNone() {
    var history = History(noted: 100)
    history.acknowledged(0, at: 0)
    #expect(history.ledger.highestAcknowledged(in: 0) == -1)
    history.acknowledged(1, at: 100)
    #expect(history.ledger.highestAcknowledged(in: 0) == 100)
    history.reads(1, at: 100)
    history.ends(at: 101, beginsAt: 50, stable: false)
    #expect(history.told() == "read 1, found 1, unseen 1")
  }

  @Test func theHighestAcknowledgedOffsetOfEachPartition() {
    let history = History(partitions: 2)
    history.acknowledged(0, at: 7)
    history.acknowledged(1, at: 5)
    history.unanswered(2)
    #expect(history.ledger.highestAcknowledged(in: 0) == 7)
    #expect(history.ledger.highestAcknowledged(in: 1) == -1)
  }

  // MARK: Never answered, and refused

  @Test func neverAnswered() {
    var history = History(partitions: 2)
    history.unanswered(0)
    history.unanswered(1)
    history.unanswered(2, in: 1)
    history.reads(0, at: 0)
    history.ends(at: 1)
    history.ends(1, at: 5, readTo: 4)
    #expect(history.told() == "read 1, unknown_found 1, unknown_absent 1, unknown_unseen 1")
  }

  @Test func refusedAndThereAllTheSame() {
    let history = History()
    history.rejected(0)
    history.rejected(1)
    history.reads(1, at: 0)
    let closed = history.closed()
    #expect(closed.counts.told == "read 1, phantom 1")
    #expect(
      closed.witnesses[.phantom] == [Anomaly(kind: .phantom, sequence: 1, topic: "orders", partition: 0)])
  }

  // MARK: Too much of it

  @Test func aSecondRecordOfAMessageIsADuplicate() {
    let history = History()
    history.acknowledged(0..<2)
    #expect(history.reads(0, at: 0) == .first)
    #expect(history.reads(1, at: 1) == .first)
    #expect(history.reads(0, at: 2) == .duplicate)
    #expect(history.reads(0, at: 3) == .duplicate)
    // A duplicate is displaced by nature; it is not reordered as well.
    #expect(history.told() == "read 4, found 2, duplicated 2")
    let duplicates = history.closed().witnesses[.duplicated]
    #expect(duplicates?.map(\.offset) == [2, 3] && duplicates?.map(\.relatedOffset) == [0, 0])
  }

  /// The first answer was lost, and that of the retry came: the second record is the acknowledged one.
  @Test func aDuplicateAtTheAcknowledgedOffset() {
    let history = History()
    history.acknowledged(0, at: 1)
    history.reads(0, at: 0)
    history.reads(0, at: 1)
    let duplicate = history.closed().witnesses[.duplicated]?.first
    #expect(duplicate?.offset == 1 && duplicate?.relatedOffset == 1)
  }

  @Test func aDuplicateOfAMessageWithoutAnOffset() {
    let history = History()
    history.unanswered(0)
    history.reads(0, at: 0)
    history.reads(0, at: 1)
    #expect(history.closed().witnesses[.duplicated]?.map(\.relatedOffset) == [nil])
  }

  @Test func aDuplicateInAnotherPartitionIsADuplicate() {
    let history = History(partitions: 2)
    history.acknowledged(0, at: 0)
    history.reads(0, at: 0)
    history.reads(0, at: 0, in: 1, named: 0)
    #expect(history.told() == "read 2, found 1, duplicated 1")
    #expect(history.closed().witnesses[.duplicated]?.map(\.detail) == ["acknowledged at 0@0"])
  }

  // MARK: Order and place

  @Test func foundBehindALaterOne() {
    let history = History()
    history.acknowledged(0..<5)
    history.reads([0, 3, 1, 2, 4])
    #expect(history.told() == "read 5, found 5, reordered 2, by 2")
    #expect(
      history.closed().witnesses[.reordered]?.map(\.detail) == [
        "behind #3, displaced by 2", "behind #3, displaced by 1",
      ])
  }

  @Test func theLargestDisplacementIsTold() {
    let history = History()
    history.acknowledged(0..<100)
    history.reads([0, 2, 1] + Array(3..<99))
    history.reads(99, at: 200)
    #expect(history.told().contains("reordered 1, by 1"))
    let far = History()
    far.acknowledged(0..<100)
    far.reads([99, 98] + Array(0..<98))
    #expect(far.told() == "read 100, found 100, reordered 99, by 99")
  }

  @Test func producersPartitionsAndStagesHaveAnOrderEach() {
    let producers = History(producers: 2)
    producers.acknowledged(0..<4)
    for (offset, (n, producer)) in [(2, 0), (0, 1), (3, 0), (1, 1)].enumerated() {
      producers.reads(UInt64(n), at: Int64(offset), producer: UInt16(producer))
    }
    #expect(producers.told() == "read 4, found 4")

    let partitions = History(partitions: 2)
    partitions.acknowledged(0, at: 0, in: 1)
    partitions.acknowledged(1, at: 0)
    partitions.reads(1, at: 0)
    partitions.reads(0, at: 0, in: 1)
    #expect(partitions.told() == "read 2, found 2")

    let stages = History(stages: 2)
    stages.acknowledged(0, at: 1)
    stages.acknowledged(5, at: 0, stage: 1)
    stages.reads(5, at: 0, stage: 1)
    stages.reads(0, at: 1)
    #expect(stages.told() == "read 1, found 1")
    #expect(stages.told(stage: 1) == "read 1, found 1")
  }

  @Test func inAnotherPartitionThanNamed() {
    let history = History(partitions: 2)
    history.acknowledged(0, at: 0)
    history.reads(0, at: 0, in: 1, named: 0)
    #expect(history.told() == "read 1, found 1, misrouted 1")
    #expect(
      history.closed().witnesses[.misrouted] == [
        Anomaly(
          kind: .misrouted, sequence: 0, topic: "orders", partition: 1, offset: 0, detail: "sent to partition 0")
      ])
  }

  @Test func inAnotherTopicThanItsOwn() {
    let history = History(topics: [2, 3])
    history.acknowledged(0, at: 0, in: 1, stage: 1)
    // Partition 1 of topic1 is the fourth of all; a copy lies in partition 1 of topic0, the second of all.
    history.reads(0, at: 0, in: 1, stage: 1, named: 1)
    #expect(history.told(stage: 1) == "read 1, found 1, misrouted 1")
    let own = History(topics: [2, 3])
    own.acknowledged(0, at: 0, in: 1, stage: 1)
    own.reads(0, at: 0, in: 3, stage: 1, named: 1)
    #expect(own.told(stage: 1) == "read 1, found 1")
  }

  // MARK: Content

  @Test func notWhatWasSent() {
    let history = History()
    history.acknowledged(0..<3)
    history.reads([0, 1, 2])
    history.findsCorrupted(1, at: 1)
    history.findsCorrupted(2, at: 2, invalid: "not JSON: it ends too early")
    #expect(history.told() == "read 3, found 3, corrupted 2, invalid 1")
    #expect(history.closed().witnesses[.invalid]?.map(\.detail) == ["not JSON: it ends too early"])
  }

  @Test func anIdentityDestroyedAtAnAcknowledgedOffset() {
    let history = History()
    history.acknowledged(0..<3)
    history.reads(0, at: 0)
    history.readsDestroyed(1, at: 1)
    history.reads(2, at: 2)
    history.readsWithoutHeader(at: 3)
    #expect(history.told() == "read 4, found 3, corrupted 1, foreign 1")
    #expect(
      history.closed().witnesses[.corrupted] == [
        Anomaly(
          kind: .corrupted, sequence: 1, topic: "orders", partition: 0, offset: 1, detail: "its identity is destroyed")
      ])
  }

  @Test func anotherClientsRecordAtAnAcknowledgedOffsetIsLoss() {
    let history = History()
    history.acknowledged(0..<3)
    history.reads(0, at: 0)
    history.readsWithoutHeader(at: 1)
    history.readsDestroyed(1, at: 2)
    #expect(history.told() == "read 3, found 1, lost 2, foreign 2")
  }

  /// In another log another client may have written the same key at the same offset.
  @Test func inALogThatWasReplacedTheKeyAloneIsNotEnough() {
    let history = History()
    history.acknowledged(0..<2)
    for (offset, value) in [(Int64(0), "theirs"), (1, "value of 0/1")] {
      history.ledger.noteForeign(
        .unidentified(History.payload("0/\(offset)", value: value)), partition: 0, offset: offset, bytes: 7)
    }
    var reading = history.readings()[0]
    reading.replacement = .acknowledgedTwice(1)
    reading.readAgain = true
    let closed = history.ledger.close([reading], sent: History.sent, read: { _ in [] })
    #expect(closed[0].counts.told == "read 2, found 1, lost 1, corrupted 1, foreign 1")
  }

  /// Another run's whole identity is not a damaged one of this run.
  @Test func anotherRunsRecordAtAnAcknowledgedOffsetIsLoss() {
    let history = History()
    history.acknowledged(0, at: 0)
    history.readsAnotherRun(at: 0)
    #expect(history.told() == "read 1, lost 1, foreign 1")
  }

  /// Twice the partition was cut back and written again: two messages were acknowledged at the offset of one record.
  @Test func oneRecordIsNotTwoMessages() {
    let history = History()
    history.acknowledged(0, at: 0)
    history.acknowledged(1, at: 0)
    history.readsDestroyed(0, at: 0)
    #expect(history.told() == "read 1, found 1, lost 1, corrupted 1")
  }

  // MARK: Foreign records

  @Test func whatOthersWroteIsCountedInTheFirstStageOfItsTopic() {
    let history = History(stages: 2)
    history.acknowledged(0, at: 1, stage: 1)
    history.readsAnotherRun(at: 0)
    history.reads(0, at: 1, stage: 1)
    history.readsWithoutHeader(at: 2)
    #expect(history.told() == "read 2, foreign 2")
    #expect(history.told(stage: 1) == "read 1, found 1")
  }

  @Test(
    arguments: [
      ("a stage that there is not", 1, 0, 0),
      ("a producer that there is not", 0, 1, 0),
      ("a sequence behind the last", 0, 0, 1000),
      ("a sequence beyond all memory", 0, 0, .max),
    ] as [(String, Int, UInt16, UInt64)])
  func whatCannotBeOursIsNotBelieved(name: String, stage: Int, producer: UInt16, sequence: UInt64) {
    let history = History(messages: 1000)
    #expect(history.reads(sequence, at: 0, stage: stage, producer: producer) == .foreign, "\(name)")
    #expect(history.told() == "read 1, foreign 1", "\(name)")
    #expect(history.ledger.position(of: 0) == 1)
  }

  @Test func theLastSequenceIsBelieved() {
    #expect(History(messages: 1000).reads(999, at: 0) == .first)
  }

  // MARK: Witnesses

  @Test func countsAreCompleteAndWitnessesAFew() throws {
    let history = History()
    history.acknowledged(0..<1000)
    history.reads(999, at: 999)
    let closed = history.closed()
    #expect(closed.counts[.lost] == 999)
    let lost = try #require(closed.witnesses[.lost]).map(\.sequence)
    #expect(lost.count <= 10 && lost.count >= 5)
    #expect(lost.first == 0)
    #expect(lost.last.map { $0 > 800 } == true)
  }
}
