internal import Scenarios

// Quantities that only expectations and sizes are written in.
extension Quantity {
  /// `99%`, `99.95%`, as a fraction of one.
  static func ratio(_ text: String) throws(QuantityError) -> Fraction {
    let (digits, rest) = numberAndRest(text[...])
    guard !digits.isEmpty else {
      throw QuantityError(reason: "is not a percentage", remedy: "for example \"99%\"")
    }
    guard rest.filter({ $0 != " " }) == "%" else {
      guard rest.isEmpty else {
        throw QuantityError(reason: "is not a percentage", remedy: "for example \"99%\"")
      }
      let number = try decimal(digits)
      // 0.99 is a fraction of one; 99 and 1 could be either, and are read as percentages.
      let percent = number.digits < number.divisor ? Fraction(number.digits, over: number.divisor) : nil
      let meant = percent.map { Bound.ratio($0).text } ?? "\(digits)%"
      throw QuantityError(reason: "has no unit", remedy: "write \"\(meant)\"")
    }
    guard rest == "%" else {
      throw QuantityError(reason: "is not written as a percentage", remedy: "write \"\(digits)%\"")
    }
    let number = try decimal(digits)
    let (divisor, overflow) = number.divisor.multipliedReportingOverflow(by: 100)
    if overflow { throw QuantityError(reason: "has too many digits") }
    return Fraction(number.digits, over: divisor)
  }

  /// `512B`, `64KiB`, `1MB`: whole bytes.
  static func size(_ text: String) throws(QuantityError) -> UInt64 {
    let (number, unit) = try bytes(text, such: "512B, 64KiB or 1MB")
    guard let size = number.scaled(by: unit.bytes) else {
      throw QuantityError(reason: "is not a whole number of bytes")
    }
    guard size.high == 0, size.low <= greatestCount else {
      throw QuantityError(reason: "is more than \(greatestCount) bytes")
    }
    return size.low
  }

  /// `20MB/s`, as bytes a second.
  static func byteRate(_ text: String) throws(QuantityError) -> Fraction {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let amount = String(parts[0])
    let (digits, suffix) = numberAndRest(amount[...])
    guard !digits.isEmpty else { throw noByteRate }
    guard parts.count == 2 else {
      let unit = try suffix.isEmpty ? "MB" : bytes(amount, such: "20MB/s").unit.rawValue
      throw QuantityError(
        reason: "has no unit\(suffix.isEmpty ? "" : " of time")", remedy: "write \"\(digits)\(unit)/s\"")
    }
    guard parts[1] == "s" else {
      throw QuantityError(reason: "is not a byte rate", remedy: "byte rates are per second: for example \"20MB/s\"")
    }
    guard !["", "k", "M"].contains(suffix) else {
      throw QuantityError(reason: "is a rate of messages", remedy: "for example \"20MB/s\"")
    }
    let number: ExactDecimal
    let unit: SizeUnit
    do {
      (number, unit) = try bytes(amount, such: "20MB/s")
    } catch {
      guard error.reason == misspelt else { throw error }
      throw QuantityError(reason: "is not written as a byte rate", remedy: error.remedy.map { "\($0.dropLast())/s\"" })
    }
    let (numerator, overflow) = number.digits.multipliedReportingOverflow(by: unit.bytes)
    guard !overflow, numerator <= greatestCount else {
      throw QuantityError(reason: "is more than \(greatestCount) bytes a second")
    }
    return Fraction(numerator, over: number.divisor)
  }

  /// Messages a second of `500/s`, `10000/min`.
  static func ratePerSecond(_ text: String) throws(QuantityError) -> Fraction {
    if text == "max" {
      throw QuantityError(reason: "is not allowed here", remedy: "for example \"20k/s\"")
    }
    if let unit = SizeUnit.allCases.last(where: { text.hasSuffix("\($0.rawValue)/s") }) {
      throw QuantityError(reason: "is in \(unit.rawValue), but messages are counted", remedy: "for example \"20k/s\"")
    }
    let (digits, _) = numberAndRest(text[...])
    // `rate` refuses it because the stage would send nothing; as a bound it is allowed.
    if text == "0/s" { return Fraction(0) }
    guard !digits.isEmpty, case .constant(let rate) = try rate(text) else {
      throw QuantityError(reason: "is not a rate", remedy: "for example \"500/s\" or \"20k/s\"")
    }
    let period = Fraction(rate.period.count.magnitude, over: Nanoseconds.seconds(1).count.magnitude)
    let (numerator, overflow) = rate.messages.multipliedReportingOverflow(by: period.denominator)
    if overflow { throw QuantityError(reason: "is more than \(greatestCount) a second") }
    return Fraction(numerator, over: period.numerator)
  }

  private static let misspelt = "is not written as a size"

  /// A number with a unit of bytes.
  private static func bytes(
    _ text: String, such: String
  ) throws(QuantityError) -> (number: ExactDecimal, unit: SizeUnit) {
    let (digits, rest) = numberAndRest(text[...])
    guard !digits.isEmpty else { throw QuantityError(reason: "is not a size", remedy: "for example \(such)") }
    let spelling = rest.filter { $0 != " " }
    guard !spelling.isEmpty else {
      throw QuantityError(reason: "has no unit", remedy: "write \"\(digits)B\", or for example \"64MiB\"")
    }
    let units = SizeUnit.allCases
    let unit =
      units.first { $0.rawValue == spelling } ?? units.first { $0.rawValue.lowercased() == spelling.lowercased() }
    let short = units.first { $0.rawValue.lowercased() == spelling.lowercased() + "b" }
    guard let unit = unit ?? short else {
      throw QuantityError(
        reason: "has an unknown unit of bytes",
        remedy: "units: \(units.map(\.rawValue).joined(separator: ", "))")
    }
    guard rest == unit.rawValue else {
      throw QuantityError(reason: misspelt, remedy: "write \"\(digits)\(unit.rawValue)\"")
    }
    return (try decimal(digits), unit)
  }

  private static var noByteRate: QuantityError {
    QuantityError(reason: "is not a byte rate", remedy: "for example \"20MB/s\"")
  }
}
