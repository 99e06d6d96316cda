import FoundationEssentials
import Rehearsal
import Testing

/// The scenarios in `Scenarios/`, read as `check` reads them, without a broker.
@Suite struct ExampleScenarioTests {
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/Scenarios"

  private static let files = scenarios(in: "") + scenarios(in: "systems/")

  private static func scenarios(in part: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(part)")) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { part + $0 }
  }

  @Test func areThere() {
    #expect(Self.files.count > 10)
    #expect(Self.files.contains("transactions.yaml"))
    #expect(Self.files.contains("systems/system-b.yaml"))
  }

  @Test(arguments: files) func haveNoMistake(_ name: String) {
    let read = ScenarioFile.read("\(Self.folder)/\(name)")
    #expect(read.scenario != nil)
    #expect(read.text == "")
  }
}
