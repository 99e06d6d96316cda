internal import Diagnostics
internal import Scenarios
import Verification

/// A column of `stages.csv`: its name, and its cell for one row. An empty cell is "not measured".
struct StageColumn: Sendable {
  let name: String
  let cell: @Sendable (StageRow) -> String

  /// Counts are whole.
  static func count(_ name: String, _ value: @escaping @Sendable (StageRow) -> UInt64?) -> Self {
    Self(name: name) { row in value(row).map { String($0) } ?? "" }
  }

  static func number(_ name: String, _ value: @escaping @Sendable (StageRow) -> Int?) -> Self {
    Self(name: name) { row in value(row).map { String($0) } ?? "" }
  }

  /// A row is one line whatever the text holds: line ends and other control characters become visible.
  static func text(_ name: String, _ value: @escaping @Sendable (StageRow) -> String?) -> Self {
    Self(name: name) { row in value(row)?.visible ?? "" }
  }

  /// Yes and no are 1 and 0.
  static func flag(_ name: String, _ value: @escaping @Sendable (StageRow) -> Bool?) -> Self {
    Self(name: name) { row in value(row).map { $0 ? "1" : "0" } ?? "" }
  }

  static func decimal(_ name: String, places: Int, _ value: @escaping @Sendable (StageRow) -> Double?) -> Self {
    Self(name: name) { row in value(row).flatMap { FixedPoint.text($0, places: places) } ?? "" }
  }

  /// `value` in nanoseconds, the cell in seconds.
  static func seconds(_ name: String, _ value: @escaping @Sendable (StageRow) -> Int64?) -> Self {
    Self(name: name) { row in value(row).map { FixedPoint.seconds(nanoseconds: $0) } ?? "" }
  }

  /// `value` in nanoseconds, the cell in milliseconds.
  static func milliseconds(_ name: String, _ value: @escaping @Sendable (StageRow) -> Int64?) -> Self {
    Self(name: name) { row in value(row).map { FixedPoint.milliseconds(nanoseconds: $0) } ?? "" }
  }

  /// What verification counts; empty where it was not read back, or the kind is not detected.
  static func found(_ name: String, _ value: @escaping @Sendable (ReadCounts) -> UInt64) -> Self {
    count(name) { row in
      if let metric = Metric(rawValue: name), !row.detects(metric) { return nil }
      return row.read.map(value)
    }
  }

  enum Statistic: Sendable {
    case minimum, mean, maximum
    case percentile(Double)
  }

  /// One statistic of a histogram in milliseconds; empty where nothing was recorded.
  static func latency(
    _ name: String, _ statistic: Statistic, of histogram: @escaping @Sendable (StageResult) -> LatencyHistogram?
  ) -> Self {
    Self(name: name) { row in
      guard let histogram = row.measured.flatMap(histogram), histogram.count > 0 else { return "" }
      switch statistic {
      case .minimum: return FixedPoint.milliseconds(nanoseconds: Int64(clamping: histogram.minimum))
      case .maximum: return FixedPoint.milliseconds(nanoseconds: Int64(clamping: histogram.maximum))
      case .mean: return histogram.meanMilliseconds.flatMap { FixedPoint.text($0, places: 3) } ?? ""
      case .percentile(let percent):
        return histogram.milliseconds(atPercentile: percent).flatMap { FixedPoint.text($0, places: 3) } ?? ""
      }
    }
  }

  /// The eight columns of a latency: `service_latency_min_ms` and so on.
  static func latencies(
    _ prefix: String, of histogram: @escaping @Sendable (StageResult) -> LatencyHistogram?
  ) -> [Self] {
    let statistics: [(String, Statistic)] = [
      ("min", .minimum), ("mean", .mean), ("p50", .percentile(50)), ("p90", .percentile(90)), ("p95", .percentile(95)),
      ("p99", .percentile(99)), ("p999", .percentile(99.9)), ("max", .maximum),
    ]
    return statistics.map { latency("\(prefix)_\($0.0)_ms", $0.1, of: histogram) }
  }
}
