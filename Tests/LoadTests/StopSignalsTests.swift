import Scenarios
import Testing

@testable import Load

/// Signals, and what each asks for. Times are in milliseconds.
@Suite struct StopSignalsTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var signals: [(at: Int64, level: StopSignals.Level?)]
    var testDescription: String { name }

    init(_ name: String, _ signals: (at: Int64, level: StopSignals.Level?)...) {
      self.name = name
      self.signals = signals
    }
  }

  @Test(arguments: [
    Case("none"),
    Case("one", (0, .stop)),
    Case("two, a second apart", (0, .stop), (1000, .finishNow)),
    Case("the same wish, sent twice", (0, .stop), (0, nil), (5, nil), (999, nil)),
    Case("three", (0, .stop), (1000, .finishNow), (2000, .end)),
    Case("more than three", (0, .stop), (1000, .finishNow), (2000, .end), (3000, .end)),
    Case(
      "the second counts from the first, not from one that did not count", (0, .stop), (900, nil), (1000, .finishNow)),
    Case("the third counts from the second", (0, .stop), (1500, .finishNow), (2400, nil), (2500, .end)),
    Case("as a build server cancels a job", (0, .stop), (7500, .finishNow)),
    Case("from a clock that begins before zero", (-5000, .stop), (-4500, nil), (-4000, .finishNow)),
  ]) func countASecondApart(_ given: Case) {
    var signals = StopSignals()
    #expect(signals.level == .none)
    for (at, level) in given.signals {
      let before = signals.level
      #expect(signals.note(at: .milliseconds(at)) == level, "at \(at)")
      #expect(signals.level == level ?? before)
    }
  }

  @Test func theFirstReasonStays() {
    let stop = StopRequest()
    #expect(stop.reason == nil)
    #expect(!stop.isStopped() && !stop.mustFinish())
    #expect(stop.stop(.hangUp, at: 5_000_000_000) == .stop)
    #expect(stop.isStopped() && !stop.mustFinish())
    #expect(stop.stop(.interrupt, at: 5_500_000_000) == nil)
    #expect(stop.stop(.interrupt, at: 6_000_000_000) == .finishNow)
    #expect(stop.isStopped() && stop.mustFinish())
    #expect(stop.stop(.terminate, at: 7_000_000_000) == .end)
    #expect(stop.level == .end)
    #expect(stop.reason == .hangUp)
  }
}
