import Scenarios
import Testing

@testable import Verification

/// Order within each key: a table of fixed size, and what is given up once it is full.
@Suite struct KeyOrderTests {
  @Test func aLowerSequenceOfTheSameKeyIsBehind() {
    var order = KeyOrder(limit: 4)
    #expect(order.note(7, sequence: 3, place: 0) == .inOrder)
    #expect(order.note(8, sequence: 1, place: 0) == .inOrder)
    #expect(order.note(7, sequence: 2, place: 0) == .behind(3))
    #expect(order.note(7, sequence: 9, place: 0) == .inOrder)
    #expect(order.note(7, sequence: 8, place: 0) == .behind(9))
  }

  @Test func sequenceZeroIsOne() {
    var order = KeyOrder(limit: 4)
    #expect(order.note(0, sequence: 0, place: 0) == .inOrder)
    #expect(order.note(0, sequence: 5, place: 0) == .inOrder)
    #expect(order.note(0, sequence: 0, place: 0) == .behind(5))
  }

  @Test func stagesAndPartitionsAreApart() {
    var order = KeyOrder(limit: 4)
    #expect(order.note(7, sequence: 3, place: 0) == .inOrder)
    #expect(order.note(7, sequence: 1, place: 1) == .inOrder)
    #expect(order.count == 2)
  }

  @Test func onceItIsFullOnlyItsOwnKeysAreChecked() {
    var order = KeyOrder(limit: 100)
    for key in 0..<100 { #expect(order.note(UInt64(key), sequence: 5, place: 0) == .inOrder) }
    for key in 100..<200 { #expect(order.note(UInt64(key), sequence: 5, place: 0) == .notChecked) }
    for key in 0..<100 { #expect(order.note(UInt64(key), sequence: 4, place: 0) == .behind(5)) }
    #expect(order.count == 100)
  }

  @Test func aPlaceIsForgottenAndTakenBack() {
    var order = KeyOrder(limit: 100)
    for key in 0..<100 { _ = order.note(UInt64(key), sequence: 5, place: key % 2) }
    let former = order.forget { $0 == 1 }
    #expect(order.count == 50)
    #expect(order.note(1, sequence: 2, place: 1) == .inOrder)
    #expect(order.note(2, sequence: 2, place: 0) == .behind(5))
    _ = order.forget { $0 == 1 }
    order.restore(former)
    #expect(order.note(1, sequence: 2, place: 1) == .behind(5))
    #expect(order.count == 100)
  }

  @Test func fingerprintsOfAMillionKeysDiffer() {
    var seen = Set<UInt64>()
    for number in 0..<1_000_000 {
      var key = Array("user-".utf8) + Array(String(number).utf8)
      key.withUnsafeMutableBytes { _ = seen.insert(KeyOrder.fingerprint(UnsafeRawBufferPointer($0))) }
    }
    #expect(seen.count == 1_000_000)
  }

  // MARK: In the ledger

  private static func ledger(_ order: Verify.Order, keyLimit: Int = 100) -> Ledger {
    Ledger(
      run: History.run,
      plan: LedgerPlan(
        topics: [("orders", 1)],
        stages: [LedgerPlan.Stage(topic: 0, producers: 2, sequenceLimit: 100, hasKeys: true)], order: order,
        keyLimit: keyLimit), noted: [0])
  }

  private static func read(_ messages: [(sequence: UInt64, key: UInt64)], by ledger: Ledger) -> StageReading {
    for (offset, message) in messages.enumerated() {
      _ = ledger.noteMessage(
        Identity(run: History.run, stage: 0, producer: 0, sequence: message.sequence, due: 0, payload: 0), partition: 0,
        offset: Int64(offset), bytes: 1, named: 0, key: message.key)
    }
    var reading = PartitionReading(topic: "orders", partition: 0, noted: 0)
    reading.position = Int64(messages.count)
    return ledger.close([reading], sent: History.sent, read: { _ in [] })[0]
  }

  /// Message 5 of one key is before message 3 of another, and message 4 of that key behind its message 6.
  private static let messages: [(sequence: UInt64, key: UInt64)] = [(5, 1), (3, 2), (6, 2), (4, 2)]

  @Test(
    arguments: [
      (.perPartition, 2, ["behind #5, displaced by 2", "behind #6, displaced by 2"]),
      (.perKey, 1, ["behind #6 of its key, displaced by 2"]),
      (.none, 0, []),
    ] as [(Verify.Order, UInt64, [String])]
  ) func ordersDiffer(_ order: Verify.Order, _ reordered: UInt64, _ details: [String]) {
    let reading = Self.read(Self.messages, by: Self.ledger(order))
    #expect(reading.counts[.reordered] == reordered)
    #expect((reading.witnesses[.reordered] ?? []).compactMap(\.detail) == details)
    #expect(reading.unordered == 0)
  }

  @Test func whatWasNotCheckedIsCounted() {
    let reading = Self.read(Self.messages, by: Self.ledger(.perKey, keyLimit: 1))
    #expect(reading.counts[.reordered] == 0)
    #expect(reading.unordered == 3)
  }

  @Test func aSecondReadingBeginsAnew() {
    let ledger = Self.ledger(.perKey)
    _ = Self.read(Self.messages, by: ledger)
    ledger.forgetReading(of: 0, read: { _ in [] })
    #expect(Self.read([(3, 2), (4, 2), (6, 2)], by: ledger).counts[.reordered] == 0)
  }

  // MARK: The verdict

  /// A record whose order was not checked may be the one that is behind: no pass, and a proven one stays proven.
  @Test(
    arguments: [
      (nil, 0, .held), (0, 0, .held), (7, 2, .broken), (nil, 2, .broken),
      (
        7, 0,
        .inconclusive(
          because: "order was checked for the first 1048576 keys; 7 records of other keys were not checked",
          exit: .inconclusive)
      ),
    ] as [(UInt64?, UInt64, Check.Outcome)]
  ) func reorderedIsZero(_ unchecked: UInt64?, _ reordered: UInt64, _ outcome: Check.Outcome) {
    var stage = JudgedStage.good
    stage.order = .perKey
    stage.unorderedRecords = unchecked
    stage.read?[.reordered] = reordered
    let judgement = StageJudgement(stage: stage, readings: [JudgedStage.reading()], cutShort: nil)
    #expect(judgement.check(JudgedStage.expectation(.reordered)).outcome == outcome)
  }

  @Test func withoutOrderNothingIsMeasured() {
    var stage = JudgedStage.good
    stage.order = Verify.Order.none
    #expect(stage.value(of: .reordered, in: .count) == nil)
    #expect(stage.value(of: .reorderedDistanceMax, in: .count) == nil)
    #expect(stage.value(of: .duplicated, in: .count) == .count(0))
  }
}
