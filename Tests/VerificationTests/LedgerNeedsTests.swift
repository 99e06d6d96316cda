import Testing
import Verification

/// The needs that are known before the run, compared with the memory that the ledger's log takes.
@Suite struct LedgerNeedsTests {
  struct Load: Sendable, CustomTestStringConvertible {
    var messages: UInt64
    var partitions: Int
    var testDescription: String { "\(messages) over \(partitions)" }
  }

  @Test(arguments: [
    Load(messages: 10, partitions: 1), Load(messages: 100_000, partitions: 6), Load(messages: 300_000, partitions: 60),
  ])
  func holdsTheLog(_ load: Load) {
    var log = OffsetLog(stages: 1, partitions: load.partitions)
    var next = [Int64](repeating: 1_000_000, count: load.partitions)
    for sequence in 0..<load.messages {
      let partition = Int(sequence * 7 % UInt64(load.partitions))
      log.append(.acknowledged, stage: 0, partition: partition, sequence: sequence, offset: next[partition])
      next[partition] += 1
    }
    let needs = LedgerNeeds(stages: [(load.messages, load.partitions)])
    #expect(UInt64(log.bytesInMemory) <= needs.offsets)
    #expect(needs.offsets <= load.messages * 3 + UInt64(load.partitions) * 16_384)
    #expect(needs.workFile == 0)
  }

  @Test func theWorkFileBeginsWhereMemoryEnds() {
    let needs = LedgerNeeds(stages: [(100_000_000, 6)])
    #expect(needs == LedgerNeeds(stages: [(50_000_000, 6), (50_000_000, 6)]))
    #expect(needs.offsets == UInt64(OffsetLog.usualLimit))
    #expect(needs.workFile == 200_000_000)
    #expect(needs.bitmaps == 37_500_003)
  }

  /// Ten messages open ten buffers at most, and any number no more than memory is meant to hold.
  @Test func partitionsThatAreNotKnown() {
    #expect(LedgerNeeds(stages: [(10, nil)]).offsets == 10 * 16_384 + 30)
    #expect(LedgerNeeds(stages: [(1_000_000, nil)]).offsets == UInt64(OffsetLog.usualLimit))
  }

  @Test func whatIsNotCountedBeforehand() {
    let needs = LedgerNeeds(stages: [(nil, 6), (10, 6)])
    #expect(needs.offsets == UInt64(OffsetLog.usualLimit))
    #expect(needs.workFile == nil)
    #expect(needs.bitmaps == nil)
  }
}
