internal import Scenarios

/// The record of every message of a run: its producers report what was settled, its reader what was read, in any order.
/// Memory is bounded: a message that was acknowledged and found is a bit in pages that are freed when full, its
/// offset two bytes in `OffsetLog`.
///
/// Not thread-safe: it belongs to one serial queue, the reader's.
package final class Ledger {
  /// The kind of a record that carries the run's identity.
  package enum Recognition: Sendable, Equatable {
    /// The first record of a message of the run.
    case first
    case duplicate
    /// This very record was read before.
    case readBefore
    /// It has the run's identity, but no message of the run has its stage, producer and sequence.
    case foreign
  }

  struct StageBook: ~Copyable {
    var acknowledged = PagedBitmap()
    var unknown = PagedBitmap()
    var aborted = PagedBitmap()
    var seen = PagedBitmap()
  }

  /// The records of one stage that were read in one partition.
  struct Tally {
    var first: UInt64 = 0
    var bytes: UInt64 = 0
    var duplicated: UInt64 = 0
    var reordered: UInt64 = 0
    /// Records of keys that came once the table was full.
    var unordered: UInt64 = 0
    var distanceMax: UInt64 = 0
    var corrupted: UInt64 = 0
    var misrouted: UInt64 = 0
    var invalid: UInt64 = 0

    func add(to counts: inout ReadCounts) {
      counts[.read] += first + duplicated
      counts[.bytesRead] += bytes
      counts[.duplicated] += duplicated
      counts[.reordered] += reordered
      counts[.reorderedDistanceMax] = max(counts[.reorderedDistanceMax], distanceMax)
      counts[.corrupted] += corrupted
      counts[.misrouted] += misrouted
      counts[.invalid] += invalid
    }
  }

  /// The record of a message, and its offset.
  package struct MessageRecord: Sendable, Equatable {
    package var offset: Int64
    package var stage: UInt16
    package var sequence: UInt64

    package init(offset: Int64, stage: UInt16, sequence: UInt64) {
      self.offset = offset
      self.stage = stage
      self.sequence = sequence
    }

    /// `identity` is that of the message.
    package func holds(_ identity: Identity) -> Bool { identity.stage == stage && identity.sequence == sequence }
  }

  struct PartitionBook {
    var noted: Int64
    var position: Int64
    /// The offset of the last record read; −1 before the first.
    var lastRead: Int64 = -1
    var highestAcknowledged: Int64 = -1
    /// The first acknowledged offset, other than 0, that lies before the noted one; nil where there is none.
    var acknowledgedBeforeNoted: Int64?
    /// The first record of the run that was read.
    var firstMessage: MessageRecord?
    /// A message was acknowledged without an offset, or at one below the noted.
    var hasAcknowledgedWithoutOffset = false
    /// A message was acknowledged at offset 0, which clients invent as well.
    var hasAcknowledgedFirstOffset = false
    /// An acknowledged offset was not above all before it: one may have been acknowledged twice.
    var acknowledgedOffsetsFellBack = false
    var foreign: UInt64 = 0
    var foreignBytes: UInt64 = 0
  }

  struct MisroutedMessage: Hashable {
    var stage: Int
    var sequence: UInt64
  }

  package let run: RunID
  package let plan: LedgerPlan
  // Fixed, so that no access is checked twice.
  let stages: FixedArray<StageBook>
  let partitions: FixedArray<PartitionBook>
  /// [stage · partitionCount + partition]
  let tallies: FixedArray<Tally>
  /// The highest sequence seen of a (stage, producer, partition), plus one; 0 for none.
  let order: FixedArray<UInt64>
  let orderBase: [Int]
  /// The same of each key; of size 1 where that is not what is asked for.
  var keys: KeyOrder
  package var log: OffsetLog
  var unidentified: [UnidentifiedRecords]
  var latestKeys: [LatestKeys]
  /// [stage · partitionCount + partition]
  private let invented: FixedArray<InventedOffsets>
  var witnesses: [[Anomaly.Kind: SpreadSample<Anomaly>]]
  /// The partition of each misrouted message that was read first: a second reading needs it.
  var misrouted: [MisroutedMessage: Int] = [:]
  /// A record that was foreign when it was read turned out to be a message: it was counted in another stage until then.
  package var hasClaimed = false
  static let misroutedLimit = 100_000
  /// The most witnesses of each kind of anomaly in a stage.
  package static let witnessLimit = 10
  /// More were misrouted than are remembered: a second reading must then be of all partitions.
  package private(set) var misroutedOverflowed = false

  /// `noted` holds the end offset of each partition before the first send, over all topics; `memoryLimit` is the log's.
  package init(run: RunID, plan: LedgerPlan, noted: [Int64], memoryLimit: Int = OffsetLog.usualLimit) {
    self.run = run
    self.plan = plan
    stages = FixedArray(count: plan.stages.count) { _ in StageBook() }
    partitions = FixedArray(count: plan.partitionCount) {
      PartitionBook(noted: noted[$0], position: noted[$0])
    }
    tallies = FixedArray(repeating: Tally(), count: plan.stages.count * plan.partitionCount)
    var next = 0
    orderBase = plan.stages.map { stage in
      defer { next += stage.producers * plan.partitionCount }
      return next
    }
    order = FixedArray(repeating: 0, count: next)
    keys = KeyOrder(limit: plan.order == .perKey ? plan.keyLimit : 1)
    log = OffsetLog(stages: plan.stages.count, partitions: plan.partitionCount, memoryLimit: memoryLimit)
    unidentified = Array(repeating: UnidentifiedRecords(), count: plan.partitionCount)
    latestKeys = Array(repeating: LatestKeys(), count: plan.partitionCount)
    invented = FixedArray(repeating: InventedOffsets(), count: plan.stages.count * plan.partitionCount)
    witnesses = Array(repeating: [:], count: plan.stages.count)
  }

  // MARK: From the producers

  package func settle(stage: Int, _ settlements: UnsafeBufferPointer<Settlement>) {
    let base = plan.partitions(ofStage: stage).lowerBound
    for settlement in settlements {
      let partition = base + Int(settlement.partition)
      var offset = settlement.offset
      switch settlement.outcome {
      case .acknowledged:
        _ = stages[stage].acknowledged.insert(settlement.sequence)
        if invented[stage * plan.partitionCount + partition].contains(offset) { offset = -1 }
        noteAcknowledged(offset, in: partition)
      case .unknown: _ = stages[stage].unknown.insert(settlement.sequence)
      case .aborted: _ = stages[stage].aborted.insert(settlement.sequence)
      case .absent: break
      }
      log.append(
        settlement.outcome, stage: stage, partition: partition, sequence: settlement.sequence, offset: offset)
    }
  }

  private func noteAcknowledged(_ offset: Int64, in partition: Int) {
    if offset <= 0 || offset < partitions[partition].noted {
      if offset < partitions[partition].noted || offset < 0 || partitions[partition].hasAcknowledgedFirstOffset {
        partitions[partition].hasAcknowledgedWithoutOffset = true
      }
      if offset == 0 { partitions[partition].hasAcknowledgedFirstOffset = true }
    }
    if offset > partitions[partition].highestAcknowledged, offset >= partitions[partition].noted {
      partitions[partition].highestAcknowledged = offset
    } else if offset > 0 {
      partitions[partition].acknowledgedOffsetsFellBack = true
      if offset < partitions[partition].noted, partitions[partition].acknowledgedBeforeNoted == nil {
        partitions[partition].acknowledgedBeforeNoted = offset
      }
    }
  }

  // MARK: From the reader

  /// True if a message of the run has this stage, producer and sequence, which any client can write to a topic.
  package func knows(_ identity: Identity) -> Bool {
    let stage = Int(identity.stage)
    return stage < plan.stages.count && identity.producer < plan.stages[stage].producers
      && identity.sequence < plan.stages[stage].sequenceLimit
  }

  /// Notes a record that carries the run's identity. `bytes` are those of key, value and user headers; `named` is the
  /// partition of the topic that the message was sent to; `key` is `KeyOrder.fingerprint`, which matters to order per key alone.
  package func noteMessage(
    _ identity: Identity, partition: Int, offset: Int64, bytes: Int, named: Int32, key: UInt64 = 0
  ) -> Recognition {
    guard offset >= partitions[partition].position else { return .readBefore }
    let stage = Int(identity.stage)
    guard knows(identity) else {
      noteForeign(.anotherRun, partition: partition, offset: offset, bytes: bytes)
      return .foreign
    }
    partitions[partition].position = Self.position(behind: offset)
    partitions[partition].lastRead = offset
    if partitions[partition].firstMessage == nil {
      partitions[partition].firstMessage = MessageRecord(
        offset: offset, stage: identity.stage, sequence: identity.sequence)
    }
    let tally = stage * plan.partitionCount + partition
    tallies[tally].bytes += UInt64(bytes)
    guard stages[stage].seen.insert(identity.sequence) else {
      tallies[tally].duplicated += 1
      witness(.duplicated, stage, identity.sequence, partition, offset)
      return .duplicate
    }
    tallies[tally].first += 1

    noteOrder(identity, partition: partition, offset: offset, key: key)
    let base = plan.partitions(ofStage: stage).lowerBound
    if partition != base + Int(named) {
      tallies[tally].misrouted += 1
      witness(.misrouted, stage, identity.sequence, partition, offset, detail: "sent to partition \(named)")
      if misrouted.count < Self.misroutedLimit {
        misrouted[MisroutedMessage(stage: stage, sequence: identity.sequence)] = partition
      } else {
        misroutedOverflowed = true
      }
    }
    return .first
  }

  private func noteOrder(_ identity: Identity, partition: Int, offset: Int64, key: UInt64) {
    let stage = Int(identity.stage)
    let tally = stage * plan.partitionCount + partition
    switch plan.order {
    case .none: break
    case .perPartition:
      let place = orderBase[stage] + Int(identity.producer) * plan.partitionCount + partition
      if identity.sequence < order[place] {
        noteReordered(identity, partition: partition, offset: offset, behind: order[place] - 1, "")
      } else {
        order[place] = identity.sequence + 1
      }
    case .perKey:
      switch keys.note(key, sequence: identity.sequence, place: tally) {
      case .inOrder: break
      case .behind(let highest):
        noteReordered(identity, partition: partition, offset: offset, behind: highest, " of its key")
      case .notChecked: tallies[tally].unordered += 1
      }
    }
  }

  private func noteReordered(
    _ identity: Identity, partition: Int, offset: Int64, behind highest: UInt64, _ scope: StaticString
  ) {
    let tally = Int(identity.stage) * plan.partitionCount + partition
    let distance = highest - identity.sequence
    tallies[tally].reordered += 1
    tallies[tally].distanceMax = max(tallies[tally].distanceMax, distance)
    witness(
      .reordered, Int(identity.stage), identity.sequence, partition, offset,
      detail: "behind #\(highest)\(scope), displaced by \(distance)")
  }

  /// Notes that the record of the message just noted is not what was sent; `detail` names the first byte or field that differs.
  package func noteCorrupted(_ identity: Identity, partition: Int, offset: Int64, detail: String, invalid: String?) {
    let stage = Int(identity.stage)
    let tally = stage * plan.partitionCount + partition
    tallies[tally].corrupted += 1
    witness(.corrupted, stage, identity.sequence, partition, offset, detail: detail)
    if let invalid {
      tallies[tally].invalid += 1
      witness(.invalid, stage, identity.sequence, partition, offset, detail: invalid)
    }
  }

  /// A record that this run did not write.
  package enum ForeignRecord: Sendable, Equatable {
    /// It has a whole identity, and not one of a message of this run.
    case anotherRun
    /// It may be a message of this run with its identity destroyed, and is remembered by its key and value.
    case unidentified(PayloadFingerprint)
  }

  /// Notes a record that this run did not write.
  package func noteForeign(_ record: ForeignRecord, partition: Int, offset: Int64, bytes: Int) {
    guard offset >= partitions[partition].position else { return }
    partitions[partition].position = Self.position(behind: offset)
    partitions[partition].lastRead = offset
    partitions[partition].foreign += 1
    partitions[partition].foreignBytes += UInt64(bytes)
    if case .unidentified(let payload) = record { unidentified[partition].append(offset, payload) }
  }

  /// Notes the key of a record, whoever wrote it, in a topic that is compacted.
  package func noteKey(_ key: FieldFingerprint, partition: Int, offset: Int64) {
    latestKeys[partition].note(key, at: offset)
  }

  private static func position(behind offset: Int64) -> Int64 { offset == .max ? .max : offset + 1 }

  /// The client has come to the end of the partition: everything before `offset` was read, or is not shown.
  package func notePosition(partition: Int, offset: Int64) {
    partitions[partition].position = max(partitions[partition].position, offset)
  }

  // MARK: While it runs

  package func position(of partition: Int) -> Int64 { partitions[partition].position }
  package func highestAcknowledged(in partition: Int) -> Int64 { partitions[partition].highestAcknowledged }
  package func firstMessage(in partition: Int) -> MessageRecord? { partitions[partition].firstMessage }
  /// An acknowledged offset of the partition that lies before the noted one; nil where there is none.
  package func acknowledgedBeforeNoted(in partition: Int) -> Int64? { partitions[partition].acknowledgedBeforeNoted }

  /// Acknowledged and not yet found, of all stages; 0 where more was read than acknowledged so far. A reader of uncommitted
  /// records gets the aborted messages as well.
  package var lag: UInt64 { plan.stages.indices.reduce(0) { $0 + lag(of: $1) } }

  /// The same of one stage.
  package func lag(of stage: Int) -> UInt64 {
    let shown = stages[stage].acknowledged.count + (plan.showsAborted ? stages[stage].aborted.count : 0)
    let seen = stages[stage].seen.count
    return shown > seen ? shown - seen : 0
  }

  package func seen(stage: Int) -> UInt64 { stages[stage].seen.count }

  /// The records read so far, as a stage's row counts them.
  package struct Progress: Sendable, Equatable {
    package var read: UInt64 = 0
    package var bytes: UInt64 = 0
    /// Those that a record shows: what is missing shows at the end only.
    package var anomalies: UInt64 = 0

    package init() {}
  }

  package func progress(of stage: Int) -> Progress {
    var progress = Progress()
    for partition in 0..<plan.partitionCount {
      let tally = stage * plan.partitionCount + partition
      progress.read += tallies[tally].first + tallies[tally].duplicated
      progress.bytes += tallies[tally].bytes
      progress.anomalies += tallies[tally].duplicated + tallies[tally].reordered + tallies[tally].corrupted
      progress.anomalies += tallies[tally].misrouted + tallies[tally].invalid
    }
    guard let topic = plan.stages[stage].topic.map({ plan.topics[$0] }), topic.firstStage == stage else {
      return progress
    }
    for partition in topic.base..<topic.base + topic.partitions {
      progress.read += partitions[partition].foreign
      progress.bytes += partitions[partition].foreignBytes
    }
    return progress
  }

  func witness(
    _ kind: Anomaly.Kind, _ stage: Int, _ sequence: UInt64, _ partition: Int, _ offset: Int64?,
    related: Int64? = nil, detail: @autoclosure () -> String? = nil
  ) {
    let (topic, number) = plan.partition(at: partition)
    witnesses[stage][kind, default: SpreadSample(limit: Self.witnessLimit)].offer(
      Anomaly(
        kind: kind, sequence: sequence, topic: plan.topics[topic].name, partition: number,
        offset: offset, relatedOffset: related, detail: detail()))
  }
}
