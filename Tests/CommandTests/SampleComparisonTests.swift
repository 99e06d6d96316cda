import FoundationEssentials
import Rehearsal
import Reporting
import Testing
import Verification

/// `Reports/sample` holds the reports of two builds, and what the program makes of them.
@Suite struct SampleComparisonTests {
  private static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Reports/sample"

  @Test(
    arguments: [
      ("comparison.txt", { @Sendable in ComparisonText.text([$0], showsAll: false) }),
      ("comparison.md", { @Sendable in ComparisonMarkdown.text([$0]) }),
      ("comparison.json", { @Sendable in ComparisonJSON.text([$0]) }),
      ("comparison.csv", { @Sendable in ComparisonCSV.text([$0]) }),
      ("comparison.xml", { @Sendable in ComparisonJUnit.text([$0]) }),
    ] as [(String, @Sendable (Comparison) -> String)])
  func isWhatTheProgramMakesOfBoth(_ name: String, _ text: @Sendable (Comparison) -> String) throws {
    let path = "\(Self.folder)/\(name)"
    let made = text(try Self.comparison())
    if ProcessInfo.processInfo.environment["REHEARSE_WRITE_SAMPLE"] != nil {
      try made.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == made, "REHEARSE_WRITE_SAMPLE=1 writes it again")
  }

  @Test func isARegression() throws {
    #expect(try Self.comparison().exit == .regressed)
  }

  private static func comparison() throws -> Comparison {
    let compared = try BuildComparison(sides: .paths(base: "\(folder)/base.csv", new: ["\(folder)/new.csv"])).run()
    var comparison = try #require(compared.first)
    comparison.base.name = "base.csv"
    comparison.new.name = "new.csv"
    return comparison
  }
}
