extension UInt64 {
  /// Nanoseconds as a scenario writes them: `250ms`, `1.5s`, `5m`, `1h30m`.
  var shortDuration: String {
    let microsecond: UInt64 = 1000
    let (millisecond, second) = (1000 * microsecond, 1_000_000 * microsecond)
    switch self {
    case 0: return "0s"
    case ..<millisecond: return "\(FixedPoint.short(Double(self) / 1e3))us"
    case ..<second: return "\(FixedPoint.short(Double(self) / 1e6))ms"
    case ..<(60 * second): return "\(FixedPoint.short(Double(self) / 1e9))s"
    default:
      let seconds = (self + second / 2) / second
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
