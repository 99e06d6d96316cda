/// The row of each message, by the message's number among those of its template in its stage: computed without the
/// messages before it, and without memory.
struct RowOrder {
  private let rows: UInt64
  private let isShuffled: Bool
  private let stageKey: UInt64
  /// The bits of the greatest row number, in two parts.
  private let low: UInt64
  private let high: UInt64

  /// - Parameter rows: more than 0.
  init(_ order: DataOrder, rows: Int, stageKey: UInt64) {
    self.rows = UInt64(max(rows, 1))
    self.stageKey = stageKey
    isShuffled = order == .shuffled
    let bits = UInt64(64 - (self.rows - 1).leadingZeroBitCount)
    low = bits - bits / 2
    high = bits / 2
  }

  @inline(__always)
  func row(of own: UInt64) -> Int {
    if own < rows, !isShuffled { return Int(own) }
    let (pass, index) = own.quotientAndRemainder(dividingBy: rows)
    return Int(truncatingIfNeeded: isShuffled ? shuffled(index, pass) : index)
  }

  /// Each pass over the rows is its own permutation: a Feistel network over as many bits as a row number has (with parts of
  /// unequal length where the number is odd; each half of a round is a bijection whatever its function returns), repeated
  /// until the result is a row (cycle walking, Black and Rogaway 2002): fewer than two steps on average.
  @inline(__always)
  private func shuffled(_ index: UInt64, _ pass: UInt64) -> UInt64 {
    let key = MessageRandom.placeholderState(MessageRandom.messageKey(stageKey, pass), TextPart.rows.rawValue)
    var value = index
    repeat { value = permuted(value, key) } while value >= rows
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
