internal import Scenarios

/// The ledger's counts of one stage once all reading has ended.
package struct StageReading: Sendable {
  package var counts: ReadCounts
  /// A few of each kind, spread over them.
  package var witnesses: [Anomaly.Kind: [Anomaly]]
}

extension Ledger {
  /// Decides every message. `readings` are of all partitions, counted over all topics; `read` fetches what the log moved to
  /// its file.
  package func close(
    _ readings: [PartitionReading], read: (OffsetLog.Extent) throws -> [UInt8]
  ) rethrows -> [StageReading] {
    // A reading that was forgotten and not repeated does not count, whatever was reported before.
    let held = readings.enumerated().map { index, reading in
      var reading = reading
      reading.position = min(reading.position, partitions[index].position)
      return reading
    }
    var closed = try plan.stages.indices.map { try close(stage: $0, held, read: read) }
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
    stage: Int, _ readings: [PartitionReading], read: (OffsetLog.Extent) throws -> [UInt8]
  ) rethrows -> StageReading {
    var counts = ReadCounts()
    let hasKeys = plan.stages[stage].hasKeys
    let topic = plan.topics[plan.stages[stage].topic]
    let places = topic.base..<topic.base + topic.partitions

    if stages[stage].acknowledged.countInBoth(stages[stage].seen) < stages[stage].acknowledged.count {
      for partition in places {
        try log.forEach(.acknowledged, stage: stage, partition: partition, read: read) { entry in
          guard !stages[stage].seen.contains(entry.sequence) else { return }
          decide(entry, stage: stage, partition: partition, hasKey: hasKeys, in: readings[partition], &counts)
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
    counts[.found] = stages[stage].acknowledged.countInBoth(stages[stage].seen)
    counts[.phantom] = stages[stage].seen.count - counts[.found] - counts[.unknownFound]
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
    return StageReading(counts: counts, witnesses: witnesses[stage].mapValues(\.kept))
  }

  private func decide(
    _ entry: OffsetLog.Entry, stage: Int, partition: Int, hasKey: Bool, in reading: PartitionReading,
    _ counts: inout ReadCounts
  ) {
    let offset = entry.offset >= 0 ? entry.offset : nil
    if let offset {
      switch unidentified[partition].contains(offset) {
      // After a truncation two messages may have been acknowledged at one offset; one record is only one of them.
      case true? where partitions[partition].foreign > 0: return claim(entry, stage: stage, partition: partition)
      case nil:
        counts[.unseen] += 1
        return witness(
          .unseen, stage, entry.sequence, partition, offset,
          detail: "too many unrecognisable records to tell whether it is one of them")
      case true?, false?: break
      }
    }
    let lastRead = partitions[partition].lastRead
    switch MissingOutcome.decide(offset: offset, hasKey: hasKey, in: reading) {
    case .lost:
      counts[.lost] += 1
      witness(
        .lost, stage, entry.sequence, partition, offset,
        related: offset.flatMap { lastRead > $0 ? lastRead : nil },
        detail: "the partition ends at \(reading.end ?? reading.position)")
    case .trimmed:
      counts[.trimmed] += 1
      witness(
        .trimmed, stage, entry.sequence, partition, offset,
        detail: "the partition now begins at \(reading.beginning ?? 0)")
    case .unseen:
      counts[.unseen] += 1
      witness(
        .unseen, stage, entry.sequence, partition, offset,
        detail: reading.interruption ?? "read up to \(reading.position)")
    }
  }

  /// An unidentified record is at the offset at which this message was acknowledged: it is the message, with its identity
  /// destroyed. It is found and corrupted, and no longer foreign.
  private func claim(_ entry: OffsetLog.Entry, stage: Int, partition: Int) {
    guard stages[stage].seen.insert(entry.sequence) else { return }
    partitions[partition].foreign -= 1
    let tally = stage * plan.partitionCount + partition
    tallies[tally].first += 1
    tallies[tally].corrupted += 1
    witness(.corrupted, stage, entry.sequence, partition, entry.offset, detail: "its identity is destroyed")
  }
}
