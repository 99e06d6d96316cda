import Testing
import Verification

@Suite struct SecondReadingTests {
  @Test func itClearsExactlyItsPartition() {
    let history = History(partitions: 2)
    for n: UInt64 in 0..<4 { history.acknowledged(n, at: Int64(n / 2), in: Int(n % 2)) }
    history.reads(2, at: 0)
    history.reads(0, at: 1)
    history.reads(2, at: 2)
    history.readsNobody(at: 3)
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
    history.readsNobody(at: 3)
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
    let closed = history.ledger.close(before, read: { _ in [] })
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
    #expect(history.ledger.partitionsWithMissing(read: { _ in [] }) == [0, 2])
    history.reads(0, at: 0)
    history.reads(2, at: 0, in: 2)
    #expect(history.ledger.partitionsWithMissing(read: { _ in [] }) == [])
  }
}
