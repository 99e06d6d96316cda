import Diagnostics
import FoundationEssentials
import Testing

@testable import Language

/// The reader, the JSON Schema and the reference agree. `Scripts/schema` checks these cases with an independent validator of
/// JSON Schema.
@Suite struct LanguageTableTests {
  @Test(arguments: LanguageSample.all) func isReadAsTheTablesSay(_ sample: LanguageSample) {
    let diagnostics = sample.scenario.diagnostics
    let others = diagnostics.filter { $0.code != .notSupported }
    switch sample.verdict {
    case .accepted: #expect(diagnostics.isEmpty, "\(diagnostics)")
    case .later: #expect(others.isEmpty && !diagnostics.isEmpty, "\(diagnostics)")
    case .either: #expect(others.isEmpty, "\(diagnostics)")
    case .refused: #expect(!others.isEmpty)
    }
  }

  @Test(arguments: Spelling.explained + [.constantRate, .rateOrNone, .version])
  func patternsTakeWhatIsGoodAndNothingElse(_ spelling: Spelling) throws {
    guard let text = spelling.wholePattern else { return }
    let pattern = try Regex(text)
    for good in spelling.good + ["${NAME}", "a ${NAME:-b} c"] {
      #expect(Self.unquoted(good).contains(pattern), "\(spelling.name) \(good)")
    }
    for refused in spelling.refused.map(\.text) + ["", "$${NAME}", "${2}"] {
      #expect(!Self.unquoted(refused).contains(pattern), "\(spelling.name) \(refused)")
    }
  }

  /// The text that an editor shows for a key.
  @Test(arguments: LanguageTables.all) func everyKeyIsExplained(_ table: KeyTable) {
    #expect(table.summary.last == ".")
    for row in table.rows {
      #expect(row.summary.last == "." && row.summary.first?.isLowercase == false, "\(row.name)")
      #expect(!row.examples.isEmpty, "\(row.name)")
    }
  }

  @Test(arguments: LanguageTables.all) func whatIsNotSupportedYetIsMarked(_ table: KeyTable) throws {
    for row in table.rows {
      guard case .object(let members) = row.schema else { continue }
      let marks = members.filter { $0.name == "deprecated" || $0.name == "deprecationMessage" }
      #expect(marks.count == (row.isLater ? 2 : 0), "\(row.name)")
    }
  }

  @Test(arguments: LanguageSchema.allCases) func theSchemaIsTheOneThatIsKept(_ schema: LanguageSchema) throws {
    let kept = try Self.text("Scenarios/\(schema.fileName)")
    #expect(kept == schema.text, "the tables of the language have changed: run make schema")
  }

  @Test func theReferenceIsTheOneThatIsKept() throws {
    let readme = try Self.text("Scenarios/README.md")
    #expect(readme.contains(LanguageReference.text), "the tables of the language have changed: run make schema")
  }

  /// For `Scripts/schema`: every case as a file in a folder of its kind.
  @Test(.enabled(if: folder != nil)) func exported() throws {
    let folder = try #require(Self.folder)
    func write(_ text: String, _ kind: String, _ name: String) throws {
      let place = "\(folder)/\(kind)"
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: "\(place)/\(name).yaml"))
    }
    for sample in LanguageSample.all {
      let kind = sample.verdict == .refused ? "refused" : "accepted"
      let scenario = sample.scenario
      if let included = scenario.included { try write(included, "included-\(kind)", sample.name) }
      // A scenario that includes a refused file may itself be accepted.
      if scenario.included == nil || kind == "accepted" { try write(scenario.text, kind, sample.name) }
    }
    for fault in FaultTests.all where fault.schema != .untried {
      let name = fault.name.map { $0.isLetter || $0.isNumber ? $0 : "-" }
      try write(fault.scenario, fault.schema.rawValue, "fault.\(String(name))")
    }
  }

  private static let folder = ProcessInfo.processInfo.environment["REHEARSE_SCHEMA_CASES"]

  private static func unquoted(_ text: String) -> String {
    text.first == "\"" ? String(text.dropFirst().dropLast()) : text
  }

  private static func text(_ path: String) throws -> String {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    return try String(contentsOfFile: "/\(root)/\(path)", encoding: .utf8)
  }
}
