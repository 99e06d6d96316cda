/// A share of the messages of a stage: of every `of` messages in a row it has one. Message k of the share is number
/// index + k * of. A producer has a share of its stage.
@frozen public struct Share: Sendable, Hashable {
  /// Less than `of`.
  public let index: UInt64
  /// At least 1.
  public let of: UInt64

  @inlinable public init(index: UInt64, of: UInt64) {
    self.of = Swift.max(of, 1)
    self.index = Swift.min(index, self.of - 1)
  }

  /// All messages.
  @inlinable public static var whole: Share { Share(index: 0, of: 1) }

  /// The number in the stage of message k of this share; the greatest number where it does not fit.
  @inlinable public func number(_ k: UInt64) -> UInt64 {
    let (product, overflow) = k.multipliedReportingOverflow(by: of)
    let (sum, isMore) = product.addingReportingOverflow(index)
    return overflow || isMore ? .max : sum
  }

  /// The messages of this share among the first `number` of the stage.
  @inlinable public func count(below number: UInt64) -> UInt64 {
    if of == 1 { return number }
    return number > index ? (number - index - 1) / of + 1 : 0
  }
}

extension Schedule {
  /// The messages of a share that are due at `elapsed` after the start.
  @inlinable public func count(by elapsed: Nanoseconds, of share: Share) -> UInt64 {
    share.count(below: count(by: elapsed))
  }

  /// The messages of a share; nil where only the stage's end in time is known.
  @inlinable public func total(of share: Share) -> UInt64? { total.map { share.count(below: $0) } }
}
