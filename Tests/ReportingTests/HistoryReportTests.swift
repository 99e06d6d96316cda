import Scenarios
import Testing

@testable import Reporting
@testable import Verification

/// A history as it is shown: on a terminal, in Markdown, and as files for programs.
@Suite struct HistoryReportTests {
  private static func metric(_ name: String) throws -> ComparedMetric {
    ComparedMetric.all[try #require(ComparedMetric.index(of: name))]
  }

  private static func points(_ values: [Double], from first: Int = 1) -> [HistorySeries.Point] {
    values.enumerated().map {
      .init(
        build: "v\(first + $0)", startedAt: 1_795_046_400_000 + Int64(first + $0) * 86_400_000, value: $1, runs: 3)
    }
  }

  private static func history() throws -> BuildHistory {
    let (high, lost) = (try metric("ack_latency_p99"), try metric("lost"))
    return BuildHistory(
      series: [
        HistorySeries(
          scenario: "orders", stage: "peak", metric: lost, tolerance: lost.tolerance,
          points: points([0, 0, 0, 0, 0, 0, 0]), changes: []),
        HistorySeries(
          scenario: "orders", stage: "peak", metric: high, tolerance: high.tolerance,
          points: points([10.2, 10.1, 10.4, 10.2, 12.9, 13.1, 12.8]),
          changes: [
            .init(index: 4, before: 10.2, after: 12.9, p: 0.000214, direction: .worse, buildsSince: 5)
          ]),
        HistorySeries(
          scenario: "orders", stage: "peak", metric: high, tolerance: high.tolerance,
          brokenBy: .scenario(from: "0123456789abcdef", to: "fedcba9876543210"), points: points([9, 9.2], from: 8),
          changes: []),
      ], builds: (1...9).map { "v\($0)" }, runs: 27, leftOut: 1, newer: 0, exactOnly: 2)
  }

  @Test func onATerminal() throws {
    #expect(
      BuildHistoryText.text(try Self.history(), within: 5) == """
        9 builds in 27 runs

        stage  metric           since  builds   first    last  changes  trend
        peak   ack_latency_p99              7  10.2ms  12.8ms  worse    ▁▁▂▁▆▆▆
        peak   ack_latency_p99  v8          2  9.00ms  9.20ms           ▁▁

        worse: ack_latency_p99 of stage peak rose from 10.2ms to 12.9ms (+26.5%) with build v5 (2026-11-24), p = 0.0002

        note: 1 series of a count that should be 0 is 0 in all builds, and not shown; --metric shows them
        note: from build v8 (2026-11-27) on, stage peak is of another scenario file (0123456789ab became fedcba987654): a new
          series begins
        note: 1 row was left out: aborted or skipped
        note: 2 rows were used for exact metrics only: inconclusive or limited by the generator

        result: REGRESSED worse=1 better=0 moved=0 series=3 builds=9 within=5 exit=13

        """)
  }

  @Test(
    arguments: [
      (nil, "result: PASSED worse=1 better=0 moved=0 series=3 builds=9 exit=0"),
      (4, "result: PASSED worse=1 better=0 moved=0 series=3 builds=9 within=4 exit=0"),
      (5, "result: REGRESSED worse=1 better=0 moved=0 series=3 builds=9 within=5 exit=13"),
    ] as [(Int?, String)]) func lastLine(within: Int?, line: String) throws
  {
    #expect(BuildHistoryText.resultLine(try Self.history(), within: within) == line)
  }

  /// Where there is nothing else, counts that are 0 are the answer.
  @Test func countsAlone() throws {
    var history = try Self.history()
    history.series = [history.series[0]]
    #expect(BuildHistoryText.text(history, within: nil).contains("peak   lost         7      0     0  ▁▁▁▁▁▁▁"))
  }

  @Test func withoutAnything() {
    let history = BuildHistory(series: [], builds: [], runs: 0, leftOut: 2, newer: 1, exactOnly: 0)
    #expect(
      BuildHistoryText.text(history, within: 3) == """
        0 builds in 0 runs

        note: 2 rows were left out: aborted or skipped
        note: 1 row was left out: a newer version of rehearse wrote it
        note: no row has a value of these metrics; --metric shows one that does not gate

        result: INCOMPARABLE worse=0 better=0 moved=0 series=0 builds=0 within=3 exit=14

        """)
  }

  @Test func asMarkdown() throws {
    #expect(
      BuildHistoryMarkdown.text(try Self.history(), within: nil) == """
        **Passed**: 1 change over 9 builds in 27 runs (exit code 0)

        - worse: ack\\_latency\\_p99 of stage peak rose from 10.2ms to 12.9ms (+26.5%) with build v5 (2026-11-24), p = 0.0002

        - 1 series of a count that should be 0 is 0 in all builds, and not shown; --metric shows them
        - from build v8 (2026-11-27) on, stage peak is of another scenario file (0123456789ab became fedcba987654): a new series begins
        - 1 row was left out: aborted or skipped
        - 2 rows were used for exact metrics only: inconclusive or limited by the generator

        | stage | metric | since | builds | first | last | changes | trend |
        |:--|:--|:--|--:|--:|--:|:--|:--|
        | `peak` | `ack_latency_p99` |  | 7 | 10.2ms | 12.8ms | worse | ▁▁▂▁▆▆▆ |
        | `peak` | `ack_latency_p99` | `v8` | 2 | 9.00ms | 9.20ms |  | ▁▁ |

        """)
  }

  @Test func asCSV() throws {
    let lines = BuildHistoryCSV.text(try Self.history()).split(separator: "\n")
    #expect(lines.count == 17)
    #expect(lines[0] == "scenario,stage,metric,unit,series,build,started_at,runs,value,change,before,after,p")
    #expect(lines[1] == "orders,peak,lost,count,1,v1,2026-11-20T00:00:00.000Z,3,0.0,,,,")
    #expect(
      lines[12]
        == "orders,peak,ack_latency_p99,ms,2,v5,2026-11-24T00:00:00.000Z,3,12.9000,worse,10.2000,12.9000,0.000214000")
    #expect(lines[15] == "orders,peak,ack_latency_p99,ms,3,v8,2026-11-27T00:00:00.000Z,3,9.0000,,,,")
  }

  @Test func asJSON() throws {
    var history = try Self.history()
    history.series = [history.series[2]]
    #expect(
      BuildHistoryJSON.text(history, within: 5) == """
        {
          "builds" : [
            "v1",
            "v2",
            "v3",
            "v4",
            "v5",
            "v6",
            "v7",
            "v8",
            "v9"
          ],
          "exact_only" : 2,
          "exit" : 0,
          "left_out" : 1,
          "newer" : 0,
          "runs" : 27,
          "schema_version" : 1,
          "series" : [
            {
              "absolute_tolerance" : 2,
              "begins" : {
                "from" : "0123456789abcdef",
                "name" : "scenario_sha256",
                "to" : "fedcba9876543210"
              },
              "changes" : [],
              "metric" : "ack_latency_p99",
              "points" : [
                {
                  "build" : "v8",
                  "runs" : 3,
                  "started_at" : "2026-11-27T00:00:00.000Z",
                  "value" : 9
                },
                {
                  "build" : "v9",
                  "runs" : 3,
                  "started_at" : "2026-11-28T00:00:00.000Z",
                  "value" : 9.2
                }
              ],
              "relative_tolerance" : 0.15,
              "scenario" : "orders",
              "stage" : "peak",
              "unit" : "ms"
            }
          ],
          "verdict" : "passed",
          "within" : 5
        }

        """)
  }

  /// Names of others are shown as they are, and are no markup.
  @Test func foreignNames() throws {
    var history = try Self.history()
    history.series = [history.series[1]]
    history.series[0].stage = "=1+1|<b>"
    history.series[0].points[4].build = "\u{1b}[31m@me"
    #expect(
      BuildHistoryText.text(history, within: nil).contains(
        #"of stage =1+1|<b> rose from 10.2ms to 12.9ms (+26.5%) with build \u{1B}[31m@me (2026-11-24)"#))
    #expect(BuildHistoryCSV.text(history).contains(#"orders,\u{3D}1+1|<b>,ack_latency_p99"#))
    let markdown = BuildHistoryMarkdown.text(history, within: nil)
    #expect(!markdown.contains("<b>") && !markdown.contains("@me") && markdown.contains("<code>@</code>me"))
  }

  @Test(
    arguments: [
      ("none", [], 0, 60, ""), ("rising", [1, 2, 3, 4, 5, 6, 7, 8], 0, 60, "▁▂▃▄▅▆▇█"), ("one", [5], 0, 60, "▁"),
      ("equal", [5, 5, 5], 0, 60, "▁▁▁"), ("the last ones", [1, 9, 1, 9, 5], 0, 3, "▁█▅"),
      ("noise below the tolerance", [10, 10.2, 10.1, 10.2], 2, 60, "▁▂▁▂"), ("negative", [-2, -1], 0, 60, "▁█"),
      ("too far apart", [-1.7e308, 1.7e308], 0, 60, "▁▁"),
    ] as [(String, [Double], Double, Int, String)]
  ) func trend(_ name: String, _ values: [Double], _ least: Double, _ limit: Int, _ text: String) {
    #expect(Sparkline.text(values, least: least, limit: limit) == text)
  }
}
