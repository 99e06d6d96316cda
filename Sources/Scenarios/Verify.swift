package import Diagnostics

/// The way in which the topic is read back, and the limits of waiting for it.
package struct Verify: Sendable, Equatable {
  package enum Mode: String, Sendable, Codable {
    /// Reads while the load runs.
    case tail
    /// Reads once the sending has ended.
    case after
    /// This run does not read: it judges its sends only.
    case later
  }

  /// The records that the reader gets.
  package enum Isolation: String, Sendable, Codable {
    /// Those of open and aborted transactions are not among them.
    case readCommitted = "read_committed"
    case readUncommitted = "read_uncommitted"
  }

  /// The order in which messages must be found.
  package enum Order: String, Sendable, Codable {
    /// Those of one stage and producer, within each partition.
    case perPartition = "per-partition"
    /// Those of one stage, within each key of a partition.
    case perKey = "per-key"
    /// Not checked.
    case none
  }

  /// The reason for which a run reads nothing back.
  package enum Unread: Sendable, Equatable {
    /// `mode: later`.
    case later
    /// The reader must be refused.
    case refused

    package var sentence: String {
      switch self {
      case .later: "nothing is read back: verify.mode is later"
      case .refused: "nothing is read back: the reader must be refused"
      }
    }
  }

  /// With order per key, the most keys that are remembered.
  package static let keysInOrder = 1 << 20

  package var mode: Mode
  /// Reading is given up after this long without progress.
  package var within: Nanoseconds
  /// Reading is given up after this long in all since the last send; nil: the longer of 10 minutes and twice the sending.
  package var atMost: Nanoseconds?
  package var isolation = Isolation.readCommitted
  package var order = Order.perPartition
  /// The position of `order`, where that is written.
  package var orderRange: SourceRange?
  /// Index of the reader's identity.
  package var identity: Int
  /// `expect: [refused == …]`: the reader must be refused, and nothing is read back.
  package var refusal: Expectation?

  /// Nil where the topics are read back.
  package var unread: Unread? {
    if refusal != nil { return .refused }
    return switch mode {
    case .tail, .after: nil
    case .later: .later
    }
  }

  /// Index of the identity with which a reader signs in; nil where none does.
  package var reader: Int? { unread == .later ? nil : identity }

  package init(
    mode: Mode, within: Nanoseconds, atMost: Nanoseconds?, identity: Int = 0, refusal: Expectation? = nil
  ) {
    self.mode = mode
    self.within = within
    self.atMost = atMost
    self.identity = identity
    self.refusal = refusal
  }
}
