import Language
import Scenarios
import Templates
import Testing
import Verification

@testable import Reporting

/// A run that withheld 1,234 of 120,000 messages because of their values.
@Suite struct WithheldReportTests {
  private static var run: RunResult {
    var steady = SampleRun.steady
    steady.verdict = .failed
    steady.send[.withheld] = 1234
    for count in [SendCount.sent, .acknowledged] { steady.send[count] = 118_766 }
    steady.read?[.found] = 118_766
    steady.read?[.read] = 118_766
    let fault = InvalidValue(place: "/age", reason: "17 is less than 18")
    let other = InvalidValue(place: "", reason: "not JSON: </failure>\u{1b}[2J")
    steady.witnesses = [(17, fault), (4711, other)].map { sequence, fault in
      Anomaly(
        kind: .withheld, sequence: sequence, topic: "orders", partition: 2, detail: fault.sentence(template: "login"))
    }
    let check = SampleRun.check(.withheld, .broken, 1234, witnesses: steady.witnesses)
    steady.checks = [check]
    return SampleRun.run(stages: [steady], verdict: .failed, exits: [.expectationFailed])
  }

  @Test func onTheConsole() {
    let text = ConsoleSummary.text(Self.run, files: [])
    let blocks = text[(text.firstRange(of: "broken:")?.lowerBound ?? text.startIndex)...]
    #expect(
      blocks == #"""
        broken: steady, withheld == 0
            1,234 of 120,000 due messages were against the template's format or schema, and not sent
            expected  0
            actual    1,234
            #17 not sent to orders[2]; template "login" at /age: 17 is less than 18
            #4711 not sent to orders[2]; template "login": not JSON: </failure>\u{1B}[2J
            and 1,232 more
            at Scenarios/orders.yaml:42:9

        result: FAILED verification=0 expectations=1 stages=1 messages=118766 duration=75.4s exit=11

        """#)
    #expect(text.contains("stage   verdict     sent    found  withheld "))
  }

  @Test func inJUnit() throws {
    let text = JUnitReport.text(Self.run)
    let start = try #require(text.firstRange(of: "<failure"))
    let end = try #require(text.firstRange(of: "</failure>"))
    #expect(
      text[start.lowerBound..<end.upperBound] == #"""
        <failure message="1,234 of 120,000 due messages were against the template's format or schema, and not sent" \#
        type="expectation.withheld">1,234 of 120,000 due messages were against the template's format or schema, and not sent
          #17 not sent to orders[2]; template &quot;login&quot; at /age: 17 is less than 18
          #4711 not sent to orders[2]; template &quot;login&quot;: not JSON: &lt;/failure&gt;\u{1B}[2J
          at Scenarios/orders.yaml:42:9
          expected: 0
          actual:   1,234
          again:    rehearse run Scenarios/orders.yaml --stage steady --seed 18446744073709551615
        </failure>
        """#)
  }
}
