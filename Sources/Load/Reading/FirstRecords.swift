internal import Kafka
internal import Scenarios
internal import Verification

/// Reads the first record of the run in each partition once more, to see whether it is still there. Where another client has filled a
/// log that was made again past the reader's position, nothing else shows that it is another log.
struct FirstRecords {
  struct Record {
    /// The index among those of all topics.
    var index: Int
    var partition: TopicPartition
    var message: Ledger.MessageRecord
  }

  /// The content of the log at the record's offset.
  enum Finding: Sendable, Equatable {
    case same
    /// Another record, or none: the log was replaced or cut back.
    case different
    /// The partition does not begin before it any more, or its leader does not answer.
    case unknown
  }

  private static let patience = Nanoseconds.seconds(3)

  let settings: ClientSettings
  let run: RunID
  /// True once nothing more is to be waited for.
  let mustFinish: @Sendable () -> Bool

  /// The findings, in the order of `records`; each is unknown once nothing more is to be waited for, or after three seconds.
  func findings(_ records: [Record]) throws(KafkaError) -> [Finding] {
    var settings = settings
    // One batch of each partition is enough.
    settings["fetch.message.max.bytes"] = "4096"
    settings["queued.min.messages"] = "1"
    let consumer = try Consumer(settings)
    consumer.handle.endWaits(when: mustFinish)
    let topics = Set(records.map(\.partition.topic)).sorted()
    try consumer.assign(records.map { ($0.partition, $0.message.offset) }, topics: topics)
    var findings = [Finding?](repeating: nil, count: records.count)
    let indices = Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.partition, $0) })
    func index(_ topic: Int, _ partition: Int32) -> Int? {
      indices[TopicPartition(topic: topics[topic], partition: partition)]
    }
    let clock = RunClock()
    while findings.contains(nil), clock.time < Self.patience, !mustFinish() {
      let count = consumer.poll { record in
        guard let index = index(record.topic, record.partition), findings[index] == nil else { return }
        findings[index] = finding(record, of: records[index].message)
      } event: { event in
        switch event {
        case .end(let topic, let partition, _):
          if let index = index(topic, partition) { findings[index] = findings[index] ?? .different }
        case .failed(let topic, let partition, _):
          if let index = index(topic, partition) { findings[index] = findings[index] ?? .unknown }
        }
      }
      if count == 0 { pause(for: .milliseconds(2)) }
    }
    return findings.map { $0 ?? .unknown }
  }

  private func finding(_ record: RecordView, of message: Ledger.MessageRecord) -> Finding {
    guard record.offset == message.offset else { return .different }
    var isSame = false
    record.forEachHeader { name, value in
      guard RecordIntake.isIdentity(name), let identity = value.flatMap({ Identity($0) }) else { return }
      isSame = identity.run == run && message.holds(identity)
    }
    return isSame ? .same : .different
  }
}
