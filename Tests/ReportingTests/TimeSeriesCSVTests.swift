import Scenarios
import Testing
import Verification

@testable import Reporting

/// `timeseries.csv`, to the letter.
@Suite struct TimeSeriesCSVTests {
  /// Builds are compared by these names: one that is missing or moved breaks a comparison.
  @Test func header() {
    #expect(
      TimeSeriesCSV.header
        == """
        schema_version,run_id,repeat,scenario,stage,stage_index,interval,elapsed_s,interval_s,rate_target_per_s,due,sent,\
        withheld,dropped,acknowledged,rejected,unknown,aborted,bytes_acknowledged,read,bytes_read,in_flight,lag,\
        lateness_max_ms,ack_latency_p50_ms,ack_latency_p99_ms,ack_latency_max_ms,end_to_end_latency_p50_ms,\
        end_to_end_latency_p99_ms,end_to_end_latency_max_ms,retries,throttle_max_ms,queue_messages,anomalies

        """)
  }

  private static var run: RunResult {
    var stage = SampleRun.steady
    stage.ordinal = 3
    var series = StageSeries()
    series.change(0) {
      ($0.due, $0.sent, $0.acknowledged, $0.bytesAcknowledged) = (2000, 1999, 1990, 521_000)
      ($0.withheld, $0.anomalies, $0.inFlight) = (1, 1, 9)
      ($0.read, $0.bytesRead, $0.lagMax) = (1980, 520_000, 25)
      ($0.latenessMax, $0.throttleMax, $0.queued) = (301_500, 40, 120)
      $0.ackLatency = StageSeries.Latencies(p50: 1_500_000, p99: 7_250_000, maximum: 9_000_499)
      $0.endToEndLatency = StageSeries.Latencies(p50: 2_500_000, p99: 8_250_000, maximum: 11_000_000)
    }
    series.change(2) { ($0.acknowledged, $0.read) = (9, 19) }
    series.targets = [2000, 2000]
    series.end = .milliseconds(2250)
    stage.series = series
    return SampleRun.run(stages: [stage], verdict: .passed, exits: [.passed])
  }

  @Test func eachSecondIsARow() {
    let rows = TimeSeriesCSV.text(Self.run).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(4).joined(separator: ",")
    }
    #expect(
      rows == [
        "steady,3,0,1.000,1.000,2000.0,2000,1999,1,0,1990,0,0,0,521000,1980,520000,9,25,0.302,1.500,7.250,9.000,2.500,"
          + "8.250,11.000,,40,120,1",
        "steady,3,1,2.000,1.000,2000.0,0,0,0,0,0,0,0,0,0,0,0,0,,,,,,,,,,0,,0",
        "steady,3,2,2.250,0.250,0.0,0,0,0,0,9,0,0,0,0,19,0,0,,,,,,,,,,0,,0",
      ])
  }

  @Test func whatWasNotReadBackIsEmpty() throws {
    var run = Self.run
    run.stages[0].read = nil
    let rows = rows(TimeSeriesCSV.text(run))
    let first = try #require(rows.first)
    for name in ["read", "bytes_read", "lag", "end_to_end_latency_p50_ms", "end_to_end_latency_max_ms"] {
      #expect(first[name] == "", "\(name)")
    }
    #expect(first["sent"] == "1999")
  }

  /// `run.json` has all of it, with names as in the report.
  @Test func aReportIsAFunctionOfTheSavedRun() throws {
    let run = Self.run
    let saved = try RunJSON.bytes(run)
    #expect(String(decoding: saved, as: UTF8.self).contains(#""ack_latency_p99" : "7250000 - -""#))
    #expect(TimeSeriesCSV.text(try RunJSON.result(from: saved)) == TimeSeriesCSV.text(run))
  }

  /// A stage that did not run has no rows, and neither has the whole run.
  @Test func onlyStagesThatRan() {
    #expect(TimeSeriesCSV.text(SampleRun.unreachable) == TimeSeriesCSV.header)
  }

  private func rows(_ text: String) -> [[String: String]] {
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
  }
}
