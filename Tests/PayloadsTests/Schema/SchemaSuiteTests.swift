import Testing

@Suite(
  .enabled(
    if: SchemaSuite.folder != nil || SchemaSuite.isDemanded,
    "REHEARSE_SCHEMA_SUITE names no folder: Scripts/json-schema-suite fetches the suite"))
struct SchemaSuiteTests {
  /// The exceptions from the suite, by the beginning of a case's name, and the reasons. A row that no case needs is a failure.
  static let exceptions = [
    "draft7 optional/cross-draft: ": "refers to 2019-09, which is refused",
    "draft2020-12 format: ": "formats are enforced, never passed over",
    "draft2020-12 optional/cross-draft: ": "refers to 2019-09, which is refused",
    "draft2020-12 vocabulary: ": "names a dialect of its own, which is refused",
  ]

  @Test(arguments: SchemaSuite.allCases) func everyCase(_ suite: SchemaSuite) throws {
    let folder = try #require(SchemaSuite.folder)
    let exceptions = Self.exceptions.filter { $0.key.hasPrefix("\(suite.rawValue) ") }
    let outcome = try suite.run(in: folder, except: exceptions)
    #expect(outcome.failed.isEmpty, "\(outcome.failed.joined(separator: "\n"))")
    #expect(exceptions.keys.filter { outcome.excepted[$0] == nil }.sorted() == [])
    let excepted = outcome.excepted.values.reduce(0, +)
    print(
      "JSON Schema \(suite.rawValue): \(outcome.passed) passed, \(outcome.failed.count) failed, \(excepted) excepted")
  }
}
