/// The operations of numbers with check digits, and of other codes.
extension CallLowering {
  /// Writes what `write` writes, and its check digits behind it.
  mutating func checked(_ kind: CheckDigits, _ write: (inout CallLowering) -> Void) {
    let register = UInt8(truncatingIfNeeded: min(builder.depth, ProgramBuilder.mostMarks - 1))
    builder.depth += 1
    builder.append(Operation(code: .mark, register: register), longest: 0)
    write(&self)
    builder.append(Operation(code: .check, register: register, flag: kind.rawValue), longest: 2)
    builder.depth -= 1
  }

  mutating func creditCard(_ brands: [CreditCard]) {
    choose(of: brands.count) { lowering, index in
      let brand = brands[index]
      lowering.checked(.luhn) { lowering in
        lowering.fill(
          brand.prefixes.map { $0 + String(repeating: "#", count: brand.length - 1 - $0.count) })
      }
    }
  }

  /// Writes a number of GS1, with the prefix of the locale's country or any.
  mutating func article(_ length: Int64, isLocal: Bool) {
    let digits = Int(length) - 1
    let prefixes = isLocal ? locale.articlePrefixes : [""]
    checked(.gs1) { lowering in
      lowering.fill(prefixes.map { $0 + String(repeating: "#", count: max(digits - $0.count, 0)) })
    }
  }

  /// Writes a number of an English book; which publishers have how many digits is a fact of the registry.
  mutating func book(_ prefix: String, _ kind: CheckDigits, _ separator: String) {
    let formats = [
      "0-0#-######-", "0-1#-######-", "0-2##-#####-", "0-3##-#####-", "0-4##-#####-", "0-5##-#####-", "0-6##-#####-",
      "0-7###-####-", "0-80##-####-", "0-86###-###-", "0-90####-##-", "0-95#####-#-",
    ]
    checked(kind) { $0.fill(formats.map { (prefix + $0).replacing("-", with: separator) }) }
  }

  /// The first two digits of banks' numbers in the United States, by district.
  static let routingPrefixes = (Array(1...12) + Array(21...32) + Array(61...72) + [80]).map { number in
    (number < 10 ? "0" : "") + String(number)
  }

  mutating func bankCode(length: Int64?, isPrimary: Bool) {
    // The last character of the place is 0 in codes for tests (ISO 9362).
    let short = "????\(locale.country)?0"
    let long = short + (isPrimary ? "XXX" : "##?")
    plates(length == nil ? [short, long] : [length == 8 ? short : long])
  }

  mutating func sign(ofCurrency code: String?) {
    guard let code else { return fill(["{currencySign}"]) }
    builder.literal(CurrencySigns.all.records.first { $0[0] == code }?[1] ?? code)
  }

  mutating func color(_ format: String) {
    switch format {
    case "rgb": fill(["rgb({byte}, {byte}, {byte})"])
    case "hsl", "hsv":
      builder.literal("\(format)(")
      integer(0, 360)
      for _ in 0..<2 {
        builder.literal(", ")
        integer(0, 100)
      }
      builder.literal(")")
    default: hexify("#^^^^^^", isUpper: false)
    }
  }

  /// Seventeen characters; the ninth is replaced by the check digit. I, O and Q are not among them.
  mutating func vehicle() {
    let characters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
    checked(.vehicle) { lowering in
      lowering.letters(8, 8, characters)
      lowering.builder.literal("0")
      lowering.letters(8, 8, characters)
    }
  }

  /// Writes the text in lower case with hyphens between its words; without one, two or three words.
  mutating func slug(_ text: String?) {
    guard let text else { return fill(["{words}-{words}", "{words}-{words}-{words}"]) }
    var words: [String] = [""]
    for scalar in text.lowercased().decomposed {
      if scalar.isASCII, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else if scalar == " " || scalar == "-" || scalar == "\n" || scalar == "\t" {
        words.append("")
      }
    }
    builder.literal(words.filter { !$0.isEmpty }.joined(separator: "-"))
  }

  // MARK: People

  /// Numbers of social security and taxes that are assigned to no one, but in Brazil, where every number with its check
  /// digits may be.
  mutating func socialSecurity(_ type: String) {
    switch type {
    // Prefixes that no office uses.
    case "EIN": return fill(["07-#######", "08-#######", "09-#######", "17-#######", "18-#######", "89-#######"])
    // The group 89 is not in use.
    case "ITIN": return fill(["9##-89-####"])
    case "INVALID_SSN":
      return fill(["000-##-####", "666-##-####", "9##-##-####", "%##-00-####", "%##-##-0000"])
    default: break
    }
    switch locale {
    // Numbers from 900 on are not given; groups from 50 on are of taxpayers.
    case .american, .german, .spanish, .japanese:
      fill(["9##-1#-####", "9##-2#-####", "9##-3#-####", "9##-4#-####"])
    // The letters ZZ are not given.
    case .british: fill(["ZZ ## ## ## T", "ZZ######T", "ZZ ###### T"])
    // The department 00 does not exist.
    case .french:
      checked(.french) {
        $0.fill(["1##0%00###%##", "1##1000###%##", "1##1100###%##", "2##0%00###%##", "2##1200###%##"])
      }
    // Codes of places begin with A to M, or with Z abroad.
    case .italian:
      checked(.italian) { lowering in
        lowering.letters(6, 6, "BCDFGLMNPRSTV")
        lowering.fill(["##"])
        lowering.letters(1, 1, "ABCDEHLMPRST")
        lowering.fill(["0%", "1#", "2#", "4%", "5#", "6#"])
        lowering.letters(1, 1, "NOPQRSTUVWXY")
        lowering.fill(["%##"])
      }
    case .brazilian: checked(.cpf) { $0.fill(["#########"]) }
    }
  }
}

extension String {
  /// The scalars with accents apart from their letters, where they are common ones of Latin.
  fileprivate var decomposed: [Unicode.Scalar] {
    let bases: [(String, Unicode.Scalar)] = [
      ("àáâãäå", "a"), ("ç", "c"), ("èéêë", "e"), ("ìíîï", "i"), ("ñ", "n"), ("òóôõö", "o"), ("ùúûü", "u"), ("ýÿ", "y"),
    ]
    return unicodeScalars.map { scalar in bases.first { $0.0.unicodeScalars.contains(scalar) }?.1 ?? scalar }
  }
}
