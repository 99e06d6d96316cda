import FoundationEssentials
import Scenarios
import Testing
import Verification

@testable import Reporting

/// The formats for programs.
@Suite struct ComparisonFilesTests {
  @Test func aRegressionAsJUnit() {
    let text = ComparisonJUnit.text([SampleComparison.regression])
    #expect(
      text.hasPrefix(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="compare" time="0.000" tests="16" failures="2" errors="0">
          <testsuite name="compare" tests="1" failures="0" errors="0" skipped="0" time="0.000" id="0">
            <testcase classname="compare" name="comparison" time="0.000"/>
          </testsuite>
          <testsuite name="compare.orders" tests="15" failures="2" errors="0" skipped="0" time="0.000" id="1">
            <properties>
              <property name="base" value="Reports/v1.4.0"/>
              <property name="base.build" value="v1.4.0"/>
              <property name="base.runs" value="5"/>
              <property name="new" value="Reports/v1.5.0"/>
              <property name="new.build" value="v1.5.0"/>
              <property name="new.runs" value="5"/>
            </properties>
            <testcase classname="orders.warm-up" name="stage" time="0.000"/>
            <testcase classname="orders.warm-up" name="lost" time="0.000"/>
            <testcase classname="orders.warm-up" name="rate_kept" time="0.000"/>
            <testcase classname="orders.warm-up" name="ack_latency_p50" time="0.000"/>
            <testcase classname="orders.warm-up" name="ack_latency_p99" time="0.000"/>
            <testcase classname="orders.steady" name="stage" time="0.000"/>

        """), "\(text)")
    #expect(
      text.contains(
        """
            <testcase classname="orders.steady" name="lost" time="0.000">
              <failure message="lost regressed: 0 in base, 3 in new, n/a (+3) in 1 of 5 runs" type="comparison.regressed">lost regressed: 0 in base, 3 in new, n/a (+3) in 1 of 5 runs
          base: 0.0, 0.0, 0.0, 0.0, 0.0
          new:  0.0, 0.0, 3.0, 0.0, 0.0
        </failure>
            </testcase>

        """), "\(text)")
  }

  /// Where nothing could be compared no stage fails, and the case of the comparison is red.
  @Test func nothingToCompareAsJUnit() {
    #expect(
      ComparisonJUnit.text([SampleComparison.blocked]) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="compare" time="0.000" tests="4" failures="0" errors="1">
          <testsuite name="compare" tests="1" failures="0" errors="1" skipped="0" time="0.000" id="0">
            <testcase classname="compare" name="comparison" time="0.000">
              <error message="nothing of new.csv can be compared with base.csv" type="comparison.incomparable">nothing of new.csv can be compared with base.csv
          not compared: stages steady and peak: scenario_sha256 is 3f9a1c0d2e4b in base and b07d55e0a9c1 in new; compare runs of one scenario, or use --allow-drift
          only in new: stage soak
        </error>
            </testcase>
          </testsuite>
          <testsuite name="compare.orders" tests="3" failures="0" errors="0" skipped="3" time="0.000" id="1">
            <properties>
              <property name="base" value="base.csv"/>
              <property name="base.build" value="v1.4.0"/>
              <property name="base.runs" value="5"/>
              <property name="new" value="new.csv"/>
              <property name="new.build" value="v1.5.0"/>
              <property name="new.runs" value="5"/>
            </properties>
            <testcase classname="orders.steady" name="stage" time="0.000">
              <skipped message="not compared: stage steady: scenario_sha256 is 3f9a1c0d2e4b in base and b07d55e0a9c1 in new; compare runs of one scenario, or use --allow-drift"/>
            </testcase>
            <testcase classname="orders.peak" name="stage" time="0.000">
              <skipped message="not compared: stage peak: scenario_sha256 is 3f9a1c0d2e4b in base and b07d55e0a9c1 in new; compare runs of one scenario, or use --allow-drift"/>
            </testcase>
            <testcase classname="orders.soak" name="stage" time="0.000">
              <skipped message="only in new: stage soak"/>
            </testcase>
          </testsuite>
        </testsuites>

        """)
    #expect(ComparisonJUnit.text([]).contains("<error message=\"there is nothing to compare\""))
  }

  @Test func aSuspicionPassesAndSaysSo() {
    let text = ComparisonJUnit.text([SampleComparison.single])
    #expect(
      text.contains(
        """
            <testcase classname="orders.steady" name="ack_latency_p99" time="0.000">
              <system-out>ack_latency_p99 suspect: 12.2ms in base, 18.9ms in new, +54.9% (+6.7ms)
        </system-out>
        """), "\(text)")
    #expect(!Self.isRed(text))
    var gated = SampleComparison.single
    gated.gatesSuspicions = true
    #expect(ComparisonJUnit.text([gated]).contains("type=\"comparison.suspect\""))
  }

  /// A file without a red case means exit 0.
  @Test func redMeansThatTheExitCodeIsNotZero() {
    let samples = [
      SampleComparison.regression, SampleComparison.clean, SampleComparison.single, SampleComparison.blocked,
    ]
    for comparisons in samples.map({ [$0] }) + [samples, [SampleComparison.clean, SampleComparison.blocked], []] {
      #expect(Self.isRed(ComparisonJUnit.text(comparisons)) == (Comparison.exit(of: comparisons) != .passed))
    }
    #expect(Comparison.exit(of: samples) == .regressed)
    #expect(Comparison.exit(of: [SampleComparison.clean, SampleComparison.blocked]) == .notComparable)
    #expect(Comparison.exit(of: [SampleComparison.clean, SampleComparison.single]) == .passed)
    #expect(Comparison.exit(of: []) == .notComparable)
  }

  /// Build servers show only the first of cases that have one name.
  @Test func noTwoCasesHaveOneName() {
    let text = ComparisonJUnit.text([SampleComparison.clean, SampleComparison.clean, SampleComparison.single])
    let cases = text.split(separator: "\n").filter { $0.contains("<testcase ") }.map {
      $0.split(separator: " time=")[0]
    }
    #expect(cases.count == 18)
    #expect(Set(cases).count == cases.count)
  }

  private static func isRed(_ text: String) -> Bool { text.contains("<failure ") || text.contains("<error ") }

  @Test func oneRowForEachMetricAsCSV() {
    let lines = ComparisonCSV.text([SampleComparison.regression]).split(separator: "\n")
    #expect(lines.count == 16)
    #expect(
      lines[0]
        == "base,new,base_build,new_build,scenario,stage,status,metric,unit,gates,verdict,base_runs,new_runs,"
        + "base_median,new_median,base_max,new_max,difference,relative,tolerance,p,method")
    let sides = "Reports/v1.4.0,Reports/v1.5.0,v1.4.0,v1.5.0,orders,steady,compared,"
    #expect(lines[6] == sides + "lost,count,1,regressed,5,5,0.0,0.0,0.0,3.0,0.0,,0.0,,exact")
    #expect(
      lines[9] == sides
        + "ack_latency_p99,ms,1,regressed,5,5,12.4000,18.9000,12.6000,19.1000,6.5000,0.524194,2.0000,0.007936508,mann_whitney"
    )
    let blocked = ComparisonCSV.text([SampleComparison.blocked]).split(separator: "\n")
    #expect(blocked[3] == "base.csv,new.csv,v1.4.0,v1.5.0,orders,soak,added,,,,,,,,,,,,,,,")
  }

  @Test func wholeDocumentAsJSON() {
    var rules = ComparisonRules()
    rules.restrict(to: [ComparedMetric.index(of: "ack_latency_p99") ?? 0])
    let comparison = SampleComparison.comparison(
      base: SampleComparison.side("base.csv", "v1.4.0", runs: 1, stages: ["steady"]),
      new: SampleComparison.side("new.csv", "v1.5.0", runs: 1, host: "ci-7", stages: ["steady"]) {
        $0["ack_latency_p99"] = 1.0 / 3
      }, rules: rules)
    #expect(
      ComparisonJSON.text([comparison]) == """
        {
          "comparisons" : [
            {
              "base" : {
                "builds" : [
                  "v1.4.0"
                ],
                "exact_only" : 0,
                "left_out" : 0,
                "name" : "base.csv",
                "runs" : 1
              },
              "client_settings" : [],
              "exit" : 0,
              "new" : {
                "builds" : [
                  "v1.5.0"
                ],
                "exact_only" : 0,
                "left_out" : 0,
                "name" : "new.csv",
                "runs" : 1
              },
              "scenario_parts" : [],
              "stages" : [
                {
                  "differences" : [
                    {
                      "base" : [
                        "ci-3"
                      ],
                      "name" : "host",
                      "new" : [
                        "ci-7"
                      ]
                    }
                  ],
                  "drift" : [],
                  "metrics" : [
                    {
                      "base" : {
                        "median" : 12.2,
                        "values" : [
                          12.2
                        ]
                      },
                      "difference" : -11.866666666666665,
                      "gates" : true,
                      "method" : "tolerance",
                      "metric" : "ack_latency_p99",
                      "new" : {
                        "median" : 0.3333333333333333,
                        "values" : [
                          0.3333333333333333
                        ]
                      },
                      "relative" : -0.9726775956284153,
                      "tolerance" : 2,
                      "unit" : "ms",
                      "verdict" : "maybe_improved"
                    }
                  ],
                  "missing_evidence" : [],
                  "scenario" : "orders",
                  "stage" : "steady",
                  "status" : "compared"
                }
              ],
              "verdict" : "passed"
            }
          ],
          "exit" : 0,
          "schema_version" : 1,
          "verdict" : "passed"
        }

        """)
  }

  /// JSON holds no infinite number.
  @Test func differencesBeyondAllNumbers() {
    for (base, new) in [(Double.leastNonzeroMagnitude, 5.0), (1e308, -1e308), (5, 1.7e308)] {
      let comparison = SampleComparison.comparison(
        base: SampleComparison.side("a", "1", runs: 2, stages: ["steady"]) { $0["ack_latency_p99"] = base },
        new: SampleComparison.side("b", "2", runs: 2, stages: ["steady"]) { $0["ack_latency_p99"] = new })
      #expect(ComparisonJSON.text([comparison]).contains("\"metric\" : \"ack_latency_p99\""), "\(base), \(new)")
    }
  }

  @Test func whatBlocksIsInTheJSON() {
    let text = ComparisonJSON.text([SampleComparison.blocked])
    #expect(text.contains("\"exit\" : 14,") && text.contains("\"verdict\" : \"incomparable\""))
    #expect(text.contains("\"name\" : \"scenario_sha256\"") && text.contains("\"3f9a1c0d2e4bb07d55e0a9c1\""))
    #expect(text.contains("\"status\" : \"added\""))
  }
}
