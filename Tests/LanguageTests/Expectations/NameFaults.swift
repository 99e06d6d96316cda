extension ExpectationFaultTests {
  /// Texts that are not a metric.
  static let names: [Case] = [
    Case(
      "ack_latncy_p99 < 50ms", #"5+14 expectation: unknown metric "ack_latncy_p99" | did you mean "ack_latency_p99"?"#),
    Case(
      "colour == 0",
      #"5+6 expectation: unknown metric "colour" | for example lost, rate_kept, ack_latency_p99, throughput"#
    ),
    Case(
      "ack_latency_p99_ms < 50",
      #"5+18 expectation: "ack_latency_p99_ms" has a unit in its name | write "ack_latency_p99": the value has the unit"#
    ),
    Case(
      "throughput_bytes_per_s > 5MB/s",
      #"5+22 expectation: "throughput_bytes_per_s" has a unit in its name | write "throughput": the value has the unit"#
    ),
    Case("p99(ack_latency) < 50ms", #"5+16 expectation: "p99(ack_latency)" is not a metric | write "ack_latency_p99""#),
    Case("max(lateness) < 50ms", #"5+13 expectation: "max(lateness)" is not a metric | write "lateness_max""#),
    Case("count(lost) == 0", #"5+11 expectation: "count(lost)" is not a metric | write "lost""#),
    Case("ack_latency.p99 < 50ms", #"5+15 expectation: "ack_latency.p99" is not a metric | write "ack_latency_p99""#),
    Case(
      "ack_latency < 50ms",
      #"5+11 expectation: "ack_latency" has one value per message | write "ack_latency_p99"; there are min, mean, p50, p90, p95, p99, p999, max"#
    ),
    Case(
      "lateness < 50ms",
      #"5+8 expectation: "lateness" has one value per message | write "lateness_p99"; there are p50, p99, max"#
    ),
    Case(
      "p99 < 50ms",
      #"5+3 expectation: "p99" does not say which latency | write one of ack_latency_p99, service_latency_p99, end_to_end_latency_p99"#
    ),
    Case(
      "latency_p99 < 50ms",
      #"5+11 expectation: "latency_p99" does not say which latency | write one of ack_latency_p99, service_latency_p99, end_to_end_latency_p99"#
    ),
    Case("ackLatencyP99 < 50ms", #"5+13 expectation: "ackLatencyP99" is not a metric | write "ack_latency_p99""#),
    Case("ack-latency-p99 < 50ms", #"5+15 expectation: "ack-latency-p99" is not a metric | write "ack_latency_p99""#),
    Case(
      "peak.lost == 0", #"5+9 expectation: "peak.lost" is not a metric | write "stage(peak).lost" for one stage"#),
    Case(
      "1ms < ack_latency_p99 < 5ms",
      #"5+3 expectation: "1ms" is not a metric | the metric comes first, as in "lost == 0""#),
    Case(
      "1ms < ack_latency_p99", #"5+3 expectation: "1ms" is not a metric | the metric comes first, as in "lost == 0""#),
    Case(#"'"lost" == 0'"#, #"6+6 expectation: ""lost"" is not a metric | the metric comes first, as in "lost == 0""#),
    Case("retries == 0", #"5+7 not-supported: "retries" is not supported yet"#),
    Case(
      "refused == authentication", #"5+25 expectation: the whole run has no "refused" | write "stage(*).refused""#),
    Case(
      "message_mean_bytes < 5B",
      #"5+18 expectation: "message_mean_bytes" has a unit in its name | write "message_mean": the value has the unit"#),
    Case("99% <= rate_kept", #"5+3 expectation: "99%" is not a metric | the metric comes first, as in "lost == 0""#),
  ]

  /// Texts without a valid comparison.
  static let comparisons: [Case] = [
    Case("lost", #"5+4 expectation: "lost" is not compared with anything | for example "lost == 0""#),
    Case("lost 0", #"5+4 expectation: "lost" is not compared with anything | for example "lost == 0""#),
    Case(
      "ack_latency_p99 50ms",
      #"5+15 expectation: "ack_latency_p99" is not compared with anything | for example "ack_latency_p99 < 50ms""#),
    Case("lost = 0", #"10+1 expectation: "=" is not a comparison | write "==""#),
    Case("lost === 0", #"10+3 expectation: "===" is not a comparison | write "==""#),
    Case("lost != 0", #"10+2 expectation: "!=" is not a comparison | write one of <, <=, >, >=, =="#),
    Case("lost <> 0", #"10+2 expectation: "<>" is not a comparison | write one of <, <=, >, >=, =="#),
    Case("lost is 0", #"5+4 expectation: "lost" is not compared with anything | for example "lost == 0""#),
    Case("ack_latency_p99 =< 50ms", #"21+2 expectation: "=<" is not a comparison | write "<=""#),
    Case("ack_latency_p99 ≤ 50ms", #"21+1 expectation: "≤" is not a comparison | write "<=""#),
    Case("lost ==", #"5+7 expectation: "lost ==" has no value | for example "lost == 0""#),
    Case(
      "ack_latency_p99 <",
      #"5+17 expectation: "ack_latency_p99 <" has no value | for example "ack_latency_p99 < 50ms""#),
  ]

  /// Scopes that do not exist, or do not have the metric.
  static let scopes: [Case] = [
    Case("stage(pek).lost == 0", #"11+3 unknown-name: unknown stage "pek" | did you mean "peak"?"#),
    Case(
      "stage(flat) lost == 0",
      #"5+11 expectation: "stage(flat)" is not followed by a dot and a metric | for example "stage(flat).lost == 0""#),
    Case("stage(flat).", #"5+12 expectation: the metric is missing | for example "lost == 0""#),
    Case("stage(flat", #"5+10 expectation: "stage(flat" names no stage | write "stage(flat)." before the metric"#),
    Case(
      #"stage("flat").lost == 0"#,
      #"5+13 expectation: "stage("flat")" names no stage | write "stage(flat)." before the metric"#),
    Case(
      "stage[flat].lost == 0",
      #"5+11 expectation: "stage[flat]" names no stage | write "stage(flat)." before the metric"#),
    Case("stages(*).lost == 0", #"5+9 expectation: "stages(*)" names no stage | write "stage(*)." before the metric"#),
    Case("Stage(*).lost == 0", #"5+8 expectation: "Stage(*)" names no stage | write "stage(*)." before the metric"#),
    Case("stage().lost == 0", #"5+7 expectation: "stage()" names no stage | write "stage(NAME)." before the metric"#),
    Case(
      "stage(flat). lost == 0",
      #"5+11 expectation: "stage(flat)" is not followed by a dot and a metric | for example "stage(flat).lost == 0""#),
    Case("lost < 0", #"5+8 expectation: "lost < 0" can never hold | nothing is less than 0"#),
    Case(
      "stage(flat).ack_latency_p99 < 5ms",
      #"5+33 expectation: "ack_latency_p99" is empty in stage "flat": at rate max nothing is due at a time | give the stage a rate, or write "service_latency_p99""#
    ),
    Case(
      "stage(flat).rate_kept >= 99%",
      #"5+28 expectation: "rate_kept" is empty in stage "flat": at rate max nothing is due at a time | give the stage a rate, or write, for example, "rate_kept >= 10k/s""#
    ),
    Case(
      "stage(flat).lateness_max < 5ms",
      #"5+30 expectation: "lateness_max" is empty in stage "flat": at rate max nothing is due at a time | give the stage a rate"#
    ),
    Case("rate_kept >= 99%", #"5+16 expectation: the whole run has no "rate_kept" | write "stage(*).rate_kept""#),
    Case("throughput > 5MB/s", #"5+18 expectation: the whole run has no "throughput" | write "stage(*).throughput""#),
    Case("read_rate > 5/s", #"5+15 expectation: the whole run has no "read_rate" | write "stage(*).read_rate""#),
    Case(
      "stage(warm).ack_latency_p99 < 5ms",
      #"5+33 expectation: "ack_latency_p99" is empty in stage "warm", which has "measure: false" | take one of the two out"#
    ),
    Case(
      "stage(peak).rate_kept > 100%",
      #"5+28 expectation: "stage(peak).rate_kept > 100%" can never hold | nothing is more than 100%"#),
  ]
}
