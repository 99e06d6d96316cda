import FoundationEssentials
import Language
import Scenarios
import Testing
import Verification

@testable import Rehearsal

/// Files of rows as they are named on a command line, and what their comparison comes to.
@Suite struct BuildComparisonTests {
  /// A folder that is removed at the end.
  private struct Folder: ~Copyable {
    let path = FileManager.default.temporaryDirectory.appending(path: "rehearse-compare-\(UUID().uuidString)").path

    init(_ files: [String: String]) throws {
      for (name, text) in files {
        let file = "\(path)/\(name)"
        let parent = file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
        try text.write(toFile: file, atomically: true, encoding: .utf8)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private static let header =
    "schema_version,run_id,scenario,stage,verdict,scenario_sha256,label,rate_target_per_s,ack_latency_p99_ms,lost"
  private static let sha = String(repeating: "ab", count: 32)

  /// Five runs of a build, with a p99 around `latency`.
  private static func rows(_ build: String, _ latency: Double, lost: Int = 0) -> String {
    (1...5).map { run in
      "1,\(build.prefix(1))abcdefghjkm\(run),orders,peak,passed,\(sha),\(build),1000.0,\(latency + Double(run) / 10),\(lost)\n"
    }.joined()
  }

  private static let scenario = """
    version: 1
    name: orders
    cluster: {brokers: "${NOT_SET_HERE}"}
    topics: {orders: {partitions: 1}}
    templates: {order: {value: x}}
    stages: [{name: peak, rate: 1k/s, duration: 1s}]
    compare: {ack_latency_p99: {tolerance: 80%}}

    """

  private func exit(_ comparison: BuildComparison) -> String {
    do throws(ComparisonError) {
      return "\(Comparison.exit(of: try comparison.run()).rawValue)"
    } catch {
      return "\(error.exit.rawValue): \(error.text)"
    }
  }

  @Test func sidesAreFilesOrBuildsOfOne() throws {
    let folder = try Folder([
      "base.csv": Self.header + "\n" + Self.rows("v1", 20), "new.csv": Self.header + "\n" + Self.rows("y2", 30),
      "same.csv": Self.header + "\n" + Self.rows("w1", 20),
      "all.csv": Self.header + "\n" + Self.rows("v1", 20) + Self.rows("w2", 30) + Self.rows("x3", 20, lost: 1),
    ])
    let (base, new, same, all) = (
      "\(folder.path)/base.csv", "\(folder.path)/new.csv", "\(folder.path)/same.csv", "\(folder.path)/all.csv"
    )
    #expect(exit(BuildComparison(sides: .paths(base: base, new: [new]))) == "13")
    #expect(exit(BuildComparison(sides: .paths(base: base, new: [same]))) == "0")
    #expect(exit(BuildComparison(sides: .paths(base: base, new: [same, new]))) == "13")
    #expect(exit(BuildComparison(sides: .builds(of: all, base: "v1", new: ["w2"]))) == "13")
    #expect(exit(BuildComparison(sides: .builds(of: all, base: "v1", new: ["x3"]))) == "13")
    #expect(
      exit(BuildComparison(sides: .builds(of: all, base: "v1", new: ["v1"])))
        == "65: rehearse: 5 runs of \"v1\" are in \"v1\" as well, such as vabcdefghjkm1; name each run on one side")
    #expect(
      exit(BuildComparison(sides: .builds(of: all, base: "v1", new: ["v9"])))
        == "14: rehearse: \(all) has no build \"v9\"; its builds are v1, w2 and x3")
    #expect(
      exit(BuildComparison(sides: .paths(base: "\(folder.path)/none.csv", new: [new])))
        == "66: rehearse: \(folder.path)/none.csv: No such file or directory")
  }

  @Test func settingsOfTheCommandLineAreStrongerThanThoseOfTheScenario() throws {
    let folder = try Folder([
      "all.csv": Self.header + "\n" + Self.rows("v1", 20) + Self.rows("w2", 30), "orders.yaml": Self.scenario,
      "other.yaml": Self.scenario.replacing("name: orders", with: "name: payments"),
      "wrong.yaml": Self.scenario.replacing("80%", with: "${NOT_SET_HERE}"),
    ])
    var comparison = BuildComparison(sides: .builds(of: "\(folder.path)/all.csv", base: "v1", new: ["w2"]))
    comparison.scenario = "\(folder.path)/orders.yaml"
    #expect(exit(comparison) == "0")
    comparison.settings = [ComparisonSetting(metric: "ack_latency_p99", relative: 0.1)]
    #expect(exit(comparison) == "13")
    comparison.metrics = ["lost"]
    #expect(exit(comparison) == "0")
    comparison.scenario = "\(folder.path)/other.yaml"
    #expect(
      exit(comparison)
        == "65: rehearse: \(folder.path)/other.yaml is scenario \"payments\", and what is compared is of orders")
    comparison.scenario = "\(folder.path)/wrong.yaml"
    #expect(
      exit(comparison).hasPrefix("65: \(folder.path)/wrong.yaml:3:21: error: variable \"NOT_SET_HERE\" is not set"))
  }
}
