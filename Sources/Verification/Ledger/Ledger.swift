internal import Scenarios

/// What became of every message of a run: its producers say what was settled, its reader what was read, in any order.
/// Memory is bounded: a message that was acknowledged and found is a bit in pages that vanish when full, its place in the
/// topic two bytes in `OffsetLog`.
///
/// Not thread-safe: it belongs to one serial queue, the reader's.
package final class Ledger {
  /// What a record turned out to be.
  package enum Recognition: Sendable, Equatable {
    /// The first record of one of our messages.
    case first
    case duplicate
    /// This very record was read before.
    case readBefore
    /// Claims to be ours and cannot be.
    case foreign
  }

  struct StageBook: ~Copyable {
    var acknowledged = PagedBitmap()
    var unknown = PagedBitmap()
    var seen = PagedBitmap()
  }

  /// What was read in one partition, foreign records apart, of one stage.
  struct Tally {
    var first: UInt64 = 0
    var bytes: UInt64 = 0
    var duplicated: UInt64 = 0
    var reordered: UInt64 = 0
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

  struct PartitionBook {
    var noted: Int64
    var position: Int64
    /// The offset of the last record read; −1 before the first.
    var lastRead: Int64 = -1
    var highestAcknowledged: Int64 = -1
    var foreign: UInt64 = 0
    var foreignBytes: UInt64 = 0
  }

  struct MisroutedMessage: Hashable {
    var stage: Int
    var sequence: UInt64
  }

  package let run: RunID
  package let plan: LedgerPlan
  /// Room for everything that is per stage, per partition, or both; never moved, so that no access is checked twice.
  let stages: UnsafeMutablePointer<StageBook>
  let partitions: UnsafeMutablePointer<PartitionBook>
  /// [stage · partitionCount + partition]
  let tallies: UnsafeMutablePointer<Tally>
  /// The highest sequence seen of a (stage, producer, partition), plus one; 0 for none.
  let order: UnsafeMutablePointer<UInt64>
  let orderBase: [Int]
  let orderCount: Int
  package var log: OffsetLog
  var unidentified: [OffsetRanges]
  var witnesses: [[Anomaly.Kind: SpreadSample<Anomaly>]]
  /// Where messages were first read that stood in another partition than theirs; what a second reading must know.
  var misrouted: [MisroutedMessage: Int] = [:]
  static let misroutedLimit = 100_000
  /// Of each kind of anomaly in a stage.
  package static let witnessLimit = 10
  /// More were misrouted than are remembered: a second reading must then be of all partitions.
  package private(set) var misroutedOverflowed = false

  /// `noted` holds the end offset of each partition before the first send, over all topics; `memoryLimit` is the log's.
  package init(run: RunID, plan: LedgerPlan, noted: [Int64], memoryLimit: Int = OffsetLog.usualLimit) {
    self.run = run
    self.plan = plan
    stages = .allocate(capacity: max(plan.stages.count, 1))
    for stage in plan.stages.indices { (stages + stage).initialize(to: StageBook()) }
    partitions = .allocate(capacity: max(plan.partitionCount, 1))
    for partition in 0..<plan.partitionCount {
      (partitions + partition).initialize(
        to: PartitionBook(noted: noted[partition], position: noted[partition]))
    }
    tallies = .allocate(capacity: max(plan.stages.count * plan.partitionCount, 1))
    tallies.initialize(repeating: Tally(), count: plan.stages.count * plan.partitionCount)
    var next = 0
    orderBase = plan.stages.map { stage in
      defer { next += stage.producers * plan.partitionCount }
      return next
    }
    orderCount = next
    order = .allocate(capacity: max(orderCount, 1))
    order.initialize(repeating: 0, count: orderCount)
    log = OffsetLog(stages: plan.stages.count, partitions: plan.partitionCount, memoryLimit: memoryLimit)
    unidentified = Array(repeating: OffsetRanges(), count: plan.partitionCount)
    witnesses = Array(repeating: [:], count: plan.stages.count)
  }

  deinit {
    stages.deinitialize(count: plan.stages.count)
    stages.deallocate()
    partitions.deallocate()
    tallies.deallocate()
    order.deallocate()
  }

  // MARK: From the producers

  package func settle(stage: Int, _ settlements: UnsafeBufferPointer<Settlement>) {
    let base = plan.topics[plan.stages[stage].topic].base
    let book = stages + stage
    for settlement in settlements {
      let partition = base + Int(settlement.partition)
      var offset = settlement.offset
      switch settlement.outcome {
      case .acknowledged:
        _ = book.pointee.acknowledged.insert(settlement.sequence)
        // An offset below the noted one was never this message's: with acks 0, and after some retries, clients invent them.
        if offset < partitions[partition].noted { offset = -1 }
        if offset > partitions[partition].highestAcknowledged { partitions[partition].highestAcknowledged = offset }
      case .unknown: _ = book.pointee.unknown.insert(settlement.sequence)
      case .absent: break
      }
      log.append(
        settlement.outcome, stage: stage, partition: partition, sequence: settlement.sequence, offset: offset)
    }
  }

  // MARK: From the reader

  /// Notes a record that carries our run's identity. `bytes` are those of key, value and user headers; `named` is the
  /// partition of the topic that the message was sent to.
  package func noteMessage(
    _ identity: Identity, partition: Int, offset: Int64, bytes: Int, named: Int32
  ) -> Recognition {
    let here = partitions + partition
    guard offset >= here.pointee.position else { return .readBefore }
    let stage = Int(identity.stage)
    guard stage < plan.stages.count, identity.producer < plan.stages[stage].producers,
      identity.sequence < plan.stages[stage].sequenceLimit
    else {
      noteForeign(.unidentified, partition: partition, offset: offset, bytes: bytes)
      return .foreign
    }
    here.pointee.position = offset + 1
    here.pointee.lastRead = offset
    let tally = tallies + (stage * plan.partitionCount + partition)
    tally.pointee.bytes += UInt64(bytes)
    guard stages[stage].seen.insert(identity.sequence) else {
      tally.pointee.duplicated += 1
      witness(.duplicated, stage, identity.sequence, partition, offset)
      return .duplicate
    }
    tally.pointee.first += 1

    let highest = order + (orderBase[stage] + Int(identity.producer) * plan.partitionCount + partition)
    if identity.sequence < highest.pointee {
      let distance = highest.pointee - 1 - identity.sequence
      tally.pointee.reordered += 1
      tally.pointee.distanceMax = max(tally.pointee.distanceMax, distance)
      witness(
        .reordered, stage, identity.sequence, partition, offset,
        detail: "behind #\(highest.pointee - 1), displaced by \(distance)")
    } else {
      highest.pointee = identity.sequence + 1
    }

    let base = plan.topics[plan.stages[stage].topic].base
    if partition != base + Int(named) {
      tally.pointee.misrouted += 1
      witness(.misrouted, stage, identity.sequence, partition, offset, detail: "sent to partition \(named)")
      if misrouted.count < Self.misroutedLimit {
        misrouted[MisroutedMessage(stage: stage, sequence: identity.sequence)] = partition
      } else {
        misroutedOverflowed = true
      }
    }
    return .first
  }

  /// Notes that the record just noted as ours is not what was sent; `detail` names the first byte or field that differs.
  package func noteCorrupted(_ identity: Identity, partition: Int, offset: Int64, detail: String, invalid: String?) {
    let stage = Int(identity.stage)
    let tally = tallies + (stage * plan.partitionCount + partition)
    tally.pointee.corrupted += 1
    witness(.corrupted, stage, identity.sequence, partition, offset, detail: detail)
    if let invalid {
      tally.pointee.invalid += 1
      witness(.invalid, stage, identity.sequence, partition, offset, detail: invalid)
    }
  }

  /// A record that this run did not write.
  package enum ForeignRecord: Sendable, Equatable {
    /// It has another run's whole identity.
    case anotherRun
    /// It may be a message of this run with its identity destroyed, and is remembered by its offset.
    case unidentified
  }

  /// Notes a record that this run did not write.
  package func noteForeign(_ record: ForeignRecord, partition: Int, offset: Int64, bytes: Int) {
    let here = partitions + partition
    guard offset >= here.pointee.position else { return }
    here.pointee.position = offset + 1
    here.pointee.lastRead = offset
    here.pointee.foreign += 1
    here.pointee.foreignBytes += UInt64(bytes)
    if record == .unidentified { unidentified[partition].append(offset) }
  }

  /// The client has come to the end of the partition: everything before `offset` was read, or is not shown.
  package func notePosition(partition: Int, offset: Int64) {
    partitions[partition].position = max(partitions[partition].position, offset)
  }

  // MARK: While it runs

  package func position(of partition: Int) -> Int64 { partitions[partition].position }
  package func highestAcknowledged(in partition: Int) -> Int64 { partitions[partition].highestAcknowledged }

  /// Acknowledged and not yet found, of all stages; 0 where more was read than acknowledged so far.
  package var lag: UInt64 {
    plan.stages.indices.reduce(0) { lag, stage in
      let (acknowledged, seen) = (stages[stage].acknowledged.count, stages[stage].seen.count)
      return lag + (acknowledged > seen ? acknowledged - seen : 0)
    }
  }

  package func seen(stage: Int) -> UInt64 { stages[stage].seen.count }

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
