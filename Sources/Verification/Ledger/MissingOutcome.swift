/// The outcome of an acknowledged message that was not found.
package enum MissingOutcome: Sendable, Equatable {
  case lost
  case trimmed
  case unseen

  /// Loss is claimed only where it is proven: the reader passed the message's offset, or the partition's end, stable and
  /// read to, lies at or before it; while the partition still begins before it and is not compacted (ARCHITECTURE.md,
  /// decision 11).
  /// `offset` is nil for a message acknowledged without one: that is lost only if its partition was read from the noted
  /// offset to a stable end and still begins there.
  package static func decide(offset: Int64?, hasKey: Bool, in reading: PartitionReading) -> MissingOutcome {
    let begins = reading.beginning ?? 0
    if let offset, offset < begins { return .trimmed }
    let mayBeCompacted =
      switch reading.compaction {
      case .no: false
      case .yes: true
      // A compacted topic refuses messages without a key, so one that was acknowledged is not in such a topic.
      case .unknown: hasKey
      }
    if mayBeCompacted || reading.isProvisional || reading.beginning == nil { return .unseen }
    let readToStableEnd = reading.isComplete && reading.endIsStable
    guard let offset else {
      // An end before the noted offset: the topic was created again or truncated, and its present records were never read.
      let wasRead = begins <= reading.noted && reading.end ?? reading.noted >= reading.noted
      return readToStableEnd && wasRead ? .lost : .unseen
    }
    if offset < reading.position { return .lost }
    if readToStableEnd, let end = reading.end, end <= offset { return .lost }
    return .unseen
  }

  /// True where a message that was never answered, and not found, is provably absent.
  package static func isProvablyAbsent(hasKey: Bool, in reading: PartitionReading) -> Bool {
    decide(offset: nil, hasKey: hasKey, in: reading) == .lost
  }
}
