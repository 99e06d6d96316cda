/// Duplicates name the offset at which their message was acknowledged: of the first record that was read only a bit is kept.
extension Ledger {
  /// The witnesses of a stage, in which duplicates have that offset. It is searched for these few messages alone; `places` are the
  /// partitions of the stage's topic.
  func withAcknowledgedOffsets(
    _ witnesses: [Anomaly.Kind: [Anomaly]], stage: Int, in places: Range<Int>,
    read: (OffsetLog.Extent) throws -> [UInt8]
  ) rethrows -> [Anomaly.Kind: [Anomaly]] {
    guard var duplicates = witnesses[.duplicated], !duplicates.isEmpty else { return witnesses }
    for partition in places {
      let number = plan.partition(at: partition).partition
      try log.forEach(.acknowledged, stage: stage, partition: partition, read: read) { entry in
        guard entry.offset >= 0 else { return }
        for index in duplicates.indices where duplicates[index].sequence == entry.sequence {
          if duplicates[index].partition == number {
            duplicates[index].relatedOffset = entry.offset
          } else {
            duplicates[index].detail = "acknowledged at \(number)@\(entry.offset)"
          }
        }
      }
    }
    var completed = witnesses
    completed[.duplicated] = duplicates
    return completed
  }
}
