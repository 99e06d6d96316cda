import Testing
import Verification

@Suite struct SecondReadingTests {
  @Test func itClearsExactlyItsPartition() {
    let history = History(partitions: 2)
    for n: UInt64 in 0..<4 { history.acknowledged(n, at: Int64(n / 2), in: Int(n % 2)) }
    history.reads(2, at: 0)
    history.reads(0, at: 1)
    history.reads(2, at: 2)
    history.readsWithoutHeader(at: 3)
    history.reads(3, at: 0, in: 1)
    history.reads(1, at: 1, in: 1)
    #expect(history.told() == "read 6, found 4, duplicated 1, reordered 2, by 2, foreign 1")

    history.readsAgain(0)
    #expect(history.ledger.position(of: 0) == 0)
    #expect(history.ledger.position(of: 1) == 2)
    #expect(history.ledger.seen(stage: 0) == 2)
    #expect(history.ledger.highestAcknowledged(in: 0) == 1)
    history.reads(0, at: 0)
    history.reads(2, at: 1)
    #expect(history.told() == "read 4, found 4, reordered 1, by 2")
    #expect(history.closed().witnesses[.reordered]?.map(\.partition) == [1])
    #expect(history.closed().witnesses[.duplicated] ?? [] == [])
  }

  @Test func oneThatDoesNotComeToItsEndIsTakenBack() {
    let history = History(partitions: 2)
    for n: UInt64 in 0..<6 { history.acknowledged(n, at: Int64(n / 2), in: Int(n % 2)) }
    history.reads(2, at: 0)
    history.reads(0, at: 1)
    history.reads(2, at: 2)
    history.readsWithoutHeader(at: 3)
    history.reads(3, at: 4, in: 0, named: 1)
    history.reads(1, at: 0, in: 1)
    let before = history.told()
    #expect(before.hasPrefix("read 6, found 4"))

    let former = history.readsAgain(0)
    history.reads(4, at: 0)
    history.takesBack(former)
    #expect(history.ledger.position(of: 0) == 5)
    #expect(history.told() == before)
    #expect(history.closed().witnesses[.misrouted]?.map(\.sequence) == [3])
  }

  @Test func itDecides() {
    var history = History()
    history.acknowledged(0..<3)
    history.reads([0, 1, 2])
    history.readsAgain(0)
    history.reads(0, at: 0)
    history.ends(at: 1)
    #expect(history.told() == "read 1, found 1, lost 2")
  }

  @Test func whatWasNeverAnsweredOrRefusedIsForgottenToo() {
    let history = History()
    history.unanswered(0)
    history.rejected(1)
    history.reads([0, 1])
    #expect(history.told() == "read 2, unknown_found 1, phantom 1")
    history.readsAgain(0)
    #expect(history.ledger.seen(stage: 0) == 0)
    history.reads([0, 1])
    #expect(history.told() == "read 2, unknown_found 1, phantom 1")
  }

  @Test func aMessageOfAnotherPartitionThatStoodInItIsForgotten() {
    let history = History(partitions: 2)
    history.acknowledged(0, at: 0, in: 1)
    history.reads(0, at: 0, in: 0, named: 1)
    history.readsAgain(0)
    #expect(history.ledger.seen(stage: 0) == 0)
    history.reads(0, at: 0, in: 1)
    #expect(history.told() == "read 1, found 1")
  }

  @Test func aMessageOfItsOwnThatStoodElsewhereIsKept() {
    let history = History(partitions: 2)
    history.acknowledged(0, at: 0, in: 1)
    history.acknowledged(1, at: 1, in: 1)
    history.reads(0, at: 0, in: 0, named: 1)
    history.reads(1, at: 1, in: 1)
    history.readsAgain(1)
    #expect(history.ledger.seen(stage: 0) == 1)
    history.reads(1, at: 1, in: 1)
    #expect(history.told() == "read 2, found 2, misrouted 1")
  }

  @Test func otherTopicsAndStagesAreKept() {
    let history = History(topics: [1, 1])
    history.acknowledged(0, at: 0, stage: 0)
    history.acknowledged(0, at: 0, stage: 1)
    history.reads(0, at: 0, in: 0, stage: 0)
    history.reads(0, at: 0, in: 1, stage: 1)
    history.readsAgain(1)
    #expect(history.ledger.seen(stage: 0) == 1)
    #expect(history.ledger.seen(stage: 1) == 0)
  }

  /// The client could not begin again: a reading that was forgotten does not count, whatever was reported of it.
  @Test func aSecondReadingThatNeverBeganProvesNoLoss() {
    let history = History()
    history.acknowledged(0..<3)
    history.reads([0, 1, 2])
    let before = history.readings()
    history.readsAgain(0)
    let closed = history.ledger.close(before, sent: History.sent, read: { _ in [] })
    #expect(closed.map(\.counts.told) == ["unseen 3"])
  }

  @Test func aWitnessOfTheSecondReadingIsKeptHoweverManyTheFirstHad() {
    let history = History()
    history.acknowledged(0..<1000)
    history.reads(Array((0..<1000).reversed()))
    history.readsAgain(0)
    history.reads([1, 0])
    #expect(history.closed().witnesses[.reordered]?.map(\.sequence) == [0])
  }

  @Test func partitionsInWhichSomethingIsMissing() {
    let history = History(partitions: 4)
    for partition in 0..<3 { history.acknowledged(UInt64(partition), at: 0, in: partition) }
    history.unanswered(3, in: 3)
    history.reads(1, at: 0, in: 1)
    #expect(history.ledger.firstFindings(read: { _ in [] }).missing.keys.sorted() == [0, 2])
    history.reads(0, at: 0)
    history.reads(2, at: 0, in: 2)
    #expect(history.ledger.firstFindings(read: { _ in [] }) == FirstFindings())
  }

  @Test func partitionsInWhichARecordDiffers() {
    let history = History(partitions: 2)
    history.acknowledged(0, at: 0, in: 1)
    history.reads(0, at: 0, in: 1)
    history.findsCorrupted(0, at: 0, in: 1)
    #expect(history.ledger.firstFindings(read: { _ in [] }) == FirstFindings(differing: [1]))
  }

  @Test(
    arguments: [
      ("in order", [0, 1, 2], nil), ("one twice", [0, 1, 2, 1], 1), ("fallen back, each once", [5, 6, 7, 3, 4], nil),
      ("made again", [1, 2, 3, 0, 1, 2], 1), ("0, which clients invent", [0, 1, 0], nil),
      ("none, and what clients count on from there", [1, 2, 3, -1, 0, 1, 2], nil),
    ] as [(String, [Int64], Int64?)])
  func twoMessagesAtOneOffset(_ name: String, _ offsets: [Int64], _ twice: Int64?) {
    let history = History()
    for (sequence, offset) in offsets.enumerated() { history.acknowledged(UInt64(sequence), at: offset) }
    #expect(history.ledger.firstFindings(read: { _ in [] }).acknowledgedTwice[0] == twice)
  }

  @Test func anAcknowledgedOffsetBeforeTheNotedOne() {
    let history = History(partitions: 2, noted: 100)
    history.acknowledged(0, at: 100)
    history.acknowledged(1, at: 0)
    for (sequence, offset) in [(UInt64(2), Int64(-1)), (3, 0), (4, 1)] { history.acknowledged(sequence, at: offset) }
    #expect(history.ledger.acknowledgedBeforeNoted(in: 0) == nil, "0, and offsets that were invented")
    history.acknowledged(5, at: 7)
    history.acknowledged(6, at: 3)
    #expect(history.ledger.acknowledgedBeforeNoted(in: 0) == 7)
    #expect(history.ledger.acknowledgedBeforeNoted(in: 1) == nil)
    #expect(history.ledger.highestAcknowledged(in: 0) == 100)
  }

  /// The topic was made again: what was found in the old log is not there any more, and every message is accounted for in the new.
  @Test func aReplacedLogIsReadFromItsBeginning() {
    var history = History(noted: 100)
    history.acknowledged(0, at: 100)
    history.acknowledged(1, at: 101)
    history.acknowledged(2, at: 0)
    history.acknowledged(3, at: 1)
    history.reads(0, at: 100)
    history.reads(1, at: 101)
    history.readsAgain(0, from: 0)
    #expect(history.ledger.position(of: 0) == 0)
    history.reads(2, at: 0)
    history.reads(3, at: 1)
    history.ends(at: 2)
    var reading = history.readings()[0]
    reading.noted = 100
    reading.replacement = .acknowledgedBeforeNoted(1)
    reading.readAgain = true
    let closed = history.ledger.close([reading], sent: History.sent, read: { _ in [] })
    #expect(closed[0].counts.told == "read 2, found 2, lost 2")
  }

  /// Only a message before a later record of its key may have been compacted away.
  @Test func aLaterRecordOfTheKeyInACompactedTopic() {
    let history = History(messages: 10, hasKeys: true)
    history.acknowledged(0..<4)
    history.reads(3, at: 3)
    for sequence: UInt64 in [0, 1, 3] {
      let offset: Int64 = sequence == 1 ? 1 : 3
      if let key = History.sent(0, sequence).key { history.ledger.noteKey(key, partition: 0, offset: offset) }
    }
    var reading = history.readings()[0]
    reading.compaction = .yes
    let closed = history.ledger.close([reading], sent: History.sent, read: { _ in [] })[0]
    #expect(closed.counts.told == "read 1, found 1, trimmed 1, unseen 2")
    #expect(closed.witnesses[.trimmed]?.map(\.relatedOffset) == [3])
  }
}
