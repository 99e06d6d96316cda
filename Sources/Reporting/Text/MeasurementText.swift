internal import Scenarios
internal import Verification

extension Measurement {
  /// The value beside its bound, with as many decimals as distinguish the two: no report should say "50ms, expected
  /// less than 50ms" unless it is so.
  func text(beside bound: Bound) -> String {
    switch self {
    case .count(let count): HumanNumber.grouped(count)
    case .ratio(let ratio):
      if case .ratio(let bound) = bound {
        HumanNumber.percent(ratio, against: bound.value)
      } else {
        HumanNumber.percent(ratio)
      }
    case .duration(let value): Self.duration(value, beside: bound)
    case .rate(let value): Self.number(value, beside: bound, in: [("/s", 1)])
    case .byteRate(let value):
      Self.number(value, beside: bound, in: [("B/s", 1), ("kB/s", 1e3), ("MB/s", 1e6), ("GB/s", 1e9)])
    case .size(let value):
      Self.number(value, beside: bound, in: [("B", 1), ("KiB", 0x1p10), ("MiB", 0x1p20), ("GiB", 0x1p30)])
    }
  }

  /// In milliseconds as `stages.csv` has them, in seconds beside a bound of seconds.
  private static func duration(_ nanoseconds: Double, beside bound: Bound) -> String {
    let isLong = if case .duration(let bound) = bound { bound >= 1_000_000_000 } else { false }
    return number(nanoseconds, beside: bound, in: [isLong ? ("s", 1e9) : ("ms", 1e6)], atLeast: 3)
  }

  /// In the greatest unit that leaves a whole part, with no more decimals than are needed.
  private static func number(
    _ value: Double, beside bound: Bound, in units: [(name: String, size: Double)], atLeast least: Int = 1
  ) -> String {
    let unit = units.last { value >= $0.size } ?? units[0]
    func text(_ value: Double, _ places: Int) -> String {
      let text = FixedPoint.text(value / unit.size, places: places) ?? "?"
      let (whole, rest) = (text.prefix { $0 != "." }, text.drop { $0 != "." })
      return (UInt64(whole).map { HumanNumber.grouped($0) } ?? String(whole)) + rest + unit.name
    }
    guard let limit = bound.fraction?.value, limit != value else { return text(value, least) }
    let places = (least...9).first { text(value, $0) != text(limit, $0) } ?? 9
    return text(value, places)
  }
}

extension Bound {
  /// As a person writes it, counts grouped.
  var shown: String { if case .count(let count) = self { HumanNumber.grouped(count) } else { text } }
}
