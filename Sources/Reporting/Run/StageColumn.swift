internal import Scenarios
internal import Verification

/// A column of `stages.csv`.
typealias StageColumn = ReportColumn<StageRow>

extension ReportColumn<StageRow> {
  /// The column of a metric in its first unit, or another one of its units. `places` are of a size that is a mean.
  static func metric(_ metric: Metric, in unit: MetricFacts.Unit? = nil, places: Int = 0) -> Self {
    let unit = unit ?? metric.facts.units[0]
    let facts = metric.facts
    return Self(name: metric.column(in: unit) ?? metric.name) { row in
      guard let value = row.value(of: metric, in: unit) else { return "" }
      let text =
        switch value {
        case .count(let count): String(count)
        case .duration(let nanoseconds):
          facts.column == nil
            ? duration(nanoseconds, isInSeconds: facts.isInSeconds) : FixedPoint.text(nanoseconds / 1e3, places: 3)
        case .ratio(let ratio): FixedPoint.text(ratio, places: 4)
        case .rate(let rate), .byteRate(let rate): FixedPoint.text(rate, places: 1)
        case .size(let bytes): FixedPoint.text(bytes, places: places)
        }
      return text ?? ""
    }
  }

  /// Whole nanoseconds are rounded as integers; a mean need not be whole.
  private static func duration(_ nanoseconds: Double, isInSeconds: Bool) -> String? {
    guard let whole = Int64(exactly: nanoseconds).map({ Nanoseconds($0) }) else {
      return FixedPoint.text(nanoseconds / (isInSeconds ? 1e9 : 1e6), places: 3)
    }
    return isInSeconds ? FixedPoint.seconds(nanoseconds: whole) : FixedPoint.milliseconds(nanoseconds: whole)
  }
}
