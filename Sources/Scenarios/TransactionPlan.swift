internal import Templates

/// The transactions of a stage: the one that a message belongs to, and those that are aborted. Pure.
package struct TransactionPlan: Sendable, Equatable {
  package let transactions: Transactions
  package let producers: UInt64

  package init(_ transactions: Transactions, producers: UInt64) {
    self.transactions = transactions
    self.producers = max(producers, 1)
  }

  /// The number of transactions of all producers; of those of a time, the most that there can be. Nil where it is not known before
  /// the stage.
  package func count(in schedule: Schedule) -> UInt64? {
    guard let total = schedule.total else { return nil }
    switch transactions.length {
    case .messages(let each):
      // Producers that share a stage have the same number of messages, or one more.
      let (least, more) = total.quotientAndRemainder(dividingBy: producers)
      return (0..<producers).reduce(0) { count, producer in
        count + Self.quotientRoundedUp(least + (producer < more ? 1 : 0), by: each)
      }
    case .time(let time):
      guard schedule.isPaced, let length = schedule.length, time > .zero else { return nil }
      return min(Self.quotientRoundedUp(length.count.magnitude, by: time.count.magnitude) * producers, total)
    }
  }

  /// True where transaction t of a stage's aborts: ⌊(t + 1) · a + p⌋ > ⌊t · a + p⌋, where a is the share to abort and p in [0, 1)
  /// depends on the seed and the stage. So among any ⌈1 / a⌉ in a row at least one aborts.
  package func aborts(_ t: UInt64, seed: UInt64, stage: String) -> Bool {
    let abort = transactions.abort
    guard abort.numerator > 0 else { return false }
    guard abort.numerator < abort.denominator else { return true }
    // The upper half of a product: a number below the denominator (Lemire 2019).
    let phase = ((fnvHash(stage) ^ seed) &* 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(by: abort.denominator).high
    // t · numerator mod denominator, and whether the next step passes a whole number.
    let product = t.multipliedFullWidth(by: abort.numerator)
    let rest = abort.denominator.dividingFullWidth((product.high % abort.denominator, product.low)).remainder
    let position = Self.sum(rest, phase, modulo: abort.denominator)
    return position >= abort.denominator - abort.numerator
  }

  private static func sum(_ a: UInt64, _ b: UInt64, modulo: UInt64) -> UInt64 {
    a >= modulo - b ? a - (modulo - b) : a + b
  }

  private static func quotientRoundedUp(_ value: UInt64, by divisor: UInt64) -> UInt64 {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: max(divisor, 1))
    return quotient + (remainder > 0 ? 1 : 0)
  }
}
