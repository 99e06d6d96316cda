internal import Scenarios

/// The messages that the client holds, by token: the facts that are needed when the report comes. A fixed table and a stack
/// of free tokens, so that no memory is allocated for a message.
struct InFlight: ~Copyable {
  struct Message {
    var sequence: UInt64
    /// Since the run's start, as is `sent`.
    var due: Nanoseconds
    var sent: Nanoseconds
    var partition: Int32
    var bytes: UInt32
  }

  private let messages: FixedArray<Message>
  private let free: FixedArray<Int32>
  private(set) var freeCount: Int
  let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    messages = FixedArray(repeating: Message(sequence: 0, due: 0, sent: 0, partition: -1, bytes: 0), count: capacity)
    free = FixedArray(count: capacity) { Int32(capacity - 1 - $0) }
    freeCount = capacity
  }

  var count: Int { capacity - freeCount }

  /// A token for `message`; nil where all are taken.
  mutating func add(_ message: Message) -> Int? {
    guard freeCount > 0 else { return nil }
    freeCount -= 1
    let token = Int(free[freeCount])
    messages[token] = message
    return token
  }

  /// Takes out what `token` stands for; nil where it stands for nothing.
  mutating func remove(_ token: Int) -> Message? {
    guard token >= 0, token < capacity, messages[token].partition >= 0 else { return nil }
    let message = messages[token]
    messages[token].partition = -1
    free[freeCount] = Int32(token)
    freeCount += 1
    return message
  }
}
