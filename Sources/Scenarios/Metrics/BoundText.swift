extension Bound {
  /// As it would be written, and exact: `100000`, `50ms`, `99.95%`, `20k/s`, `20MB/s`, `64KiB`.
  package var text: String {
    switch self {
    case .count(let count): String(count)
    case .duration(let length): Self.duration(length)
    case .ratio(let ratio): Self.decimal(ratio, over: Fraction(1, over: 100)).map { $0 + "%" } ?? "?"
    case .rate(let rate): Self.rate(rate)
    case .byteRate(let rate): Self.bytes(rate) + "/s"
    case .size(let bytes): Self.bytes(Fraction(bytes))
    case .reason(let reason): reason.rawValue
    }
  }

  /// A duration: in one unit below a minute, in several whole ones above.
  private static func duration(_ duration: Nanoseconds) -> String {
    let units: [(String, Nanoseconds)] = [("d", .days(1)), ("h", .hours(1)), ("m", .minutes(1)), ("s", .seconds(1))]
    if duration >= .minutes(1), duration.count.isMultiple(of: Nanoseconds.seconds(1).count) {
      var rest = duration.count
      return units.map { name, unit in
        defer { rest %= unit.count }
        return rest / unit.count == 0 ? "" : "\(rest / unit.count)\(name)"
      }.joined()
    }
    let fine: [(String, Nanoseconds)] = [("s", .seconds(1)), ("ms", .milliseconds(1)), ("us", .microseconds(1))]
    let (name, unit) = fine.first { duration >= $0.1 } ?? (duration == .zero ? ("ms", 1) : ("us", .microseconds(1)))
    return (decimal(Fraction(duration.count.magnitude), over: Fraction(unit.count.magnitude)) ?? "?") + name
  }

  /// A second where that is a decimal, as `100/h` is not.
  private static func rate(_ perSecond: Fraction) -> String {
    let spellings = ["s", "min", "h"].lazy.compactMap { unit -> String? in
      let length: UInt64 = unit == "s" ? 1 : unit == "min" ? 60 : 3600
      return decimal(perSecond, over: Fraction(1, over: length)).map { shortened($0) + "/\(unit)" }
    }
    return spellings.first ?? "?"
  }

  /// `20000` → `20k`.
  private static func shortened(_ digits: String) -> String {
    if digits.hasSuffix("000000"), !digits.contains(".") { return digits.dropLast(6) + "M" }
    if digits.hasSuffix("000"), !digits.contains(".") { return digits.dropLast(3) + "k" }
    return digits
  }

  /// A size: in the greatest unit that takes no decimals, or as plain bytes.
  private static func bytes(_ bytes: Fraction) -> String {
    let fitting = SizeUnit.allCases.reversed().lazy.compactMap { unit -> String? in
      guard let text = decimal(bytes, over: Fraction(unit.bytes)), !text.contains("."), text != "0" else { return nil }
      return text + unit.rawValue
    }
    return fitting.min { $0.utf8.count < $1.utf8.count } ?? (decimal(bytes, over: Fraction(1)) ?? "?") + "B"
  }

  /// value / unit as a decimal; nil where that has no end, or more digits than 64 bits keep.
  private static func decimal(_ value: Fraction, over unit: Fraction) -> String? {
    let (numerator, tooGreat) = value.numerator.multipliedReportingOverflow(by: unit.denominator)
    let (denominator, tooFine) = value.denominator.multipliedReportingOverflow(by: unit.numerator)
    guard !tooGreat, !tooFine else { return nil }
    let quotient = Fraction(numerator, over: denominator)
    var text = String(quotient.numerator / quotient.denominator)
    var rest = quotient.numerator % quotient.denominator
    if rest > 0 { text += "." }
    for _ in 0..<19 where rest > 0 {
      let (ten, overflow) = rest.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      text += String(ten / quotient.denominator)
      rest = ten % quotient.denominator
    }
    return rest == 0 ? text : nil
  }
}

/// A unit of bytes as the language spells it; a kilobyte is 1,000 bytes, a kibibyte 1,024.
package enum SizeUnit: String, CaseIterable, Sendable {
  case byte = "B"
  case kilobyte = "kB"
  case kibibyte = "KiB"
  case megabyte = "MB"
  case mebibyte = "MiB"
  case gigabyte = "GB"
  case gibibyte = "GiB"

  package var bytes: UInt64 {
    switch self {
    case .byte: 1
    case .kilobyte: 1000
    case .kibibyte: 1 << 10
    case .megabyte: 1_000_000
    case .mebibyte: 1 << 20
    case .gigabyte: 1_000_000_000
    case .gibibyte: 1 << 30
    }
  }
}
