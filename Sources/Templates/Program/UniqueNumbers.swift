/// The numbers below a count in an order that is a placeholder's own, one for each message: computed without the messages
/// before it.
struct UniqueNumbers: BitwiseCopyable {
  private let permutation: KeyedPermutation
  private let key: UInt64

  init(count: UInt64, key: UInt64) {
    permutation = KeyedPermutation(size: count)
    self.key = key
  }

  /// The key of the placeholder `number` in a stage.
  static func key(_ stageKey: UInt64, placeholder number: UInt64) -> UInt64 {
    MessageRandom.placeholderState(MessageRandom.placeholderState(stageKey, TextPart.unique.rawValue), number)
  }

  /// The number of a message. Messages after the last number repeat it, and are never sent.
  @inline(__always)
  func number(of message: UInt64) -> UInt64 {
    permutation.number(at: message < permutation.size ? message : message % permutation.size, key: key)
  }
}
