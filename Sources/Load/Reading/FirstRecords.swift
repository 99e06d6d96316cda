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
    /// Another record, or the log ends before it: it was replaced or cut back.
    case different
    /// There is no record at the offset any more: it may have been compacted away.
    case unknown
    /// Nothing came in time, or an error.
    case unanswered
  }

  private static let patience = Nanoseconds.seconds(10)
  /// Partitions that are answered are fetched on and on, and keep others waiting: after this time only the rest is assigned.
  private static let round = Nanoseconds.milliseconds(100)

  let settings: ClientSettings
  let run: RunID
  /// True once nothing more is to be waited for.
  let mustFinish: @Sendable () -> Bool

  /// Those records that are not there any more, and those that could not be read in ten seconds, or before nothing more is to be
  /// waited for.
  func confirm(_ records: [Record]) throws(KafkaError) -> ReadingRounds.FirstRecordFindings {
    var found = ReadingRounds.FirstRecordFindings()
    guard !records.isEmpty else { return found }
    for (record, finding) in zip(records, try findings(records)) {
      switch finding {
      case .different: found.replaced[record.index] = record.message.offset
      case .unanswered: found.unanswered.insert(record.index)
      case .same, .unknown: break
      }
    }
    return found
  }

  /// The findings, in the order of `records`.
  private func findings(_ records: [Record]) throws(KafkaError) -> [Finding] {
    var settings = settings
    settings["queued.min.messages"] = "1"
    // A record of an aborted transaction in its place shows another log as well.
    settings["isolation.level"] = "read_uncommitted"
    let consumer = try Consumer(settings)
    consumer.handle.endWaits(when: mustFinish)
    let topics = Set(records.map(\.partition.topic)).sorted()
    let indices = Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.partition, $0) })
    var findings = [Finding?](repeating: nil, count: records.count)
    func note(_ topic: Int, _ partition: Int32, _ finding: (Ledger.MessageRecord) -> Finding) {
      guard let index = indices[TopicPartition(topic: topics[topic], partition: partition)] else { return }
      findings[index] = findings[index] ?? finding(records[index].message)
    }
    let clock = RunClock()
    var (assigned, assignedAt) = (0, Nanoseconds.zero)
    while findings.contains(nil), clock.time < Self.patience, !mustFinish() {
      let open = records.indices.filter { findings[$0] == nil }
      if assigned == 0 || (open.count < assigned && clock.time - assignedAt >= Self.round) {
        try consumer.assign(open.map { (records[$0].partition, records[$0].message.offset) }, topics: topics)
        (assigned, assignedAt) = (open.count, clock.time)
      }
      let count = consumer.poll { record in
        note(record.topic, record.partition) {
          Self.finding(identity(of: record), at: record.offset, of: $0, run: run)
        }
      } event: { event in
        switch event {
        case .end(let topic, let partition, let offset):
          note(topic, partition) { Self.finding(end: offset, of: $0) }
        case .failed(let topic, let partition, _): note(topic, partition) { _ in .unanswered }
        }
      }
      if count == 0 { pause(for: .milliseconds(2)) }
    }
    return findings.map { $0 ?? .unanswered }
  }

  private func identity(of record: RecordView) -> Identity? {
    var identity: Identity?
    record.forEachHeader { name, value in
      if RecordIntake.isIdentity(name) { identity = value.flatMap { Identity($0) } }
    }
    return identity
  }

  /// The meaning of the first record that is there from the message's offset on.
  static func finding(
    _ identity: Identity?, at offset: Int64, of message: Ledger.MessageRecord, run: RunID
  ) -> Finding {
    // Where there is no record any more, it may have been compacted away.
    guard offset == message.offset else { return .unknown }
    guard let identity, identity.run == run, message.holds(identity) else { return .different }
    return .same
  }

  /// The meaning of the end of what there is from the message's offset on.
  static func finding(end: Int64, of message: Ledger.MessageRecord) -> Finding {
    end <= message.offset ? .different : .unknown
  }
}
