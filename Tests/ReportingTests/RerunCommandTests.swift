import Testing
import Verification

@testable import Reporting

/// The command that runs it again, for a shell and for the readers of JUnit files.
@Suite struct RerunCommandTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var path = "Scenarios/orders.yaml"
    var arguments: [String]?
    var posting: PostedRun?
    var stage = false
    var command: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Row(name: "nothing changed", command: "rehearse run Scenarios/orders.yaml --seed 42"),
    Row(name: "one stage", stage: true, command: "rehearse run Scenarios/orders.yaml --stage steady --seed 42"),
    Row(
      name: "other brokers: a port comes before the path", arguments: ["--brokers", "127.0.0.1:21010,[::1]:9092"],
      command: "rehearse run --brokers '127.0.0.1:21010,[::1]:9092' Scenarios/orders.yaml --seed 42"),
    Row(
      name: "one broker", arguments: ["--brokers", "kafka-1:9092"], stage: true,
      command: "rehearse run --brokers kafka-1:9092 Scenarios/orders.yaml --stage steady --seed 42"),
    Row(
      name: "the embedded broker", arguments: ["--brokers", "embedded"],
      command: "rehearse run --brokers embedded Scenarios/orders.yaml --seed 42"),
    Row(
      name: "settings and variables",
      arguments: ["--env-file", "a b.env", "--set", "stages.steady.rate=1k/s", "--set", "vars.x=it's $HOME"],
      command: #"rehearse run --env-file 'a b.env' --set 'stages.steady.rate=1k/s' --set 'vars.x=it'\''s $HOME' "#
        + "Scenarios/orders.yaml --seed 42"),
    Row(
      name: "the stages that were asked for", arguments: ["--stage", "warm-up", "--stage", "steady"],
      command: "rehearse run Scenarios/orders.yaml --stage warm-up --stage steady --seed 42"),
    Row(
      name: "one of the stages that were asked for", arguments: ["--stage", "warm-up", "--stage", "steady"],
      stage: true, command: "rehearse run Scenarios/orders.yaml --stage steady --seed 42"),
    Row(name: "a path like an option", path: "-x.yaml", command: "rehearse run ./-x.yaml --seed 42"),
    Row(
      name: "a value like an option", arguments: ["--set", "--x=1"],
      command: "rehearse run '--set=--x=1' Scenarios/orders.yaml --seed 42"),
    Row(
      name: "what a line cannot hold", path: "a\nb'\\.yaml",
      command: #"rehearse run $'a\U0000000ab\'\\.yaml' --seed 42"#),
    Row(name: "an empty word", path: "", command: "rehearse run '' --seed 42"),
    Row(
      name: "a posting", path: "phase-1.json",
      posting: PostedRun(arguments: ["--brokers", "kafka:9092", "--no-verify"]), stage: true,
      command: "rehearse post --brokers kafka:9092 --no-verify phase-1.json --seed 42"),
    Row(
      name: "a request of an array", path: "r.json", posting: PostedRun(arguments: [], number: 2),
      command: "rehearse post r.json --seed 42 # request 2 of the file"),
    Row(
      name: "a request from standard input", path: "<stdin>", posting: PostedRun(arguments: []),
      command: "rehearse post - --seed 42"),
  ]) func repeatsWhatWasAsked(_ row: Row) {
    var run = SampleRun.passed
    (run.scenarioPath, run.arguments, run.provenance.seed) = (row.path, row.arguments, 42)
    run.posting = row.posting
    #expect(run.command(stage: row.stage ? SampleRun.steady : nil) == row.command)
  }
}
