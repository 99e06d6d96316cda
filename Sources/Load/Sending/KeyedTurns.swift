internal import Scenarios
internal import Synchronization

/// The order of producers that send each key's messages alone (`order: per-key`): the key's hash says which one does. A message whose
/// producer is full waits for it, and those behind it, which others send, come at most 4,096 numbers ahead.
final class KeyedTurns: Sendable {
  static let lead: UInt64 = 4096
  private static let closed: UInt64 = 1 << 63

  struct Position: ~Copyable {
    let next = Atomic<UInt64>(0)
  }

  private nonisolated(unsafe) let positions: FixedArray<Position>
  /// At `max`: the numbers of the blocks that are opened, and a bit once no more are.
  private let opened = Atomic<UInt64>(0)

  var producers: Int { positions.count }

  init(producers: Int) { positions = FixedArray(count: producers) { _ in Position() } }

  /// The producer of a key; of a message without one, the first.
  func owner(of key: UnsafeRawBufferPointer) -> Int {
    key.baseAddress == nil ? 0 : Int(Murmur2.hash(key) % UInt32(positions.count))
  }

  /// The producer has come to this number.
  func note(_ producer: Int, at number: UInt64) { positions[producer].next.store(number, ordering: .relaxed) }

  /// The first number that is too far ahead of the slowest producer.
  var reach: UInt64 {
    var least = UInt64.max
    for index in 0..<positions.count { least = min(least, positions[index].next.load(ordering: .relaxed)) }
    return least > .max - Self.lead ? .max : least + Self.lead
  }

  /// The end of the blocks that were opened.
  var end: UInt64 { opened.load(ordering: .relaxed) & ~Self.closed }

  /// The end of the numbers that may be gone through from `number` on. Where all that are opened were, another block is, unless
  /// the time `isOver`: then none is any more. Nil where there is no further number.
  func open(from number: UInt64, isOver: Bool, below limit: UInt64?) -> UInt64? {
    var current = opened.load(ordering: .relaxed)
    while true {
      let end = current & ~Self.closed
      if end > number { return end }
      if current & Self.closed != 0 { return nil }
      let next = min(end + BlockCounter.length, limit ?? .max)
      let wanted = isOver || next <= end ? end | Self.closed : next
      let (exchanged, found) = opened.compareExchange(expected: current, desired: wanted, ordering: .relaxed)
      current = exchanged ? wanted : found
    }
  }
}
