import Glibc
import Kafka
import Scenarios
import Testing
import Verification

@testable import Load

/// Actions that run real commands, and what becomes of each.
@Suite(.timeLimit(.minutes(1))) struct ActionRunnerTests {
  private let stop = StopRequest()
  private let clock = RunClock()

  private func runner(
    run: String, then: String? = nil, pause: Nanoseconds = .zero, within: Nanoseconds = .seconds(20),
    liveness: Liveness? = nil
  ) -> ActionRunner {
    ActionRunner(
      ScheduledAction(
        name: "restart", range: Samples.range, start: .at(.zero), run: ["/bin/sh", "-c", run], within: within,
        pause: pause, then: then.map { ["/bin/sh", "-c", $0] }),
      CommandPlace(environment: ["PATH": "/usr/bin:/bin"]), clock: clock,
      liveness: liveness ?? Liveness(clock, patience: .seconds(30)), stop: stop)
  }

  private func result(_ runner: ActionRunner) -> ActionResult {
    runner.record.result(of: runner.action) { String(decoding: $0, as: UTF8.self) }
  }

  private func ended(_ runner: ActionRunner) -> ActionResult {
    runner.begin()
    runner.wait()
    return result(runner)
  }

  static let courses:
    [(
      name: String, run: String, then: String?, outcome: ActionResult.Outcome, thenOutcome: ActionResult.Outcome?,
      output: String
    )] = [
      ("one command", "echo stopped", nil, .succeeded, nil, "stopped\n"),
      ("both", "echo stopped", "echo started", .succeeded, .succeeded, "stopped\nstarted\n"),
      (
        "`then` follows a failure", "echo no >&2; exit 3", "echo started", .failed(because: "exit code 3"), .succeeded,
        "no\nstarted\n"
      ),
      ("`then` fails", "true", "exit 4", .succeeded, .failed(because: "exit code 4"), ""),
      ("ended by a signal", "kill -9 $$", nil, .failed(because: "ended by signal 9"), nil, ""),
    ]

  @Test("what becomes of it", arguments: courses)
  func course(
    _ name: String, _ run: String, _ then: String?, _ outcome: ActionResult.Outcome,
    _ thenOutcome: ActionResult.Outcome?, _ output: String
  ) {
    let result = ended(runner(run: run, then: then))
    #expect(result.outcome == outcome, "\(name)")
    #expect(result.thenOutcome == thenOutcome, "\(name)")
    #expect(result.output == output, "\(name)")
    #expect((result.begun, result.ended) != (nil, nil))
    #expect((result.thenEnded != nil) == (then != nil))
  }

  @Test func itMayTakeNoLongerThanItsLimit() {
    let result = ended(runner(run: "sleep 60", then: "echo started", within: .milliseconds(300)))
    #expect(result.outcome == .failed(because: "it did not end within 0.300 s"))
    #expect(result.thenOutcome == .succeeded)
  }

  /// It was never started, so there is nothing to undo.
  @Test func oneThatIsNotThere() {
    let runner = ActionRunner(
      ScheduledAction(
        name: "restart", range: Samples.range, start: .at(.zero), run: ["./no-such-program"], then: ["true"]),
      CommandPlace(environment: [:], directory: "/"), clock: clock,
      liveness: Liveness(clock, patience: .seconds(30)), stop: stop)
    let result = ended(runner)
    #expect(result.outcome == .failed(because: "there is no command \"./no-such-program\""))
    #expect(result.thenOutcome == .neverRan)
    #expect(stop.owed.all.isEmpty)
  }

  @Test func oneThatNeverBeganIsNotWaitedFor() {
    let runner = runner(run: "true", then: "true")
    runner.wait()
    #expect(result(runner).outcome == .neverRan)
    #expect(result(runner).thenOutcome == .neverRan)
    #expect(result(runner).output == nil)
    // Nor does it begin any more.
    runner.begin()
    runner.wait()
    #expect(result(runner).outcome == .neverRan)
  }

  @Test func thePauseIsKept() throws {
    let result = ended(runner(run: "true", then: "true", pause: .milliseconds(300)))
    let (ended, begun) = (try #require(result.ended), try #require(result.thenBegun))
    #expect(begun - ended >= .milliseconds(300))
  }

  /// The three ways in which a pause of an hour ends early.
  @Test(arguments: ["a signal", "an abort", "a second signal"])
  func whatWasBegunIsUndoneAtOnce(_ way: String) throws {
    let runner = runner(run: "echo stopped", then: "sleep 0.2; echo started", pause: .hours(1))
    runner.begin()
    let end = MonotonicClock.now() + 20_000_000_000
    while runner.record.run?.ended == nil, MonotonicClock.now() < end { Kafka.pause(for: .milliseconds(1)) }
    try #require(runner.record.then == nil)
    #expect(stop.owed.all == [["/bin/sh", "-c", "sleep 0.2; echo started"]])
    switch way {
    case "a signal": stop.stop(.interrupt)
    case "an abort": runner.hurry()
    default:
      stop.stop(.interrupt, at: 0)
      stop.stop(.interrupt, at: 2_000_000_000)
      #expect(stop.mustFinish())
    }
    runner.wait()
    #expect(result(runner).thenOutcome == .succeeded)
    #expect(result(runner).output == "stopped\nstarted\n")
    #expect(stop.owed.all.isEmpty)
  }

  @Test func aSignalDoesNotEndTheCommandItself() {
    let runner = runner(run: "sleep 0.3; echo stopped", then: "echo started", pause: .hours(1))
    runner.begin()
    stop.stop(.interrupt)
    runner.wait()
    #expect(result(runner).output == "stopped\nstarted\n")
  }

  @Test func nothingIsLostMeanwhileNorAMinuteAfter() throws {
    let liveness = Liveness(clock, patience: .milliseconds(1))
    let end = MonotonicClock.now() + 20_000_000_000
    while !liveness.isLost, MonotonicClock.now() < end { Kafka.pause(for: .milliseconds(1)) }
    try #require(liveness.isLost)
    let runner = runner(run: "sleep 0.2", then: "true", liveness: liveness)
    runner.begin()
    while runner.record.run == nil, MonotonicClock.now() < end { Kafka.pause(for: .milliseconds(1)) }
    #expect(!liveness.isLost)
    runner.wait()
    #expect(liveness.isDisturbed)
    #expect(!liveness.isLost)
  }

  @Test func theEndOfBothOutputsIsKept() throws {
    let result = ended(runner(run: "seq 5000", then: "echo last"))
    let output = try #require(result.output)
    #expect(output.utf8.count <= 4096)
    #expect(output.hasSuffix("\n5000\nlast\n"))
  }
}
