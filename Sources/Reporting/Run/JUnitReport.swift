internal import Scenarios
package import Verification

/// `junit.xml`, valid against Jenkins' `junit-10.xsd`: a suite for the run itself, then one for each stage, each sink and each
/// group, and one for all actions.
package enum JUnitReport {
  package static func text(_ result: RunResult) -> String {
    let parts = result.judged.enumerated().compactMap { row, part -> JUnitSuite? in
      switch part {
      case .stage(let stage): stage.index == nil ? nil : JUnitSuite(stage, at: row, of: result)
      case .sink, .group: JUnitSuite(place: part, at: row, of: result)
      case .action: nil
      }
    }
    let suites = [JUnitSuite(runOf: result)] + parts + [JUnitSuite(actionsOf: result)].compactMap { $0 }
    let counts = suites.map(\.counts).reduce(JUnitSuite.Counts(), +)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"
      + XMLText.attributes([
        "name": result.scenario, "time": FixedPoint.seconds(nanoseconds: max(result.duration, .zero)),
        "tests": String(counts.tests), "failures": String(counts.failures), "errors": String(counts.errors),
      ]) + ">\n"
      + suites.enumerated().map { $1.text(id: $0, of: result) }.joined() + "</testsuites>\n"
  }
}
