internal import Scenarios

extension Nanoseconds {
  /// As a scenario writes it: `250ms`, `1.5s`, `5m`, `1h30m`.
  var shortDuration: String {
    switch self {
    case .zero: return "0s"
    case ..<Nanoseconds.milliseconds(1): return "\(FixedPoint.short(Double(count) / 1e3))us"
    case ..<Nanoseconds.seconds(1): return "\(FixedPoint.short(Double(count) / 1e6))ms"
    case ..<Nanoseconds.minutes(1): return "\(FixedPoint.short(Double(count) / 1e9))s"
    default:
      let second = Nanoseconds.seconds(1).count
      let seconds = (self + Nanoseconds(second / 2)).count / second
      let parts = [(seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "m"), (seconds % 60, "s")]
      return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
    }
  }
}

extension FixedPoint {
  /// At most three decimals, and none that are zero.
  fileprivate static func short(_ value: Double) -> String {
    var text = text(value, places: 3) ?? "?"
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
