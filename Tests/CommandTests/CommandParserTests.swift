import Scenarios
import Testing

@testable import rehearse

/// Command lines and what they are parsed to. Nothing is run.
@Suite struct CommandParserTests {
  struct Understood: Sendable, CustomTestStringConvertible {
    var name: String
    var arguments: [String]
    var invocation: @Sendable () -> Invocation
    var testDescription: String { name }

    init(_ name: String, _ arguments: [String], _ invocation: @autoclosure @escaping @Sendable () -> Invocation) {
      (self.name, self.arguments, self.invocation) = (name, arguments, invocation)
    }
  }

  @Test(arguments: [
    Understood("one file", ["run", "a.yaml"], .run(RunOptions(files: ["a.yaml"]))),
    Understood("several files", ["run", "a.yaml", "b.yaml"], .run(RunOptions(files: ["a.yaml", "b.yaml"]))),
    Understood(
      "every option, each value after a blank",
      [
        "run", "--brokers", "k1:9092,k2:9092", "--report-dir", "out", "--seed", "7", "--label", "nightly 12",
        "--stage", "warm-up", "a.yaml",
      ],
      .run(
        RunOptions(
          files: ["a.yaml"], brokers: .addresses(["k1:9092", "k2:9092"]), reportDirectory: "out", seed: 7,
          label: "nightly 12", stages: ["warm-up"]))),
    Understood(
      "every option, each value after =",
      ["run", "--brokers=[::1]:9092", "--report-dir=out", "--seed=0", "--label=a=b", "--stage=peak", "a.yaml"],
      .run(
        RunOptions(
          files: ["a.yaml"], brokers: .addresses(["[::1]:9092"]), reportDirectory: "out", seed: 0, label: "a=b",
          stages: ["peak"]))),
    Understood(
      "options between and after the files", ["run", "a.yaml", "--seed", "1", "b.yaml", "--label", "x"],
      .run(RunOptions(files: ["a.yaml", "b.yaml"], seed: 1, label: "x"))),
    Understood(
      "a repeated option, in order", ["run", "--stage", "b", "--stage=a", "f"],
      .run(RunOptions(files: ["f"], stages: ["b", "a"]))),
    Understood(
      "the embedded broker", ["run", "--brokers", "embedded", "f"], .run(RunOptions(files: ["f"], brokers: .embedded))),
    Understood(
      "the greatest seed", ["run", "--seed", "18446744073709551615", "f"], .run(RunOptions(files: ["f"], seed: .max))),
    Understood(
      "after -- everything is a file", ["run", "--", "--seed", "-h"], .run(RunOptions(files: ["--seed", "-h"]))),
    Understood(
      "a value that begins with one dash", ["run", "--label", "-x", "f"], .run(RunOptions(files: ["f"], label: "-x"))),
    Understood(
      "a value that begins with two dashes", ["run", "--label=--x", "f"], .run(RunOptions(files: ["f"], label: "--x"))),
    Understood("five runs", ["run", "--repeat", "5", "f"], .run(RunOptions(files: ["f"], repetitions: 5))),
    Understood(
      "runs that are not counted", ["run", "--warm-up=2", "f"], .run(RunOptions(files: ["f"], warmUps: 2))),
    Understood(
      "another build, after one run of each", ["run", "--repeat", "1000", "--against-binary", "./old", "f"],
      .run(RunOptions(files: ["f"], repetitions: 1000, warmUps: 1, against: .binary("./old")))),
    Understood(
      "another build, with what it gets",
      [
        "run", "--against-binary=old", "--warm-up", "0", "--brokers", "k:1", "--set", "stages.s.rate=1/s", "--env-file",
        "e", "--seed", "7", "--report-dir", "r", "--label", "l", "f",
      ],
      .run(
        RunOptions(
          files: ["f"], brokers: .addresses(["k:1"]), reportDirectory: "r", seed: 7, label: "l",
          overrides: OverrideOptions(settings: ["stages.s.rate=1/s"], environmentFile: "e"),
          against: .binary("old")))),
    Understood(
      "a secret that is a variable's, for another build",
      ["run", "--against-binary", "old", "--set", "cluster.auth.password=${PASSWORD}", "f"],
      .run(
        RunOptions(
          files: ["f"], overrides: OverrideOptions(settings: ["cluster.auth.password=${PASSWORD}"]), warmUps: 1,
          against: .binary("old")))),
    Understood(
      "other brokers, with every option",
      ["run", "--against-brokers", "a:1, b:2", "--against-label", "3.9.1", "--stage", "s", "--allow-delete", "f"],
      .run(
        RunOptions(
          files: ["f"], stages: ["s"], allowsDeletion: true, warmUps: 1, against: .brokers(.addresses(["a:1", "b:2"])),
          againstLabel: "3.9.1"))
    ),
    Understood("a dash alone is a file", ["check", "-"], .check(CheckOptions(files: ["-"]))),
    Understood("check", ["check", "a.yaml", "b.yaml"], .check(CheckOptions(files: ["a.yaml", "b.yaml"]))),
    Understood(
      "check in a format", ["check", "--format", "sarif", "a.yaml"],
      .check(CheckOptions(files: ["a.yaml"], format: .sarif))),
    Understood("text is a format too", ["check", "--format=text", "f"], .check(CheckOptions(files: ["f"]))),
    Understood("why", ["why"], .why(nil)),
    Understood("why of a code", ["why", "scenario.unknown-key"], .why("scenario.unknown-key")),
    Understood("why of a check", ["why", "lost == 0"], .why("lost == 0")),
    Understood("the schema", ["schema"], .schema(.scenario)),
    Understood("another document of the language", ["schema", "reference"], .schema(.reference)),
    Understood(
      "check that asks the cluster", ["check", "--connect", "a.yaml"],
      .check(CheckOptions(files: ["a.yaml"], connects: true))),
    Understood(
      "check that asks another cluster, with blanks in the list",
      ["check", "--connect", "--brokers", " k:1 , k:2", "a.yaml"],
      .check(CheckOptions(files: ["a.yaml"], connects: true, brokers: .addresses(["k:1", "k:2"])))),
    Understood("plan", ["plan", "a.yaml"], .plan(PlanOptions(file: "a.yaml"))),
    Understood("explain", ["explain", "a.yaml"], .explain(ExplainOptions(file: "a.yaml"))),
    Understood(
      "explain of one path", ["explain", "a.yaml", "stages.peak"],
      .explain(ExplainOptions(file: "a.yaml", path: "stages.peak"))),
    Understood("init", ["init"], .create(InitOptions(file: "scenario.yaml"))),
    Understood("init under a name", ["init", "a.yaml"], .create(InitOptions(file: "a.yaml"))),
    Understood("init to standard output", ["init", "-"], .create(InitOptions(file: nil))),
    Understood("help on init", ["help", "init"], .help(.command(.create))),
    Understood("the version", ["--version"], .version),
    Understood("the version after a command", ["run", "--version"], .version),
    Understood("help by its short name", ["-h"], .help(.program)),
    Understood("help by its long name", ["--help"], .help(.program)),
    Understood("help as a command", ["help"], .help(.program)),
    Understood("help on a command", ["help", "run"], .help(.command(.run))),
    Understood("help on help", ["help", "help"], .help(.command(.help))),
    Understood("help before a command", ["--help", "check"], .help(.command(.check))),
    Understood("help after a command without its file", ["run", "-h"], .help(.command(.run))),
    Understood("help after options", ["run", "--seed", "7", "--help"], .help(.command(.run))),
  ])
  func understands(_ row: Understood) {
    #expect(CommandLine.parse(row.arguments) == .success(row.invocation()))
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var name: String
    var arguments: [String]
    var text: String
    var testDescription: String { name }

    init(_ name: String, _ arguments: [String], _ text: String) {
      (self.name, self.arguments, self.text) = (name, arguments, text + "\n")
    }
  }

  @Test(arguments: [
    Refused(
      "a mistyped option", ["run", "--repot-dir", "out", "f"],
      """
      rehearse: unknown option "--repot-dir" for run; did you mean "--report-dir"?
      see: rehearse help run
      """),
    Refused(
      "a mistyped option with its value", ["run", "--sed=7", "f"],
      """
      rehearse: unknown option "--sed" for run; did you mean "--seed"?
      see: rehearse help run
      """),
    Refused(
      "an unknown option without a suggestion", ["run", "--quantum", "f"],
      """
      rehearse: unknown option "--quantum" for run
      see: rehearse help run
      """),
    Refused(
      "check of brokers that are not asked", ["check", "--brokers", "k:9092", "f"],
      """
      rehearse: check asks brokers only with --connect: add it, or remove "--brokers"
      see: rehearse help check
      """),
    Refused(
      "plan without its file", ["plan"],
      """
      rehearse: plan needs a scenario file: rehearse plan FILE
      see: rehearse help plan
      """),
    Refused(
      "plan of two files", ["plan", "a", "b"],
      """
      rehearse: plan takes one file, and "b" is one too many
      see: rehearse help plan
      """),
    Refused(
      "explain of two paths", ["explain", "a", "b", "c"],
      """
      rehearse: explain takes one file and one path, and "c" is one too many
      see: rehearse help explain
      """),
    Refused(
      "init of two files", ["init", "a", "b"],
      """
      rehearse: init takes one file, and "b" is one too many
      see: rehearse help init
      """),
    Refused(
      "a flag with a value", ["check", "--connect=yes", "a"],
      """
      rehearse: option "--connect" does not take a value
      see: rehearse help check
      """),
    Refused(
      "an option of another command", ["check", "--seed", "7", "f"],
      """
      rehearse: unknown option "--seed" for check; did you mean "--set"?
      see: rehearse help check
      """),
    Refused(
      "a mistyped format", ["check", "--format", "jsn", "f"],
      """
      rehearse: "jsn" is not valid for "--format": did you mean "json"?
      see: rehearse help check
      """),
    Refused(
      "an unknown format without a suggestion", ["check", "--format=html", "f"],
      """
      rehearse: "html" is not valid for "--format": it must be one of text, json, github, sarif
      see: rehearse help check
      """),
    Refused(
      "standard input twice", ["check", "-", "f", "-"],
      """
      rehearse: standard input can be read only once; remove one "-"
      see: rehearse help check
      """),
    Refused(
      "two codes", ["why", "lost", "found"],
      """
      rehearse: why takes one code, and "found" is one too many
      see: rehearse help why
      """),
    Refused(
      "a single letter", ["run", "-x", "f"],
      """
      rehearse: unknown option "-x" for run
      see: rehearse help run
      """),
    Refused(
      "a mistyped command", ["chekc", "f"],
      """
      rehearse: unknown command "chekc"; did you mean "check"?
      see: rehearse help
      """),
    Refused(
      "an unknown command without a suggestion", ["frobnicate"],
      """
      rehearse: unknown command "frobnicate"
      see: rehearse help
      """),
    Refused(
      "a file without a command", ["Scenarios/orders.yaml"],
      """
      rehearse: "Scenarios/orders.yaml" is not a command; did you mean "rehearse run Scenarios/orders.yaml"?
      see: rehearse help
      """),
    Refused(
      "help on an unknown command", ["help", "rum"],
      """
      rehearse: unknown command "rum"; did you mean "run"?
      see: rehearse help
      """),
    Refused(
      "help on two commands", ["help", "run", "check"],
      """
      rehearse: help takes one command, and "check" is one too many
      see: rehearse help help
      """),
    Refused(
      "a mistyped document", ["schema", "includd"],
      """
      rehearse: unknown document "includd"; did you mean "included"?
      see: rehearse help schema
      """),
    Refused(
      "an unknown document without a suggestion", ["schema", "a.yaml"],
      """
      rehearse: unknown document "a.yaml"; choose one of scenario, included, reference, functions, locales
      see: rehearse help schema
      """),
    Refused(
      "two documents", ["schema", "scenario", "included"],
      """
      rehearse: schema takes one document, and "included" is one too many
      see: rehearse help schema
      """),
    Refused(
      "an option before its command", ["--seed=7", "run", "f"],
      """
      rehearse: option "--seed" must come after its command: rehearse run --seed=7 …
      see: rehearse help
      """),
    Refused(
      "a mistyped global option", ["--verison"],
      """
      rehearse: unknown option "--verison"; did you mean "--version"?
      see: rehearse help
      """),
    Refused(
      "no value at the end", ["run", "f", "--report-dir"],
      """
      rehearse: option "--report-dir" needs a value: --report-dir DIR
      see: rehearse help run
      """),
    Refused(
      "an option where the value belongs", ["run", "--label", "--seed", "7", "f"],
      """
      rehearse: option "--label" needs a value: --label TEXT
      see: rehearse help run
      """),
    Refused(
      "an empty value, as from an unset variable", ["run", "--brokers", "", "f"],
      """
      rehearse: option "--brokers" needs a value: --brokers LIST
      see: rehearse help run
      """),
    Refused(
      "nothing after =", ["run", "--label=", "f"],
      """
      rehearse: option "--label" needs a value: --label TEXT
      see: rehearse help run
      """),
    Refused(
      "a value for a flag", ["run", "--help=all", "f"],
      """
      rehearse: option "--help" does not take a value
      see: rehearse help run
      """),
    Refused(
      "an option twice", ["run", "--seed", "1", "--seed", "2", "f"],
      """
      rehearse: option "--seed" is given twice; remove one of them
      see: rehearse help run
      """),
    Refused(
      "another build and other brokers", ["run", "--against-binary", "old", "--against-brokers", "k:1", "f"],
      """
      rehearse: "--against-binary" and "--against-brokers" cannot be combined: there is one base; remove one of them
      see: rehearse help run
      """),
    Refused(
      "the label of a side that is not there", ["run", "--against-label", "v1", "f"],
      """
      rehearse: "--against-label" needs "--against-binary" or "--against-brokers": it is the label of their runs
      see: rehearse help run
      """),
    Refused(
      "a stage that another build would not choose", ["run", "--against-binary", "old", "--stage", "s", "f"],
      """
      rehearse: "--stage" cannot be combined with "--against-binary", which passes to the other build only "--brokers", \
      "--set", "--env-file" and the seed: without it that build would run something else
      see: rehearse help run
      """),
    Refused(
      "topics that another build may not delete", ["run", "--allow-delete", "--against-binary", "old", "f"],
      """
      rehearse: "--allow-delete" cannot be combined with "--against-binary", which passes to the other build only \
      "--brokers", "--set", "--env-file" and the seed: without it that build would run something else
      see: rehearse help run
      """),
    Refused(
      "a secret for another build",
      ["run", "--against-binary", "old", "--set", "cluster.auth.password=hunter2", "f"],
      """
      rehearse: "--set cluster.auth.password" may hold a secret, which other users would see in the command line of the \
      other build: write ${NAME} in place of the value, and NAME=VALUE into a file for "--env-file"
      see: rehearse help run
      """),
    Refused(
      "other brokers that are none", ["run", "--against-brokers", "k", "f"],
      """
      rehearse: "k" is not valid for "--against-brokers": an address must be host:port, such as localhost:9092
      see: rehearse help run
      """),
    Refused(
      "no path of another build", ["run", "--against-binary", "--repeat", "5", "f"],
      """
      rehearse: option "--against-binary" needs a value: --against-binary PATH
      see: rehearse help run
      """),
    Refused(
      "run without a file", ["run", "--seed", "1"],
      """
      rehearse: run needs a scenario file: rehearse run FILE…
      see: rehearse help run
      """),
    Refused(
      "check without a file", ["check"],
      """
      rehearse: check needs a scenario file: rehearse check FILE…
      see: rehearse help check
      """),
  ])
  func refuses(_ row: Refused) {
    #expect(refusal(of: row.arguments) == row.text)
  }

  @Test(arguments: ["-1", "+1", "1.5", "7k", "0x10", " 7", "١", "18446744073709551616"])
  func refusesTheSeed(_ text: String) {
    #expect(
      refusal(of: ["run", "--seed", text, "f"]) == """
        rehearse: "\(text)" is not valid for "--seed": a seed must be a whole number from 0 to 18446744073709551615
        see: rehearse help run

        """)
  }

  @Test(arguments: ["0", "1001", "-1", "5x", "2.0", " 5", "99999999999999999999"])
  func refusesTheRepetitions(_ text: String) {
    #expect(
      refusal(of: ["run", "--repeat", text, "f"]) == """
        rehearse: "\(text)" is not valid for "--repeat": it must be a whole number from 1 to 1000
        see: rehearse help run

        """)
  }

  @Test(arguments: ["1001", "-1", "none"])
  func refusesTheWarmUps(_ text: String) {
    #expect(
      refusal(of: ["run", "--warm-up", text, "f"]) == """
        rehearse: "\(text)" is not valid for "--warm-up": it must be a whole number from 0 to 1000
        see: rehearse help run

        """)
  }

  @Test(arguments: [
    ("localhost", "localhost", "an address must be host:port, such as localhost:9092"),
    (":9092", ":9092", "an address must be host:port, such as localhost:9092"),
    ("a:1,,b:2", "", "an address must be host:port, such as localhost:9092"),
    ("u:hunter2@h:9092", "***", "an address must be host:port, without user and password"),
    ("a b:1", "a b:1", "an address must be host:port, such as localhost:9092"),
    ("a:1,b:", "b:", "a port must be a whole number from 1 to 65535"),
    ("a:0", "a:0", "a port must be a whole number from 1 to 65535"),
    ("a:65536", "a:65536", "a port must be a whole number from 1 to 65535"),
    ("a:+1", "a:+1", "a port must be a whole number from 1 to 65535"),
    ("::1:9092", "::1:9092", "an IPv6 address must be in brackets, such as [::1]:9092"),
    ("SSL://a:1", "SSL://a:1", "an address must be host:port, without a protocol"),
    ("embedded,a:1", "embedded", "it cannot be combined with other brokers"),
  ])
  func refusesTheBrokers(_ list: String, at address: String, because reason: String) {
    #expect(
      refusal(of: ["run", "--brokers", list, "f"]) == """
        rehearse: "\(address)" is not valid for "--brokers": \(reason)
        see: rehearse help run

        """)
  }

  private func refusal(of arguments: [String]) -> String? {
    guard case .failure(let error) = CommandLine.parse(arguments) else { return nil }
    return error.text
  }
}
