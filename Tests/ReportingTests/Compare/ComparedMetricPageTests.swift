import FoundationEssentials
import Scenarios
import Testing

@testable import Reporting

/// The table of metrics in `Reports/README.md` against the metrics.
@Suite struct ComparedMetricPageTests {
  @Test func hasARowForEachMetricThatCanFailAComparison() throws {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let page = try String(contentsOfFile: "/\(root)/Reports/README.md", encoding: .utf8)
    let table = try #require(page.split(separator: "| metric | better | may move by | fails |\n").last)
    let rows = table.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().prefix { $0.hasPrefix("|") }
    let expected = ComparedMetric.all.filter { $0.gate != .never }.map(Self.row)
    #expect(rows.map(String.init) == expected, "\(expected.joined(separator: "\n"))")
  }

  private static func row(_ metric: ComparedMetric) -> String {
    let tolerance = metric.tolerance
    let absolute =
      tolerance.absolute == 0.01 && metric.unit == .share
      ? "1 point" : "\(Self.short(tolerance.absolute))\(Self.unit(metric.unit))"
    let moves = tolerance.relative == 0 ? absolute : "\(Self.short(tolerance.relative * 100))% and \(absolute)"
    let fails: String =
      switch metric.gate {
      case .exact: "one is too many where the base has none"
      case .statistical: metric.needsRate ? "in measured stages with a rate" : "in all stages"
      case .never: "never"
      }
    let better = metric.better == .higher ? "higher" : "lower"
    return "| `\(metric.name)` | \(better) | \(moves) | \(fails) |"
  }

  private static func short(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }

  private static func unit(_ unit: ComparedMetric.Unit) -> String {
    switch unit {
    case .count: ""
    case .milliseconds: "ms"
    case .microseconds: "us"
    case .perMessage: " a message"
    case .seconds, .share, .perSecond, .bytesPerSecond, .bytes: "not in the table"
    }
  }
}
