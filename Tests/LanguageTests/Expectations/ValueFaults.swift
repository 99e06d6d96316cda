extension ExpectationFaultTests {
  /// Texts that are not a value of their metric.
  static let values: [Case] = [
    Case("lost == none", #"13+4 bad-value: lost "none" is not a number | for example 100000, 100k or 1.5M"#),
    Case("lost == 0%", #"13+2 bad-value: lost "0%" is not a count | a count has no unit: for example "0" or "100k""#),
    Case("lost < 1.5", #"12+3 bad-value: lost "1.5" is not a whole number"#),
    Case("lost == -1", #"13+2 bad-value: lost "-1" is not a number | for example 100000, 100k or 1.5M"#),
    Case(
      "lost == 10ms", #"13+4 bad-value: lost "10ms" is not a count | a count has no unit: for example "10" or "100k""#
    ),
    Case("lost < 1_000", #"12+5 bad-value: lost "1_000" is not a number | write 1000"#),
    Case(
      "sent >= 100K", #"13+4 bad-value: sent "100K" is not written as a number | k for a thousand is a small letter"#),
    Case("ack_latency_p99 < 50", #"23+2 bad-value: ack_latency_p99 "50" has no unit | write "50ms""#),
    Case("ack_latency_p99 < 0.5", #"23+3 bad-value: ack_latency_p99 "0.5" has no unit | write "0.5ms""#),
    Case("ack_latency_p99 < 50 ms", #"23+5 expectation: ack_latency_p99 "50 ms" has a space in it | write "50ms""#),
    Case(
      "ack_latency_p99 < 50MS", #"23+4 bad-value: ack_latency_p99 "50MS" is not written as a duration | write "50ms""#),
    Case(
      "ack_latency_p99 < 50%",
      #"23+3 bad-value: ack_latency_p99 "50%" is not a duration | for example "250ms", "30s" or "1h30m""#),
    Case("drain < 30", #"13+2 bad-value: drain "30" has no unit | write "30s""#),
    Case("rate_kept >= 99", #"18+2 bad-value: rate_kept "99" has no unit | write "99%""#),
    Case("rate_kept >= 0.99", #"18+4 bad-value: rate_kept "0.99" has no unit | write "99%""#),
    Case("rate_kept >= 20000", #"18+5 bad-value: rate_kept "20000" has no unit | write "20000/s""#),
    Case("rate_kept >= 20k", #"18+3 bad-value: rate_kept "20k" has no unit | write "20k/s""#),
    Case("rate_kept >= 101%", #"18+4 bad-value: rate_kept "101%" is more than 100% | at most "100%""#),
    Case("rate_kept >= 99 %", #"18+4 expectation: rate_kept "99 %" has a space in it | write "99%""#),
    Case(
      "rate_kept >= 20MB/s",
      #"18+6 bad-value: rate_kept "20MB/s" is in MB, but messages are counted | for example "20k/s""#),
    Case("read_rate >= 20k", #"18+3 bad-value: read_rate "20k" has no unit | write "20k/s""#),
    Case(
      "read_rate >= max", #"18+3 bad-value: read_rate "max" is not allowed here | for example "20k/s""#),
    Case("throughput >= 20", #"19+2 bad-value: throughput "20" has no unit | write "20MB/s""#),
    Case("throughput >= 20MB", #"19+4 bad-value: throughput "20MB" has no unit of time | write "20MB/s""#),
    Case("throughput >= 20M/s", #"19+5 bad-value: throughput "20M/s" is a rate of messages | for example "20MB/s""#),
    Case(
      "throughput >= 20Mb/s", #"19+6 bad-value: throughput "20Mb/s" is not written as a byte rate | write "20MB/s""#),
    Case(
      "throughput >= 20MB/min",
      #"19+8 bad-value: throughput "20MB/min" is not a byte rate | byte rates are per second: for example "20MB/s""#),
    Case(
      "client_rss_max < 64", #"22+2 bad-value: client_rss_max "64" has no unit | write "64B", or for example "64MiB""#),
    Case("client_rss_max < 64Ki", #"22+4 bad-value: client_rss_max "64Ki" is not written as a size | write "64KiB""#),
    Case("client_rss_max < 64 MiB", #"22+6 expectation: client_rss_max "64 MiB" has a space in it | write "64MiB""#),
    Case(
      "client_rss_max < 64miles",
      #"22+7 bad-value: client_rss_max "64miles" has an unknown unit of bytes | units: B, kB, KiB, MB, MiB, GB, GiB"#
    ),
    Case("bytes_acknowledged > 0.5B", #"26+4 bad-value: bytes_acknowledged "0.5B" is not a whole number of bytes"#),
    Case("lost == 0 always", #"15+6 expectation: "always" is not allowed after the value | remove it"#),
    Case(
      "lost == 0 and sent > 5",
      #"15+12 expectation: "and sent > 5" is not allowed after the value | an expectation is one condition: write a second one"#
    ),
    Case(
      "lost == 0, sent > 5",
      #"14+10 expectation: ", sent > 5" is not allowed after the value | an expectation is one condition: write a second one"#
    ),
    Case(
      "ack_latency_p99 > 1ms < 5ms",
      #"27+5 expectation: "< 5ms" is not allowed after the value | an expectation is one condition: write a second one"#
    ),
    Case(
      "refused == autentication",
      #"16+13 bad-value: refused "autentication" is not a reason | did you mean "authentication"?"#),
    Case(
      "refused >= authentication",
      #"5+25 expectation: a reason can only be compared with == | write "refused == authentication""#),
    Case(
      "refused == 5",
      #"16+1 bad-value: refused "5" is not a status | write one from 200 to 599, for example 422"#
    ),
    Case("rate_kept >= 99.99%%", #"18+7 bad-value: rate_kept "99.99%%" is not a percentage | for example "99%""#),
    Case("throughput >= fast", #"19+4 bad-value: throughput "fast" is not a byte rate | for example "20MB/s""#),
    Case(
      "service_latency_p99 < 1e3ms",
      #"27+5 bad-value: service_latency_p99 "1e3ms" is not a duration | for example "250ms", "30s" or "1h30m""#),
  ]
}
