internal import Kafka

/// The questions that a group's lag is made of, on a client of their own: a coordinator that is away holds up no one else.
struct GroupQuestions: Sendable {
  /// The client of the group, by `asking(ofGroup:)`.
  let handle: ClientHandle
  let topics: [String]

  private static let patience = Duration.seconds(2)
  /// A coordinator that was just elected answers after some seconds.
  private static let coordinatorPatience = Duration.seconds(5)

  /// The group's place in each partition that its topics have by now. The topics are asked for each time: partitions are added on
  /// the way, and after a change of leader librdkafka 2.0.2 asks the former one for an end until it is made to look.
  func positions() throws(KafkaError) -> [GroupPosition] {
    var partitions: [TopicPartition] = []
    var leaders: [Int32] = []
    for name in topics {
      guard let topic = try handle.metadata(.topic(name), timeout: Self.patience).topic(name) else { throw .timedOut }
      if let error = topic.error { throw error }
      for partition in topic.partitions {
        partitions.append(TopicPartition(topic: name, partition: partition.id))
        leaders.append(partition.leader)
      }
    }
    guard leaders.allSatisfy({ $0 >= 0 }) else { throw .leaderNotAvailable }
    let committed = try handle.committedOffsets(in: partitions, timeout: Self.coordinatorPatience)
    let ends = LeaderQuestions.ask(.end, of: partitions, leaders: leaders, on: handle, timeout: Self.patience)
    var positions: [GroupPosition] = []
    for (index, partition) in partitions.enumerated() {
      positions.append(
        GroupPosition(partition: partition, committed: committed[index], end: try ends[index].get()))
    }
    return positions
  }
}
