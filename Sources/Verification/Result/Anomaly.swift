/// One thing that is not as it should be, with the record or the acknowledgement that shows it.
package struct Anomaly: Sendable, Equatable, Codable {
  package enum Kind: String, Sendable, Codable, CaseIterable {
    case withheld, lost, trimmed, unseen, phantom, duplicated, reordered, corrupted, misrouted, invalid
    case unknownAbsent = "unknown_absent"
    case unknownUnseen = "unknown_unseen"
  }

  package var kind: Kind
  /// The message's number in its stage.
  package var sequence: UInt64
  package var topic: String
  package var partition: Int32
  /// Where it was acknowledged, or read; nil where neither is known, or it was never sent.
  package var offset: Int64?
  /// What contradicts it: of a lost message a later offset that was read, of a duplicate the record behind the first.
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

/// Keeps a few of many, spread over the whole: when full, every second one is dropped and from then on only every second
/// one is taken in. Counts stay exact elsewhere; this is for witnesses.
package struct SpreadSample<Element: Sendable>: Sendable {
  package private(set) var kept: [Element] = []
  private let limit: Int
  private var stride = 1
  private var offered = 0

  package init(limit: Int) { self.limit = limit }

  /// `make` is called only for an element that is kept.
  package mutating func offer(_ make: @autoclosure () -> Element) {
    defer { offered += 1 }
    guard offered % stride == 0 else { return }
    if kept.count == limit {
      kept = kept.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      stride *= 2
      guard offered % stride == 0 else { return }
    }
    kept.append(make())
  }

  /// An emptied sample begins anew: the next element offered is kept.
  package mutating func removeAll(where isGone: (Element) -> Bool) {
    kept.removeAll(where: isGone)
    if kept.isEmpty { (stride, offered) = (1, 0) }
  }
}
