import Rehearsal
import Scenarios
import Testing

@testable import rehearse

/// Command lines of `rehearse compare`.
@Suite struct CompareOptionsTests {
  struct Understood: Sendable, CustomTestStringConvertible {
    var arguments: String
    var options: CompareOptions
    var testDescription: String { arguments }

    init(_ arguments: String, _ options: CompareOptions) { (self.arguments, self.options) = (arguments, options) }
  }

  private static let paths = ComparedSides.paths(base: "a", new: ["b"])

  @Test(arguments: [
    Understood("a b", CompareOptions(sides: paths)),
    Understood("a b c", CompareOptions(sides: .paths(base: "a", new: ["b", "c"]))),
    Understood(
      "all.csv --base v1 --new v2 --new=v3",
      CompareOptions(sides: .builds(of: "all.csv", base: "v1", new: ["v2", "v3"]))),
    Understood(
      "--tolerance ack_latency_p99=20%,5ms a b",
      CompareOptions(
        sides: paths, settings: [ComparisonSetting(metric: "ack_latency_p99", relative: 0.2, absolute: 5)])),
    Understood(
      "--tolerance ack_latency_p99=5ms --tolerance lost=10 a b",
      CompareOptions(
        sides: paths,
        settings: [
          ComparisonSetting(metric: "ack_latency_p99", absolute: 5), ComparisonSetting(metric: "lost", absolute: 10),
        ])),
    Understood(
      "--tolerance rate_kept=2% a b",
      CompareOptions(sides: paths, settings: [ComparisonSetting(metric: "rate_kept", absolute: 0.02)])),
    Understood(
      "--tolerance rate_kept=1%,2% a b",
      CompareOptions(sides: paths, settings: [ComparisonSetting(metric: "rate_kept", relative: 0.01, absolute: 0.02)])),
    Understood(
      "--tolerance drain=5%,2s --tolerance client_cpu_per_message=500us a b",
      CompareOptions(
        sides: paths,
        settings: [
          ComparisonSetting(metric: "drain", relative: 0.05, absolute: 2),
          ComparisonSetting(metric: "client_cpu_per_message", absolute: 500),
        ])),
    Understood(
      "--gate throughput --gate suspect a b",
      CompareOptions(
        sides: paths, settings: [ComparisonSetting(metric: "throughput", gates: true)], gatesSuspicions: true)),
    Understood(
      "--metric lost --metric ack_latency_p* a b",
      CompareOptions(
        sides: paths,
        metrics: [
          "lost", "ack_latency_p50", "ack_latency_p99", "ack_latency_p90", "ack_latency_p95", "ack_latency_p999",
        ])),
    Understood(
      "--metric lost --gate throughput a b",
      CompareOptions(
        sides: paths, metrics: ["lost", "throughput"], settings: [ComparisonSetting(metric: "throughput", gates: true)])
    ),
    Understood(
      "--all --allow-drift --scenario o.yaml --format markdown --output c.md a b",
      CompareOptions(
        sides: paths, showsAll: true, allowsDrift: true, scenario: "o.yaml", format: .markdown, output: "c.md")),
  ])
  func understands(_ row: Understood) {
    let words = row.arguments.split(separator: " ").map(String.init)
    #expect(CommandLine.parse(["compare"] + words) == .success(.compare(row.options)))
  }

  @Test(arguments: [
    ("a", "compare needs two sides: rehearse compare BASE NEW, or rehearse compare FILE --base BUILD --new BUILD"),
    ("", "compare needs two sides: rehearse compare BASE NEW, or rehearse compare FILE --base BUILD --new BUILD"),
    ("a --base v1", "compare needs both --base and --new to choose builds of one file, and only \"v1\" is given"),
    ("a b --base v1 --new v2", "compare takes one file or folder with --base, and \"b\" is one too many"),
    (
      "--metric spede a b",
      "\"spede\" is not valid for \"--metric\": it must be a metric, such as ack_latency_p99; rehearse why lists them"
    ),
    (
      "--metric ack_latency_p99_ms a b",
      "\"ack_latency_p99_ms\" is not valid for \"--metric\": did you mean \"ack_latency_p99\"?"
    ),
    (
      "--tolerance ack_latency_p99 a b",
      "\"ack_latency_p99\" is not valid for \"--tolerance\": it must be METRIC=PERCENT,AMOUNT, such as ack_latency_p99=20%,5ms"
    ),
    (
      "--tolerance ack_latency_p99=20 a b",
      "\"ack_latency_p99=20\" is not valid for \"--tolerance\": \"20\" has no unit; write ack_latency_p99=10%,5ms"
    ),
    (
      "--tolerance lost=5ms a b",
      "\"lost=5ms\" is not valid for \"--tolerance\": \"5ms\" is not a number; write lost=10%,10"
    ),
    (
      "--tolerance lost=5,6 a b", "\"lost=5,6\" is not valid for \"--tolerance\": \"6\" is one amount too many"
    ),
    ("--gate throughptu a b", "\"throughptu\" is not valid for \"--gate\": did you mean \"throughput\"?"),
    (
      "--gate due a b",
      "\"due\" is not valid for \"--gate\": neither more nor less of it is better, so it cannot fail a comparison"
    ),
    (
      "--format html a b", "\"html\" is not valid for \"--format\": it must be one of table, markdown, json, csv, junit"
    ),
  ])
  func refuses(arguments: String, message: String) {
    let words = arguments.split(separator: " ").map(String.init)
    let text: String? =
      switch CommandLine.parse(["compare"] + words) {
      case .failure(let error): error.text
      case .success: nil
      }
    #expect(text == "rehearse: \(message)\nsee: rehearse help compare\n")
  }
}
