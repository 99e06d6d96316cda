import SampleScenarios
import Scenarios
import Testing

@testable import Load

/// The time line of a run: what begins when. Times in milliseconds.
@Suite struct RunTimelineTests {
  private static func timeline(_ stages: String, running: [Int]? = nil) throws -> RunTimeline {
    let scenario = try Samples.scenario(stages: stages, more: "")
    return RunTimeline(scenario, running: running ?? Array(scenario.stages.indices), origin: .milliseconds(100))
  }

  private static func scheduled(_ timeline: RunTimeline) -> [String] {
    timeline.scheduled.map { "\($0.stage)@\($0.at.count / 1_000_000)" }
  }

  private static let three =
    "[{name: a, count: 1, topic: orders}, {name: b, count: 1, topic: orders}, {name: c, count: 1, topic: orders}]"

  @Test func oneAfterAnother() throws {
    var timeline = try Self.timeline(Self.three)
    #expect(Self.scheduled(timeline) == ["0@100"])
    timeline.begin(stage: 0, at: .milliseconds(100))
    #expect(Self.scheduled(timeline) == [])
    timeline.settle(stage: 0, at: .milliseconds(150))
    #expect(Self.scheduled(timeline) == [])
    timeline.end(stage: 0, at: .milliseconds(200))
    #expect(Self.scheduled(timeline) == ["1@200"])
    timeline.begin(stage: 1, at: .milliseconds(201))
    timeline.end(stage: 1, at: .milliseconds(300))
    timeline.begin(stage: 2, at: .milliseconds(300))
    #expect(!timeline.isOver)
    timeline.end(stage: 2, at: .milliseconds(310))
    #expect(timeline.isOver)
  }

  @Test func aPauseBetween() throws {
    var timeline = try Self.timeline(
      "[{name: a, count: 1, topic: orders}, {name: p, pause: 50ms}, {name: b, count: 1, topic: orders}]")
    timeline.begin(stage: 0, at: .milliseconds(100))
    timeline.end(stage: 0, at: .milliseconds(200))
    timeline.pass(.milliseconds(200))
    #expect(Self.scheduled(timeline) == [])
    #expect(timeline.nextChange(after: .milliseconds(200)) == .milliseconds(250))
    timeline.pass(.milliseconds(249))
    #expect(Self.scheduled(timeline) == [])
    // Late is not later: what follows counts from the end that was planned.
    timeline.pass(.milliseconds(270))
    #expect(Self.scheduled(timeline) == ["1@250"])
  }

  @Test func withAndAfterCountFromBeginAndEnd() throws {
    var timeline = try Self.timeline(
      """
      [{name: a, count: 1, topic: orders}, {name: w, count: 1, topic: orders, start: {with: a, delay: 30ms}},
       {name: f, count: 1, topic: orders, start: {after: a, delay: 40ms}}, {name: l, count: 1, topic: orders}]
      """)
    #expect(Self.scheduled(timeline) == ["0@100"])
    timeline.begin(stage: 0, at: .milliseconds(110))
    #expect(Self.scheduled(timeline) == ["1@140"])
    timeline.begin(stage: 1, at: .milliseconds(140))
    timeline.end(stage: 0, at: .milliseconds(150))
    #expect(Self.scheduled(timeline) == ["2@190"])
    timeline.begin(stage: 2, at: .milliseconds(190))
    timeline.end(stage: 2, at: .milliseconds(200))
    // The last waits for all above it.
    #expect(Self.scheduled(timeline) == [])
    timeline.end(stage: 1, at: .milliseconds(400))
    #expect(Self.scheduled(timeline) == ["3@400"])
  }

  @Test func whatIsNotRunCountsAsTheRunsStart() throws {
    let stages = """
      [{name: a, count: 1, topic: orders}, {name: p, pause: 1h}, {name: b, count: 1, topic: orders},
       {name: c, count: 1, topic: orders, start: {after: a, delay: 5ms}}]
      """
    #expect(Self.scheduled(try Self.timeline(stages, running: [1])) == ["1@100"])
    #expect(Self.scheduled(try Self.timeline(stages, running: [2])) == ["2@105"])
  }

  /// Clients connect before their stage, where it is known when that will be.
  @Test func theExpectedBeginning() throws {
    var timeline = try Self.timeline(
      """
      [{name: a, rate: 10/s, duration: 10s, topic: orders}, {name: b, count: 1, topic: orders},
       {name: c, count: 1, topic: orders}, {name: d, count: 1, topic: orders, start: {with: c, delay: 1s}}]
      """)
    #expect(timeline.expected(before: .milliseconds(2100)) == [0])
    timeline.begin(stage: 0, at: .milliseconds(100))
    #expect(timeline.expected(before: .milliseconds(10_099)) == [])
    #expect(timeline.expected(before: .milliseconds(10_100)) == [1])
    timeline.end(stage: 0, at: .milliseconds(10_000))
    timeline.begin(stage: 1, at: .milliseconds(10_000))
    // At max with a count only the end of its sending shows it.
    #expect(timeline.expected(before: .hours(10)) == [])
    timeline.settle(stage: 1, at: .milliseconds(10_500))
    #expect(timeline.expected(before: .milliseconds(10_500)) == [2])
    #expect(timeline.expected(before: .milliseconds(11_500)) == [2, 3])
  }

  @Test func companionsBeginTogether() throws {
    let timeline = try Self.timeline(
      """
      [{name: a, count: 1, topic: orders}, {name: b, count: 1, topic: orders, start: {with: a}},
       {name: c, count: 1, topic: orders, start: {with: a, delay: 5s}}]
      """)
    #expect(timeline.companions(of: 0, within: .seconds(1)) == [1])
  }
}
