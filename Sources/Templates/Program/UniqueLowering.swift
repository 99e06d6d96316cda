/// A part of a unique value. The parts' numbers of choices multiply: a message's number chooses in each of them.
private enum UniquePart {
  case literal(String)
  /// One of different texts.
  case texts([[UInt8]])
  /// So many decimal digits.
  case digits(Int)

  /// The number of choices.
  var count: UInt64 {
    switch self {
    case .literal: 1
    case .texts(let texts): UInt64(texts.count)
    case .digits(let count): NumberWriting.powers[count]
    }
  }
}

/// The operations of functions whose values are unique.
extension CallLowering {
  mutating func lowerUnique(_ function: FunctionName, _ arguments: [Literal], number: UInt64, stageKey: UInt64) {
    let values = Arguments(arguments)
    let key = UniqueNumbers.key(stageKey, placeholder: number)
    switch UniqueFunction.kinds[function] {
    // The parser refuses other functions.
    case nil: break
    case .random:
      builder.seed(number)
      lower(function, arguments)
    case .number:
      let (locale, startedAt, format) = (locale, startedAt, format)
      builder.permuteDraw(key: key) { builder in
        var call = CallLowering(locale: locale, startedAt: startedAt, format: format)
        swap(&builder, &call.builder)
        call.lower(function, arguments)
        swap(&builder, &call.builder)
      }
    case .elements: write([.texts(values.list(0).map(entry))], number, key)
    case .numerify: write(Self.parts(values.text(0), letters: nil), number, key)
    case .lexify: write(Self.parts(values.text(0), letters: values.text(1), digits: false), number, key)
    case .bothify: write(Self.parts(values.text(0), letters: values.text(1)), number, key)
    case .list(let list): write([.texts(Self.different(locale.table(list)))], number, key)
    case .name:
      let list =
        function == .nameFemale ? "{firstNameFemale}" : function == .nameMale ? "{firstNameMale}" : "{firstName}"
      write(parts(ofFormat: (locale.nameFormats.first ?? "").replacing("{firstName}", with: list)), number, key)
    case .ean13: checked(.gs1) { $0.write([.digits(12)], number, key) }
    case .ean8: checked(.gs1) { $0.write([.digits(7)], number, key) }
    case .socialSecurity where function == .cpf:
      checked(.cpf) { $0.write(Self.parts("###.###.###-", letters: nil), number, key) }
    case .socialSecurity: uniqueSocialSecurity(number, key)
    }
  }

  /// The numbers of `socialSecurity`, in one format.
  private mutating func uniqueSocialSecurity(_ number: UInt64, _ key: UInt64) {
    func texts(_ texts: [String]) -> UniquePart { .texts(texts.map { Array($0.utf8) }) }
    func letters(_ letters: String) -> UniquePart { texts(letters.map { String($0) }) }
    switch locale {
    case .american, .german, .spanish, .japanese:
      write(
        [.literal("9")] + Self.parts("##-", letters: nil) + [letters("1234")] + Self.parts("#-####", letters: nil),
        number, key)
    case .british: write(Self.parts("ZZ######T", letters: nil), number, key)
    case .french:
      let months = (1...12).map { ($0 < 10 ? "0" : "") + String($0) }
      checked(.french) {
        $0.write(
          [letters("12")] + Self.parts("##", letters: nil) + [texts(months), .literal("00")]
            + Self.parts("###%##", letters: nil), number, key)
      }
    case .italian:
      checked(.italian) { lowering in
        let names = Array(repeating: letters("BCDFGLMNPRSTV"), count: 6)
        lowering.write(
          names + Self.parts("##", letters: nil) + [letters("ABCDEHLMPRST"), texts(["0", "4"])]
            + Self.parts("%", letters: nil) + [letters("NOPQRSTUVWXY")] + Self.parts("%##", letters: nil), number, key)
      }
    case .brazilian: checked(.cpf) { $0.write([.digits(9)], number, key) }
    }
  }

  /// Writes the parts by the message's number, as far as there are numbers for them, and draws the others: the first alone
  /// make the value unique.
  private mutating func write(_ parts: [UniquePart], _ number: UInt64, _ key: UInt64) {
    // A list without entries draws nothing.
    let parts = parts.filter { $0.count > 0 }
    var count: UInt64 = 1
    let isCounted = parts.map { part in
      let (product, overflow) = count.multipliedReportingOverflow(by: part.count)
      if !overflow { count = product }
      return !overflow
    }
    if isCounted.contains(false) { builder.seed(number) }
    builder.permute(count, key: key)
    for (part, isCounted) in zip(parts, isCounted) {
      if case .literal(let text) = part {
        builder.literal(text)
        continue
      }
      if isCounted {
        builder.append(Operation(code: .take, b: part.count), longest: 0)
      } else {
        builder.append(Operation(code: .choose, b: part.count), longest: 0)
      }
      switch part {
      case .literal: break
      case .texts(let texts): builder.pick(texts, isChosen: true)
      case .digits(let count):
        builder.append(Operation(code: .chosenDigits, count: UInt32(count)), longest: count)
      }
    }
  }

  /// The parts of a text with # and % for digits and ? for letters.
  private static func parts(_ text: String, letters: String?, digits: Bool = true) -> [UniquePart] {
    var parts: [UniquePart] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "#" where digits:
        if case .digits(let count)? = parts.last, count < mostDigits {
          parts[parts.count - 1] = .digits(count + 1)
        } else {
          parts.append(.digits(1))
        }
      case "%" where digits: parts.append(.texts((1...9).map { Array(String($0).utf8) }))
      case "?" where letters != nil:
        let letters = different((letters ?? "").unicodeScalars.map { Array(String($0).utf8) })
        // Without letters, it draws nothing.
        if !letters.isEmpty { parts.append(.texts(letters)) }
      default:
        if case .literal(let before)? = parts.last {
          parts[parts.count - 1] = .literal(before + String(scalar))
        } else {
          parts.append(.literal(String(scalar)))
        }
      }
    }
    return parts
  }

  private static let mostDigits = 18

  /// The parts of a format of lists in braces. An entry that contains the text after its list is left out: a value could be
  /// read as that of two others.
  private func parts(ofFormat format: String) -> [UniquePart] {
    var parts: [UniquePart] = []
    let pieces = format.split(separator: "{", omittingEmptySubsequences: false)
    if let first = pieces.first { parts += Self.parts(String(first), letters: nil) }
    for (index, piece) in pieces.enumerated().dropFirst() {
      let (name, rest) = (piece.prefix { $0 != "}" }, piece.drop { $0 != "}" }.dropFirst())
      guard let list = FakerList(rawValue: String(name)) else { continue }
      let separator = Array(rest.utf8)
      let isLast = index == pieces.count - 1
      let texts = Self.different(locale.table(list)).filter {
        isLast || separator.isEmpty || $0.firstRange(of: separator) == nil
      }
      parts.append(.texts(texts))
      parts += Self.parts(String(rest), letters: nil)
    }
    return parts
  }

  private static func different(_ table: FakerTable) -> [[UInt8]] { different(table.entries.map { Array($0.utf8) }) }

  /// The texts without repetitions.
  private static func different(_ texts: [[UInt8]]) -> [[UInt8]] {
    var seen: Set<[UInt8]> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
