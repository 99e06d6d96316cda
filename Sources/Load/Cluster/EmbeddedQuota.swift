internal import Kafka
internal import Synchronization

/// The bytes that each partition of the embedded broker may still take: it drops its oldest records at 5 MiB, so that the
/// records in flight and unread together must be less. Producers count what they take, and the one reader what it releases.
final class EmbeddedQuota: Sendable {
  struct Account: ~Copyable {
    let taken = Atomic<Int>(0)
    let released = Atomic<Int>(0)
  }

  private nonisolated(unsafe) let accounts: FixedArray<Account>
  private let bound: Int

  /// `largestBatch` is the most bytes of messages that the client sends together.
  init(partitions: Int, largestBatch: Int = 1_000_000) {
    accounts = FixedArray(count: partitions) { _ in Account() }
    // A batch is no larger than what may be in flight, and two of them must be within the broker's limit.
    bound = min(MockCluster.boundPerPartition, largestBatch > Self.half ? Self.half : .max)
  }

  private static let half = MockCluster.keptPerPartition / 2

  private static func size(_ bytes: Int) -> Int { bytes + MockCluster.overheadPerRecord }

  /// Takes what a message needs; false, and nothing is taken, where it has to wait. Called by producers before the client is asked,
  /// so that several at once do not exceed the bound together.
  func take(partition: Int, bytes: Int) -> Bool {
    let size = Self.size(bytes)
    let taken = accounts[partition].taken.wrappingAdd(size, ordering: .relaxed).oldValue
    let released = accounts[partition].released.load(ordering: .relaxed)
    // Where nothing is held waiting would not help: what is too large even so is the client's to refuse.
    if taken <= released || taken - released + size <= bound { return true }
    giveBack(partition: partition, bytes: bytes)
    return false
  }

  /// Called by the reader when it read a record.
  func release(partition: Int, bytes: Int) {
    let released = accounts[partition].released.load(ordering: .relaxed)
    accounts[partition].released.store(min(released + Self.size(bytes), Int.max / 2), ordering: .relaxed)
  }

  /// Called by the reader when it reads no more of a partition: whatever it holds, no sender waits for it any more.
  func abandon(partition: Int) { accounts[partition].released.store(Int.max / 2, ordering: .relaxed) }

  /// Called by a producer when a message will not be read.
  func giveBack(partition: Int, bytes: Int) {
    accounts[partition].taken.wrappingSubtract(Self.size(bytes), ordering: .relaxed)
  }
}
