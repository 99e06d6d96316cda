import Language
import Rehearsal
import SampleScenarios
import Scenarios
import Testing

/// The file that `rehearse init` writes is a valid scenario, and fits on one screen.
@Suite struct FirstScenarioTests {
  @Test func hasNoDiagnostics() {
    let reading = SampleScenario(FirstScenario.text, path: FirstScenario.fileName).reading
    #expect(reading.describeAll() == "")
    #expect(reading.scenario?.cluster.brokers == .embedded)
  }

  @Test func fitsOnOneScreen() {
    let lines = FirstScenario.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 45)
    #expect(lines.filter { $0.count > 110 || $0.last == " " } == [])
  }

  @Test func namesItsSchemaForEditors() {
    #expect(FirstScenario.text.hasPrefix("# yaml-language-server: $schema=scenario.v1.schema.json\n"))
  }
}
