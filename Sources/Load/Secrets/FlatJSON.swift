/// The members of a JSON object that are texts or numbers; what is nested is passed over. A token is read by it, which another
/// wrote: nothing recurses, and whatever is not JSON yields nil.
struct FlatJSON {
  enum Member: Equatable {
    case text(String)
    case number(Double)
    case other
  }

  private let bytes: [UInt8]
  private var index = 0

  /// The last one where a name comes twice, as most parsers have it.
  static func members(of bytes: [UInt8]) -> [String: Member]? {
    var reading = FlatJSON(bytes: bytes)
    return reading.object()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func object() -> [String: Member]? {
    guard takes("{") else { return nil }
    var members: [String: Member] = [:]
    if takes("}") { return isAtEnd ? members : nil }
    repeat {
      skipBlanks()
      guard let name = text(), takes(":"), let value = value() else { return nil }
      members[name] = value
    } while takes(",")
    return takes("}") && isAtEnd ? members : nil
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private var isAtEnd: Bool { bytes[index...].allSatisfy(Self.isBlank) }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...10).contains(byte) || byte == 13 }

  private mutating func skipBlanks() {
    while let byte = next, Self.isBlank(byte) { index += 1 }
  }

  private mutating func takes(_ wanted: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard next == UInt8(ascii: wanted) else { return false }
    index += 1
    return true
  }

  private mutating func value() -> Member? {
    skipBlanks()
    switch next {
    case UInt8(ascii: "\""): return text().map(Member.text)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return passesOverNested() ? .other : nil
    default: return word()
    }
  }

  /// A number, `true`, `false` or `null`.
  private mutating func word() -> Member? {
    let start = index
    while let byte = next, !Self.isBlank(byte), !",}]".utf8.contains(byte) { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    if ["true", "false", "null"].contains(word) { return .other }
    // Swift reads more than JSON has: inf, nan, hexadecimal digits.
    guard word.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let number = Double(word), number.isFinite
    else {
      return nil
    }
    return .number(number)
  }

  private mutating func passesOverNested() -> Bool {
    var depth = 0
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        guard text() != nil else { return false }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { return true }
    }
    return false
  }

  private mutating func text() -> String? {
    guard next == UInt8(ascii: "\"") else { return nil }
    index += 1
    var units: [UInt8] = []
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let escaped = escaped() else { return nil }
        units += Array(String(escaped).utf8)
      case 0..<32: return nil
      default: units.append(byte)
      }
    }
    return nil
  }

  private mutating func escaped() -> Character? {
    guard let letter = next else { return nil }
    index += 1
    switch letter {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Character(Unicode.Scalar(letter))
    case UInt8(ascii: "u"):
      guard let unit = unit(), let scalar = scalar(unit) else { return nil }
      return Character(scalar)
    default: return nil
    }
  }

  private mutating func unit() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit), let unit = UInt32(digits, radix: 16) else {
      return nil
    }
    index += 4
    return unit
  }

  /// The scalar of a unit, with the second one of a pair.
  private mutating func scalar(_ unit: UInt32) -> Unicode.Scalar? {
    guard 0xD800..<0xDC00 ~= unit else { return Unicode.Scalar(unit) }
    guard next == UInt8(ascii: "\\") else { return nil }
    index += 1
    guard next == UInt8(ascii: "u") else { return nil }
    index += 1
    guard let second = self.unit(), 0xDC00..<0xE000 ~= second else { return nil }
    return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
  }
}
