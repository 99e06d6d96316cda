import Scenarios
import Testing
import Verification

/// Random histories, with everything that can happen to a topic; the ledger's counts must be those of a naive oracle.
@Suite struct LedgerPropertyTests {
  private static func settle(_ sent: SimulatedTopic.Sent, in history: History) {
    let (n, stage) = (sent.message.sequence, sent.message.stage)
    switch sent.outcome {
    case .acknowledged: history.acknowledged(n, at: sent.offset, in: sent.named, stage: stage)
    case .unknown: history.unanswered(n, in: sent.named, stage: stage)
    case .absent: history.rejected(n, in: sent.named, stage: stage)
    case .aborted: history.aborted(n, at: sent.offset, in: sent.named, stage: stage)
    }
  }

  private static func read(_ record: SimulatedTopic.Record, of topic: SimulatedTopic, in history: History) {
    switch record.slot {
    case .hole: break
    case .anotherRun: history.readsAnotherRun(at: record.offset, in: record.partition)
    case .withoutHeader: history.readsWithoutHeader(at: record.offset, in: record.partition)
    case .destroyed(let message):
      history.readsDestroyed(message.sequence, at: record.offset, in: record.partition, stage: message.stage)
    case .message(let message, let isDamaged):
      let recognition = history.reads(
        message.sequence, at: record.offset, in: record.partition, stage: message.stage, named: topic.named(message))
      if isDamaged, recognition == .first {
        history.findsCorrupted(message.sequence, at: record.offset, in: record.partition, stage: message.stage)
      }
    }
  }

  /// Settlements and records in any interleaving; each partition's records in their order. What was read is returned.
  private static func run(
    _ topic: SimulatedTopic, in history: History, _ random: inout SplitMix64
  ) -> [SimulatedTopic.Record] {
    var sent = topic.sent.shuffled(using: &random)[...]
    var unread = (0..<topic.partitions).map { topic.records(of: $0)[...] }
    var records: [SimulatedTopic.Record] = []
    while !sent.isEmpty || unread.contains(where: { !$0.isEmpty }) {
      let partition = Int(random.next() % UInt64(topic.partitions))
      if random.chance(50), let one = sent.popFirst() {
        settle(one, in: history)
      } else if let record = unread[partition].popFirst() {
        read(record, of: topic, in: history)
        records.append(record)
        // The client hands a record out once more.
        if random.chance(5) { read(record, of: topic, in: history) }
      }
    }
    for (partition, reading) in topic.readings.enumerated() {
      history.ledger.notePosition(partition: partition, offset: reading.position)
    }
    return records
  }

  private static func compare(
    _ history: History, with topic: SimulatedTopic, reading records: [SimulatedTopic.Record], _ note: Comment
  ) {
    let closed = history.ledger.close(topic.readings, sent: History.sent, read: { _ in [] }).map(\.counts)
    let expected = topic.counts(reading: records)
    #expect(closed.map(\.told) == expected.map(\.told), note)
    for stage in closed.indices {
      #expect(CountIdentity.violations(send: topic.sendCounts(of: stage), read: closed[stage]) == [], note)
    }
    let bytes = [closed, expected].map { counts in counts.reduce(0) { $0 + $1[.bytesRead] } }
    #expect(bytes[0] == bytes[1], note)
  }

  @Test func theLedgerCountsAsTheOracleDoes() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    for round in 0..<300 {
      let topic = SimulatedTopic(&random, isLocal: false)
      let history = History(
        partitions: topic.partitions, stages: topic.stages, messages: SimulatedTopic.messages)
      let records = Self.run(topic, in: history, &random)
      Self.compare(history, with: topic, reading: records, "seed \(seed), round \(round)")
    }
  }

  /// Some partitions are read again, perhaps further than before: as if only that had been read of them.
  @Test func aSecondReadingCountsAsIfItWereTheOnlyOne() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    for round in 0..<300 {
      var topic = SimulatedTopic(&random, isLocal: true)
      let history = History(
        partitions: topic.partitions, stages: topic.stages, messages: SimulatedTopic.messages)
      var records = Self.run(topic, in: history, &random)
      for partition in 0..<topic.partitions where random.chance(60) {
        history.readsAgain(partition)
        records.removeAll { $0.partition == partition }
        topic.readings[partition].position = random.chance(50) ? Int64(topic.slots[partition].count) : 5
        topic.readings[partition].readAgain = true
        for record in topic.records(of: partition) {
          Self.read(record, of: topic, in: history)
          records.append(record)
        }
        history.ledger.notePosition(partition: partition, offset: topic.readings[partition].position)
      }
      Self.compare(history, with: topic, reading: records, "seed \(seed), round \(round)")
    }
  }
}
