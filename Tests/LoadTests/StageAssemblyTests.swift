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
    tally.heldByClient = .milliseconds(500)
    let outcome = ProducerWorker.Outcome(
      tally: tally, start: .zero, ending: ending, offered: 3664, standstills: Intervals(), throttled: Intervals())
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

  @Test func theTimesOfAllSending() {
    let times = SentTimes(
      [(.seconds(1), .seconds(4)), (.seconds(5), nil), (.seconds(6), .seconds(9))], now: .seconds(20))
    #expect(times.last == .seconds(9) && times.duration == .seconds(8))
    let nothing = SentTimes([], now: .seconds(20))
    #expect(nothing.last == .seconds(20) && nothing.duration == .zero)
  }
}
