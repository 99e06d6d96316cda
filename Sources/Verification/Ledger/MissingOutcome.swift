/// The outcome of an acknowledged message that was not found.
package enum MissingOutcome: Sendable, Equatable {
  case lost
  case trimmed
  case unseen

  /// The facts about such a message.
  package struct Message: Sendable, Equatable {
    /// Nil for a message acknowledged without one.
    package var offset: Int64?
    package var hasKey: Bool
    /// A later record of its key was read from the partition.
    package var isSuperseded: Bool

    package init(offset: Int64?, hasKey: Bool, isSuperseded: Bool = false) {
      self.offset = offset
      self.hasKey = hasKey
      self.isSuperseded = isSuperseded
    }
  }

  /// Loss is claimed only where it is proven: the reader passed the message's offset, or the partition's end, stable and
  /// read to, lies at or before it; while the partition still begins before it and is not compacted (ARCHITECTURE.md,
  /// decision 11).
  /// A message acknowledged without an offset is lost only if its partition was read from the noted offset, or all of it, to a
  /// stable end and still begins there.
  package static func decide(_ message: Message, in reading: PartitionReading) -> MissingOutcome {
    let begins = reading.beginning ?? 0
    // An offset before the noted one is no answer of a broker, unless the log was replaced.
    let offset = message.offset.flatMap { $0 >= reading.noted || reading.replacement != nil ? $0 : nil }
    if let offset, offset < begins { return .trimmed }
    if reading.isProvisional || reading.beginning == nil { return .unseen }
    switch reading.compaction {
    case .no: break
    case .yes: return message.isSuperseded ? .trimmed : .unseen
    // A compacted topic refuses messages without a key, so one that was acknowledged is not in such a topic.
    case .unknown: if message.hasKey { return .unseen }
    }
    let readToStableEnd = reading.isComplete && reading.endIsStable
    guard let offset else {
      // An end before the noted offset: the topic was created again or truncated, and its present records were never read.
      let wasRead =
        reading.replacement != nil || (begins <= reading.noted && reading.end ?? reading.noted >= reading.noted)
      return readToStableEnd && wasRead ? .lost : .unseen
    }
    if offset < reading.position { return .lost }
    if readToStableEnd, let end = reading.end, end <= offset { return .lost }
    return .unseen
  }

  /// True where a message that was never answered, and not found, is provably absent.
  package static func isProvablyAbsent(hasKey: Bool, in reading: PartitionReading) -> Bool {
    decide(Message(offset: nil, hasKey: hasKey), in: reading) == .lost
  }
}
