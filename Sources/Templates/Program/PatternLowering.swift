/// The operations of texts of digits and letters.
extension CallLowering {
  /// Writes a text with digits for # and %.
  mutating func digits(_ text: String) {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "%") }) else {
      return builder.literal(text)
    }
    pattern(
      text.utf8.map { byte in
        switch byte {
        case UInt8(ascii: "#"): .digit
        case UInt8(ascii: "%"): .digitButZero
        default: .literal(byte)
        }
      })
  }

  mutating func numerify(_ text: String, letters: String? = nil, digits: Bool = true) {
    let special = text.unicodeScalars.contains {
      "#%!@".unicodeScalars.contains($0) && digits || $0 == "?" && letters != nil
    }
    guard special else { return builder.literal(text) }
    let classes = text.utf8.map { byte -> PatternClass in
      switch byte {
      case UInt8(ascii: "#") where digits: .digit
      case UInt8(ascii: "%") where digits: .digitButZero
      case UInt8(ascii: "!") where digits: .digitOrNothing
      case UInt8(ascii: "@") where digits: .digitButZeroOrNothing
      case UInt8(ascii: "?") where letters != nil: .letter
      default: .literal(byte)
      }
    }
    pattern(classes, letters: letters ?? "")
  }

  /// Writes a character for each class; `.letter` draws from `letters`, each a Unicode scalar of at most four bytes.
  mutating func pattern(_ classes: [PatternClass], letters: String = "") {
    let literals = classes.compactMap { if case .literal(let byte) = $0 { byte } else { nil } }
    if !builder.context.isSafe(literals + Array(letters.utf8)) { builder.isUnsafe = true }
    let codes = classes.flatMap(\.code)
    let slots = letters.unicodeScalars.flatMap { scalar -> [UInt8] in
      let bytes = Array(String(scalar).utf8)
      return bytes + [UInt8](repeating: 0, count: 7 - bytes.count) + [UInt8(bytes.count)]
    }
    builder.append(
      Operation(
        code: .pattern, count: UInt32(classes.count), a: builder.store(codes), b: UInt64(slots.count / 8),
        c: builder.store(slots)), longest: classes.count * (letters.isEmpty ? 1 : 4), pooled: [\.a, \.c])
  }

  /// Writes 4, fourteen digits, and the check digit.
  mutating func luhn() {
    let classes = [PatternClass.literal(UInt8(ascii: "4"))] + Array(repeating: PatternClass.digit, count: 14)
    builder.append(
      Operation(code: .luhn, count: 16, a: builder.store(classes.flatMap(\.code))), longest: 16, pooled: [\.a])
  }

  // MARK: Accounts

  /// Writes an account of the locale's country, or of any; national check digits are random like other digits.
  mutating func iban() {
    let country = locale.accountCountry
    let accounts = BankAccounts.formats.records.filter { country == nil || $0[0] == country }
    let register = UInt8(truncatingIfNeeded: min(builder.depth, ProgramBuilder.mostMarks - 1))
    builder.depth += 1
    builder.append(Operation(code: .mark, register: register), longest: 0)
    if accounts.count > 1 {
      choose(of: accounts.count) { $0.account(accounts[$1]) }
    } else if let account = accounts.first {
      self.account(account)
    }
    builder.append(Operation(code: .iban, register: register), longest: 0)
    builder.depth -= 1
  }

  /// Writes the country, 00 for the check digits, and characters by the structure, such as `4!a14!n`.
  private mutating func account(_ record: [String]) {
    let capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    builder.literal(record[0] + "00")
    var length = 0
    for character in record[2] {
      switch character {
      case "n": pattern(Array(repeating: .digit, count: length))
      case "a": pattern(Array(repeating: .letter, count: length), letters: capitals)
      case "c": pattern(Array(repeating: .letter, count: length), letters: capitals + "0123456789")
      case "!": continue
      default:
        length = length * 10 + (character.wholeNumberValue ?? 0)
        continue
      }
      length = 0
    }
  }
}

/// One byte of a pattern.
enum PatternClass {
  case literal(UInt8)
  case digit, digitButZero, digitOrNothing, digitButZeroOrNothing, letter, hex, evenHex

  static let colon = PatternClass.literal(UInt8(ascii: ":"))

  /// Two bytes: the kind, and the literal.
  var code: [UInt8] {
    switch self {
    case .literal(let byte): [0, byte]
    case .digit: [1, 0]
    case .digitButZero: [2, 0]
    case .digitOrNothing: [3, 0]
    case .digitButZeroOrNothing: [4, 0]
    case .letter: [5, 0]
    case .hex: [6, 0]
    case .evenHex: [7, 0]
    }
  }
}
