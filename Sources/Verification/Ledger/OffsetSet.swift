/// A set of offsets of one partition as bits, in pages of 65,536 offsets that exist where one of them is in the set.
struct OffsetSet: Sendable {
  private static let pageBits: Int64 = 65_536
  private var pages: [Int64: [UInt64]] = [:]

  /// True where `offset`, which is not negative, was not in the set before.
  mutating func insert(_ offset: Int64) -> Bool {
    guard !contains(offset) else { return false }
    let bit = offset % Self.pageBits
    let empty = [UInt64](repeating: 0, count: Int(Self.pageBits / 64))
    pages[offset / Self.pageBits, default: empty][Int(bit >> 6)] |= 1 << UInt64(bit & 63)
    return true
  }

  func contains(_ offset: Int64) -> Bool {
    guard offset >= 0, let page = pages[offset / Self.pageBits] else { return false }
    let bit = offset % Self.pageBits
    return page[Int(bit >> 6)] & (1 << UInt64(bit & 63)) != 0
  }
}
