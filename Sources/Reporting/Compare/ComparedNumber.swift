internal import Scenarios

/// Two numbers of one metric beside each other: in one unit, with as many decimals as show that they differ.
struct ComparedNumber {
  let base: String
  let new: String
  /// With a sign; `0` where both are the same.
  let difference: String

  init(_ base: Double, _ new: Double, in unit: ComparedMetric.Unit) {
    let scale = Scale(unit, greatest: max(base.magnitude, new.magnitude))
    let least = scale.places(base, new)
    let difference = (new - base) / scale.size
    let places =
      (least...max(least, 9)).first { places in
        difference == 0
          || FixedPoint.text(difference.magnitude, places: places).map { $0.contains(where: "123456789".contains) }
            ?? true
      } ?? 9
    self.base = scale.text(base / scale.size, places) + scale.unit
    self.new = scale.text(new / scale.size, places) + scale.unit
    let sign = difference > 0 ? "+" : difference < 0 ? "-" : ""
    self.difference =
      difference == 0
      ? "0" : sign + scale.text(difference.magnitude, places) + (unit == .share ? " points" : scale.unit)
  }

  /// `+53.7%`; `n/a` for a base of 0.
  static func percent(from base: Double, to new: Double) -> String {
    guard base != 0 else { return "n/a" }
    let percent = (new - base) / base.magnitude * 100
    let places = percent.magnitude < 99.95 ? 1 : 0
    return (percent > 0 ? "+" : percent < 0 ? "-" : "") + grouped(percent.magnitude, places) + "%"
  }

  /// `1,234.5`
  fileprivate static func grouped(_ value: Double, _ places: Int) -> String {
    guard let text = FixedPoint.text(value, places: places) else { return "?" }
    let (whole, rest) = (text.prefix { $0 != "." }, text.drop { $0 != "." })
    return (UInt64(whole).map { HumanNumber.grouped($0) } ?? String(whole)) + rest
  }
}

/// The unit in which two numbers are shown.
private struct Scale {
  let metric: ComparedMetric.Unit
  var unit: String
  var size = 1.0

  init(_ metric: ComparedMetric.Unit, greatest: Double) {
    self.metric = metric
    switch metric {
    case .count, .perMessage: unit = ""
    case .microseconds: unit = "us"
    case .milliseconds: unit = "ms"
    case .seconds: unit = "s"
    case .share: (unit, size) = ("%", 0.01)
    case .perSecond: unit = "/s"
    case .bytes, .bytesPerSecond:
      (unit, size) = [("kB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12)].last { greatest >= $0.1 } ?? ("B", 1)
      unit = " " + unit + (metric == .bytesPerSecond ? "/s" : "")
    }
  }

  /// Three significant digits of the greater one; all digits of what is whole.
  func places(_ base: Double, _ new: Double) -> Int {
    let areWhole = base == base.rounded() && new == new.rounded()
    let greatest = max(base.magnitude, new.magnitude) / size
    switch metric {
    case .count, .perSecond: return areWhole || greatest >= 1000 ? 0 : max(Self.significant(greatest), 1)
    case .share: return 2
    case .bytes, .bytesPerSecond: return size == 1 && areWhole ? 0 : Self.significant(greatest)
    case .microseconds, .milliseconds, .seconds, .perMessage: return Self.significant(greatest)
    }
  }

  func text(_ value: Double, _ places: Int) -> String { ComparedNumber.grouped(value, places) }

  private static func significant(_ value: Double) -> Int {
    guard value > 0 else { return 0 }
    return (0...9).first { places in value * pow10(places) >= 99.5 } ?? 9
  }

  private static func pow10(_ exponent: Int) -> Double { (0..<exponent).reduce(1) { power, _ in power * 10 } }
}
