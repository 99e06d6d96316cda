import Scenarios
import Testing
import Verification

@testable import Load

/// A stage's row, as far as its sending is concerned.
@Suite struct StageAssemblyTests {
  /// A stage at `max` that had 2 s; 3,664 messages were sent in the first 1.54 s, and then the client's queue was full.
  private static func row(ending: SendingEnding? = nil) throws -> StageResult {
    let scenario = try Samples.scenario(stages: "[{name: s, rate: max, duration: 2s, topic: orders}]")
    let assembly = StageAssembly(
      scenario: scenario, profile: { _ in ClientProfile(bootstrap: ["k:9092"], isEmbedded: false, written: []) },
      topics: [])
    var row = assembly.row(0)
    var tally = StageTally()
    tally.due = 3664
    tally.acknowledged = 3664
    (tally.firstSend, tally.lastSend, tally.lastAnswer) = (.zero, .milliseconds(1540), .seconds(8))
    tally.lastAcknowledgement = .seconds(7)
    tally.heldByClient = .milliseconds(500)
    let outcome = StageSending.Outcome(
      tally: tally, start: .zero, ending: ending, offered: 3664, standstills: Intervals(), throttled: Intervals(),
      series: StageSeries())
    let usage = Usage(cpu: .zero, residentMaximum: 0)
    assembly.note(outcome, startedAt: 0, usage: (usage, usage), isTopicDeleted: false, in: &row)
    return row
  }

  @Test func atMaxTheRateIsOfTheWholeDuration() throws {
    #expect(try Self.row().keptRate == 1832)
  }

  @Test func aStageThatWasEndedIsMeasuredUpToItsLastSend() throws {
    let rate = try #require(try Self.row(ending: .stopped).keptRate)
    #expect(rate.rounded() == 2379)
  }

  @Test func theTimesOfItsSending() throws {
    let row = try Self.row()
    #expect(row.firstSend == .zero)
    #expect(row.lastSend == .milliseconds(1540))
    #expect(row.lastAcknowledgement == .seconds(7))
  }

  @Test func ofSeveralProducersTheFirstAndTheLastCount() {
    var (one, other) = (StageTally(), StageTally())
    (one.firstSend, one.lastSend, one.lastAcknowledgement) = (.seconds(2), .seconds(5), .seconds(6))
    (other.firstSend, other.lastSend, other.lastAnswer) = (.seconds(1), .seconds(7), .seconds(9))
    one.add(other)
    #expect(one.firstSend == .seconds(1) && one.lastSend == .seconds(7))
    // A rejection is an answer, and no acknowledgement.
    #expect(one.lastAnswer == .seconds(9) && one.lastAcknowledgement == .seconds(6))
  }

  /// -188 is librdkafka's code of an unknown topic; 10 is that a message is too large.
  @Test(arguments: [(true, [true, true, false]), (false, [false, false, false])])
  func refusalsOfADeletedTopicDoNotDependOnTheMessages(_ isDeleted: Bool, _ expected: [Bool]) {
    var tally = StageTally()
    tally.clientRefusals = [-188: 3]
    tally.refusals = [3: 2, 10: 1]
    let rejections = tally.rejections(
      fatal: nil, messageLimit: 1000, batchLimit: nil, batchSize: nil, isTopicDeleted: isDeleted)
    #expect(rejections.map(\.code) == ["_UNKNOWN_TOPIC", "UNKNOWN_TOPIC_OR_PART", "MSG_SIZE_TOO_LARGE"])
    #expect(rejections.map(\.isInfrastructure) == expected)
  }

  /// A partition that is named must be used if at least 20 messages are expected in it.
  @Test(
    arguments: [
      ("1", 20, [0, 20], []), ("1", 20, [20, 0], [UnusedPartition(number: 1, expected: 20)]), ("1", 19, [19, 0], []),
      ("round-robin", 50, [50, 0], []),
      ("{weights: {0: 3, 1: 1}}", 80, [80, 0], [UnusedPartition(number: 1, expected: 20)]),
      ("{weights: {0: 3, 1: 1}}", 76, [76, 0], []), ("{weights: {0: 3, 1: 1}}", 80, [79, 1], []),
    ] as [(String, UInt64, [UInt64], [UnusedPartition])])
  func aPartitionThatIsNamedIsUsed(
    _ rule: String, _ sent: UInt64, _ records: [UInt64], _ unused: [UnusedPartition]
  ) throws {
    let scenario = try Samples.scenario(stages: "[{name: s, count: 100, topic: orders, partition: \(rule)}]")
    let topic = PreparedTopic(
      name: "orders", partitions: 2, replication: 1, noted: [0, 0], leaders: [1, 1],
      compaction: CompactionAnswers(.settings(TopicSettings([:]))), minimumInSync: 1)
    let assembly = StageAssembly(
      scenario: scenario, profile: { _ in ClientProfile(bootstrap: ["k:9092"], isEmbedded: false, written: []) },
      topics: [topic, topic])
    var row = assembly.row(0)
    row.startedAt = 0
    row.send[.sent] = sent
    let reading = StageReading(counts: ReadCounts(), witnesses: [:], records: records)
    assembly.note(
      reading, ReadingTally(), start: nil, lastSend: nil, (standstills: Intervals(), throttled: Intervals()), in: &row)
    #expect(row.unusedPartitions == unused)
  }

  @Test func theTimesOfAllSending() {
    let times = SentTimes(
      [(.seconds(1), .seconds(4)), (.seconds(5), nil), (.seconds(6), .seconds(9))], now: .seconds(20))
    #expect(times.last == .seconds(9) && times.duration == .seconds(8))
    let nothing = SentTimes([], now: .seconds(20))
    #expect(nothing.last == .seconds(20) && nothing.duration == .zero)
  }
}
