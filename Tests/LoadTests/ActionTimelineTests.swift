import SampleScenarios
import Scenarios
import Testing

@testable import Load

/// Which action begins when. Times in milliseconds.
@Suite struct ActionTimelineTests {
  private static let stages =
    "[{name: a, count: 1, topic: orders}, {name: p, pause: 50ms}, {name: b, count: 1, topic: orders}]"

  private static func stages(running: [Int]? = nil) throws -> RunTimeline {
    let scenario = try Samples.scenario(stages: stages)
    return RunTimeline(scenario, running: running ?? Array(scenario.stages.indices), origin: .milliseconds(100))
  }

  private static func actions(_ starts: ScheduledAction.Start...) -> ActionTimeline {
    ActionTimeline(
      starts.enumerated().map { index, start in
        ScheduledAction(name: "action-\(index)", range: Samples.range, start: start, run: ["true"])
      })
  }

  private static func ms(_ count: Int64) -> Nanoseconds { .milliseconds(count) }

  @Test func aTimeCountsFromTheFirstStage() throws {
    var (actions, stages) = (Self.actions(.at(Self.ms(30)), .at(.zero)), try Self.stages())
    // Its clients may take their time.
    #expect(actions.due(by: Self.ms(5000), stages) == [])
    #expect(actions.nextChange(after: .zero, stages) == nil)
    stages.begin(stage: 0, at: Self.ms(200))
    #expect(actions.nextChange(after: Self.ms(200), stages) == Self.ms(230))
    #expect(actions.due(by: Self.ms(200), stages) == [1])
    #expect(actions.due(by: Self.ms(229), stages) == [])
    #expect(actions.due(by: Self.ms(230), stages) == [0])
    #expect(actions.due(by: Self.ms(9000), stages) == [])
    #expect(actions.nextChange(after: .zero, stages) == nil)
  }

  @Test func aStageOrAPauseThatItIsWith() throws {
    var (actions, stages) = (
      Self.actions(.with(2, delay: Self.ms(10)), .with(1, delay: .zero)), try Self.stages()
    )
    stages.begin(stage: 0, at: Self.ms(100))
    #expect(actions.due(by: Self.ms(150), stages) == [])
    stages.end(stage: 0, at: Self.ms(200))
    stages.pass(Self.ms(200))
    #expect(actions.due(by: Self.ms(200), stages) == [1])
    stages.pass(Self.ms(250))
    #expect(actions.due(by: Self.ms(300), stages) == [])
    stages.begin(stage: 1, at: Self.ms(250))
    #expect(actions.due(by: Self.ms(259), stages) == [])
    #expect(actions.due(by: Self.ms(300), stages) == [0])
  }

  @Test func severalAtOnceComeByTheirTimes() throws {
    var (actions, stages) = (
      Self.actions(.at(Self.ms(40)), .at(Self.ms(20)), .at(Self.ms(20))), try Self.stages()
    )
    stages.begin(stage: 0, at: Self.ms(100))
    #expect(actions.due(by: Self.ms(500), stages) == [1, 2, 0])
  }

  @Test func anActionOfAStageThatIsNotRunNeverBegins() throws {
    var (actions, stages) = (
      Self.actions(.with(0, delay: Self.ms(10)), .at(Self.ms(10))), try Self.stages(running: [1])
    )
    #expect(actions.due(by: Self.ms(110), stages) == [])
    // The first stage of the run is that which is run.
    stages.begin(stage: 1, at: Self.ms(130))
    #expect(actions.due(by: Self.ms(139), stages) == [])
    #expect(actions.due(by: Self.ms(140), stages) == [1])
  }
}
