import Scenarios
import Testing
import Verification

@testable import Reporting

@Suite struct ComparisonTextTests {
  @Test func aRegressionAmongManyStages() {
    #expect(
      ComparisonText.text([SampleComparison.regression], showsAll: false) == """
                base            new
        from    Reports/v1.4.0  Reports/v1.5.0
        builds  v1.4.0          v1.5.0
        runs    5               5
        host    ci-3            ci-7

        stage   metric             base     new                   change      p  runs  verdict
        steady  lost                  0       3  n/a (+3) in 1 of 5 runs          5/5  regressed
        steady  ack_latency_p99  12.4ms  18.9ms          +52.4% (+6.5ms)  0.008   5/5  regressed

        shown only; these fail nothing:
        stage   metric             base     new            change      p  runs  verdict
        steady  ack_latency_max  33.0ms  47.0ms  +42.4% (+14.0ms)  0.008   5/5  worse

        10 metrics, and 2 that fail nothing, unchanged (--all shows them)

        result: REGRESSED regressed=2 suspect=0 unclear=0 improved=0 unchanged=10 stages=3 exit=13

        """)
  }

  @Test func oneRunASide() {
    #expect(
      ComparisonText.text([SampleComparison.single], showsAll: false) == """
                base      new
        from    base.csv  new.csv
        builds  v1.4.0    v1.5.0
        runs    1         1

        stage   metric             base     new           change  runs  verdict
        steady  ack_latency_p99  12.2ms  18.9ms  +54.9% (+6.7ms)   1/1  suspect
        steady  ack_latency_p50  4.11ms  4.50ms  +9.5% (+0.39ms)   1/1  within tolerance

        2 metrics, and 1 that fail nothing, unchanged (--all shows them)

        a test needs 4 runs a side; base has 1, and new has 1: rehearse run --repeat 5

        result: PASSED regressed=0 suspect=1 unclear=0 improved=0 unchanged=3 stages=1 exit=0

        """)
  }

  @Test func anotherScenario() {
    #expect(
      ComparisonText.text([SampleComparison.blocked], showsAll: false) == """
                base      new
        from    base.csv  new.csv
        builds  v1.4.0    v1.5.0
        runs    5         5

        not compared: stages steady and peak: scenario_sha256 is 3f9a1c0d2e4b in base and b07d55e0a9c1 in new; compare runs of
          one scenario, or use --allow-drift
        only in new: stage soak

        result: INCOMPARABLE regressed=0 suspect=0 unclear=0 improved=0 unchanged=0 stages=0 exit=14

        """)
  }

  @Test func oneCleanBuild() {
    #expect(
      ComparisonText.text([SampleComparison.clean], showsAll: false) == """
                base      new
        from    base.csv  new.csv
        builds  v1.4.0    v1.5.0
        runs    5         5

        4 metrics, and 1 that fail nothing, unchanged (--all shows them)

        result: PASSED regressed=0 suspect=0 unclear=0 improved=0 unchanged=4 stages=1 exit=0

        """)
  }

  @Test func severalBuildsHaveABlockEachAndOneLastLine() {
    let all = [SampleComparison.clean, SampleComparison.regression, SampleComparison.blocked]
    let blocks = all.map { ComparisonText.tables([$0], showsAll: false) }
    let last =
      "result: REGRESSED regressed=2 suspect=0 unclear=0 improved=0 unchanged=14 stages=4 builds=3 exit=13"
    #expect(ComparisonText.text(all, showsAll: false) == (blocks + [last]).joined(separator: "\n\n") + "\n")
    #expect(ComparisonText.resultLine([]).hasSuffix(" stages=0 exit=14"))
  }

  @Test func allOfThem() {
    #expect(
      ComparisonText.text([SampleComparison.clean], showsAll: true) == """
                base      new
        from    base.csv  new.csv
        builds  v1.4.0    v1.5.0
        runs    5         5

        stage   metric             base     new  change      p  runs  verdict
        steady  lost                  0       0       0          5/5  unchanged
        steady  rate_kept        99.98%  99.98%       0  1.000   5/5  unchanged
        steady  ack_latency_p50  4.13ms  4.13ms       0  1.000   5/5  unchanged
        steady  ack_latency_p99  12.4ms  12.4ms       0  1.000   5/5  unchanged

        shown only; these fail nothing:
        stage   metric             base     new  change      p  runs  verdict
        steady  ack_latency_max  33.0ms  33.0ms       0  1.000   5/5  unchanged

        result: PASSED regressed=0 suspect=0 unclear=0 improved=0 unchanged=4 stages=1 exit=0

        """)
  }

  /// A difference that is not clear, of a metric that fails nothing, is counted only.
  @Test func noiseThatFailsNothing() {
    let comparison = SampleComparison.comparison(
      base: SampleComparison.side("a", "1", stages: ["steady"]),
      new: SampleComparison.side("b", "2", stages: ["steady"]) { row in
        row["ack_latency_max"] = (row.repetition ?? 0).isMultiple(of: 2) ? 20 : 90
      })
    let text = ComparisonText.text([comparison], showsAll: false)
    #expect(
      text.contains("\n\n4 metrics unchanged; 1 that fail nothing unclear (--all shows them)\n\nresult: PASSED "),
      "\(text)")
    #expect(ComparisonText.text([comparison], showsAll: true).contains("  5/5  unclear\n"))
  }

  @Test func whatOnlyOneSideHas() {
    let comparison = SampleComparison.comparison(
      base: SampleComparison.side("a", "1", stages: ["steady", "burst"]) { $0["throttle"] = nil },
      new: SampleComparison.side("b", "2", stages: ["steady", "soak"]) {
        $0["throttle"] = 0
        $0["ack_latency_p50"] = nil
      })
    let text = ComparisonText.text([comparison], showsAll: false)
    #expect(
      text.contains(
        """
        only in base: stage burst
        only in new: stage soak

        not in base: throttle
        not in new: ack_latency_p50
        """), "\(text)")
  }

  @Test func rowsThatWereLeftOut() {
    let comparison = SampleComparison.comparison(
      base: SampleComparison.side("a", "1", stages: ["steady", "peak", "soak"]) {
        if $0.stage == "soak" { $0.verdict = .skipped }
        $0["unseen"] = 0
      },
      new: SampleComparison.side("b", "2", stages: ["steady", "peak", "soak"]) { row in
        if row.repetition == 2 { row.verdict = .aborted }
        if row.repetition == 3 { row.isGeneratorLimited = true }
        if row.stage == "peak" { row["unseen"] = 4 }
      })
    let text = ComparisonText.text([comparison], showsAll: false)
    #expect(
      text.hasPrefix(
        """
                            base                        new
        from                a                           b
        builds              1                           2
        runs                5                           4
        left out            5 rows, aborted or skipped  3 rows, aborted or skipped
        exact metrics only                              6 rows, inconclusive or limited by the generator

        inconclusive: stage peak: new has more unseen than base, messages of which the outcome is not known; only exact
          metrics were compared
        not compared: stage soak: each row of base is aborted or skipped; run it again

        """), "\(text)")
    #expect(text.contains(" unchanged=5 inconclusive=1 stages=2 exit=0\n"), "\(text)")
  }

  @Test func factsThatDifferInSomeStages() {
    let comparison = SampleComparison.comparison(
      base: SampleComparison.side("a", "1", stages: ["steady", "peak"]) { row in
        row[.seed] = "\(9_007_199_254_740_000 + (row.repetition ?? 0))"
        row[.clientConfiguration] = "aa0102030405060708090a0b"
        row[.partitionCount] = row.stage == "peak" ? "6" : "3"
      },
      new: SampleComparison.side("b", "2", stages: ["steady", "peak"]) { row in
        row[.seed] = "42"
        row[.clientConfiguration] = "bb0102030405060708090a0b"
        row[.partitionCount] = row.stage == "peak" ? "12" : "3"
      })
    #expect(
      ComparisonHead(comparison).differences == [
        .init(name: "client_config_sha256", base: "aa0102030405", new: "bb0102030405"),
        .init(name: "seed", base: "5 seeds", new: "42"),
        .init(name: "partition_count (peak)", base: "6", new: "12"),
      ])
  }

  /// In place of their checksum.
  @Test func settingsOfTheClients() {
    var comparison = SampleComparison.comparison(
      base: SampleComparison.side("a", "1", stages: ["steady"]) { $0[.clientConfiguration] = "aa" },
      new: SampleComparison.side("b", "2", stages: ["steady"]) { $0[.clientConfiguration] = "bb" })
    comparison.clientSettings = [
      .init(scenario: "orders", path: "cluster.librdkafka.linger.ms", base: nil, new: "50")
    ]
    comparison.scenarioParts = (0..<20).map {
      .init(scenario: "orders", path: "stages.peak\($0).rate", base: "1k/s", new: "2k/s")
    }
    let rows = ComparisonHead(comparison).differences
    #expect(rows.count == 14)
    #expect(rows[0] == .init(name: "cluster.librdkafka.linger.ms", base: "not set", new: "50"))
    #expect(rows[1] == .init(name: "stages.peak0.rate", base: "1k/s", new: "2k/s"))
    #expect(rows[13].name == "and 8 more")
    #expect(ComparisonJSON.text([comparison]).contains("\"path\" : \"cluster.librdkafka.linger.ms\""))
  }

  /// A scenario without a run.json keeps its checksum.
  @Test func settingsOfOneScenarioOfTwo() {
    let side = { (build: String) in
      let orders = SampleComparison.side(build, build, stages: ["steady"]) { $0[.clientConfiguration] = build }
      let payments = SampleComparison.side(build, build, scenario: "payments", stages: ["steady"]) {
        $0[.clientConfiguration] = build
      }
      return ComparedSide(name: build, records: orders.records + payments.records)
    }
    var comparison = SampleComparison.comparison(base: side("aa"), new: side("bb"))
    comparison.clientSettings = [.init(scenario: "orders", path: "cluster.librdkafka.acks", base: "1", new: "all")]
    #expect(
      ComparisonHead(comparison).differences == [
        .init(name: "client_config_sha256 (payments/steady)", base: "aa", new: "bb"),
        .init(name: "cluster.librdkafka.acks (orders)", base: "1", new: "all"),
      ])
  }

  /// Each stage with a host of its own, and thousands of rows: groups and tables take no longer than their rows.
  @Test func manyStages() {
    let stages = (0..<2000).map { "stage-\($0)" }
    let comparison = SampleComparison.comparison(
      base: SampleComparison.side("a", "1", runs: 1, stages: stages) { $0[.host] = "a-\($0.stage)" },
      new: SampleComparison.side("b", "2", runs: 1, stages: stages + ["soak"]) { row in
        row[.host] = "b-\(row.stage)"
        row["ack_latency_p99"] = 30
      })
    let start = ContinuousClock.now
    let text = ComparisonText.text([comparison], showsAll: true)
    #expect(text.split(separator: "\n").count > 10_000)
    #expect(text.contains("\nand 1988 more "))
    // Some seconds without optimisation; each of them was minutes when the time grew with the square.
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test func whatDriftWasAllowed() {
    var rules = ComparisonRules()
    rules.allowsDrift = true
    let comparison = SampleComparison.comparison(
      base: SampleComparison.side("a", "1", stages: ["steady"]),
      new: SampleComparison.side("b", "2", stages: ["steady"]) { $0.broker = "embedded" }, rules: rules)
    #expect(
      ComparisonNotes.obstacles(comparison) == [
        "compared all the same: broker is kafka in base and embedded in new (--allow-drift)"
      ])
  }

  /// A label, an argument and a stage's name are of others: no line end, no command of a terminal.
  @Test func namesOfOthersAreVisible() {
    let comparison = SampleComparison.comparison(
      base: SampleComparison.side("a\nresult: PASSED", "1\u{1B}[2J", stages: ["steady"]),
      new: SampleComparison.side("b", "2", stages: ["steady"]) { $0["lost"] = 1 })
    let text = ComparisonText.text([comparison], showsAll: false)
    #expect(text.contains("a\\u{A}result: PASSED") && text.contains("1\\u{1B}[2J"))
    #expect(text.split(separator: "\n").count { $0.hasPrefix("result: ") } == 1)
  }
}
