import Diagnostics
import Scenarios
import Testing
import Verification

@testable import Load

/// The wrong messages of an action's time: a stage of 10 messages a second that begins at 100 s, an action from 103 s to 104 s.
@Suite struct AnomalyAttributionTests {
  private static func attribution(
    lost: UInt64 = 0, witnesses: [Anomaly] = [], sinks: [SinkResult] = [], rate: String = "rate: 10/s, count: 100"
  ) throws -> AnomalyAttribution {
    let scenario = try Samples.scenario(stages: "[{name: a, topic: orders, \(rate)}]")
    var stage = StageResult(
      name: "a", index: 0, position: Samples.range.start, measured: true, verdict: .skipped)
    var counts = ReadCounts()
    counts[.lost] = lost
    stage.read = counts
    stage.witnesses = witnesses
    return AnomalyAttribution(scenario, stages: [stage], sinks: sinks, starts: [0: .seconds(100)])
  }

  private static func lost(_ sequences: UInt64...) -> [Anomaly] {
    sequences.map { Anomaly(kind: .lost, sequence: $0, topic: "orders", partition: 0) }
  }

  private static func isInTime(_ due: Nanoseconds) -> Bool { due >= .seconds(103) && due < .seconds(104) }

  @Test func thoseThatWereDueInItsTime() throws {
    let attribution = try Self.attribution(lost: 4, witnesses: Self.lost(29, 30, 39, 40))
    #expect(attribution.lost(where: Self.isInTime) == 2)
    #expect(attribution.duplicated(where: Self.isInTime) == 0)
    #expect(try Self.attribution().lost(where: Self.isInTime) == 0)
  }

  @Test func notWhereOneIsNotAmongTheWitnesses() throws {
    #expect(try Self.attribution(lost: 5, witnesses: Self.lost(29, 30, 39, 40)).lost(where: Self.isInTime) == nil)
  }

  @Test func notWhereNothingIsDueAtATime() throws {
    #expect(
      try Self.attribution(lost: 1, witnesses: Self.lost(30), rate: "rate: max, count: 100")
        .lost(where: Self.isInTime) == nil)
  }

  @Test func thoseOfSinks() throws {
    func sink(_ missing: UInt64, _ dues: [Nanoseconds?], isPartial: Bool = false) -> SinkResult {
      var counts = SinkCounts()
      counts[.missing] = missing
      return SinkResult(
        name: "stored", position: Samples.range.start, kind: .command, isPartial: isPartial, counts: counts,
        witnesses: dues.map { due in
          var witness = Anomaly(kind: .missing, sink: "stored", sequence: 1, topic: "", partition: -1)
          witness.due = due
          return witness
        })
    }
    func missing(_ sinks: SinkResult...) throws -> UInt64? {
      try Self.attribution(sinks: sinks).missing(where: Self.isInTime)
    }
    #expect(try missing() == nil)
    #expect(try missing(sink(0, [])) == 0)
    #expect(try missing(sink(2, [.seconds(103), .seconds(105)])) == 1)
    #expect(try missing(sink(1, [.seconds(103)]), sink(1, [.seconds(103)])) == 2)
    #expect(try missing(sink(2, [.seconds(103)])) == nil)
    #expect(try missing(sink(1, [nil])) == nil)
    #expect(try missing(sink(0, [], isPartial: true)) == nil)
  }
}
