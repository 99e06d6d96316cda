internal import Dispatch
internal import Kafka
internal import Synchronization

/// Questions that only partitions' leaders answer, put to all leaders at the same time, each on a thread of its own: one
/// that does not answer delays only itself.
enum LeaderQuestions {
  static func ask(
    _ question: ClientHandle.OffsetQuestion, of partitions: [TopicPartition], leaders: [Int32], on handle: ClientHandle,
    timeout: Duration
  ) -> [Result<Int64, KafkaError>] {
    let groups = Dictionary(grouping: partitions.indices) { leaders[$0] }.map(\.value)
    let answers = Mutex([Result<Int64, KafkaError>](repeating: .failure(.timedOut), count: partitions.count))
    let all = DispatchGroup()
    for group in groups {
      // A global queue has no more threads than the machine has cores.
      DispatchQueue(label: "rehearse.question").async(group: all) { @Sendable in
        let answered = handle.offsets(question, of: group.map { partitions[$0] }, timeout: timeout)
        answers.withLock { answers in
          for (index, answer) in zip(group, answered) { answers[index] = answer }
        }
      }
    }
    all.wait()
    return answers.withLock { $0 }
  }
}
