import Glibc
import Kafka
import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  /// Actions on the time line of a run on the embedded broker.
  @Suite struct Actions {
    private static func run(
      _ actions: String, stages: String = "[{name: s, rate: 100/s, duration: 2s, measure: false}]", in folder: Folder
    ) throws -> RunResult {
      try Rehearsed(stages: stages, more: "actions: \(actions)").run(in: folder)
    }

    @Test func itRunsBesideTheScenario() throws {
      let folder = try Folder()
      _ = try folder.write("echo here; cat test.yaml | head -1\n", to: "act.sh")
      chmod(folder.path("act.sh"), 0o700)
      let result = try Self.run(
        "[{name: act, at: 500ms, run: [sh, act.sh]}, {name: with, at: {with: s, delay: 1s}, run: [\"true\"]}]",
        in: folder)
      #expect(result.exits == [.passed], "\(result.problems)")
      let actions = try #require(result.actions)
      #expect(actions.map(\.outcome) == [.succeeded, .succeeded])
      #expect(actions[0].output == "here\nversion: 1\n")
      #expect(try #require(actions[0].begun) < #require(actions[1].begun))
    }

    static let failures: [(name: String, actions: String, outcome: ActionResult.Outcome)] = [
      ("it fails", "[{name: a, at: 1ms, run: [sh, -c, exit 3]}]", .failed(because: "exit code 3")),
      (
        "it takes too long", "[{name: a, at: 1ms, run: [sleep, \"60\"], within: 300ms}]",
        .failed(because: "it did not end within 0.300 s")
      ),
      ("its time does not come", "[{name: a, at: 1m, run: [\"true\"]}]", .neverRan),
    ]

    /// The run claims to survive what did not happen.
    @Test(arguments: failures)
    func oneThatFailsProvesNothing(_ name: String, _ actions: String, _ outcome: ActionResult.Outcome) throws {
      let result = try Self.run(actions, in: try Folder())
      #expect(result.actions?.first?.outcome == outcome, "\(name)")
      #expect(result.exits.first == .infrastructure, "\(name): \(result.exits)")
    }

    @Test(arguments: ["run: [./no-such-program]", "run: [sh, -c, exit], then: [./no-such-program]"])
    func aProgramThatIsNotThereIsFoundFirst(_ commands: String) throws {
      let result = try Self.run("[{name: a, at: 1ms, \(commands)}]", in: try Folder())
      #expect(result.exits == [.infrastructure])
      #expect(result.problems.map(\.code) == ["infrastructure.action-command"])
      #expect(
        result.problems.first?.message
          == "action \"a\" cannot be run: there is no command \"./no-such-program\"")
      #expect(result.stages.allSatisfy { $0.startedAt == nil })
    }

    /// The pause goes on behind the last message, and reading is judged after it.
    @Test func whatFollowsIsWaitedFor() throws {
      let folder = try Folder()
      let result = try Self.run(
        "[{name: a, at: 1s, run: [\"true\"], for: 2s, then: [touch, followed]}]", in: folder)
      #expect(result.exits == [.passed], "\(result.problems)")
      #expect(access(folder.path("followed"), F_OK) == 0)
      let action = try #require(result.actions?.first)
      #expect(try #require(action.thenBegun) - #require(action.ended) >= .seconds(2))
    }

    @Test func anAbortDoesNotPutItOff() throws {
      let folder = try Folder()
      let clock = ContinuousClock()
      let time = try clock.measure {
        let result = try Self.run(
          "[{name: a, at: 100ms, run: [\"true\"], for: 10m, then: [touch, followed]}]",
          stages: "[{name: s, rate: 100/s, duration: 60s, measure: false, abort_when: [acknowledged > 150]}]",
          in: folder)
        #expect(result.actions?.first?.thenOutcome == .succeeded)
      }
      #expect(time < .seconds(30))
      #expect(access(folder.path("followed"), F_OK) == 0)
    }

    /// The second signal still waits for what undoes an action; the third says what was not done.
    @Test func theThirdSignalSaysWhatWasNotDone() throws {
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: long
        cluster: {brokers: embedded}
        topics: {t: {}}
        templates: {m: {value: a}}
        stages: [{name: s, rate: 1k/s, duration: 60s, measure: false}]
        actions:
          - {name: a, at: 1s, run: [touch, begun], for: 10m, then: [sh, -c, "touch under-way; sleep 30"], within: 1m}
        """, to: "long.yaml")
      let program = try Program(["run", file, "--report-dir", folder.path("Reports")], in: folder)
      #expect(eventually(within: 30) { access(folder.path("begun"), F_OK) == 0 })
      program.signal(SIGINT)
      #expect(eventually { access(folder.path("under-way"), F_OK) == 0 })
      pause(for: .milliseconds(1100))
      program.signal(SIGINT)
      #expect(eventually { program.errorsSoFar.contains("waiting no longer") })
      pause(for: .milliseconds(1500))
      #expect(!program.errorsSoFar.contains("not done"))
      program.signal(SIGINT)
      let ended = try program.wait(deadline: 20)
      #expect(ended.code == 130)
      #expect(ended.errors.contains("rehearse: not done: sh -c 'touch under-way; sleep 30'\n"))
    }
  }
}
