import Scenarios
import Testing
import Verification

@testable import Reporting

@Suite struct FindingRowTests {
  @Test(arguments: [
    (12.3, 18.9, ComparedMetric.Unit.milliseconds, "12.3ms", "18.9ms", "+6.6ms"),
    (4.1, 3.2, .milliseconds, "4.10ms", "3.20ms", "-0.90ms"),
    // With as many decimals as show that they differ.
    (1234.1, 1234.3, .milliseconds, "1,234.1ms", "1,234.3ms", "+0.2ms"),
    (0.0042, 0.0051, .perMessage, "0.00420", "0.00510", "+0.00090"), (5, 5, .milliseconds, "5.00ms", "5.00ms", "0"),
    (0, 3, .count, "0", "3", "+3"), (2, 2.5, .count, "2.00", "2.50", "+0.50"),
    (1_234_567, 1_234_568, .count, "1,234,567", "1,234,568", "+1"),
    (0.9998, 0.97, .share, "99.98%", "97.00%", "-2.98 points"), (11.2, 9.8, .microseconds, "11.2us", "9.8us", "-1.4us"),
    (19_950.4, 20_009.2, .perSecond, "19,950/s", "20,009/s", "+59/s"),
    (950_000, 1_240_000, .bytesPerSecond, "0.95 MB/s", "1.24 MB/s", "+0.29 MB/s"),
    (900, 950, .bytes, "900 B", "950 B", "+50 B"), (0, 0, .seconds, "0s", "0s", "0"),
  ])
  func numbersBesideEachOther(
    _ base: Double, _ new: Double, _ unit: ComparedMetric.Unit, _ left: String, _ right: String, _ difference: String
  ) {
    let number = ComparedNumber(base, new, in: unit)
    #expect([number.base, number.new, number.difference] == [left, right, difference])
  }

  @Test(arguments: [
    (12.3, 18.9, "+53.7%"), (0, 3, "n/a"), (4, 2, "-50.0%"), (1, 13.3, "+1,230%"), (-2, -1, "+50.0%"),
  ])
  func percentages(_ base: Double, _ new: Double, _ text: String) {
    #expect(ComparedNumber.percent(from: base, to: new) == text)
  }

  /// Base, new and what the metric is called by, for a metric that can fail the comparison and one that fails nothing.
  @Test(arguments: [
    ("five against five, far off", 5, 5, 20.0, "regressed", "worse"),
    ("five against five, far better", 5, 5, 4, "improved", "better"),
    ("five against five, the same", 5, 5, 10, "unchanged", "unchanged"),
    ("three against three", 3, 3, 20, "suspect", "maybe worse"),
    ("three against three, better", 3, 3, 4, "maybe improved", "maybe better"),
    ("one against one, a little", 1, 1, 10.5, "within tolerance", "within tolerance"),
    ("one against one, the same", 1, 1, 10, "unchanged", "unchanged"),
  ])
  func words(_ name: String, _ base: Int, _ new: Int, _ value: Double, _ gating: String, _ shownOnly: String) {
    for (metric, word) in [("ack_latency_p99", gating), ("ack_latency_max", shownOnly)] {
      let row = Self.row(metric, Array(repeating: 10, count: base), Array(repeating: value, count: new))
      #expect(row.word.shown == word, "\(name), \(metric)")
    }
  }

  @Test func wordsOfNoise() {
    let base: [Double] = [10, 30, 12, 28, 14]
    #expect(Self.row("ack_latency_p99", base, [9, 40, 20, 41, 11]).word == .unclear)
    #expect(Self.row("ack_latency_p99", base, [25]).word == .withinNoise)
    #expect(Self.row("ack_latency_p99", [], [25]).word == .absent)
    #expect(Self.row("sent", [10], [20]).word == .maybeMoved)
  }

  /// A word of the table has its page.
  @Test(arguments: FindingWord.allCases.filter { $0 != .absent }) func whyExplains(_ word: FindingWord) {
    #expect(Subject.named(word.rawValue) != nil)
  }

  /// Lost in one run of five: the median is 0, and the row shows what was lost.
  @Test func aCountThatMustBeZero() {
    let row = Self.row("lost", [0, 0, 0, 0, 0], [0, 0, 7, 0, 2])
    #expect([row.base, row.new, row.change, row.p, row.runs] == ["0", "7", "n/a (+7) in 2 of 5 runs", "", "5/5"])
    #expect(Self.row("lost", [0], [3]).change == "n/a (+3)")
  }

  private static func row(_ name: String, _ base: [Double], _ new: [Double]) -> FindingRow {
    let index = ComparedMetric.index(of: name) ?? 0
    let finding = Finding(ComparedMetric.all[index], ComparisonRules()[index], base: base, new: new)
    return FindingRow(finding, stage: "steady")
  }
}
