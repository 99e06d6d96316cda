import Scenarios
import Testing

@testable import Verification

/// One metric of two sides, and what is decided about it.
@Suite struct FindingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var metric: String
    var gate: ComparedMetric.Gate?
    var base: [Double]
    var new: [Double]
    var verdict: Finding.Verdict
    var method: Finding.Method
    var fails: Bool
    var testDescription: String { name }

    init(
      _ name: String, _ metric: String, gate: ComparedMetric.Gate? = nil, _ base: [Double], _ new: [Double],
      _ verdict: Finding.Verdict, by method: Finding.Method, fails: Bool = false
    ) {
      (self.name, self.metric, self.gate, self.base, self.new) = (name, metric, gate, base, new)
      (self.verdict, self.method, self.fails) = (verdict, method, fails)
    }
  }

  @Test(arguments: [
    Case(
      "lost messages where there were none: one run is enough", "lost", [0], [3], .moved(.worse), by: .exact,
      fails: true),
    Case(
      "one run of five with a lost message", "lost", [0, 0, 0, 0, 0], [0, 0, 1, 0, 0], .moved(.worse), by: .exact,
      fails: true),
    Case("none lost on either side", "lost", [0, 0], [0], .unchanged, by: .exact),
    Case(
      "the base lost messages, too: one run a side says little", "lost", [0, 5], [9], .suspected(.worse), by: .tolerance
    ),
    Case(
      "the base lost messages, too, and the new side many more", "lost", [0, 1, 2, 1], [50, 60, 70, 80], .moved(.worse),
      by: .rankSum, fails: true),
    Case(
      "the base lost messages, and the new side none", "lost", [9, 8, 7, 9], [0, 0, 0, 0], .moved(.better), by: .rankSum
    ),
    Case(
      "p99 by a third, five runs a side", "ack_latency_p99", [20, 21, 22, 21, 20], [28, 29, 30, 29, 28],
      .moved(.worse), by: .rankSum, fails: true),
    Case(
      "p99 by a third in the good direction", "ack_latency_p99", [28, 29, 30, 29, 28], [20, 21, 22, 21, 20],
      .moved(.better), by: .rankSum),
    Case(
      "four runs a side are enough", "ack_latency_p99", [20, 21, 22, 21], [28, 29, 30, 29], .moved(.worse),
      by: .rankSum,
      fails: true),
    Case(
      "a clear difference that is smaller than the tolerance's share", "ack_latency_p99", [200, 201, 202, 201, 200],
      [220, 221, 222, 221, 220], .unchanged, by: .rankSum),
    Case(
      "a clear difference that is smaller than its least amount", "ack_latency_p99", [2, 2.1, 2.2, 2.1, 2],
      [4, 4.05, 4.1, 4, 4.05], .unchanged, by: .rankSum),
    Case(
      "exactly the tolerance is not more than it", "ack_latency_p99", [20, 20, 20, 20], [23, 23, 23, 23], .unchanged,
      by: .rankSum),
    Case(
      "medians far apart, runs that overlap", "ack_latency_p99", [20, 21, 40, 45, 22], [21, 30, 41, 20, 44],
      .inconclusive(.worse), by: .rankSum),
    Case(
      "hardly more than the tolerance: the runs are apart, but not by half of it", "ack_latency_p99",
      [20, 20.1, 21, 22.4, 22.5], [22.6, 22.7, 24.2, 24.5, 24.6], .inconclusive(.worse), by: .rankSum),
    Case(
      "the rate that was kept, by two points", "rate_kept", [1, 1, 1, 1], [0.98, 0.98, 0.97, 0.98], .moved(.worse),
      by: .rankSum, fails: true),
    Case(
      "the rate that was kept, by half a point", "rate_kept", [1, 1, 1, 1], [0.995, 0.995, 0.995, 0.995], .unchanged,
      by: .rankSum),
    Case(
      "the rate that was kept, by exactly one point", "rate_kept", [1, 1, 1, 1], [0.99, 0.99, 0.99, 0.99], .unchanged,
      by: .rankSum),
    Case("one run a side, by a third", "ack_latency_p99", [20], [28], .suspected(.worse), by: .tolerance),
    Case("one run a side, within the tolerance", "ack_latency_p99", [20], [21], .unchanged, by: .tolerance),
    Case("three runs a side", "ack_latency_p99", [20, 20, 20], [28, 28, 28], .suspected(.worse), by: .tolerance),
    Case(
      "five runs of a calm base against one", "ack_latency_p99", [20, 20.1, 20.2, 19.9, 20], [28], .suspected(.worse),
      by: .deviation),
    Case(
      "five runs of a restless base against one", "ack_latency_p99", [14, 17, 20, 23, 26], [28], .unchanged,
      by: .deviation),
    Case(
      "many runs of the new side against one of the base", "ack_latency_p99", [20], [28, 28, 28, 28, 28],
      .suspected(.worse), by: .tolerance),
    Case(
      "throughput fails nothing unless it is asked to", "throughput", [90, 91, 92, 91], [60, 61, 62, 61],
      .moved(.worse), by: .rankSum),
    Case(
      "throughput that gates", "throughput", gate: .statistical, [90, 91, 92, 91], [60, 61, 62, 61], .moved(.worse),
      by: .rankSum, fails: true),
    Case(
      "what was due is neither better nor worse", "due", [10, 10, 10, 10], [30, 30, 30, 30], .moved(.neither),
      by: .rankSum),
    Case("the base lacks the metric", "retries", [], [0.1], .absent(base: true, new: false), by: .tolerance),
  ])
  func isDecided(_ example: Case) throws {
    let index = try #require(ComparedMetric.index(of: example.metric))
    var rule = ComparisonRules()[index]
    if let gate = example.gate { rule.gate = gate }
    let finding = Finding(ComparedMetric.all[index], rule, base: example.base, new: example.new)
    #expect(finding.verdict == example.verdict)
    #expect(finding.method == example.method)
    #expect(finding.fails(suspicionsToo: false) == example.fails)
  }

  @Test func theProbabilityIsOfTheUnmovedBase() throws {
    let index = try #require(ComparedMetric.index(of: "ack_latency_p99"))
    let finding = Finding(
      ComparedMetric.all[index], ComparisonRules()[index], base: [20, 20.1, 21, 22.4, 22.5],
      new: [22.6, 22.7, 24.2, 24.5, 24.6])
    // Complete separation of 5 and 5: 2 of 252 ways.
    #expect(finding.p == 2.0 / 252)
  }

  @Test func aSuspicionFailsOnlyWhereItIsAskedTo() throws {
    let index = try #require(ComparedMetric.index(of: "ack_latency_p99"))
    let rule = ComparisonRules()[index]
    let worse = Finding(ComparedMetric.all[index], rule, base: [20], new: [28])
    let better = Finding(ComparedMetric.all[index], rule, base: [28], new: [20])
    #expect(worse.fails(suspicionsToo: true) && !worse.fails(suspicionsToo: false))
    #expect(!better.fails(suspicionsToo: true))
  }
}
