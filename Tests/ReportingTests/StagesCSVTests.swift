import Testing
import Verification

@testable import Reporting

@Suite struct StagesCSVTests {
  /// Builds are compared by these names: one that is missing or moved breaks a comparison.
  @Test func header() {
    #expect(
      StagesCSV.header
        == """
        schema_version,run_id,repeat,scenario,stage,stage_index,verdict,limited_by,started_at,\
        duration_target_s,duration_s,label,git_sha,git_branch,git_dirty,tool_version,client_version,\
        scenario_sha256,client_config_sha256,seed,host,os,arch,cpu_count,broker,broker_count,topic,\
        partition_count,replication_factor,security_protocol,template,acks,compression,linger_ms,idempotent,\
        producer_count,message_mean_bytes,rate_target_per_s,rate_kept_per_s,rate_kept_ratio,due,sent,withheld,\
        dropped,unsent,acknowledged,rejected,unknown,aborted,bytes_acknowledged,throughput_bytes_per_s,\
        lateness_p50_ms,lateness_p99_ms,lateness_max_ms,queue_full_s,retries,ack_gap_max_ms,\
        service_latency_min_ms,service_latency_mean_ms,service_latency_p50_ms,service_latency_p90_ms,\
        service_latency_p95_ms,service_latency_p99_ms,service_latency_p999_ms,service_latency_max_ms,\
        ack_latency_min_ms,ack_latency_mean_ms,ack_latency_p50_ms,ack_latency_p90_ms,ack_latency_p95_ms,\
        ack_latency_p99_ms,ack_latency_p999_ms,ack_latency_max_ms,end_to_end_latency_min_ms,\
        end_to_end_latency_mean_ms,end_to_end_latency_p50_ms,end_to_end_latency_p90_ms,end_to_end_latency_p95_ms,\
        end_to_end_latency_p99_ms,end_to_end_latency_p999_ms,end_to_end_latency_max_ms,read,bytes_read,\
        read_rate_per_s,read_gap_max_ms,lag_max,drain_s,found,lost,trimmed,unseen,unknown_found,unknown_absent,\
        unknown_unseen,aborted_hidden,aborted_visible,phantom,duplicated,reordered,reordered_distance_max,\
        corrupted,misrouted,invalid,foreign,anomalies_written,expectations_total,expectations_broken,\
        expectations_inconclusive,client_cpu_s,client_rss_max_bytes,error_code,error_message,client_cpu_us_per_message,\
        throttle_s,target,connections_max,connections_made,answers_2xx,answers_3xx,answers_4xx,answers_5xx,answers_none

        """)
  }

  @Test func aStage() throws {
    let row = try #require(rows(SampleRun.failed).first { $0["stage"] == "steady" })
    let expected = [
      "schema_version": "1", "repeat": "1", "stage_index": "1", "verdict": "failed", "limited_by": "cluster",
      "started_at": "2026-11-21T03:50:03.004Z", "duration_target_s": "60.000", "duration_s": "60.012",
      "label": "\"nightly; \"\"main\"\"\"", "git_branch": "", "git_dirty": "1", "seed": "18446744073709551615",
      "linger_ms": "5.000", "idempotent": "1", "message_mean_bytes": "262.3", "rate_target_per_s": "2000.0",
      "rate_kept_per_s": "1980.0", "rate_kept_ratio": "0.9900", "due": "120000", "acknowledged": "119999",
      "throughput_bytes_per_s": "524000.0", "lateness_p50_ms": "0.120", "ack_gap_max_ms": "15.500",
      "service_latency_min_ms": "1.500", "service_latency_mean_ms": "3.917", "service_latency_max_ms": "8.251",
      "end_to_end_latency_p999_ms": "1234.000", "drain_s": "1.002", "lost": "3", "unseen": "2", "invalid": "",
      "corrupted": "0", "expectations_total": "6", "expectations_broken": "3", "expectations_inconclusive": "2",
      "error_code": "",
    ]
    for (name, cell) in expected { #expect(row[name] == cell, "\(name)") }
  }

  @Test func aWarmUpHasCountsAndNoRatesOrLatencies() throws {
    let row = try #require(rows(SampleRun.passed).first)
    #expect(row["found"] == "5000" && row["lost"] == "0")
    for (name, cell) in row where name.contains("latency") || name.contains("lateness") || name.contains("rate_") {
      #expect(cell == "", "\(name)")
    }
  }

  @Test func theWholeRun() throws {
    let row = try #require(rows(SampleRun.passed).last)
    #expect(row["stage"] == "*" && row["stage_index"] == "" && row["sent"] == "125000" && row["found"] == "125000")
    #expect(row["rate_kept_per_s"] == "" && row["ack_latency_p99_ms"] == "9.000" && row["expectations_total"] == "3")
  }

  @Test func anAbortedRunThatWasNotReadBackHasEmptyCells() throws {
    let row = try #require(rows(SampleRun.aborted).first { $0["stage"] == "steady" })
    #expect(
      row["unsent"] == "60000" && row["read"] == "" && row["lost"] == "" && row["error_code"] == "signal.interrupt")
  }

  @Test func ofARunThatCouldNotStartNothingIsMeasured() {
    let rows = rows(SampleRun.unreachable)
    #expect(rows.map { $0["verdict"] } == ["skipped", "skipped", "inconclusive"])
    #expect(rows.map { $0["error_code"] } == ["", "", "infrastructure.unreachable"])
    for row in rows {
      for name in ["due", "sent", "acknowledged", "found", "lost", "ack_latency_p50_ms"] { #expect(row[name] == "") }
    }
  }

  @Test func hostileTextStaysInItsCell() {
    let lines = StagesCSV.text(HostileRun.run).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines.last == "")
    #expect(CSVText.field("a,b\"c") == "\"a,b\"\"c\"")
    #expect(CSVText.field("\r") == "\"\r\"" && CSVText.field("\r\n") == "\"\r\n\"" && CSVText.field(" x") == "\" x\"")
  }

  /// By names. The one comma in a cell, the label's, is made a semicolon first.
  private func rows(_ result: RunResult) -> [[String: String]] {
    let lines = StagesCSV.text(result).split(separator: "\n").map { line in
      line.split(separator: "y, ").joined(separator: "y; ").split(separator: ",", omittingEmptySubsequences: false)
    }
    return lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(lines[0], cells).map { (String($0), String($1)) })
    }
  }
}
