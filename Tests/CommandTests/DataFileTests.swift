import FoundationEssentials
import Glibc
import Language
import Reporting
import Scenarios
import Templates
import Testing

@testable import Rehearsal

/// Data files on disk.
@Suite struct DataFileTests {
  private static let scenario = """
    version: 1
    name: rows
    cluster: {brokers: embedded}
    topics: {t: {}}
    templates: {row: {data: {file: rows.csv, order: shuffled}, value: "{{data.a}}"}}
    stages: [{name: all, count: 2}]
    """

  /// The scenario in a folder of its own, beside these rows.
  private static func read(_ rows: String) throws -> ScenarioFile {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rehearse-data-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(rows.utf8).write(to: folder.appending(path: "rows.csv"))
    try Data(scenario.utf8).write(to: folder.appending(path: "rows.yaml"))
    return ScenarioFile.read(folder.appending(path: "rows.yaml").path)
  }

  /// The resolved scenario, of which `scenario_sha256` is the hash and which `render --run` compares, has the data's own hash.
  @Test func otherBytesAreAnotherScenario() throws {
    func resolved(_ rows: String) throws -> ResolvedScenario {
      ResolvedScenario(try #require(try Self.read(rows).scenario), seed: 1, digest: { _ in "" }) { $0.value }
        .withoutPlace
    }
    let first = try resolved("a\n1\n2\n")
    #expect(first.templates[0].data?.sha256 == SHA256.text(of: Array("a\n1\n2\n".utf8)))
    #expect(try resolved("a\n1\n2\n") == first)
    #expect(try resolved("a\n1\n3\n") != first)
    // The same cells in other bytes.
    #expect(try resolved("a\n1\n\"2\"\n") != first)
  }

  @Test func thePlanSaysOrderAndRows() throws {
    let scenario = try #require(try Self.read("a\n1\n2\n").scenario)
    let plan = Plan(scenario)
    #expect(plan.data.map(\.rows) == [2])
    #expect(plan.data.map(\.order) == [.shuffled])
    let text = PlanText.text(plan)
    #expect(text.contains("\ndata       2 rows of ") && text.contains("shuffled"))
    #expect(text.contains("the columns that templates use"))
  }

  /// A read from a pipe without a writer would wait, and /dev/zero never ends.
  @Test func onlyRegularFilesAreRead() throws {
    let pipe = FileManager.default.temporaryDirectory.appending(path: "rehearse-pipe-\(UUID().uuidString)").path
    #expect(mkfifo(pipe, 0o600) == 0)
    defer { unlink(pipe) }
    let environment = Overrides(allowedPaths: ["/"]).environment(of: "rows.yaml")
    for (path, reason) in [
      (pipe, "not a regular file"), ("/dev/zero", "not a regular file"), ("/tmp", "Is a directory"),
    ] {
      for read in [environment.data(path).map(\.bytes), environment.file(path)] {
        guard case .failure(let failure) = read else {
          Issue.record("\(path) was read")
          continue
        }
        #expect(failure.reason == reason)
      }
    }
  }

  @Test func aFileOverTheLimitIsNotRead() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "rehearse-large-\(UUID().uuidString).csv").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("a".utf8).write(to: URL(filePath: path))
    let handle = open(path, O_WRONLY)
    defer { close(handle) }
    #expect(ftruncate(handle, (1 << 30) + 1) == 0)
    guard case .failure(let failure) = Overrides(allowedPaths: ["/"]).environment(of: "rows.yaml").data(path) else {
      Issue.record("it was read")
      return
    }
    #expect(failure.isTooLarge)
  }
}
