internal import Scenarios

/// A second reading of partitions, which decides where the tail could not be trusted (ARCHITECTURE.md, decision 10).
extension Ledger {
  /// Forgets what was read in `partition`, and only that: it will be read again from `start`, its noted offset where nil. What is
  /// forgotten is returned, in case that reading does not come to its end.
  @discardableResult
  package func forgetReading(
    of partition: Int, from start: Int64? = nil, read: (OffsetLog.Extent) throws -> [UInt8]
  ) rethrows -> FormerReading {
    let former = FormerReading(
      partition: partition, book: partitions[partition], unidentified: unidentified[partition],
      latestKeys: latestKeys[partition], stages: plan.stages.count)
    var acknowledged = OffsetSet()
    // All that can fail comes first: a reading is forgotten whole or not at all.
    for stage in plan.stages.indices {
      for outcome in Settlement.Outcome.allCases {
        try log.forEach(outcome, stage: stage, partition: partition, read: read) { entry in
          if outcome == .acknowledged, entry.offset >= 0 { _ = acknowledged.insert(entry.offset) }
          let message = MisroutedMessage(stage: stage, sequence: entry.sequence)
          if let elsewhere = misrouted[message], elsewhere != partition { return }
          if stages[stage].seen.contains(entry.sequence) { former.seen[stage].insert(entry.sequence) }
        }
      }
    }
    let (topicIndex, number) = plan.partition(at: partition)
    let topic = plan.topics[topicIndex].name
    for stage in plan.stages.indices {
      former.seen[stage].forEach { _ = stages[stage].seen.remove($0) }
      former.tallies.append(tallies[stage * plan.partitionCount + partition])
      tallies[stage * plan.partitionCount + partition] = Tally()
      for producer in 0..<plan.stages[stage].producers {
        order[orderBase[stage] + producer * plan.partitionCount + partition] = 0
      }
      for kind in Array(witnesses[stage].keys) {
        let gone = witnesses[stage][kind]?.kept.filter { $0.topic == topic && $0.partition == number } ?? []
        former.witnesses += gone.map { (stage, $0) }
        witnesses[stage][kind]?.removeAll { $0.topic == topic && $0.partition == number }
      }
    }
    if plan.order == .perKey {
      former.keys = keys.forget { $0 % plan.partitionCount == partition }
    }
    for (message, found) in misrouted where found == partition {
      if stages[message.stage].seen.remove(message.sequence) { former.misrouted.append(message) }
      misrouted[message] = nil
    }
    let book = partitions[partition]
    partitions[partition] = PartitionBook(
      noted: book.noted, position: start ?? book.noted, highestAcknowledged: book.highestAcknowledged,
      acknowledgedBeforeNoted: book.acknowledgedBeforeNoted,
      hasAcknowledgedWithoutOffset: book.hasAcknowledgedWithoutOffset,
      hasAcknowledgedFirstOffset: book.hasAcknowledgedFirstOffset,
      acknowledgedOffsetsFellBack: book.acknowledgedOffsetsFellBack)
    unidentified[partition] = UnidentifiedRecords(acknowledged: acknowledged)
    latestKeys[partition] = LatestKeys()
    return former
  }

  /// Takes back a second reading that did not come to its end: what the first one found stays found.
  package func restore(_ former: FormerReading, read: (OffsetLog.Extent) throws -> [UInt8]) rethrows {
    _ = try forgetReading(of: former.partition, read: read)
    for stage in plan.stages.indices {
      former.seen[stage].forEach { _ = stages[stage].seen.insert($0) }
      tallies[stage * plan.partitionCount + former.partition] = former.tallies[stage]
    }
    keys.restore(former.keys)
    for message in former.misrouted {
      _ = stages[message.stage].seen.insert(message.sequence)
      misrouted[message] = former.partition
    }
    for (stage, anomaly) in former.witnesses {
      witnesses[stage][anomaly.kind, default: SpreadSample(limit: Self.witnessLimit)].offer(anomaly)
    }
    partitions[former.partition] = former.book
    unidentified[former.partition] = former.unidentified
    latestKeys[former.partition] = former.latestKeys
  }
}

/// The findings of one partition's first reading.
package final class FormerReading {
  /// A set that can be an element of an array.
  final class Sequences {
    private var bits = PagedBitmap()
    func insert(_ sequence: UInt64) { _ = bits.insert(sequence) }
    func forEach(_ body: (UInt64) -> Void) { bits.forEach(body) }
  }

  package let partition: Int
  let book: Ledger.PartitionBook
  let unidentified: UnidentifiedRecords
  let latestKeys: LatestKeys
  let seen: [Sequences]
  var tallies: [Ledger.Tally] = []
  var misrouted: [Ledger.MisroutedMessage] = []
  var witnesses: [(stage: Int, Anomaly)] = []
  var keys: [KeyOrder.Entry] = []

  init(
    partition: Int, book: Ledger.PartitionBook, unidentified: UnidentifiedRecords, latestKeys: LatestKeys, stages: Int
  ) {
    self.partition = partition
    self.book = book
    self.unidentified = unidentified
    self.latestKeys = latestKeys
    seen = (0..<stages).map { _ in Sequences() }
  }
}
