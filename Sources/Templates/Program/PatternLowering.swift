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
        c: builder.store(slots)), longest: classes.count * (letters.isEmpty ? 2 : 4), pooled: [\.a, \.c])
  }

  /// Writes the text with a hexadecimal digit for ^.
  mutating func hexify(_ text: String, isUpper: Bool) {
    guard text.contains("^") else { return builder.literal(text) }
    pattern(text.utf8.map { $0 == UInt8(ascii: "^") ? isUpper ? .capitalHex : .hex : .literal($0) })
  }

  /// Writes one of the formats, all equally likely: ? is a capital letter, # is a digit, % is a digit except 0.
  mutating func plates(_ formats: [String]) {
    choose(of: formats.count) { $0.numerify(formats[$1], letters: Alphabet.capitals) }
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
      choose(of: accounts.count) { lowering, index in lowering.account(accounts[index]) }
    } else if let account = accounts.first {
      self.account(account)
    }
    builder.append(Operation(code: .iban, register: register), longest: 0)
    builder.depth -= 1
  }

  /// Writes the country, 00 for the check digits, and characters by the structure, such as `4!a14!n`.
  private mutating func account(_ record: [String]) {
    builder.literal(record[0] + "00")
    characters(record[2])
  }

  /// Writes an account as it is written in its country.
  mutating func account() {
    let country = locale.accountCountry ?? "GB"
    if let record = BankAccounts.formats.records.first(where: { $0[0] == country }) { characters(record[2]) }
  }

  private mutating func characters(_ structure: String) {
    let capitals = Alphabet.capitals
    var length = 0
    for character in structure {
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
  case digit, digitButZero, digitOrNothing, digitButZeroOrNothing, letter, hex, evenHex, capitalHex, oddHex
  /// Two equal digits.
  case hexTwice

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
    case .capitalHex: [8, 0]
    case .oddHex: [9, 0]
    case .hexTwice: [10, 0]
    }
  }
}
