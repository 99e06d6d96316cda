import Scenarios
import Testing
import Verification

@testable import Load

/// When a queue's ticks show that this process was stopped, and until when it counts. Times in milliseconds.
@Suite struct TickWatchTests {
  enum Event: Sendable {
    /// A tick that begins and ends, and the time of the next.
    case tick(Int64, Int64, wake: Int64)
    /// Messages offered and settled by then.
    case progress(Int64, offered: UInt64, settled: UInt64, isBehind: Bool)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var events: [Event]
    var standstills: [[Int64]]
    var testDescription: String { name }

    init(_ name: String, _ events: [Event], _ standstills: [[Int64]]) {
      (self.name, self.events, self.standstills) = (name, events, standstills)
    }
  }

  @Test(arguments: [
    Case("every tick in time", [.tick(0, 1, wake: 2), .tick(2, 3, wake: 102), .tick(102, 103, wake: 104)], []),
    Case("late by less than the bound", [.tick(0, 1, wake: 2), .tick(51, 52, wake: 53)], []),
    Case(
      "late by the bound, and nothing waited",
      [.tick(0, 1, wake: 2), .tick(52, 52, wake: 53), .progress(52, offered: 5, settled: 5, isBehind: false)],
      [[2, 52]]),
    Case(
      "a tick that lasted",
      [.tick(0, 1, wake: 2), .tick(2, 202, wake: 203), .progress(202, offered: 5, settled: 5, isBehind: false)],
      [[2, 202]]),
    Case(
      "until what waited is dealt with",
      [
        .tick(0, 1, wake: 2), .tick(3002, 3003, wake: 3004), .progress(3003, offered: 10, settled: 2, isBehind: true),
        .tick(3004, 3005, wake: 3006), .progress(3050, offered: 90, settled: 50, isBehind: false),
        .tick(3006, 3007, wake: 3060), .progress(3060, offered: 120, settled: 90, isBehind: false),
        .tick(3060, 3061, wake: 3062), .progress(3090, offered: 150, settled: 120, isBehind: false),
      ], [[2, 3060]]),
    Case(
      "at most as long again",
      [
        .tick(0, 1, wake: 2), .tick(1002, 1003, wake: 1004), .progress(1003, offered: 9, settled: 0, isBehind: true),
        .tick(1004, 1005, wake: 1900), .tick(1900, 1901, wake: 1990), .tick(1990, 1991, wake: 2080),
        .progress(2080, offered: 9, settled: 0, isBehind: true),
        .tick(2080, 2081, wake: 9999),
      ], [[2, 2002]]),
    Case(
      "another one meanwhile",
      [
        .tick(0, 1, wake: 2), .tick(1002, 1003, wake: 1004), .progress(1003, offered: 9, settled: 0, isBehind: true),
        .tick(1404, 1405, wake: 1406), .progress(1406, offered: 9, settled: 9, isBehind: false),
      ], [[2, 1406]]),
  ]) func isNoticed(_ given: Case) {
    var watch = TickWatch()
    var last: Int64 = 0
    for event in given.events {
      switch event {
      case .tick(let begins, let ends, let wake):
        watch.runs(at: .milliseconds(begins))
        watch.ends(at: .milliseconds(ends), wake: .milliseconds(wake))
        last = ends
      case .progress(let at, let offered, let settled, let isBehind):
        watch.progress(offered: offered, settled: settled, isBehind: isBehind, at: .milliseconds(at))
        last = at
      }
    }
    let noted = watch.standstills(until: .milliseconds(last)).all
    #expect(watch.hinderedUntil == (noted.last?.end ?? .min))
    #expect(noted.map { [$0.start.count / 1_000_000, $0.end.count / 1_000_000] } == given.standstills)
  }
}
