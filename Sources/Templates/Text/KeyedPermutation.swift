/// The permutations of the numbers below a size, one for each key, computed without memory: a Feistel network over as many
/// bits as the greatest number has (with parts of unequal length where the number of bits is odd; each half of a round is a
/// bijection whatever its function returns), repeated until the result is below the size (cycle walking, Black and Rogaway
/// 2002): fewer than two steps on average.
package struct KeyedPermutation: BitwiseCopyable, Equatable {
  /// At least 1.
  package let size: UInt64
  /// The bits of the greatest number, in two parts.
  private let low: UInt64
  private let high: UInt64

  package init(size: UInt64) {
    self.size = max(size, 1)
    let bits = UInt64(64 - (self.size - 1).leadingZeroBitCount)
    low = bits - bits / 2
    high = bits / 2
  }

  /// The number at an index below the size.
  @inline(__always)
  package func number(at index: UInt64, key: UInt64) -> UInt64 {
    var value = index
    repeat { value = permuted(value, key) } while value >= size
    return value
  }

  @inline(__always)
  private func permuted(_ value: UInt64, _ key: UInt64) -> UInt64 {
    var left = value >> low
    var right = value & ((1 << low) - 1)
    var key = key
    for _ in 0..<4 {
      left ^= Self.noise(right, key) & ((1 << high) - 1)
      key &+= 0x9e37_79b9_7f4a_7c15
      right ^= Self.noise(left, key) & ((1 << low) - 1)
      key &+= 0x9e37_79b9_7f4a_7c15
    }
    return left << low | right
  }

  /// Both halves of a product, as in wyrand.
  @inline(__always)
  private static func noise(_ value: UInt64, _ key: UInt64) -> UInt64 {
    let product = (value &+ key).multipliedFullWidth(by: (value &+ key) ^ 0xe703_7ed1_a0b4_28db)
    return product.high ^ product.low
  }
}
