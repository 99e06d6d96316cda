import Scenarios
import Testing

@Suite struct MetricTableTests {
  /// scenario-format.md, Expectations: how a breach counts.
  @Test func breaches() {
    let inconclusive: Set<Metric> = [.trimmed, .unseen, .unknownAbsent, .unknownUnseen, .unsent]
    let verification: Set<Metric> = [
      .due, .sent, .acknowledged, .unknown, .aborted, .found, .lost, .phantom, .abortedVisible, .duplicated, .foreign,
      .reordered, .corrupted, .misrouted, .invalid,
    ]
    for metric in Metric.allCases {
      let expected: MetricFacts.Breach =
        inconclusive.contains(metric) ? .inconclusive : verification.contains(metric) ? .verification : .expectation
      #expect(metric.breach == expected, "\(metric)")
    }
  }

  @Test func everyLatencyIsTakenApart() {
    let latencies = Metric.allCases.filter { $0.latency != nil }
    #expect(latencies.count == 27)
    for metric in latencies {
      let latency = metric.latency
      #expect(metric.rawValue == "\(latency?.of.rawValue ?? "")_\(latency?.statistic.rawValue ?? "")")
    }
    #expect(Metric.allCases.filter { $0.rawValue.contains("latency") || $0.rawValue.contains("lateness") } == latencies)
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
    #expect(atMaximum.allSatisfy { $0.rawValue.hasPrefix("lateness_") || $0.rawValue.hasPrefix("ack_latency_") })
    #expect(atMaximum.count == 11)
    #expect(Metric.allCases.filter { $0.facts.emptyIn.contains(.wholeRun) } == [.rateKept, .readRate, .throughput])
    #expect(Metric.allCases.count { $0.facts.emptyIn.contains(.unmeasured) } == 30)
    #expect(Metric.allCases.filter { !$0.facts.isSupported } == [.retries, .refused])
  }
}
