import FoundationEssentials
import Language
import Rehearsal
import Reporting
import Testing

@testable import rehearse

/// The README shows what the program really prints.
@Suite struct ReadmeTests {
  @Test func showsTheQuickstartWordForWord() throws {
    let readme = try text("README.md")
    let block = try #require(readme.between("```yaml\n", "```\n"))
    #expect(block == (try text("Scenarios/quickstart.yaml")))
  }

  @Test func showsTheBeginningOfItsPlan() throws {
    let readme = try text("README.md")
    let quickstart = ScenarioReader.read(Array(try text("Scenarios/quickstart.yaml").utf8), path: "quickstart.yaml")
    let plan = PlanText.text(Plan(try #require(quickstart.scenario)))
    let end = try #require(plan.firstRange(of: "\ntopic ")?.lowerBound)
    #expect(readme.between("begins with\n\n```text\n", "```\n") == String(plan[..<end]))
  }

  /// Each command has a row.
  @Test func listsEveryCommand() throws {
    let readme = try text("README.md")
    for command in CommandTable.commands {
      #expect(readme.contains("| `rehearse \(command.name) \(command.operands.placeholder)` |"), "\(command.name)")
    }
  }

  /// Every command line of a block, in the README and the pages about reports, posting and systems, is one that the program takes.
  @Test(arguments: ["README.md", "Reports/README.md", "Scenarios/posting/README.md", "Scenarios/systems/README.md"])
  func showsCommandsThatThereAre(page: String) throws {
    let blocks = try text(page).split(separator: "```", omittingEmptySubsequences: false).enumerated()
    let commands = blocks.filter { !$0.offset.isMultiple(of: 2) }.flatMap { $0.element.split(separator: "\n") }
      .filter { $0.hasPrefix("rehearse ") && !$0.contains("…") }
    #expect(!commands.isEmpty || page == "Reports/README.md")
    for command in commands {
      let words = command.prefix { $0 != "#" }.split(separator: " ").dropFirst().map(String.init)
      if case .failure(let error) = CommandLine.parse(words) { Issue.record("\(command): \(error.text)") }
    }
  }

  private func text(_ path: String) throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try String(contentsOfFile: "/\(root)/\(path)", encoding: .utf8)
  }
}

extension String {
  /// The text between the first `opening` and the next `closing`.
  fileprivate func between(_ opening: String, _ closing: String) -> String? {
    guard let start = firstRange(of: opening)?.upperBound, let end = self[start...].firstRange(of: closing)?.lowerBound
    else { return nil }
    return String(self[start..<end])
  }
}
