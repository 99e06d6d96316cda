import FoundationEssentials
import Testing

/// What a newcomer reads is what there is.
@Suite struct ReadmeTests {
  @Test func showsTheQuickstartWordForWord() throws {
    let readme = try text("README.md")
    let block = try #require(readme.between("```yaml\n", "```\n"))
    #expect(block == (try text("Scenarios/quickstart.yaml")))
  }

  private func text(_ path: String) throws -> String {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try String(contentsOfFile: "/\(root)/\(path)", encoding: .utf8)
  }
}

extension String {
  /// What stands between the first `opening` and the `closing` behind it.
  fileprivate func between(_ opening: String, _ closing: String) -> String? {
    guard let start = firstRange(of: opening)?.upperBound, let end = self[start...].firstRange(of: closing)?.lowerBound
    else { return nil }
    return String(self[start..<end])
  }
}
