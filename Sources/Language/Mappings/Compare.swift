internal import Diagnostics
internal import Scenarios

/// Keys of a metric in `compare`.
enum ComparedMetricKeys {
  static let tolerance = Key(
    "tolerance", .ratio, "The part of the base's median by which the metric may differ.", examples: ["20%"]
  ) { $0.quantity($1, expected: "a percentage", Quantity.ratio) }

  static let atLeast = Key(
    "at_least", .text,
    "A smaller difference never counts: an amount in the unit of the metric, such as `5ms`, `10` or `1MB/s`.",
    examples: ["5ms"]
  ) { _, pair in pair }

  static let gate = Key(
    "gate", .boolean, "Whether a regression of the metric fails the comparison.", examples: ["false"]
  ) { $0.boolean($1) }

  static let table = KeyTable(
    name: "compared", title: "A metric of a comparison",
    summary:
      "How `rehearse compare` and `rehearse history` judge one metric. A key that is not written leaves the metric's default.",
    rows: [tolerance.row, atLeast.row, gate.row],
    example: MappingExample(
      in: "scenario", "compare:\n  ack_latency_p99: {tolerance: 20%, at_least: 5ms}\n  throughput: {gate: true}"))
}

extension ValueReader {
  /// `compare:`: metrics by name.
  mutating func comparison(_ pair: YAMLPair) -> [ComparisonSetting]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in reader.comparisonSetting(entry) }
  }

  private mutating func comparisonSetting(_ entry: YAMLPair) -> ComparisonSetting? {
    let name = entry.key.text
    guard let index = ComparedMetric.index(of: name) else {
      report(unknownMetric(entry.key))
      return nil
    }
    let metric = ComparedMetric.all[index]
    guard
      let fields = fields(
        of: entry.value, named: name, in: " in \(quoted(name))", as: ComparedMetricKeys.table,
        headRange: entry.key.range)
    else { return nil }
    let gate = setting(ComparedMetricKeys.gate, fields)
    if gate.value == true, metric.better == nil {
      report(
        Diagnostic(
          code: .conflict, "\(quoted(name)) cannot fail a comparison: neither more nor less of it is better",
          at: fields["gate"]?.key.range ?? entry.key.range, remedy: "remove \"gate\""))
    }
    return ComparisonSetting(
      metric: name, relative: setting(ComparedMetricKeys.tolerance, fields).value?.value,
      absolute: setting(ComparedMetricKeys.atLeast, fields).value.flatMap { amount($0, of: metric) }, gates: gate.value)
  }

  private mutating func amount(_ pair: YAMLPair, of metric: ComparedMetric) -> Double? {
    quantity(pair, expected: .textSuch(as: ComparedAmount.example(for: metric))) { text throws(QuantityError) in
      try ComparedAmount.amount(text, of: metric)
    }
  }

  private func unknownMetric(_ key: YAMLKey) -> Diagnostic {
    // A column has its unit in its name.
    let column = ComparedMetric.all.first { $0.source == .column(key.text) }
    let nearest = column?.name ?? Suggestion.nearest(to: key.text, in: ComparedMetric.all.map(\.name))
    return Diagnostic(
      code: .unknownName, "unknown metric \(quoted(key.text))", at: key.range,
      remedy: nearest.map { "did you mean \(quoted($0))?" } ?? "for example ack_latency_p99, rate_kept or throughput")
  }
}
