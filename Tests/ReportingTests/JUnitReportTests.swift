import Language
import Scenarios
import Testing
import Verification

@testable import Reporting

@Suite struct JUnitReportTests {
  @Test func aBrokenCheck() {
    let text = JUnitReport.text(SampleRun.failed)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"orders\" time=\"75.412\" "))
    #expect(
      text.contains(
        #"""
            <testcase classname="orders.steady" name="lost == 0" time="0.000">
              <failure message="3 of 119,999 acknowledged messages are lost" type="verification.lost">3 of 119,999 acknowledged messages are lost
          #4711 acknowledged at orders[2]@1180, while 2@1195 was read
          #4712 acknowledged at orders[2]@1180, while 2@1195 was read
          #4713 acknowledged at orders[2]@1180, while 2@1195 was read
          at Scenarios/orders.yaml:42:9
          expected: 0
          actual:   3
          again:    rehearse run Scenarios/orders.yaml --stage steady --seed 18446744073709551615
        </failure>
            </testcase>
        """#))
    #expect(text.contains("tests=\"10\" failures=\"3\" errors=\"2\">"))
    #expect(text.contains("type=\"inconclusive.unseen\""))
    #expect(text.contains("name=\"rate_kept >= 99%\"") || text.contains("name=\"rate_kept &gt;= 99%\""))
  }

  @Test func aRunThatCouldNotStart() {
    let text = JUnitReport.text(SampleRun.unreachable)
    #expect(
      text.contains(
        #"""
            <testcase classname="orders" name="run" time="75.412">
              <error message="no broker of kafka.example:9092 answered within 30s; is it running?" type="infrastructure.unreachable">no broker of kafka.example:9092 answered within 30s; is it running?
          at Scenarios/orders.yaml:3:12
          again: rehearse run Scenarios/orders.yaml --seed 18446744073709551615
        </error>
            </testcase>
        """#))
    #expect(
      text.hasSuffix(
        #"""
            <testcase classname="orders.steady" name="stage" time="0.000">
              <skipped message="no broker of kafka.example:9092 answered within 30s; is it running?"/>
            </testcase>
            <testcase classname="orders.steady" name="lost == 0" time="0.000">
              <skipped message="the stage did not run"/>
            </testcase>
          </testsuite>
        </testsuites>

        """#))
  }

  @Test func aPassedRunHasNoRedCaseAndAnAbortedOneHas() {
    let passed = JUnitReport.text(SampleRun.passed)
    #expect(!passed.contains("<failure") && !passed.contains("<error") && !passed.contains("(embedded)"))
    let aborted = JUnitReport.text(SampleRun.aborted)
    #expect(aborted.contains("<testsuite name=\"orders.steady (embedded)\""))
    #expect(aborted.contains("<error message=\"interrupted by SIGINT\" type=\"signal.interrupt\">"))
    #expect(aborted.contains("type=\"inconclusive.lost\""))
  }

  @Test func aStageThatWasLeftOut() {
    var run = SampleRun.aborted
    run.stages[0].startedAt = nil
    run.arguments = ["--stage", "steady"]
    #expect(JUnitReport.text(run).contains("<skipped message=\"the stage was left out by --stage\"/>"))
    run.arguments = ["--stage", "warm-up"]
    #expect(JUnitReport.text(run).contains("<skipped message=\"interrupted by SIGINT\"/>"))
  }

  @Test func theLabelIsAPropertyOfEverySuite() {
    let text = JUnitReport.text(SampleRun.failed)
    #expect(text.ranges(of: "<property name=\"label\" value=\"nightly, &quot;main&quot;\"/>").count == 3)
    var run = SampleRun.failed
    run.provenance.label = nil
    #expect(!JUnitReport.text(run).contains("name=\"label\""))
  }

  @Test func anExitCodeThatNothingAccountsForIsAnError() {
    var run = SampleRun.passed
    run.exits = [.nothingRan]
    #expect(JUnitReport.text(run).contains("<error message=\"nothing ran\" type=\"run.exit-12\">"))
  }

  @Test func namesAreUnique() {
    var run = SampleRun.passed
    run.stages[1].checks = [SampleRun.check(.lost, .held, 0), SampleRun.check(.lost, .held, 0)]
    #expect(JUnitReport.text(run).contains("name=\"lost == 0 (2)\""))
  }

  @Test(arguments: Anomaly.Kind.allCases) func everyWitnessIsOneSentence(_ kind: Anomaly.Kind) {
    for offset in [nil, Int64(1180)] {
      for related in [nil, Int64(1195)] {
        let sentence = SampleRun.witness(kind, 4711, at: offset, related: related).sentence
        #expect(sentence.hasPrefix("#4711 ") && sentence.contains("orders[2]") && !sentence.contains("Optional"))
      }
    }
  }

  @Test func hostileTextStaysText() {
    let text = JUnitReport.text(HostileRun.run)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value & 0xFFFE != 0xFFFE) })
    #expect(!text.contains("]]>") && !text.contains("<![") && !text.contains("<script"))
    #expect(text.contains("\\u{1B}[31m") && text.contains("\\u{FFFF}") && text.contains("\\u{D}"))
    // Every tag that is opened is closed: what was sent in adds none.
    for tag in ["testsuite", "testcase", "failure", "error", "properties"] {
      let opened = text.split(separator: "<").count { $0.hasPrefix("\(tag) ") || $0.hasPrefix("\(tag)>") }
      let closed = text.split(separator: "<").count { $0.hasPrefix("/\(tag)>") }
      let empty = text.split(separator: "\n").count { $0.hasPrefix("    <\(tag) ") && $0.hasSuffix("/>") }
      #expect(opened == closed + empty, "\(tag)")
    }
  }
}
