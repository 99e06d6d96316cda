internal import Diagnostics
internal import Scenarios

/// The metric of an expectation, with common other names for it.
enum MetricName {
  /// `kind` is the kind of place whose metric it must be; nil for a stage's or the whole run's.
  static func read(
    _ written: String, of kind: PlaceKind?, at offsets: Range<Int>, in scanner: ExpectationScanner
  ) throws(ExpectationError) -> Metric {
    let (message, remedy): (String, String?)
    if let kind {
      if let metric = kind.metric(named: written) { return .place(metric) }
      (message, remedy) = mistake(written, of: kind)
    } else {
      if let metric = Metric(name: written) { return metric }
      (message, remedy) = mistakeOfPlace(written) ?? mistake(written, followedBy: scanner.rest)
    }
    throw ExpectationError(message: message, remedy: remedy, offsets: offsets)
  }

  /// A metric that a sink or a group does not have.
  private static func mistake(_ written: String, of kind: PlaceKind) -> (message: String, remedy: String?) {
    guard !written.isEmpty else {
      return ("the metric is missing", "for example \"\(kind == .sink ? "missing == 0" : "lag_max < 5k")\"")
    }
    let names = kind.metrics.map(\.name)
    if let metric = kind.metrics.first(where: { Metric.place($0).columns.contains(written) }) {
      return ("\(quoted(written)) has a unit in its name", "write \"\(metric.name)\": the value has the unit")
    }
    if kind == .sink, ["lost", "loss"].contains(written) {
      return ("a sink has no \(quoted(written)): no offset proves it there", "write \"missing\"")
    }
    if let other = PlaceKind.allCases.first(where: { $0 != kind && $0.metric(named: written) != nil }) {
      return (
        "\(quoted(written)) is not a metric of a \(kind.rawValue)",
        "write \"\(other.rawValue)(NAME).\(written)\" at the top"
      )
    }
    if let metric = Metric(name: written) {
      return (
        "\(quoted(metric.name)) is a metric of stages, not of a \(kind.rawValue)",
        "there are \(names.joined(separator: ", "))"
      )
    }
    let nearest = Suggestion.nearest(to: written, in: names).map { "did you mean \"\($0)\"?" }
    return (
      "unknown metric \(quoted(written)) of a \(kind.rawValue)", nearest ?? "there are \(names.joined(separator: ", "))"
    )
  }

  /// A metric that only sinks or groups have, without the name of one.
  private static func mistakeOfPlace(_ written: String) -> (message: String, remedy: String?)? {
    guard let kind = PlaceKind.allCases.first(where: { $0.metric(named: written) != nil }) else { return nil }
    return (
      "\(quoted(written)) is a metric of a \(kind.rawValue), not of a stage or the whole run",
      "write \"\(kind.rawValue)(NAME).\(written)\", or \"\(kind.rawValue)(*).\(written)\""
    )
  }

  private static func mistake(_ written: String, followedBy rest: String) -> (message: String, remedy: String?) {
    guard let first = written.unicodeScalars.first else {
      return ("the metric is missing", "for example \"lost == 0\"")
    }
    if "0"..."9" ~= first || "\"'".unicodeScalars.contains(first) {
      return ("\(quoted(written)) is not a metric", "the metric comes first, as in \"lost == 0\"")
    }
    if let metric = Metric.allCases.first(where: { $0.columns.contains(written) }) {
      return ("\(quoted(written)) has a unit in its name", "write \"\(metric.name)\": the value has the unit")
    }
    if let metric = asFunction(written) {
      return ("\(quoted(written)) is not a metric", "write \"\(metric)\"")
    }
    let plain = written.lowercased().filter { $0 != "." && $0 != "-" }
    let twin = Metric.allCases.first { $0.name.filter { $0 != "_" } == plain.filter { $0 != "_" } }
    if let twin { return ("\(quoted(written)) is not a metric", "write \"\(twin.name)\"") }
    if let latency = Latency(rawValue: written) {
      let statistics = latency.statistics.map(\.rawValue)
      return (
        "\(quoted(written)) has one value per message",
        "write \"\(written)_p99\"; there are \(statistics.joined(separator: ", "))"
      )
    }
    let statistic = written.split(separator: "_").last.map(String.init).flatMap(Latency.Statistic.init)
    if let statistic, written == statistic.rawValue || written == "latency_\(statistic.rawValue)" {
      let meant = ["ack_latency", "service_latency", "end_to_end_latency"].map { "\($0)_\(statistic.rawValue)" }
      return ("\(quoted(written)) does not say which latency", "write one of \(meant.joined(separator: ", "))")
    }
    if let meant = synonym(of: written) { return ("\(quoted(written)) is not a metric", "write \"\(meant)\"") }
    if written.hasPrefix("stages."), let dot = written.lastIndex(of: "."),
      Metric(name: String(written[written.index(after: dot)...])) != nil
    {
      let stage = written[..<dot].dropFirst("stages.".count)
      return ("\(quoted(written)) is not a metric", "write \"stage(\(stage))\(written[dot...])\" for one stage")
    }
    if let dot = written.firstIndex(of: "."), Metric(name: String(written[written.index(after: dot)...])) != nil {
      return (
        "\(quoted(written)) is not a metric",
        "write \"stage(\(written[..<dot]))\(written[dot...])\" for one stage"
      )
    }
    if let nearest = Suggestion.nearest(to: written, in: Metric.allCases.map(\.name)) {
      return ("unknown metric \(quoted(written))", "did you mean \"\(nearest)\"?")
    }
    return ("unknown metric \(quoted(written))", "for example lost, rate_kept, ack_latency_p99, throughput")
  }

  /// The metric that another name means.
  private static func synonym(of written: String) -> String? {
    let words = [
      "out_of_order": "reordered", "misordered": "reordered", "loss": "lost",
      "duplicates": "duplicated",
      "errors": "rejected", "failed": "rejected", "rate": "rate_kept", "lag": "lag_max", "messages": "sent",
    ]
    if let word = words[written] { return word }
    let latencies = [
      "e2e_latency": "end_to_end_latency", "end_to_end": "end_to_end_latency", "e2e": "end_to_end_latency",
      "produce_latency": "ack_latency", "send_latency": "service_latency",
    ]
    for (other, own) in latencies.sorted(by: { $0.key.count > $1.key.count }) where written.hasPrefix(other + "_") {
      let meant = own + written.dropFirst(other.count)
      if Metric(name: meant) != nil { return meant }
    }
    return nil
  }

  /// `p99(ack_latency)`, `max(lateness)`, `count(lost)`: as the metric's name, where there is one.
  private static func asFunction(_ written: String) -> String? {
    guard let opening = written.firstIndex(of: "("), written.last == ")" else { return nil }
    let function = written[..<opening].lowercased()
    let argument = String(written[written.index(after: opening)...].dropLast())
    let statistics = ["avg": "mean", "median": "p50", "minimum": "min", "maximum": "max"]
    let names = [argument, "\(argument)_\(statistics[function] ?? function)"]
    return names.reversed().first { Metric(name: $0) != nil }
  }

  /// An example of the comparison and the value of a condition on this metric.
  static func example(for metric: Metric) -> String {
    switch metric.facts.units.first {
    case .duration: "< 50ms"
    case .ratio: ">= 99%"
    case .rate: ">= 20k/s"
    case .byteRate: ">= 20MB/s"
    case .size: "< 64MiB"
    case .reason: "== authentication"
    case .count, nil: "== 0"
    }
  }
}
