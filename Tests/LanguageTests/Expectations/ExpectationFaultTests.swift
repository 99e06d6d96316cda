import Diagnostics
import Language
import SampleScenarios
import Testing

/// Faulty expectations at the top of a scenario with the stages `peak` (a rate), `flat` (at max) and `warm` (not
/// measured), and what is said: `column+length code: message | remedy`.
@Suite struct ExpectationFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var text: String
    var said: String
    var testDescription: String { text }

    init(_ text: String, _ said: String) { (self.text, self.said) = (text, said) }
  }

  static func scenario(_ expectations: String, inPeak: String = "[]") -> String {
    """
    version: 1
    name: t
    cluster: {brokers: embedded}
    topics: {orders: {partitions: 2}}
    templates: {order: {value: "order {{seq}}"}}
    stages:
      - {name: peak, rate: 10/s, count: 10, expect: \(inPeak)}
      - {name: flat, count: 10}
      - {name: warm, rate: 10/s, count: 10, measure: false}
    expect:
    \(expectations)

    """
  }

  static func said(_ scenario: String) -> [String] {
    SampleScenario(scenario, path: "t.yaml").reading.diagnostics.map { diagnostic in
      let (start, end) = (diagnostic.range.start, diagnostic.range.end)
      return "\(start.column)+\(end.column - start.column) \(diagnostic.code.rawValue.dropFirst("scenario.".count)): "
        + diagnostic.message + (diagnostic.remedy.map { " | \($0)" } ?? "")
    }
  }

  @Test(arguments: names + comparisons + values + scopes) func isSaidOnce(_ fault: Case) {
    #expect(Self.said(Self.scenario("  - \(fault.text)")) == [fault.said])
  }
}
