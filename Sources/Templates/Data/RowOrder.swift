/// The row of each message, by the message's number among those of its template in its stage: computed without the
/// messages before it, and without memory.
struct RowOrder {
  private let rows: UInt64
  private let isShuffled: Bool
  private let stageKey: UInt64
  private let permutation: KeyedPermutation

  /// - Parameter rows: more than 0.
  init(_ order: DataOrder, rows: Int, stageKey: UInt64) {
    self.rows = UInt64(max(rows, 1))
    self.stageKey = stageKey
    isShuffled = order == .shuffled
    permutation = KeyedPermutation(size: self.rows)
  }

  @inline(__always)
  func row(of own: UInt64) -> Int {
    if own < rows, !isShuffled { return Int(own) }
    let (pass, index) = own.quotientAndRemainder(dividingBy: rows)
    return Int(truncatingIfNeeded: isShuffled ? shuffled(index, pass) : index)
  }

  /// Each pass over the rows is its own permutation.
  @inline(__always)
  private func shuffled(_ index: UInt64, _ pass: UInt64) -> UInt64 {
    permutation.number(
      at: index, key: MessageRandom.placeholderState(MessageRandom.messageKey(stageKey, pass), TextPart.rows.rawValue))
  }
}
