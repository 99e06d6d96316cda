/// The most that a ledger keeps, in bytes, known before the run.
package struct LedgerNeeds: Sendable, Equatable {
  /// The offsets of the messages, in memory.
  package var offsets: UInt64
  /// The same in the work file; nil where the messages are not counted beforehand.
  package var workFile: UInt64?
  /// The bits of messages that were acknowledged, found or not answered: none for runs of 65,536 that are complete, and this
  /// where none ever is.
  package var bitmaps: UInt64?

  /// For stages of so many messages each, over so many partitions, nil where that is not known.
  package init(stages: [(messages: UInt64?, partitions: Int?)]) {
    let limit = UInt64(OffsetLog.usualLimit)
    var entries: UInt64 = 0
    var buffers: UInt64 = 0
    var messages: UInt64? = 0
    for stage in stages {
      let count = stage.messages ?? .max
      // Each partition has a buffer of its own, and no more have one than there are messages.
      let lanes = min(stage.partitions.map { UInt64($0) } ?? limit / Self.buffer / 2, count)
      buffers = buffers.addingReportingOverflow(lanes * Self.buffer).partialValue
      let (bytes, overflow) = count.multipliedReportingOverflow(by: Self.bytesPerEntry(partitions: stage.partitions))
      entries = Self.sum(entries, overflow ? .max : bytes)
      messages = stage.messages.flatMap { count in messages.map { Self.sum($0, count) } }
    }
    let all = Self.sum(entries, buffers)
    offsets = min(all, max(limit, Self.sum(buffers, buffers)))
    workFile = messages == nil ? nil : all > limit ? entries : 0
    bitmaps = messages.map { $0 / 8 * 3 + 3 }
  }

  private static let buffer = UInt64(OffsetLog.chunkBytes)

  private static func sum(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }

  /// Delta-coded: a byte for the offset, one for the sequence where the next of the same partition is near enough.
  private static func bytesPerEntry(partitions: Int?) -> UInt64 { partitions.map { $0 <= 16 ? 2 : 3 } ?? 3 }
}
