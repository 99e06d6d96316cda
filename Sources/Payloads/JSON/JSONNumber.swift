/// A number as simdjson keeps it: exact from -2⁶³ to 2⁶⁴ - 1, else the nearest double.
enum JSONNumber {
  case signed(Int64)
  /// Above `Int64.max`.
  case unsigned(UInt64)
  case double(Double)

  /// True if it has no fraction, as `1.0`.
  var isInteger: Bool {
    switch self {
    case .signed, .unsigned: true
    case .double(let value): value == value.rounded(.towardZero)
    }
  }

  var asDouble: Double {
    switch self {
    case .signed(let value): Double(value)
    case .unsigned(let value): Double(value)
    case .double(let value): value
    }
  }

  /// Compares exactly, also where one is an integer that has no double.
  static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    switch (left, right) {
    case (.signed(let left), .signed(let right)): left < right
    case (.unsigned(let left), .unsigned(let right)): left < right
    case (.signed, .unsigned): true
    case (.unsigned, .signed): false
    case (.double(let left), .double(let right)): left < right
    case (.double(let left), .signed(let right)): isLess(left, than: right)
    case (.signed(let left), .double(let right)): isLess(left, than: right)
    case (.double(let left), .unsigned(let right)): isLess(left, than: right)
    case (.unsigned(let left), .double(let right)): isLess(left, than: right)
    }
  }

  static func == (left: JSONNumber, right: JSONNumber) -> Bool { !(left < right) && !(right < left) }

  /// Equal numbers have equal hashes, whatever they are kept as.
  var hash: UInt64 {
    let bits = asDouble == 0 ? 0 : asDouble.bitPattern
    return (bits ^ (bits >> 31)) &* 0x9e37_79b9_7f4a_7c15
  }

  private static func isLess<Whole: FixedWidthInteger>(_ value: Double, than whole: Whole) -> Bool {
    let floor = value.rounded(.down)
    return Whole(exactly: floor).map { $0 < whole } ?? (value < 0)
  }

  private static func isLess<Whole: FixedWidthInteger>(_ whole: Whole, than value: Double) -> Bool {
    let ceiling = value.rounded(.up)
    return Whole(exactly: ceiling).map { whole < $0 } ?? (value > 0)
  }
}

/// The divisor of `multipleOf`. A message's `0.3` is a multiple of `0.1`, but not in arithmetic of doubles: the divisor is
/// kept in decimal, and a value is a multiple if it is the double nearest to a decimal multiple.
struct JSONDivisor {
  let number: JSONNumber
  /// The decimal form, `digits` × or ÷ `scale`; nil where it has too many digits.
  private let decimal: (digits: Double, scale: Double, isFraction: Bool)?

  init(_ number: JSONNumber) {
    self.number = number
    decimal = Self.decimal("\(number.asDouble)")
  }

  func divides(_ value: JSONNumber) -> Bool {
    switch (value, number) {
    case (.signed(let value), .signed(let divisor)): return value.magnitude % divisor.magnitude == 0
    case (.unsigned(let value), .signed(let divisor)): return value % divisor.magnitude == 0
    case (.signed(let value), .unsigned(let divisor)): return value.magnitude % divisor == 0
    case (.unsigned(let value), .unsigned(let divisor)): return value % divisor == 0
    case (.signed(let value), .double): return divides(value.magnitude) ?? divides(Double(value))
    case (.unsigned(let value), .double): return divides(value) ?? divides(Double(value))
    case (.double(let value), _): return divides(value)
    }
  }

  private func divides(_ value: Double) -> Bool {
    let divisor = number.asDouble
    if value.truncatingRemainder(dividingBy: divisor) == 0 { return true }
    if let whole = UInt64(exactly: value.magnitude), let exact = divides(whole) { return exact }
    let times = (value / divisor).rounded()
    guard let decimal, abs(times) < 0x1p63 else { return false }
    let nearest = decimal.isFraction ? times * decimal.digits / decimal.scale : times * decimal.digits * decimal.scale
    return nearest == value
  }

  /// The answer for a whole number and a fraction, exact for numbers of any size; nil where the fraction has too many digits.
  private func divides(_ whole: UInt64) -> Bool? {
    guard let decimal, decimal.isFraction, let digits = UInt64(exactly: decimal.digits), digits > 0,
      let scale = UInt64(exactly: decimal.scale)
    else { return nil }
    let product = (whole % digits).multipliedFullWidth(by: scale % digits)
    return digits.dividingFullWidth(product).remainder == 0
  }

  private static func decimal(_ text: String) -> (digits: Double, scale: Double, isFraction: Bool)? {
    let halves = text.lowercased().split(separator: "e")
    guard let mantissa = halves.first else { return nil }
    let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    var fraction = parts.count > 1 ? parts[1] : ""
    while fraction.last == "0" { fraction.removeLast() }
    let exponent = (halves.count > 1 ? Int(halves[1]) ?? 0 : 0) - fraction.count
    guard let digits = parts.first.flatMap({ Double($0 + fraction) }), abs(exponent) <= 22 else { return nil }
    var scale = 1.0
    for _ in 0..<abs(exponent) { scale *= 10 }
    return (digits, scale, exponent < 0)
  }
}
