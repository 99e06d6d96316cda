internal import Kafka
internal import Synchronization

/// The bytes that each partition of the embedded broker may still take: it drops its oldest records at 5 MiB, so that the
/// records in flight and unread together must be less. A partition's two counts have one writer each: its producer and the
/// reader.
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

  func allows(partition: Int, bytes: Int) -> Bool {
    let taken = accounts[partition].taken.load(ordering: .relaxed)
    let released = accounts[partition].released.load(ordering: .relaxed)
    // Where nothing is held waiting would not help: what is too large even so is the client's to refuse.
    return taken <= released || taken - released + Self.size(bytes) <= bound
  }

  /// Called by the producer when the client took a message.
  func take(partition: Int, bytes: Int) {
    let taken = accounts[partition].taken.load(ordering: .relaxed)
    accounts[partition].taken.store(taken + Self.size(bytes), ordering: .relaxed)
  }

  /// Called by the reader when it read a record.
  func release(partition: Int, bytes: Int) {
    let released = accounts[partition].released.load(ordering: .relaxed)
    accounts[partition].released.store(min(released + Self.size(bytes), Int.max / 2), ordering: .relaxed)
  }

  /// Called by the reader when it reads no more of a partition: whatever it holds, no sender waits for it any more.
  func abandon(partition: Int) { accounts[partition].released.store(Int.max / 2, ordering: .relaxed) }

  /// Called by the producer when a message will not be read.
  func giveBack(partition: Int, bytes: Int) {
    let taken = accounts[partition].taken.load(ordering: .relaxed)
    accounts[partition].taken.store(taken - Self.size(bytes), ordering: .relaxed)
  }
}
