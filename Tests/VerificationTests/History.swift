import Scenarios
import Verification

/// A run in a few lines: what was settled, what was read, and what the ledger makes of it. One topic, `orders`, unless said
/// otherwise; reading begins at offset 0.
struct History {
  static let run = RunID(value: 4711)
  let ledger: Ledger
  private var interruptions: [Int: String] = [:]
  private var beginnings: [Int: Int64] = [:]
  private var ends: [Int: Int64] = [:]
  private var unstable: Set<Int> = []
  private var noted: Int64 = 0

  init(
    partitions: Int = 1, stages: Int = 1, producers: Int = 1, messages: UInt64 = 1000, noted: Int64 = 0,
    hasKeys: Bool = false, showsAborted: Bool = false
  ) {
    self.noted = noted
    let stage = LedgerPlan.Stage(topic: 0, producers: producers, sequenceLimit: messages, hasKeys: hasKeys)
    ledger = Ledger(
      run: Self.run,
      plan: LedgerPlan(
        topics: [("orders", partitions)], stages: Array(repeating: stage, count: stages), showsAborted: showsAborted),
      noted: Array(repeating: noted, count: partitions))
  }

  init(topics: [Int]) {
    ledger = Ledger(
      run: Self.run,
      plan: LedgerPlan(
        topics: topics.enumerated().map { ("topic\($0)", $1) },
        stages: topics.indices.map { .init(topic: $0, producers: 1, sequenceLimit: 1000, hasKeys: false) }),
      noted: Array(repeating: 0, count: topics.reduce(0, +)))
  }

  // MARK: From the producers

  private func settle(
    _ sequence: UInt64, _ outcome: Settlement.Outcome, _ offset: Int64, _ partition: Int, _ stage: Int
  ) {
    let settlement = Settlement(sequence: sequence, offset: offset, partition: Int32(partition), outcome: outcome)
    [settlement].withUnsafeBufferPointer { ledger.settle(stage: stage, $0) }
  }

  func acknowledged(_ sequence: UInt64, at offset: Int64, in partition: Int = 0, stage: Int = 0) {
    settle(sequence, .acknowledged, offset, partition, stage)
  }

  /// Messages 0, 1, 2 … at offsets 0, 1, 2 …
  func acknowledged(_ sequences: Range<UInt64>) { for n in sequences { acknowledged(n, at: Int64(n)) } }

  func unanswered(_ sequence: UInt64, in partition: Int = 0, stage: Int = 0) {
    settle(sequence, .unknown, -1, partition, stage)
  }

  func rejected(_ sequence: UInt64, in partition: Int = 0, stage: Int = 0) {
    settle(sequence, .absent, -1, partition, stage)
  }

  func aborted(_ sequence: UInt64, at offset: Int64, in partition: Int = 0, stage: Int = 0) {
    settle(sequence, .aborted, offset, partition, stage)
  }

  // MARK: From the reader

  /// `named` is the partition that the message was sent to: the one it is read in, unless it is said otherwise.
  @discardableResult
  func reads(
    _ sequence: UInt64, at offset: Int64, in partition: Int = 0, stage: Int = 0, producer: UInt16 = 0, named: Int? = nil
  ) -> Ledger.Recognition {
    let identity = Identity(
      run: Self.run, stage: UInt16(stage), producer: producer, sequence: sequence, due: 0, payload: 0)
    return ledger.noteMessage(
      identity, partition: partition, offset: offset, bytes: 10, named: Int32(named ?? partition))
  }

  func reads(_ sequences: [UInt64]) { for (offset, n) in sequences.enumerated() { reads(n, at: Int64(offset)) } }

  func findsCorrupted(
    _ sequence: UInt64, at offset: Int64, in partition: Int = 0, stage: Int = 0, invalid: String? = nil
  ) {
    let identity = Identity(run: Self.run, stage: UInt16(stage), producer: 0, sequence: sequence, due: 0, payload: 0)
    ledger.noteCorrupted(
      identity, partition: partition, offset: offset, detail: "value differs at byte 3", invalid: invalid)
  }

  /// A record with the whole identity of another run.
  func readsAnotherRun(at offset: Int64, in partition: Int = 0) {
    ledger.noteForeign(.anotherRun, partition: partition, offset: offset, bytes: 7)
  }

  /// The record of a message whose identity was destroyed.
  func readsDestroyed(_ sequence: UInt64, at offset: Int64, in partition: Int = 0, stage: Int = 0) {
    ledger.noteForeign(
      .unidentified(Self.sent(stage, sequence)), partition: partition, offset: offset, bytes: 7)
  }

  /// Another client's record without an identity.
  func readsWithoutHeader(at offset: Int64, in partition: Int = 0) {
    ledger.noteForeign(.unidentified(Self.payload("theirs")), partition: partition, offset: offset, bytes: 7)
  }

  /// The key and the value of a message: of its own.
  static func sent(_ stage: Int, _ sequence: UInt64) -> PayloadFingerprint { payload("\(stage)/\(sequence)") }

  /// A key, and a value that only belongs to it.
  static func payload(_ key: String, value: String? = nil) -> PayloadFingerprint {
    PayloadFingerprint(key: field(key), value: field(value ?? "value of \(key)"))
  }

  static func field(_ text: String) -> FieldFingerprint? {
    Array(text.utf8).withUnsafeBytes { FieldFingerprint($0) }
  }

  @discardableResult
  func readsAgain(_ partition: Int, from start: Int64? = nil) -> FormerReading {
    ledger.forgetReading(of: partition, from: start, read: { _ in [] })
  }

  /// The second reading did not come to its end.
  func takesBack(_ former: FormerReading) { ledger.restore(former, read: { _ in [] }) }

  // MARK: The end

  /// The partition ends at `end`, and was read to there; it begins at `beginning`.
  mutating func ends(
    _ partition: Int = 0, at end: Int64, readTo position: Int64? = nil, beginsAt beginning: Int64 = 0,
    stable: Bool = true, interrupted: String? = nil
  ) {
    ends[partition] = end
    beginnings[partition] = beginning
    interruptions[partition] = interrupted
    if !stable { unstable.insert(partition) }
    ledger.notePosition(partition: partition, offset: position ?? end)
  }

  func readings() -> [PartitionReading] {
    (0..<ledger.plan.partitionCount).map { index in
      let (topic, number) = ledger.plan.partition(at: index)
      var reading = PartitionReading(
        topic: ledger.plan.topics[topic].name, partition: number, noted: noted)
      reading.position = ledger.position(of: index)
      reading.end = ends[index] ?? reading.position
      reading.beginning = beginnings[index] ?? 0
      reading.endIsStable = !unstable.contains(index)
      reading.interruption = interruptions[index]
      return reading
    }
  }

  func closed(stage: Int = 0) -> StageReading {
    ledger.close(readings(), sent: Self.sent, read: { _ in [] })[stage]
  }

  /// The counts that are not 0, as `word count`, in the order of stages.csv, without bytes.
  func told(stage: Int = 0) -> String { closed(stage: stage).counts.told }
}

extension Counts<ReadCount> {
  var told: String {
    let keys: [ReadCount] = [
      .read, .found, .lost, .trimmed, .unseen, .unknownFound, .unknownAbsent, .unknownUnseen, .abortedHidden,
      .abortedVisible, .phantom, .duplicated, .reordered, .reorderedDistanceMax, .corrupted, .misrouted, .invalid,
      .foreign,
    ]
    let words = keys.map { ($0 == .reorderedDistanceMax ? "by" : $0.facts.name, self[$0]) }
    return words.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}
