internal import Scenarios
package import Verification

/// `junit.xml`, valid against Jenkins' `junit-10.xsd`: a suite for the run itself, then one for each stage.
package enum JUnitReport {
  package static func text(_ result: RunResult) -> String {
    let suites = [JUnitSuite(runOf: result)] + result.stages.map { JUnitSuite($0, of: result) }
    let counts = suites.map(\.counts).reduce(JUnitSuite.Counts(), +)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"
      + XMLText.attributes([
        "name": result.scenario, "time": FixedPoint.seconds(nanoseconds: max(result.duration, .zero)),
        "tests": String(counts.tests), "failures": String(counts.failures), "errors": String(counts.errors),
      ]) + ">\n"
      + suites.enumerated().map { $1.text(id: $0, of: result) }.joined() + "</testsuites>\n"
  }
}
