extension Timestamp {
  /// Milliseconds since 1970-01-01T00:00:00Z of a text in the form of RFC 3339; nil for any other. Digits below a millisecond are
  /// dropped.
  static func milliseconds(rfc3339 text: String) -> Int64? {
    var fields = Fields(Array(text.utf8)[...])
    guard let year = fields.number(4), fields.skip("-"), let month = fields.number(2), (1...12).contains(month),
      fields.skip("-"), let day = fields.number(2), (1...length(of: month, in: year)).contains(day),
      fields.skip("T"), let hour = fields.number(2), hour < 24, fields.skip(":"), let minute = fields.number(2),
      // A leap second is that before midnight.
      minute < 60, fields.skip(":"), let second = fields.number(2), second <= 60
    else { return nil }
    guard let fraction = fields.fraction(), let offset = fields.offset(), fields.isAtEnd else { return nil }
    let minutes = days(year, month, day) * 1440 + hour * 60 + minute - offset
    return (minutes * 60 + second) * 1000 + fraction
  }

  private static func length(of month: Int64, in year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The days since 1970-01-01, as `civil` the other way round: Howard Hinnant's `days_from_civil`. No year is negative.
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    // From a year on that 400 divides, so that the first of March of the year 0 is not before the first era.
    let shifted = (month <= 2 ? year - 1 : year) + 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 146_097 - 719_468
  }

  /// The rest of the text.
  private struct Fields {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    /// In RFC 3339 the letters may be small.
    mutating func skip(_ letter: Unicode.Scalar) -> Bool {
      guard let byte = rest.first, byte == UInt8(ascii: letter) || byte == UInt8(ascii: letter) | 0x20 else {
        return false
      }
      rest = rest.dropFirst()
      return true
    }

    mutating func number(_ width: Int) -> Int64? {
      let digits = rest.prefix(width)
      guard digits.count == width, digits.allSatisfy(Self.isDigit) else { return nil }
      rest = rest.dropFirst(width)
      return Self.value(digits)
    }

    /// Milliseconds; 0 where there is none.
    mutating func fraction() -> Int64? {
      guard skip(".") else { return 0 }
      let digits = rest.prefix(while: Self.isDigit)
      guard !digits.isEmpty else { return nil }
      rest = rest.dropFirst(digits.count)
      return Self.value((Array(digits) + [0x30, 0x30]).prefix(3))
    }

    /// Minutes east of Greenwich.
    mutating func offset() -> Int64? {
      if skip("Z") { return 0 }
      let isEast = rest.first == UInt8(ascii: "+")
      guard isEast || rest.first == UInt8(ascii: "-") else { return nil }
      rest = rest.dropFirst()
      guard let hours = number(2), hours < 24, skip(":"), let minutes = number(2), minutes < 60 else { return nil }
      return (isEast ? 1 : -1) * (hours * 60 + minutes)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

    private static func value(_ digits: ArraySlice<UInt8>) -> Int64 {
      digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }
  }
}
