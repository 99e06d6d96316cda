/// Recognises acknowledged offsets that are no answer of a broker. Where an answer has no offset (-1, or -1001, as after some
/// retries), librdkafka counts on from it over the messages of the batch: -1, 0, 1, 2 …
struct InventedOffsets: Sendable {
  /// The offset that the next message of such a batch would get; nil outside of one.
  private var next: Int64?

  /// True where `offset`, of the message that was acknowledged behind the last, is invented.
  mutating func contains(_ offset: Int64) -> Bool {
    guard offset < 0 || offset == next else {
      next = nil
      return false
    }
    next = offset &+ 1
    return true
  }
}
