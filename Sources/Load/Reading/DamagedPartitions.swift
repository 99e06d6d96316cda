internal import Scenarios

/// The partitions of which a fetched batch was damaged. After that librdkafka (2.0 to 2.16) may go on at a wrong place of what it
/// fetched, and report positions out of it: nothing that it says of them counts until they are assigned anew. Pure.
struct DamagedPartitions: Sendable, Equatable {
  /// A broker that sends the same damaged batch again and again is not asked more often.
  private static let pause = Nanoseconds.milliseconds(100)

  private var partitions: Set<Int> = []
  private var assignedAt: Nanoseconds?

  func contains(_ partition: Int) -> Bool { partitions.contains(partition) }

  mutating func note(_ partition: Int) { partitions.insert(partition) }

  /// True where the partitions are to be assigned anew at `now`; they count as assigned from then on.
  mutating func assigns(at now: Nanoseconds) -> Bool {
    guard !partitions.isEmpty, assignedAt.map({ now - $0 >= Self.pause }) ?? true else { return false }
    assignedAt = now
    partitions = []
    return true
  }
}
