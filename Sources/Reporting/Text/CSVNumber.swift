/// A number in a cell of a CSV file: digits with at most one decimal sign, and an exponent as spreadsheets write it. It is read from
/// bytes, because a file has hundreds of thousands of them.
package struct CSVNumber: Sendable, Equatable {
  package enum DecimalSign: UInt8, Sendable, Equatable {
    case point = 0x2E
    case comma = 0x2C
  }

  package enum Fault: Error, Sendable, Equatable {
    case notANumber
    /// NaN, an infinity, or beyond what a number can hold.
    case notFinite
    /// More than one sign between digits, or one that separates thousands in some country.
    case grouped
    /// A decimal comma where commas separate cells.
    case comma
  }

  package let value: Double
  /// Nil for a whole number without one.
  package let sign: DecimalSign?

  /// `allowsComma` where commas do not separate cells.
  package init(_ bytes: ArraySlice<UInt8>, allowsComma: Bool) throws(Fault) {
    var index = bytes.startIndex
    let isNegative = index < bytes.endIndex && bytes[index] == UInt8(ascii: "-")
    if isNegative || (index < bytes.endIndex && bytes[index] == UInt8(ascii: "+")) { index += 1 }

    var digits: UInt64 = 0
    // Powers of ten: of the digits behind the sign, and of those that `digits` has no place for.
    var exponent = 0
    var count = 0
    var sign: DecimalSign?
    var isExact = true
    while index < bytes.endIndex {
      let byte = bytes[index]
      if Self.isDigit(byte) {
        count += 1
        if digits < 100_000_000_000_000_000 {
          digits = digits * 10 + UInt64(byte - UInt8(ascii: "0"))
          if sign != nil { exponent -= 1 }
        } else {
          isExact = false
        }
      } else if let found = DecimalSign(rawValue: byte), sign == nil, count > 0 {
        guard found == .point || allowsComma else { throw Self.fault(of: bytes) }
        sign = found
      } else {
        break
      }
      index += 1
    }
    guard count > 0 else { throw Self.fault(of: bytes) }
    if index < bytes.endIndex {
      guard bytes[index] | 0x20 == UInt8(ascii: "e"), let power = Self.power(bytes[(index + 1)...]) else {
        throw Self.fault(of: bytes)
      }
      exponent += power
    }
    let magnitude: Double
    if isExact, digits < 1 << 53, exponent.magnitude <= 22 {
      // Both are exact, so that the result is rounded once.
      let power = Self.powersOfTen[Int(exponent.magnitude)]
      magnitude = exponent < 0 ? Double(digits) / power : Double(digits) * power
    } else {
      let text = String(decoding: bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
      guard let long = Double(text) else { throw .notANumber }
      magnitude = long.magnitude
    }
    guard magnitude.isFinite else { throw .notFinite }
    value = isNegative ? -magnitude : magnitude
    self.sign = sign
  }

  private static let powersOfTen: [Double] = (0...22).map { (0..<$0).reduce(1) { power, _ in power * 10 } }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") <= 9 }

  /// The number behind an `e`; nil if it is not one.
  private static func power(_ bytes: ArraySlice<UInt8>) -> Int? {
    let isSigned = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+")
    let digits = bytes.dropFirst(isSigned ? 1 : 0)
    guard (1...6).contains(digits.count), digits.allSatisfy(isDigit) else { return nil }
    let power = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return bytes.first == UInt8(ascii: "-") ? -power : power
  }

  /// The reason why a cell is not a number, so that a message can say what to change.
  private static func fault(of bytes: ArraySlice<UInt8>) -> Fault {
    let text = String(decoding: bytes.prefix(64), as: UTF8.self)
    let unsigned = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    switch unsigned.lowercased() {
    case "nan", "inf", "infinity", "∞": return .notFinite
    default: break
    }
    let signs = unsigned.unicodeScalars.filter { !("0"..."9").contains($0) }
    guard let first = unsigned.unicodeScalars.first, ("0"..."9").contains(first),
      signs.allSatisfy({ ".,'’_ \u{A0}\u{202F}\u{2009}".unicodeScalars.contains($0) })
    else { return .notANumber }
    return signs.count == 1 && signs.first == "," ? .comma : .grouped
  }

  /// The end of a message that begins with the cell.
  package static func words(for fault: Fault) -> String {
    switch fault {
    case .notANumber: "is not a number"
    case .notFinite: "is not a number; leave the cell empty where nothing was measured"
    case .grouped: "has thousands separators; write the number without them"
    case .comma: "has a comma, which separates cells in this file; write a decimal point"
    }
  }
}
