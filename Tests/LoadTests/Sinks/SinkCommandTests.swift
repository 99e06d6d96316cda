import FoundationEssentials
import Language
import SampleScenarios
import Scenarios
import Testing
import Verification

@testable import Load

/// A sink that is read by a command: every asking is a snapshot, and what failed is no answer.
@Suite struct SinkCommandTests {
  private static let run = RunID(value: 7)

  private static func plan(_ sink: String) throws -> SinkPlan {
    let scenario = try SampleScenario(
      """
      version: 1
      name: sinks
      cluster: {brokers: "127.0.0.1:1"}
      topics: {in: {partitions: 1}}
      templates: {m: {format: json, value: '{"id": "{{id}}"}'}}
      targets: {t: "http://127.0.0.1:1/"}
      stages: [{name: a, to: t, template: m, count: 10, rate: 1/s}]
      sinks: {table: \(sink)}
      """, variables: ["PASSWORD": "secret-value"]
    ).scenario()
    return SinkPlan(scenario, run: run, selected: [0]) {
      scenario.recipe(stage: $0, seed: 1, runID: run.text, startedAt: 0)
    }
  }

  private static func command(_ sink: String, _ place: CommandPlace = CommandPlace(), limit: Nanoseconds = .seconds(20))
    throws
    -> SinkCommand
  {
    let plan = try plan(sink)
    guard case .command(let query) = plan.sinks[0].source else { throw NoCommand() }
    return SinkCommand(
      query, in: place, tag: plan.tag, limit: limit, clock: RunClock(), mustFinish: { false },
      make: { plan.intake(of: 0) })
  }

  private struct NoCommand: Error {}

  private static func ask(_ command: SinkCommand) -> SinkCommand.State {
    command.askWhereDue(groupIsOver: true)
    command.finish()
    return command.state
  }

  @Test func linesAreIDs() throws {
    let plan = try Self.plan("{command: [cat]}")
    let ids = (0..<3).map { plan.ids[0].text(rank: 0, UInt64($0)) }
    let command = try Self.command(
      #"{command: [cat], input: "\#(ids[0])\n\#(ids[1])\n\nother\n\#(ids[1])\n\#(ids[2])"}"#)
    let state = Self.ask(command)
    #expect(state.failure == nil)
    #expect(state.readings == 1)
    let ledger = try #require(state.intake?.ledger)
    #expect((0..<3).map { ledger.records(rank: 0, n: $0) } == [1, 2, 1])
    #expect(ledger.foreign == 1)
  }

  @Test func theTagOfTheRunIsInWordsInputAndEnvironment() throws {
    let plan = try Self.plan("{command: [cat]}")
    let script = #"test "$0" = "$1" && test "$(cat)" = "$1" && test "$TAG" = "$1""#
    let command = try Self.command(
      """
      {command: [sh, -c, '\(script)', "{{run.tag}}", "\(plan.tag)"], input: "{{run.tag}}", environment: {TAG: "{{run.tag}}"}}
      """, CommandPlace(environment: ["PATH": "/usr/bin:/bin"]))
    #expect(Self.ask(command).failure == nil)
  }

  @Test(
    arguments: [
      ("an exit code", "echo it is broken >&2; exit 3", "its command: exit code 3: it is broken"),
      ("a time limit", "sleep 20", "its command: it did not end within 0.200 s"),
      ("a signal", "kill -9 $$", "its command: ended by signal 9"),
    ]) func failuresAreNoAnswers(_ name: String, _ script: String, _ reason: String) throws
  {
    let command = try Self.command(
      "{command: [sh, -c, '\(script)']}", CommandPlace(environment: ["PATH": "/usr/bin:/bin"]),
      limit: .milliseconds(200))
    let state = Self.ask(command)
    #expect(state.failure == reason, Comment(rawValue: name))
    #expect(state.answer == nil)
    #expect(!state.isFinal)
  }

  @Test func anErrorBesideNoIDIsKept() throws {
    let command = try Self.command(
      "{command: [sh, -c, 'echo ERROR: no column >&2']}", CommandPlace(environment: ["PATH": "/usr/bin:/bin"]))
    let state = Self.ask(command)
    #expect(state.failure == nil)
    #expect(state.complaint == "its command printed no id, and an error: ERROR: no column")
  }

  @Test func linesWithoutAnyIDAreNoAnswer() throws {
    let command = try Self.command(
      "{command: [sh, -c, 'echo usage; echo more']}", CommandPlace(environment: ["PATH": "/usr/bin:/bin"]))
    let state = Self.ask(command)
    #expect(state.answer == nil)
    #expect(state.failure == "its command printed 2 lines, and none of them is an id")
  }

  @Test func aRunningCommandIsEnded() throws {
    let command = try Self.command(
      "{command: [sleep, '30']}", CommandPlace(environment: ["PATH": "/usr/bin:/bin"]), limit: .seconds(60))
    let begun = ContinuousClock.now
    command.askWhereDue(groupIsOver: true)
    command.end()
    #expect(ContinuousClock.now - begun < .seconds(10))
  }

  @Test func aCommandThatIsNotThereIsNotAskedAgain() throws {
    let command = try Self.command("{command: [rehearse-no-such-command]}")
    let state = Self.ask(command)
    #expect(state.isFinal)
    #expect(state.failure == "its command: there is no command \"rehearse-no-such-command\"")
  }

  @Test func nothingAfterSomethingIsAFailure() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sink-\(UInt64.random(in: 0...(.max)))").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let plan = try Self.plan("{command: [cat]}")
    let id = plan.ids[0].text(rank: 0, 1)
    let script = "test -e \(folder) || { touch \(folder); echo \(id); }"
    let command = try Self.command(
      "{command: [sh, -c, '\(script)'], every: 10ms}", CommandPlace(environment: ["PATH": "/usr/bin:/bin"]))
    #expect(Self.ask(command).failure == nil)
    let deadline = ContinuousClock.now + .seconds(10)
    while Self.ask(command).failure == nil, ContinuousClock.now < deadline {}
    let state = command.state
    #expect(state.failure == "its command printed nothing, and something before")
    // What was found stays.
    #expect(state.intake?.ledger.contains(rank: 0, n: 1) == true)
  }

  @Test func nothingFromTheStartIsAnAnswer() throws {
    let state = Self.ask(try Self.command("{command: ['true']}"))
    #expect(state.failure == nil)
    #expect(state.answer != nil)
  }

  @Test func theSameMessagesInAnotherOrderAreTheSameAnswer() throws {
    let plan = try Self.plan("{command: [cat]}")
    let ids = (0..<5).map { plan.ids[0].text(rank: 0, UInt64($0)) }.joined(separator: " ")
    let command = try Self.command(
      "{command: [sh, -c, 'printf \"%s\\n\" \(ids) | shuf; date +%N'], every: 10ms}",
      CommandPlace(environment: ["PATH": "/usr/bin:/bin"]))
    let first = try #require(Self.ask(command).answer)
    var next = command.state
    let deadline = ContinuousClock.now + .seconds(10)
    while next.readings < 2, ContinuousClock.now < deadline { next = Self.ask(command) }
    #expect(next.answer?.sameSince == first.askedAt)
    #expect(next.answer?.askedAt != first.askedAt)
    #expect(next.progressAt == first.askedAt)
  }

  @Test func aSecretReachesItsEnvironmentAlone() throws {
    let command = try Self.command(
      #"{command: [sh, -c, 'test "$PGPASSWORD" = secret-value && test -z "$OTHER"'], environment: {PGPASSWORD: "${PASSWORD}"}}"#,
      CommandPlace(environment: ["PATH": "/usr/bin:/bin"], value: { _ in "secret-value" }))
    #expect(Self.ask(command).failure == nil)
  }

  @Test func overlongLinesAreForeign() throws {
    let id = try Self.plan("{command: [cat]}").ids[0].text(rank: 0, 1)
    let state = Self.ask(
      try Self.command(
        "{command: [sh, -c, 'head -c 200000 /dev/zero | tr \"\\0\" x; echo; echo \(id)']}",
        CommandPlace(environment: ["PATH": "/usr/bin:/bin"])))
    #expect(state.failure == nil)
    #expect(state.intake?.ledger.foreign == 1)
    #expect(state.intake?.ledger.contains(rank: 0, n: 1) == true)
  }
}
