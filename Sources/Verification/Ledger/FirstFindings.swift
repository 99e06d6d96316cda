/// The ledger's reasons to read partitions again, once everything was settled and read.
package struct FirstFindings: Sendable, Equatable {
  /// The partitions in which acknowledged messages were not found, with the lowest of their offsets; 0 where one has none.
  package var missing: [Int: Int64]
  /// The partitions in which a record was not what was sent.
  package var differing: Set<Int>
  /// The partitions in which two messages were acknowledged at one offset, with the first such offset.
  package var acknowledgedTwice: [Int: Int64]

  package init(missing: [Int: Int64] = [:], differing: Set<Int> = [], acknowledgedTwice: [Int: Int64] = [:]) {
    self.missing = missing
    self.differing = differing
    self.acknowledgedTwice = acknowledgedTwice
  }
}

extension Ledger {
  /// `read` fetches what the log moved to its file.
  package func firstFindings(read: (OffsetLog.Extent) throws -> [UInt8]) rethrows -> FirstFindings {
    var findings = FirstFindings()
    for stage in plan.stages.indices {
      for partition in 0..<plan.partitionCount where tallies[stage * plan.partitionCount + partition].corrupted > 0 {
        findings.differing.insert(partition)
      }
      guard stages[stage].acknowledged.countInBoth(stages[stage].seen) < stages[stage].acknowledged.count else {
        continue
      }
      for partition in 0..<plan.partitionCount {
        try log.forEach(.acknowledged, stage: stage, partition: partition, read: read) { entry in
          guard !stages[stage].seen.contains(entry.sequence) else { return }
          findings.missing[partition] = min(findings.missing[partition] ?? .max, max(entry.offset, 0))
        }
      }
    }
    for partition in 0..<plan.partitionCount where partitions[partition].acknowledgedOffsetsFellBack {
      findings.acknowledgedTwice[partition] = try offsetAcknowledgedTwice(in: partition, read: read)
    }
    return findings
  }

  /// Every acknowledged message of the topic was found, in the partition that it was sent to.
  package func isAllFound(ofTopic topic: Int) -> Bool {
    plan.stages.indices.allSatisfy { stage in
      guard plan.stages[stage].topic == topic else { return true }
      guard stages[stage].acknowledged.count <= stages[stage].seen.count else { return false }
      let places = stage * plan.partitionCount..<(stage + 1) * plan.partitionCount
      return places.allSatisfy { tallies[$0].misrouted == 0 }
        && stages[stage].acknowledged.countInBoth(stages[stage].seen) == stages[stage].acknowledged.count
    }
  }

  /// Every acknowledged message of the partition has an offset at or above the noted one.
  package func isAcknowledgedWithOffsets(in partition: Int) -> Bool {
    !partitions[partition].hasAcknowledgedWithoutOffset
  }

  /// Two messages were acknowledged at one offset of the partition.
  package func isAcknowledgedTwice(
    in partition: Int, read: (OffsetLog.Extent) throws -> [UInt8]
  ) rethrows -> Bool {
    guard partitions[partition].acknowledgedOffsetsFellBack else { return false }
    return try offsetAcknowledgedTwice(in: partition, read: read) != nil
  }

  /// The first offset at which two messages were acknowledged; 0, which clients invent, does not count.
  private func offsetAcknowledgedTwice(
    in partition: Int, read: (OffsetLog.Extent) throws -> [UInt8]
  ) rethrows -> Int64? {
    var (offsets, twice) = (OffsetSet(), Int64?.none)
    for stage in plan.stages.indices {
      try log.forEach(.acknowledged, stage: stage, partition: partition, read: read) { entry in
        guard entry.offset > 0, !offsets.insert(entry.offset) else { return }
        twice = twice ?? entry.offset
      }
    }
    return twice
  }
}
