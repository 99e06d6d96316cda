import Scenarios
import Testing

@testable import Verification

/// The ledger's part of the evidence that one answer of a leader settles a partition's end.
@Suite struct OneAnswerEvidenceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var noted: Int64
    /// The offsets at which messages 0, 1, 2 … were acknowledged, in that order.
    var offsets: [Int64]
    var hasOffsets: Bool
    var isTwice: Bool
    var testDescription: String { name }

    init(_ name: String, noted: Int64 = 5, _ offsets: [Int64], hasOffsets: Bool = true, isTwice: Bool = false) {
      self.name = name
      self.noted = noted
      self.offsets = offsets
      self.hasOffsets = hasOffsets
      self.isTwice = isTwice
    }
  }

  @Test(arguments: [
    Case("ascending from the noted one", [5, 6, 7]),
    Case("nothing is acknowledged", []),
    Case("two producers take turns", [7, 5, 6]),
    Case("two producers take turns from the beginning on", noted: 0, [1, 2, 0]),
    Case("without an offset", [5, -1], hasOffsets: false),
    Case("the offset of an answer that timed out", [5, -1001], hasOffsets: false),
    Case("below the noted one", [5, 4], hasOffsets: false),
    Case("counted on from one that is missing", noted: 0, [-1, 0, 1], hasOffsets: false),
    Case("0, where the topic is not empty", [0], hasOffsets: false),
    Case("0 twice", noted: 0, [0, 0], hasOffsets: false),
    Case("another one twice", [5, 6, 6], isTwice: true),
    Case("twice, far apart", [5, 9, 7, 5], isTwice: true),
  ]) func acknowledgements(_ given: Case) {
    let history = History(noted: given.noted)
    for (sequence, offset) in given.offsets.enumerated() { history.acknowledged(UInt64(sequence), at: offset) }
    #expect(history.ledger.isAcknowledgedWithOffsets(in: 0) == given.hasOffsets)
    #expect(history.ledger.isAcknowledgedTwice(in: 0, read: { _ in [] }) == given.isTwice)
  }

  @Test func twiceByTwoStages() {
    let history = History(stages: 2)
    history.acknowledged(0, at: 3)
    history.acknowledged(0, at: 3, stage: 1)
    #expect(history.ledger.isAcknowledgedTwice(in: 0, read: { _ in [] }))
  }

  @Test func allIsFoundOnlyWithTheLastMessageOfEachStage() {
    let history = History(stages: 2)
    #expect(history.ledger.isAllFound(ofTopic: 0))
    history.acknowledged(0, at: 0)
    history.acknowledged(0, at: 1, stage: 1)
    history.reads(0, at: 0)
    #expect(!history.ledger.isAllFound(ofTopic: 0))
    // Another message's record does not count for it.
    history.reads(7, at: 1, stage: 1)
    #expect(!history.ledger.isAllFound(ofTopic: 0))
    history.reads(0, at: 2, stage: 1)
    #expect(history.ledger.isAllFound(ofTopic: 0))
  }

  @Test func foundInAnotherPartitionIsNotFoundWhereItWasAcknowledged() {
    let history = History(partitions: 2)
    history.acknowledged(0, at: 0)
    history.reads(0, at: 0, in: 1, named: 0)
    #expect(!history.ledger.isAllFound(ofTopic: 0))
  }

  @Test func anotherTopicIsNotWaitedFor() {
    let history = History(topics: [1, 1])
    history.acknowledged(0, at: 0, in: 0, stage: 1)
    #expect(history.ledger.isAllFound(ofTopic: 0))
    #expect(!history.ledger.isAllFound(ofTopic: 1))
  }

  @Test func aSecondReadingKeepsWhatWasAcknowledged() {
    let history = History(noted: 5)
    history.acknowledged(0, at: -1)
    history.readsAgain(0)
    #expect(!history.ledger.isAcknowledgedWithOffsets(in: 0))
  }
}
