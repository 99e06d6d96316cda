import Testing

@testable import rehearse

/// The options of `rehearse history`, and what it says about those that are wrong.
@Suite struct HistoryOptionsTests {
  private static func text(_ arguments: [String]) -> String {
    switch CommandLine.parse(["history"] + arguments) {
    case .success: "understood"
    case .failure(let error): error.text
    }
  }

  @Test(
    arguments: [
      ("a file", ["all.csv"], HistoryOptions(files: ["all.csv"])),
      (
        "all of them",
        [
          "--within", "3", "--format=json", "--output", "o.json", "--metric", "lost", "--metric", "ack_latency_p9*",
          "a", "b",
        ],
        HistoryOptions(
          files: ["a", "b"],
          metrics: ["lost", "ack_latency_p99", "ack_latency_p90", "ack_latency_p95", "ack_latency_p999"],
          within: 3, format: .json, output: "o.json")
      ),
    ] as [(String, [String], HistoryOptions)]
  ) func areUnderstood(_ name: String, _ arguments: [String], _ options: HistoryOptions) {
    #expect(CommandLine.parse(["history"] + arguments) == .success(.history(options)))
  }

  @Test(
    arguments: [
      ([], "history needs a file or folder of reports: rehearse history history.csv"),
      (["--within", "0", "a"], "\"0\" is not valid for \"--within\": it must be 1 or more builds"),
      (["--within", "few", "a"], "\"few\" is not valid for \"--within\": it must be a whole number"),
      (["--metric", "losst", "a"], "\"losst\" is not valid for \"--metric\": did you mean \"lost\"?"),
      (
        ["--format", "xml", "a"], "\"xml\" is not valid for \"--format\": it must be one of table, markdown, json, csv"
      ),
    ] as [([String], String)]
  ) func areRefused(_ arguments: [String], _ message: String) {
    #expect(Self.text(arguments) == "rehearse: \(message)\nsee: rehearse help history\n")
  }
}
