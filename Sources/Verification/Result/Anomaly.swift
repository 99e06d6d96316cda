package import Scenarios

/// A deviation from what was sent, with the record or the acknowledgement that shows it.
package struct Anomaly: Sendable, Equatable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case withheld, lost, trimmed, unseen, phantom, duplicated, reordered, corrupted, misrouted, invalid
    case unknownAbsent = "unknown_absent"
    case unknownUnseen = "unknown_unseen"
    case abortedVisible = "aborted_visible"

    /// The count that has each of them in it.
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
      case .unknownAbsent: .unknownAbsent
      case .unknownUnseen: .unknownUnseen
      case .abortedVisible: .abortedVisible
      }
    }
  }

  package var kind: Kind
  /// The message's number in its stage.
  package var sequence: UInt64
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
    kind: Kind, sequence: UInt64, topic: String, partition: Int32, offset: Int64? = nil, relatedOffset: Int64? = nil,
    detail: String? = nil
  ) {
    self.kind = kind
    self.sequence = sequence
    self.topic = topic
    self.partition = partition
    self.offset = offset
    self.relatedOffset = relatedOffset
    self.detail = detail
  }
}
