import Scenarios
import Testing

@Suite struct MetricTableTests {
  /// The exit code of a breach, by its metric.
  @Test func breaches() {
    let inconclusive: Set<Metric> = [.trimmed, .unseen, .unknownAbsent, .unknownUnseen, .unsent]
    let verification: Set<Metric> = [
      .due, .sent, .acknowledged, .unknown, .aborted, .found, .lost, .phantom, .abortedVisible, .duplicated, .foreign,
      .reordered, .corrupted, .misrouted, .invalid,
    ]
    for metric in Metric.allCases {
      switch metric.breach {
      case .inconclusive(let reason): #expect(inconclusive.contains(metric) && !reason.isEmpty, "\(metric)")
      case .verification: #expect(verification.contains(metric), "\(metric)")
      case .expectation: #expect(!inconclusive.contains(metric) && !verification.contains(metric), "\(metric)")
      }
    }
  }

  @Test func everyMetricIsFoundByItsName() {
    #expect(Metric.allCases.count == 72)
    #expect(Metric.allCases.count(where: \.isLatency) == 27)
    for metric in Metric.allCases { #expect(Metric(name: metric.name) == metric) }
    #expect(Metric(name: "end_to_end_latency_p999") == .latency(.endToEnd, .p999))
    #expect(Metric(name: "lateness_mean") == nil)
  }

  /// Every stage is held to these, in this order.
  @Test func defaults() {
    let zeros = Metric.allCases.filter { $0.facts.standard == .zero }
    #expect(
      zeros == [
        .rejected, .withheld, .dropped, .unsent, .lost, .trimmed, .unseen, .unknownAbsent, .unknownUnseen, .phantom,
        .corrupted, .misrouted, .invalid,
      ])
    #expect(Metric.allCases.filter { $0.facts.standard == .zeroIfIdempotent } == [.duplicated, .reordered])
    #expect(Metric.allCases.filter { $0.facts.standard == .zeroIfCommitted } == [.abortedVisible])
    #expect(Metric.rateKept.facts.standard == .atLeast(.ratio(Fraction(99, over: 100))))
  }

  @Test func columnsAreTheirsAlone() {
    let columns = Metric.allCases.flatMap(\.columns)
    #expect(Set(columns).count == columns.count)
    #expect(Metric.rateKept.columns == ["rate_kept_ratio", "rate_kept_per_s"])
    #expect(Metric.throughput.columns == ["throughput_bytes_per_s"])
    #expect(Metric.clientRSSMax.columns == ["client_rss_max_bytes"])
    #expect(Metric.bytesRead.columns == ["bytes_read"])
    #expect(Metric.drain.columns == ["drain_s"])
    #expect(Metric.ackGapMax.columns == ["ack_gap_max_ms"])
  }

  @Test(arguments: Metric.allCases) func meaningsAreOneLine(metric: Metric) {
    let meaning = metric.facts.meaning
    #expect(!meaning.isEmpty && !meaning.contains("\n") && meaning.last != ".")
    #expect(meaning.first?.isLowercase == true)
  }

  @Test func whatIsEmptyWhere() {
    let atMaximum = Metric.allCases.filter { $0.facts.emptyIn.contains(.atMaximum) }
    #expect(atMaximum.allSatisfy { $0.name.hasPrefix("lateness_") || $0.name.hasPrefix("ack_latency_") })
    #expect(atMaximum.count == 11)
    #expect(
      Metric.allCases.filter { $0.facts.emptyIn.contains(.wholeRun) } == [.rateKept, .readRate, .throughput, .refused])
    #expect(Metric.allCases.count { $0.facts.emptyIn.contains(.unmeasured) } == 30)
    #expect(Metric.allCases.filter { !$0.facts.isSupported } == [.retries])
  }
}
