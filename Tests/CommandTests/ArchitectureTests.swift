import FoundationEssentials
import Testing

/// `ARCHITECTURE.md` against the tree and the table of fences.
@Suite struct ArchitectureTests {
  @Test func namesOnlyWhatExists() throws {
    let paths = try repositoryText("ARCHITECTURE.md").split(separator: "`", omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
      .filter { $0.contains("/") && !$0.contains(" ") }
    #expect(paths.count > 30)
    for path in paths {
      #expect(FileManager.default.fileExists(atPath: "\(repository)/\(path)"), "\(path)")
    }
  }

  @Test func listsTheModulesAsTheFencesDo() throws {
    let page = try modulesOfThePage()
    let fences = try modulesOfTheFences()
    #expect(page.keys.sorted() == fences.keys.sorted())
    for (module, imports) in fences {
      #expect(page[module] == imports, "\(module)")
    }
  }

  /// The rows of the table: | `Module` | what it is about | `Import` `Import` |
  private func modulesOfThePage() throws -> [String: [String]] {
    let page = try repositoryText("ARCHITECTURE.md")
    let table = try #require(page.split(separator: "## Message").first)
    var modules: [String: [String]] = [:]
    for line in table.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|")
      try #require(cells.count == 3, "\(line)")
      modules[Self.quoted(cells[0])[0]] = Self.quoted(cells[2]).sorted()
    }
    return modules
  }

  /// Without tests, tools and what comes with the system; an import that only some files may have is one all the same.
  private func modulesOfTheFences() throws -> [String: [String]] {
    let system: Set<Substring> = ["-", "Darwin", "Dispatch", "FoundationEssentials", "Glibc", "Synchronization"]
    let tools: Set<Substring> = [
      "Fuzzing", "benchmark-templates", "SampleScenarios", "SampleServers", "fuzz-scenarios",
      "fuzz-stores", "StoreFuzzing", "check-statistics", "Statistics", "benchmark-comparison", "Comparison",
    ]
    var modules: [String: Set<String>] = [:]
    for line in try repositoryText("Scripts/fences").split(separator: "\n") {
      let row = line.prefix { $0 != "#" }.split(separator: " ")
      guard let module = row.first, !module.hasSuffix("Tests"), !tools.contains(module) else { continue }
      let imports = row.dropFirst().map { $0.prefix { $0 != "[" } }.filter { !system.contains($0) }
      modules[String(module), default: []].formUnion(imports.map(String.init))
    }
    return modules.mapValues { $0.sorted() }
  }

  private static func quoted(_ text: Substring) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }

  private let repository = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  private func repositoryText(_ path: String) throws -> String {
    try String(contentsOfFile: "\(repository)/\(path)", encoding: .utf8)
  }
}
