package import Scenarios

/// A deviation from what was sent, with the record or the acknowledgement that shows it.
package struct Anomaly: Sendable, Equatable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case withheld, lost, trimmed, unseen, phantom, duplicated, reordered, corrupted, misrouted, invalid
    /// In a sink only.
    case missing, stray
    case unknownAbsent = "unknown_absent"
    case unknownUnseen = "unknown_unseen"
    case abortedVisible = "aborted_visible"

    /// The count that has each of them in it; in a sink, the sink's count of that name.
    package var metric: Metric {
      switch self {
      case .withheld: .withheld
      case .lost: .lost
      case .trimmed: .trimmed
      case .unseen: .unseen
      case .phantom: .phantom
      case .duplicated: .duplicated
      case .reordered: .reordered
      case .corrupted: .corrupted
      case .misrouted: .misrouted
      case .invalid: .invalid
      case .missing: .place(.count(.missing))
      case .stray: .place(.count(.stray))
      case .unknownAbsent: .unknownAbsent
      case .unknownUnseen: .unknownUnseen
      case .abortedVisible: .abortedVisible
      }
    }
  }

  package var kind: Kind
  /// The sink in which it was seen, and the stage of the message; nil for those of a stage's own topic, which are listed at the stage.
  package var sink: String?
  package var stage: String?
  /// The message's number in its stage.
  package var sequence: UInt64
  /// In a sink, the id in the record, and the time at which the message was due, since the run's start (nil at `max`).
  package var id: String?
  package var due: Nanoseconds?
  /// The topic; empty in a sink that is read by a command, whose partition is −1.
  package var topic: String
  package var partition: Int32
  /// The offset at which it was acknowledged, or read; nil where neither is known, or it was never sent.
  package var offset: Int64?
  /// The offset that contradicts it: of a lost message a later offset that was read, of a duplicate the one at which the message
  /// was acknowledged.
  package var relatedOffset: Int64?
  /// More, in words: the first byte that differs, by how much it was displaced.
  package var detail: String?

  package init(
    kind: Kind, sink: String? = nil, stage: String? = nil, sequence: UInt64, topic: String, partition: Int32,
    offset: Int64? = nil, relatedOffset: Int64? = nil, detail: String? = nil
  ) {
    self.kind = kind
    self.sink = sink
    self.stage = stage
    self.sequence = sequence
    self.topic = topic
    self.partition = partition
    self.offset = offset
    self.relatedOffset = relatedOffset
    self.detail = detail
  }
}
