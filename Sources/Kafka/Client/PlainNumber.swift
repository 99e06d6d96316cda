/// A number as librdkafka takes it, without a unit. It reads one as far as it goes: `5s` becomes 5, whatever the property's unit
/// is.
package enum PlainNumber {
  /// True for a value that librdkafka takes for a number and that is another, or none: of `5s`, `1e6`, `1_000_000` the end would
  /// be dropped, and so would the decimals of a whole number; `nan` is one to the system's functions. Words such as `all` are
  /// none.
  static func isMisread(_ value: String, isDecimal: Bool) -> Bool {
    var digits = value[...]
    if let sign = digits.first, sign == "-" || sign == "+" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let arePlain = parts.count <= (isDecimal ? 2 : 1) && parts.allSatisfy { $0.allSatisfy(isDigit) }
    if arePlain, digits.contains(where: isDigit) { return false }
    let text = value.drop { $0.isWhitespace || $0 == "-" || $0 == "+" }
    if let first = text.first, isDigit(first) || first == "." { return true }
    return isDecimal && (text.lowercased().hasPrefix("nan") || text.lowercased().hasPrefix("inf"))
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }

  /// True if librdkafka kept another number than a plain one that was written: those beyond 32 bits are cut off, and one that
  /// begins with 0 is octal.
  static func isAnother(_ kept: String, than written: String, isDecimal: Bool) -> Bool {
    if isDecimal {
      guard let kept = Double(kept), let written = Double(written) else { return false }
      return (kept - written).magnitude > 1e-3 * max(written.magnitude, 1)
    }
    guard let kept = Int64(kept), written.contains(where: isDigit) else { return false }
    return Int64(written) != kept
  }

  /// The part that librdkafka reads.
  package static func readPart(of value: String) -> String {
    String(value.prefix { isDigit($0) || $0 == "-" || $0 == "+" || $0 == "." })
  }

  static func fault(_ value: String, readAs kept: String) -> String {
    "it would read \(kept) instead of \"\(value)\": write only a number"
  }

  /// The number to write instead, in the property's unit; nil where that is not certain.
  package static func meant(by value: String, of property: String) -> String? {
    let groups = value.split(separator: ",", omittingEmptySubsequences: false)
    // The comma of thousands, not that of decimals.
    guard groups.dropFirst().allSatisfy({ $0.prefix(while: isDigit).count == 3 }) else { return nil }
    let compact = value.filter { $0 != "_" && $0 != " " && $0 != "," }
    let number = compact.prefix { isDigit($0) || $0 == "." }
    let isDecimal = KnownProperty.of(property)?.isDecimal ?? false
    func written(_ number: Double) -> String? { Self.written(isDecimal ? number : number.rounded(.down)) }
    guard let amount = Double(number), amount.isFinite else { return nil }
    let unit = compact[number.endIndex...].lowercased()
    if unit.isEmpty { return written(amount) }
    if unit.first == "e", let power = Double(compact) { return written(power) }
    switch self.unit(of: property) {
    case .milliseconds?: return times[unit].flatMap { written(amount * $0) }
    case .bytes?: return sizes[unit].flatMap { written(amount * $0) }
    case .kilobytes?: return sizes[unit].flatMap { written(amount * $0 / 1024) }
    case nil: return counts[unit].flatMap { written(amount * $0) }
    }
  }

  /// The unit of a property's values, in words; nil for a count.
  package static func unitName(of property: String) -> String? { unit(of: property)?.rawValue }

  private enum Unit: String {
    case milliseconds, bytes
    case kilobytes = "kilobytes (1024 bytes)"
  }

  private static func unit(of property: String) -> Unit? {
    if property.hasSuffix(".ms") || property == "broker.address.ttl" || property.hasSuffix("before.relogin") {
      return .milliseconds
    }
    if property.hasSuffix(".kbytes") { return .kilobytes }
    return property.hasSuffix(".bytes") || property == "batch.size" ? .bytes : nil
  }

  private static let times = [
    "us": 0.001, "ms": 1, "s": 1000, "sec": 1000, "m": 60_000, "min": 60_000, "h": 3_600_000, "d": 86_400_000,
  ]
  private static let sizes: [String: Double] = [
    "b": 1, "k": 1000, "kb": 1000, "kib": 1024, "m": 1_000_000, "mb": 1_000_000, "mib": 1_048_576, "g": 1_000_000_000,
    "gb": 1_000_000_000, "gib": 1_073_741_824,
  ]
  private static let counts: [String: Double] = ["k": 1000, "m": 1_000_000]

  private static func written(_ number: Double) -> String? {
    guard number.magnitude < 1e15 else { return nil }
    return number == number.rounded() ? String(Int64(number)) : String(number)
  }
}
