internal import Scenarios
internal import Templates

/// An error in the text of a quantity; the reason continues the sentence: `duration "30" has no unit`.
struct QuantityError: Error, Equatable {
  var reason: String
  var remedy: String?
}

/// Quantities as the language writes them, exact: binary floating point is not used.
enum Quantity {
  /// The longest duration: ten years. Sums of a few still fit.
  static let longest = Nanoseconds.days(3650)
  /// The greatest count. Twice that still fits 64 bits.
  static let greatestCount = UInt64(Int64.max)

  /// A whole number, without suffix or leading zeros.
  static func integer(_ text: String) throws(QuantityError) -> UInt64 {
    guard isDigits(text) else {
      throw QuantityError(reason: "is not a whole number", remedy: plainSpelling(of: text).map { "write \($0)" })
    }
    try refuseLeadingZero(text)
    guard let number = UInt64(text) else { throw tooGreat(UInt64.max) }
    return number
  }

  /// `3`, `1..5`.
  static func repetition(_ text: String) throws(QuantityError) -> ClosedRange<UInt64> {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    guard ends.count <= 2, ends.allSatisfy(isDigits) else {
      let numbers = text.split { !$0.isASCII || !$0.isWholeNumber }
      let meant = numbers.count == 2 ? numbers.joined(separator: "..") : "3, or 1..5"
      throw QuantityError(reason: "is not a number of elements", remedy: "write \(meant)")
    }
    let plain = ends.map { UInt64($0).map(String.init) ?? $0 }
    if plain != ends {
      throw QuantityError(reason: "begins with a zero", remedy: "write \(plain.joined(separator: ".."))")
    }
    let least = try integer(ends[0])
    let most = try integer(ends[ends.count - 1])
    guard least <= most else {
      throw QuantityError(reason: "has its maximum before its minimum", remedy: "write \(most)..\(least)")
    }
    let limit = TemplateName.mostElements
    guard most <= limit else { throw QuantityError(reason: "is more than \(limit)", remedy: "write \(limit) or less") }
    return least...most
  }

  /// `100000`, `100k`, `1.5M`.
  static func count(_ text: String) throws(QuantityError) -> UInt64 {
    let (digits, suffix) = numberAndRest(text[...])
    let factor = try multiplier(suffix, of: digits, in: text, such: "100000, 100k or 1.5M")
    let number = try decimal(digits)
    guard let count = number.scaled(by: factor) else { throw QuantityError(reason: "is not a whole number") }
    guard count.high == 0, count.low <= greatestCount else { throw tooGreat(greatestCount) }
    return count.low
  }

  /// `200us`, `250ms`, `1.5s`, `1h30m`.
  static func duration(_ text: String) throws(QuantityError) -> Nanoseconds {
    var rest = text[...]
    var total = Nanoseconds.zero
    var previous: Nanoseconds?
    var corrected = ""
    repeat {
      let (digits, behind) = numberAndRest(rest)
      let spelling = behind.prefix { !isNumeric($0) }
      rest = behind.dropFirst(spelling.count)
      guard !digits.isEmpty else { throw noDuration(text) }
      guard !spelling.allSatisfy({ $0 == " " }) else { throw noUnit(text, isFirst: previous == nil) }
      guard let unit = DurationUnit(spelling) else { throw noDuration(text) }
      if let previous, unit.length >= previous {
        throw QuantityError(reason: "has its units out of order", remedy: "write the largest first: 1h30m")
      }
      previous = unit.length
      corrected += digits + unit.name
      let number = try decimal(digits)
      guard rest.isEmpty || number.places == 0 else {
        throw QuantityError(reason: "has a fraction before its last unit", remedy: "for example 1h30m or 1.5h")
      }
      guard let part = number.scaled(by: unit.length.count.magnitude) else {
        throw QuantityError(reason: "is smaller than a nanosecond")
      }
      guard part.high == 0, Nanoseconds(clamping: part.low) <= longest - total else {
        throw QuantityError(reason: "is longer than ten years")
      }
      total += Nanoseconds(clamping: part.low)
    } while !rest.isEmpty
    guard corrected == text else {
      throw QuantityError(reason: "is not written as a duration", remedy: "write \"\(corrected)\"")
    }
    return total
  }

  /// `500/s`, `20k/s`, `10000/min`, `0.5/s`, or `max`.
  static func rate(_ text: String) throws(QuantityError) -> RateProfile {
    if text == "max" { return .maximum }
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let amount = parts[0].filter { $0 != " " }
    let (digits, suffix) = numberAndRest(amount[...])
    guard !digits.isEmpty else { throw noRate(text) }
    guard parts.count == 2 else {
      throw QuantityError(reason: "has no unit", remedy: "write \"\(digits)\(suffix)/s\"")
    }
    guard let unit = RateUnit(parts[1]) else {
      throw QuantityError(reason: "has an unknown unit of time", remedy: "units: /s, /min, /h")
    }
    let factor = try multiplier(suffix, of: digits, in: text, such: "500/s, 20k/s, 10000/min or max")
    let corrected = "\(amount)/\(unit.name)"
    guard corrected == text else {
      throw QuantityError(reason: "is not written as a rate", remedy: "write \"\(corrected)\"")
    }
    let number = try decimal(digits)
    guard number.digits > 0 else {
      throw QuantityError(reason: "sends nothing", remedy: "a rate must be greater than 0")
    }
    // messages/unit = digits · factor in every unit · 10^places.
    let (messages, tooMany) = number.digits.multipliedReportingOverflow(by: factor)
    let (period, tooLong) = unit.length.count.multipliedReportingOverflow(by: Int64(clamping: number.divisor))
    guard !tooMany, messages <= greatestCount else { throw tooGreat(greatestCount) }
    guard !tooLong else { throw QuantityError(reason: "has too many decimal places") }
    return .constant(Rate(messages: messages, per: Nanoseconds(period)))
  }
}

extension Quantity {
  static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
  }

  private static func isNumeric(_ character: Character) -> Bool {
    "0"..."9" ~= character || character == "."
  }

  static func numberAndRest(_ text: Substring) -> (digits: String, rest: Substring) {
    let digits = text.prefix(while: isNumeric)
    return (String(digits), text.dropFirst(digits.count))
  }

  /// `100k` → 1000, with `such` as examples in the error about anything else.
  private static func multiplier(
    _ suffix: some StringProtocol, of digits: String, in text: String, such: String
  ) throws(QuantityError) -> UInt64 {
    switch suffix {
    case "" where !digits.isEmpty: return 1
    case "k" where !digits.isEmpty: return 1000
    case "M" where !digits.isEmpty: return 1_000_000
    case "K" where !digits.isEmpty:
      throw QuantityError(reason: "is not written as a number", remedy: "k for a thousand is a small letter")
    case "m" where !digits.isEmpty:
      throw QuantityError(reason: "is not written as a number", remedy: "M for a million is a capital letter")
    default:
      let plain = plainSpelling(of: text).map { "write \($0)" }
      throw QuantityError(reason: "is not a number", remedy: plain ?? "for example \(such)")
    }
  }

  static func decimal(_ text: String) throws(QuantityError) -> ExactDecimal {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy(isDigits) else {
      throw QuantityError(reason: "is not a number", remedy: "a fraction is written as in 0.5")
    }
    try refuseLeadingZero(parts[0])
    guard let number = ExactDecimal(whole: parts[0], fraction: parts.count == 2 ? parts[1] : "") else {
      throw QuantityError(reason: "has too many digits")
    }
    return number
  }

  private static func refuseLeadingZero(_ digits: some StringProtocol) throws(QuantityError) {
    guard digits.count > 1, digits.first == "0" else { return }
    let rest = digits.drop { $0 == "0" }
    throw QuantityError(reason: "begins with a zero", remedy: "write \(rest.isEmpty ? "0" : String(rest))")
  }

  /// `1e3`, `1_000` and `1,000` as plain digits; nil if the meaning is not clear.
  private static func plainSpelling(of text: String) -> String? {
    let plain = text.filter { $0 != "_" && $0 != "," }
    if plain != text, isDigits(plain) { return plain }
    let parts = text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(isDigits), let zeros = Int(parts[1]), zeros < 19 else { return nil }
    return String(parts[0]) + String(repeating: "0", count: zeros)
  }

  private static func tooGreat(_ limit: UInt64) -> QuantityError {
    QuantityError(reason: "is more than \(limit)")
  }

  private static func noUnit(_ text: String, isFirst: Bool) -> QuantityError {
    isFirst
      ? QuantityError(reason: "has no unit", remedy: "write \"\(text.filter { $0 != " " })s\"")
      : QuantityError(reason: "ends without a unit", remedy: "for example 1h30m")
  }

  private static func noDuration(_ text: String) -> QuantityError {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy(isDigits) {
      return QuantityError(reason: "is not a duration", remedy: "write \"\(parts[0])m\(parts[1])s\"")
    }
    return QuantityError(reason: "is not a duration", remedy: "for example \"250ms\", \"30s\" or \"1h30m\"")
  }

  private static func noRate(_ text: String) -> QuantityError {
    let remedy = text.lowercased() == "max" ? "write \"max\"" : "for example \"500/s\", \"20k/s\" or \"max\""
    return QuantityError(reason: "is not a rate", remedy: remedy)
  }
}
