internal import Scenarios

/// A column of numbers in one string, so that a saved run stays small: `12 12 0 - 7`, with a dash for what was not measured.
extension StageSeries: Codable {
  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private typealias Column = (
    name: String, get: (Interval) -> UInt64?, set: (inout Interval, UInt64?) -> Void
  )

  private static func count(_ name: String, _ path: WritableKeyPath<Interval, UInt64>) -> Column {
    (name, { $0[keyPath: path] }, { $0[keyPath: path] = $1 ?? 0 })
  }

  private static func optional(_ name: String, _ path: WritableKeyPath<Interval, UInt64?>) -> Column {
    (name, { $0[keyPath: path] }, { $0[keyPath: path] = $1 })
  }

  private static func latencies(_ name: String, _ path: WritableKeyPath<Interval, Latencies?>) -> [Column] {
    func column(_ statistic: String, _ part: WritableKeyPath<Latencies, UInt64>) -> Column {
      (
        "\(name)\(statistic)", { $0[keyPath: path]?[keyPath: part] },
        { interval, value in
          guard let value else { return }
          var latencies = interval[keyPath: path] ?? Latencies(p50: 0, p99: 0, maximum: 0)
          latencies[keyPath: part] = value
          interval[keyPath: path] = latencies
        }
      )
    }
    return [column("P50", \.p50), column("P99", \.p99), column("Max", \.maximum)]
  }

  private static var columns: [Column] {
    [
      count("due", \.due), count("sent", \.sent), count("withheld", \.withheld), count("dropped", \.dropped),
      count("acknowledged", \.acknowledged), count("rejected", \.rejected), count("unknown", \.unknown),
      count("aborted", \.aborted), count("bytesAcknowledged", \.bytesAcknowledged), count("read", \.read),
      count("bytesRead", \.bytesRead), count("anomalies", \.anomalies), count("inFlight", \.inFlight),
      optional("lagMax", \.lagMax), optional("queued", \.queued), optional("retries", \.retries),
      count("throttleMaxMs", \.throttleMax), optional("latenessMax", \.latenessMax),
    ] + latencies("ackLatency", \.ackLatency) + latencies("endToEndLatency", \.endToEndLatency)
  }

  /// `2000.0*60 0.0`: a number, and how often it comes in a row.
  private static func text(_ targets: [Double]) -> String {
    var runs: [(value: Double, count: Int)] = []
    for target in targets {
      if runs.last?.value == target { runs[runs.count - 1].count += 1 } else { runs.append((target, 1)) }
    }
    return runs.map { $0.count == 1 ? "\($0.value)" : "\($0.value)*\($0.count)" }.joined(separator: " ")
  }

  private static func targets(_ text: String) -> [Double] {
    text.split(separator: " ").flatMap { run -> [Double] in
      let parts = run.split(separator: "*")
      guard let value = parts.first.flatMap({ Double($0) }) else { return [] }
      return Array(repeating: value, count: parts.count > 1 ? max(Int(parts[1]) ?? 1, 0) : 1)
    }
  }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Name.self)
    end = try values.decode(Nanoseconds.self, forKey: Name("end"))
    targets = try Self.targets(values.decode(String.self, forKey: Name("targets")))
    let count = try values.decode(Int.self, forKey: Name("intervals"))
    for column in Self.columns {
      let numbers = try values.decode(String.self, forKey: Name(column.name)).split(separator: " ")
      guard numbers.count == count else {
        throw DecodingError.dataCorruptedError(
          forKey: Name(column.name), in: values, debugDescription: "not as many numbers as intervals")
      }
      if count > 0 { reach(count - 1) }
      for (index, number) in numbers.enumerated() { column.set(&intervals[index], UInt64(number)) }
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Name.self)
    try values.encode(end, forKey: Name("end"))
    try values.encode(Self.text(targets), forKey: Name("targets"))
    try values.encode(intervals.count, forKey: Name("intervals"))
    for column in Self.columns {
      let numbers = intervals.map { column.get($0).map { String($0) } ?? "-" }
      try values.encode(numbers.joined(separator: " "), forKey: Name(column.name))
    }
  }
}
