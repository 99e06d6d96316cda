import Scenarios
import Testing
import Verification

@testable import Load

/// Which rate a stage kept, and whether this machine or the cluster limited it.
@Suite struct KeptPaceTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var pace: KeptPace
    var rate: Double
    var ratio: Double
    var limit: StageResult.LimitedBy?
    var testDescription: String { name }

    /// 1,000 messages a second for 10 s unless said otherwise; times in milliseconds.
    init(
      _ name: String, target: Double = 1000, due: UInt64 = 10_000, sent: UInt64 = 10_000, withheld: UInt64 = 0,
      dropped: UInt64 = 0, sending: Int64, rendering: Int64 = 0, held: Int64 = 0, standstill: Int64 = 0, rate: Double,
      ratio: Double,
      _ limit: StageResult.LimitedBy?
    ) {
      self.name = name
      pace = KeptPace(
        target: target, duration: .seconds(10), due: due, sent: sent, withheld: withheld, dropped: dropped,
        sending: .milliseconds(sending), rendering: .milliseconds(rendering), heldByCluster: .milliseconds(held),
        standstill: .milliseconds(standstill))
      self.rate = rate
      self.ratio = ratio
      self.limit = limit
    }
  }

  @Test(arguments: [
    Case("all on time", sending: 9999, rate: 1000, ratio: 1, nil),
    Case("late by less than 1 %", sending: 10_100, rate: 10_000 / 10.1, ratio: 10_000 / 10.1 / 1000, nil),
    Case("late by more, and nothing held it", sending: 12_500, rate: 800, ratio: 0.8, .generator),
    Case(
      "the client's queue was full for half of the delay", sending: 12_500, held: 1250, rate: 800, ratio: 0.8, .cluster),
    Case("for less than half", sending: 12_500, held: 1249, rate: 800, ratio: 0.8, .generator),
    Case("a queue that was full without a delay", sending: 10_000, held: 500, rate: 1000, ratio: 1, nil),
    Case(
      "withheld in time: the rate was kept", sent: 4900, withheld: 5100, sending: 9999, rendering: 9999, rate: 1000,
      ratio: 1, nil),
    Case(
      "all withheld in time", sent: 0, withheld: 10_000, sending: 0, rendering: 9999, rate: 1000, ratio: 1, nil),
    Case(
      "half withheld too late", sent: 0, withheld: 5000, sending: 0, rendering: 20_000, rate: 500, ratio: 0.5,
      .generator),
    Case(
      "dropped in time: the cluster took too little", sent: 8000, dropped: 2000, sending: 9999, rate: 800, ratio: 0.8,
      .cluster),
    Case(
      "dropped, and late besides", sent: 8000, dropped: 1000, sending: 12_500, rate: 640, ratio: 0.64, .generator),
    Case(
      "the process was stopped at the end", sending: 12_500, standstill: 2500, rate: 800, ratio: 0.8, .generator),
    Case(
      "and the queue was full when it went on", sending: 12_500, held: 2000, standstill: 2500, rate: 800, ratio: 0.8,
      .generator),
    Case(
      "the cluster took longer than it was stopped", sending: 12_500, held: 1500, standstill: 1000, rate: 800,
      ratio: 0.8, .cluster),
    Case("a stage cut short", sent: 4000, sending: 10_000, rate: 400, ratio: 0.4, .generator),
    Case(
      "the fraction of a message that is not due", target: 0.75, due: 7, sent: 7, sending: 9334, rate: 0.7, ratio: 1,
      nil),
    Case("nothing due", target: 0.05, due: 0, sent: 0, sending: 0, rate: 0, ratio: .nan, nil),
  ]) func isJudged(_ given: Case) {
    #expect(given.pace.rate == given.rate)
    #expect(given.pace.limit == given.limit)
    if given.ratio.isNaN { #expect(given.pace.ratio.isNaN) } else { #expect(given.pace.ratio == given.ratio) }
  }
}
