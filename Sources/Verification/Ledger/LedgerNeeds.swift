/// What a ledger keeps at most, in bytes, known before the run.
package struct LedgerNeeds: Sendable, Equatable {
  /// Of where each message went, in memory.
  package var offsets: UInt64
  /// The same in the work file; nil where the messages are not counted beforehand.
  package var workFile: UInt64?
  /// Of which messages were acknowledged, found or not answered: nothing for stretches of 65,536 that are complete, and this
  /// where none ever is.
  package var bitmaps: UInt64?

  /// For stages of so many messages each, nil where that is not known, over so many partitions.
  package init(stages: [(messages: UInt64?, partitions: Int)]) {
    let lanes = stages.reduce(0) { $0 + UInt64($1.partitions) }
    let buffers = lanes * UInt64(OffsetLog.chunkBytes)
    let limit = UInt64(OffsetLog.usualLimit)
    var entries: UInt64 = 0
    var messages: UInt64 = 0
    for stage in stages {
      guard let count = stage.messages else {
        (offsets, workFile, bitmaps) = (max(limit, buffers), nil, nil)
        return
      }
      let (bytes, overflow) = count.multipliedReportingOverflow(by: Self.bytesPerEntry(partitions: stage.partitions))
      entries = overflow ? .max : entries.addingReportingOverflow(bytes).partialValue
      messages = messages.addingReportingOverflow(count).partialValue
    }
    let all = entries.addingReportingOverflow(buffers).partialValue
    offsets = min(all, max(limit, buffers))
    workFile = all > limit ? entries : 0
    bitmaps = messages / 8 * 3 + 3
  }

  /// Delta-coded: a byte for the offset, one for the sequence where the next of the same partition is near enough.
  private static func bytesPerEntry(partitions: Int) -> UInt64 { partitions <= 16 ? 2 : 3 }
}
