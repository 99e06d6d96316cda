/// A length of time, or a moment as the time since another; up to 292 years either way. Arithmetic saturates instead of
/// trapping, because times come from files, from headers of records and from a cluster.
@frozen public struct Nanoseconds: Sendable, Hashable {
  public var count: Int64

  @inlinable public init(_ count: Int64) { self.count = count }

  @inlinable public init(clamping count: some BinaryInteger) { self.count = Int64(clamping: count) }

  @inlinable public static var zero: Nanoseconds { Nanoseconds(0) }
  @inlinable public static var max: Nanoseconds { Nanoseconds(.max) }
  @inlinable public static var min: Nanoseconds { Nanoseconds(.min) }

  @inlinable public static func microseconds(_ count: Int64) -> Nanoseconds { Nanoseconds(1_000) * count }
  @inlinable public static func milliseconds(_ count: Int64) -> Nanoseconds { Nanoseconds(1_000_000) * count }
  @inlinable public static func seconds(_ count: Int64) -> Nanoseconds { Nanoseconds(1_000_000_000) * count }
  @inlinable public static func minutes(_ count: Int64) -> Nanoseconds { .seconds(60) * count }
  @inlinable public static func hours(_ count: Int64) -> Nanoseconds { .seconds(3600) * count }
  @inlinable public static func days(_ count: Int64) -> Nanoseconds { .seconds(86_400) * count }

  /// The time in seconds, to the nearest binary fraction.
  @inlinable public var seconds: Double { Double(count) / 1e9 }
}

extension Nanoseconds: Comparable {
  @inlinable public static func == (left: Self, right: Self) -> Bool { left.count == right.count }

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.count < right.count }
}

extension Nanoseconds: ExpressibleByIntegerLiteral {
  @inlinable public init(integerLiteral count: Int64) { self.count = count }
}

extension Nanoseconds: AdditiveArithmetic {
  @inlinable public static func + (left: Self, right: Self) -> Self {
    let (sum, overflow) = left.count.addingReportingOverflow(right.count)
    return overflow ? (right.count < 0 ? .min : .max) : Nanoseconds(sum)
  }

  @inlinable public static func - (left: Self, right: Self) -> Self {
    let (difference, overflow) = left.count.subtractingReportingOverflow(right.count)
    return overflow ? (right.count < 0 ? .max : .min) : Nanoseconds(difference)
  }

  @inlinable public static func * (left: Self, factor: Int64) -> Self {
    let (product, overflow) = left.count.multipliedReportingOverflow(by: factor)
    return overflow ? ((left.count < 0) == (factor < 0) ? .max : .min) : Nanoseconds(product)
  }
}

/// A bare number.
extension Nanoseconds: Codable {
  public init(from decoder: any Decoder) throws {
    count = try decoder.singleValueContainer().decode(Int64.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(count)
  }
}
