import Testing
import Verification

@Suite struct OffsetLogTests {
  private struct DiskFull: Error, Equatable {}

  /// Stands for the work file.
  private struct Disk {
    var bytes: [UInt8] = []
    var room = Int.max

    mutating func write(_ chunk: [UInt8]) throws -> OffsetLog.Extent {
      if bytes.count + chunk.count > room { throw DiskFull() }
      defer { bytes += chunk }
      return OffsetLog.Extent(position: bytes.count, count: chunk.count)
    }

    func read(_ extent: OffsetLog.Extent) -> [UInt8] { Array(bytes[extent.position..<extent.position + extent.count]) }
  }

  /// A reference to a value that cannot be copied: `#expect` does not take the value itself.
  private final class Log {
    private var log: OffsetLog
    var disk = Disk()

    init(stages: Int, partitions: Int, memoryLimit: Int = 64 << 20) {
      log = OffsetLog(stages: stages, partitions: partitions, memoryLimit: memoryLimit)
    }

    var bytesInMemory: Int { log.bytesInMemory }
    var exceedsMemory: Bool { log.exceedsMemory }

    func append(_ outcome: Settlement.Outcome, stage: Int = 0, partition: Int = 0, _ entry: Entry) {
      log.append(outcome, stage: stage, partition: partition, sequence: entry.sequence, offset: entry.offset)
    }

    func spill() throws { try log.spill { try disk.write($0) } }

    func entries(_ outcome: Settlement.Outcome, stage: Int = 0, partition: Int = 0) -> [Entry] {
      var entries: [Entry] = []
      log.forEach(outcome, stage: stage, partition: partition, read: disk.read) {
        entries.append(Entry(sequence: $0.sequence, offset: $0.offset))
      }
      return entries
    }

    func readFromNowhere() throws {
      try log.forEach(.unknown, stage: 0, partition: 0, read: { _ in throw DiskFull() }, { _ in })
    }
  }

  private struct Entry: Equatable {
    var sequence: UInt64
    var offset: Int64
  }

  @Test func whatWasSettledIsToldInItsOrder() {
    let log = Log(stages: 2, partitions: 3)
    let history = [
      Entry(sequence: 5, offset: 100), Entry(sequence: 3, offset: -1), Entry(sequence: 4, offset: 99),
      Entry(sequence: .max, offset: .max), Entry(sequence: 0, offset: 0), Entry(sequence: 5, offset: 100),
    ]
    for entry in history { log.append(.acknowledged, stage: 1, partition: 2, entry) }
    let (unknown, other) = (Entry(sequence: 6, offset: -1), Entry(sequence: 7, offset: 1))
    log.append(.unknown, stage: 1, partition: 2, unknown)
    log.append(.acknowledged, stage: 0, partition: 2, other)
    #expect(log.entries(.acknowledged, stage: 1, partition: 2) == history)
    #expect(log.entries(.unknown, stage: 1, partition: 2) == [unknown])
    #expect(log.entries(.acknowledged, stage: 0, partition: 2) == [other])
    #expect(log.entries(.absent, stage: 1, partition: 2) == [])
    #expect(log.entries(.acknowledged, stage: 1, partition: 1) == [])
  }

  @Test func anEvenMessageTakesTwoBytes() {
    let log = Log(stages: 1, partitions: 1)
    for n in 0..<1_000_000 { log.append(.acknowledged, Entry(sequence: UInt64(n) * 12, offset: Int64(n))) }
    #expect(log.bytesInMemory < 2_050_000)
  }

  @Test func beyondItsMemoryItMovesToTheFile() throws {
    let log = Log(stages: 1, partitions: 2, memoryLimit: 65_536)
    let history = (0..<200_000).map { Entry(sequence: UInt64($0), offset: Int64($0) * 7) }
    for (n, entry) in history.enumerated() {
      log.append(.acknowledged, partition: n % 2, entry)
      guard log.exceedsMemory else { continue }
      try log.spill()
      #expect(!log.exceedsMemory)
    }
    #expect(log.disk.bytes.count > 300_000)
    for partition in 0..<2 {
      let expected = history.filter { $0.sequence % 2 == partition }
      #expect(log.entries(.acknowledged, partition: partition) == expected)
    }
  }

  @Test func whatCannotBeWrittenStaysInMemory() throws {
    let log = Log(stages: 1, partitions: 1, memoryLimit: 20_000)
    let history = (0..<50_000).map { Entry(sequence: UInt64($0), offset: Int64($0)) }
    for entry in history { log.append(.acknowledged, entry) }
    let before = log.bytesInMemory
    log.disk.room = 0
    #expect(throws: DiskFull.self) { try log.spill() }
    #expect(log.bytesInMemory == before)
    #expect(log.entries(.acknowledged) == history)
    // Full in the middle: what was written is in the file, the rest in memory.
    log.disk.room = 40_000
    #expect(throws: DiskFull.self) { try log.spill() }
    #expect(log.bytesInMemory == before - log.disk.bytes.count)
    #expect(log.disk.bytes.count > 30_000)
    #expect(log.entries(.acknowledged) == history)
    log.disk.room = .max
    try log.spill()
    #expect(!log.exceedsMemory)
    #expect(log.entries(.acknowledged) == history)
  }

  @Test func aFileThatCannotBeReadIsToldNotGuessed() throws {
    let log = Log(stages: 1, partitions: 1, memoryLimit: 0)
    for n in 0..<50_000 { log.append(.unknown, Entry(sequence: UInt64(n), offset: -1)) }
    try log.spill()
    #expect(throws: DiskFull.self) { try log.readFromNowhere() }
  }

  @Test func aRandomHistoryIsReadBack() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    for round in 0..<10 {
      let (stages, partitions) = (1 + Int(random.next() % 3), 1 + Int(random.next() % 4))
      let log = Log(stages: stages, partitions: partitions, memoryLimit: Int(random.next() % 200_000))
      let outcomes = Settlement.Outcome.allCases
      var lanes = Array(repeating: [Entry](), count: outcomes.count * stages * partitions)
      for _ in 0..<30_000 {
        let (kind, stage) = (Int(random.next() % UInt64(outcomes.count)), Int(random.next() % UInt64(stages)))
        let partition = Int(random.next() % UInt64(partitions))
        let entry = Entry(
          sequence: random.next() >> (random.next() % 64),
          offset: random.chance(10) ? -1 : Int64(random.next() >> (1 + random.next() % 63)))
        lanes[(kind * stages + stage) * partitions + partition].append(entry)
        log.append(outcomes[kind], stage: stage, partition: partition, entry)
        if log.exceedsMemory, random.chance(1) { try log.spill() }
      }
      for (kind, outcome) in outcomes.enumerated() {
        for (stage, partition) in (0..<stages).flatMap({ stage in (0..<partitions).map { (stage, $0) } }) {
          let isSame =
            log.entries(outcome, stage: stage, partition: partition)
            == lanes[(kind * stages + stage) * partitions + partition]
          #expect(isSame, "seed \(seed), round \(round): \(outcome), stage \(stage), partition \(partition)")
        }
      }
    }
  }
}
