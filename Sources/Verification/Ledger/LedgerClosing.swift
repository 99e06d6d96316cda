internal import Scenarios

/// The ledger's counts of one stage once all reading has ended.
package struct StageReading: Sendable {
  package var counts: ReadCounts
  /// A few of each kind, spread over them.
  package var witnesses: [Anomaly.Kind: [Anomaly]]
  /// Records of keys for which there was no space: their order was not checked.
  package var unordered: UInt64
  /// The records of the stage in each partition of its topic.
  package var records: [UInt64]

  package init(
    counts: ReadCounts, witnesses: [Anomaly.Kind: [Anomaly]], unordered: UInt64 = 0, records: [UInt64] = []
  ) {
    self.counts = counts
    self.witnesses = witnesses
    self.unordered = unordered
    self.records = records
  }
}

extension Ledger {
  /// The key and the value of a message as it was sent.
  package typealias Sent = (_ stage: Int, _ sequence: UInt64) -> PayloadFingerprint

  /// Decides every message. `readings` are of all partitions, counted over all topics; `read` fetches what the log moved to
  /// its file, `sent` renders a message again.
  package func close(
    _ readings: [PartitionReading], sent: Sent, read: (OffsetLog.Extent) throws -> [UInt8]
  ) rethrows -> [StageReading] {
    // A reading that was forgotten and not repeated does not count, whatever was reported before.
    let held = readings.enumerated().map { index, reading in
      var reading = reading
      reading.position = min(reading.position, partitions[index].position)
      return reading
    }
    var closed = try plan.stages.indices.map { try close(stage: $0, held, sent, read: read) }
    // Any stage of a topic may have claimed records that were foreign until then, so these are counted last.
    for topic in plan.topics {
      guard let stage = topic.firstStage else { continue }
      for partition in topic.base..<topic.base + topic.partitions {
        closed[stage].counts[.foreign] += partitions[partition].foreign
        closed[stage].counts[.read] += partitions[partition].foreign
        closed[stage].counts[.bytesRead] += partitions[partition].foreignBytes
      }
    }
    return closed
  }

  private func close(
    stage: Int, _ readings: [PartitionReading], _ sent: Sent, read: (OffsetLog.Extent) throws -> [UInt8]
  ) rethrows -> StageReading {
    var counts = ReadCounts()
    let hasKeys = plan.stages[stage].hasKeys
    let places = plan.partitions(ofStage: stage)

    if stages[stage].acknowledged.countInBoth(stages[stage].seen) < stages[stage].acknowledged.count {
      for partition in places {
        try log.forEach(.acknowledged, stage: stage, partition: partition, read: read) { entry in
          guard !stages[stage].seen.contains(entry.sequence) else { return }
          decide(entry, stage: stage, partition: partition, hasKey: hasKeys, in: readings[partition], sent, &counts)
        }
      }
    }
    counts[.unknownFound] = stages[stage].unknown.countInBoth(stages[stage].seen)
    if counts[.unknownFound] < stages[stage].unknown.count {
      for partition in places {
        let absent = MissingOutcome.isProvablyAbsent(hasKey: hasKeys, in: readings[partition])
        try log.forEach(.unknown, stage: stage, partition: partition, read: read) { entry in
          guard !stages[stage].seen.contains(entry.sequence) else { return }
          if absent { counts[.unknownAbsent] += 1 } else { counts[.unknownUnseen] += 1 }
          witness(absent ? .unknownAbsent : .unknownUnseen, stage, entry.sequence, partition, nil)
        }
      }
    }
    counts[.abortedVisible] = stages[stage].aborted.countInBoth(stages[stage].seen)
    counts[.abortedHidden] = stages[stage].aborted.count - counts[.abortedVisible]
    if counts[.abortedVisible] > 0, !plan.showsAborted {
      for partition in places {
        try log.forEach(.aborted, stage: stage, partition: partition, read: read) { entry in
          guard stages[stage].seen.contains(entry.sequence) else { return }
          witness(.abortedVisible, stage, entry.sequence, partition, entry.offset >= 0 ? entry.offset : nil)
        }
      }
    }
    counts[.found] = stages[stage].acknowledged.countInBoth(stages[stage].seen)
    counts[.phantom] = stages[stage].seen.count - counts[.found] - counts[.unknownFound] - counts[.abortedVisible]
    if counts[.phantom] > 0 {
      for partition in places {
        try log.forEach(.absent, stage: stage, partition: partition, read: read) { entry in
          if stages[stage].seen.contains(entry.sequence) { witness(.phantom, stage, entry.sequence, partition, nil) }
        }
      }
    }

    for partition in 0..<plan.partitionCount {
      tallies[stage * plan.partitionCount + partition].add(to: &counts)
    }
    let unordered = (0..<plan.partitionCount).reduce(UInt64(0)) {
      $0 + tallies[stage * plan.partitionCount + $1].unordered
    }
    return StageReading(
      counts: counts,
      witnesses: try withAcknowledgedOffsets(
        witnesses[stage].mapValues(\.kept), stage: stage, in: places, read: read), unordered: unordered,
      records: places.map { place in
        let tally = tallies[stage * plan.partitionCount + place]
        return tally.first + tally.duplicated
      })
  }

  private func decide(
    _ entry: OffsetLog.Entry, stage: Int, partition: Int, hasKey: Bool, in reading: PartitionReading, _ sent: Sent,
    _ counts: inout ReadCounts
  ) {
    let offset = entry.offset >= 0 ? entry.offset : nil
    if let offset {
      switch unidentified[partition].record(at: offset) {
      case .known(let record) where isRecord(record, of: sent(stage, entry.sequence), in: reading):
        return claim(entry, stage: stage, partition: partition)
      case .unknown:
        counts[.unseen] += 1
        return witness(
          .unseen, stage, entry.sequence, partition, offset,
          detail: "too many records without a header were read to know whether it is one of them")
      // Another client's record, where the message is not any more.
      case .known, .none: break
      }
    }
    let later = laterRecord(of: entry, stage: stage, partition: partition, in: reading, sent)
    let message = MissingOutcome.Message(offset: offset, hasKey: hasKey, isSuperseded: later != nil)
    let lastRead = partitions[partition].lastRead
    switch MissingOutcome.decide(message, in: reading) {
    case .lost:
      counts[.lost] += 1
      witness(
        .lost, stage, entry.sequence, partition, offset,
        related: offset.flatMap { lastRead > $0 ? lastRead : nil },
        detail: reading.lostDetail)
    case .trimmed:
      counts[.trimmed] += 1
      witness(
        .trimmed, stage, entry.sequence, partition, offset, related: later,
        detail: later == nil ? "the partition now begins at \(reading.beginning ?? 0)" : nil)
    case .unseen:
      counts[.unseen] += 1
      witness(.unseen, stage, entry.sequence, partition, offset, detail: reading.unseenReason)
    }
  }

  /// The record is the message's, with its identity destroyed. In a log that was replaced the offset says little, and a key can be
  /// another client's as well.
  private func isRecord(
    _ record: PayloadFingerprint, of message: PayloadFingerprint, in reading: PartitionReading
  ) -> Bool {
    reading.replacement == nil ? record.sharesField(with: message) : record.sharesValue(with: message)
  }

  /// The last record of the message's key, if the partition is compacted and it lies behind the message.
  private func laterRecord(
    of entry: OffsetLog.Entry, stage: Int, partition: Int, in reading: PartitionReading, _ sent: Sent
  ) -> Int64? {
    guard reading.compaction == .yes else { return nil }
    return latestKeys[partition].later(than: entry.offset, of: sent(stage, entry.sequence).key)
  }

  /// An unidentified record is at the offset at which this message was acknowledged: it is the message, with its identity
  /// destroyed. It is found and corrupted, and no longer foreign.
  private func claim(_ entry: OffsetLog.Entry, stage: Int, partition: Int) {
    guard stages[stage].seen.insert(entry.sequence) else { return }
    hasClaimed = true
    unidentified[partition].remove(entry.offset)
    partitions[partition].foreign -= 1
    let tally = stage * plan.partitionCount + partition
    tallies[tally].first += 1
    tallies[tally].corrupted += 1
    witness(.corrupted, stage, entry.sequence, partition, entry.offset, detail: "its identity is destroyed")
  }
}
