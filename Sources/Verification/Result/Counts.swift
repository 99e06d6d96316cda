/// What became of the messages of a stage as its producers saw it; the words are those of `stages.csv`.
package struct SendCounts: Sendable, Equatable, Codable {
  /// What the rate profile asked for; for `max` with a duration as many as were offered.
  package var due: UInt64 = 0
  package var withheld: UInt64 = 0
  package var dropped: UInt64 = 0
  package var unsent: UInt64 = 0
  /// Offered to the client and not taken back.
  package var sent: UInt64 = 0
  package var acknowledged: UInt64 = 0
  package var rejected: UInt64 = 0
  package var unknown: UInt64 = 0
  package var aborted: UInt64 = 0
  /// Keys, values and the user's headers of what was acknowledged.
  package var bytesAcknowledged: UInt64 = 0

  package init() {}
}

/// What became of the messages of a stage as the reader saw it.
package struct ReadCounts: Sendable, Equatable, Codable {
  /// Records in the range read, foreign ones included; each topic, partition and offset counts once.
  package var read: UInt64 = 0
  package var bytesRead: UInt64 = 0
  package var found: UInt64 = 0
  package var lost: UInt64 = 0
  package var trimmed: UInt64 = 0
  package var unseen: UInt64 = 0
  package var unknownFound: UInt64 = 0
  package var unknownAbsent: UInt64 = 0
  package var unknownUnseen: UInt64 = 0
  package var abortedHidden: UInt64 = 0
  package var abortedVisible: UInt64 = 0
  package var phantom: UInt64 = 0
  package var duplicated: UInt64 = 0
  package var reordered: UInt64 = 0
  /// The largest displacement of a reordered message, in sequence numbers.
  package var reorderedDistanceMax: UInt64 = 0
  package var corrupted: UInt64 = 0
  package var misrouted: UInt64 = 0
  package var invalid: UInt64 = 0
  package var foreign: UInt64 = 0

  package init() {}
}

extension SendCounts {
  package static func += (left: inout Self, right: Self) {
    left.due += right.due
    left.withheld += right.withheld
    left.dropped += right.dropped
    left.unsent += right.unsent
    left.sent += right.sent
    left.acknowledged += right.acknowledged
    left.rejected += right.rejected
    left.unknown += right.unknown
    left.aborted += right.aborted
    left.bytesAcknowledged += right.bytesAcknowledged
  }
}

extension ReadCounts {
  package static func += (left: inout Self, right: Self) {
    left.read += right.read
    left.bytesRead += right.bytesRead
    left.found += right.found
    left.lost += right.lost
    left.trimmed += right.trimmed
    left.unseen += right.unseen
    left.unknownFound += right.unknownFound
    left.unknownAbsent += right.unknownAbsent
    left.unknownUnseen += right.unknownUnseen
    left.abortedHidden += right.abortedHidden
    left.abortedVisible += right.abortedVisible
    left.phantom += right.phantom
    left.duplicated += right.duplicated
    left.reordered += right.reordered
    left.reorderedDistanceMax = max(left.reorderedDistanceMax, right.reorderedDistanceMax)
    left.corrupted += right.corrupted
    left.misrouted += right.misrouted
    left.invalid += right.invalid
    left.foreign += right.foreign
  }
}

/// The identities of `report-format.md`, Counting. They hold for every stage and the whole run; one that does not is a
/// defect of this program, told as exit 70 and never hidden.
package enum CountIdentity {
  /// The identities that do not hold, each as it would be written with its numbers; empty where all hold.
  package static func violations(send: SendCounts, read: ReadCounts?) -> [String] {
    var sums: [(String, UInt64, [(String, UInt64)])] = [
      (
        "due", send.due,
        [("sent", send.sent), ("withheld", send.withheld), ("dropped", send.dropped), ("unsent", send.unsent)]
      ),
      (
        "sent", send.sent,
        [
          ("acknowledged", send.acknowledged), ("rejected", send.rejected), ("unknown", send.unknown),
          ("aborted", send.aborted),
        ]
      ),
    ]
    if let read {
      sums += [
        (
          "acknowledged", send.acknowledged,
          [("found", read.found), ("lost", read.lost), ("trimmed", read.trimmed), ("unseen", read.unseen)]
        ),
        (
          "unknown", send.unknown,
          [
            ("unknown_found", read.unknownFound), ("unknown_absent", read.unknownAbsent),
            ("unknown_unseen", read.unknownUnseen),
          ]
        ),
        (
          "aborted", send.aborted,
          [("aborted_hidden", read.abortedHidden), ("aborted_visible", read.abortedVisible)]
        ),
        (
          "read", read.read,
          [
            ("found", read.found), ("unknown_found", read.unknownFound), ("aborted_visible", read.abortedVisible),
            ("phantom", read.phantom), ("duplicated", read.duplicated), ("foreign", read.foreign),
          ]
        ),
      ]
    }
    return sums.compactMap { name, value, parts in
      guard value != parts.reduce(0, { $0 &+ $1.1 }) else { return nil }
      return "\(name) \(value) = " + parts.map { "\($0.0) \($0.1)" }.joined(separator: " + ")
    }
  }
}
