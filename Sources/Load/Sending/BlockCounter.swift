internal import Synchronization

/// Blocks of 128 consecutive numbers, each for the producer that takes it: together they are 0 up to some number, without a gap.
final class BlockCounter: Sendable {
  static let length: UInt64 = 128

  private let taken = Atomic<UInt64>(0)

  /// The next block of numbers below `limit`; nil where there is none.
  func take(below limit: UInt64?) -> Range<UInt64>? {
    let block = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    let (start, overflow) = block.multipliedReportingOverflow(by: Self.length)
    guard !overflow, start < limit ?? .max else { return nil }
    return start..<min(start + Self.length, limit ?? .max)
  }
}
