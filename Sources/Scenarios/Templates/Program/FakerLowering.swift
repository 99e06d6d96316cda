/// What Faker's functions are made of.
extension CallLowering {
  mutating func lowerFaker(_ function: FunctionName, _ values: Arguments) {
    switch function {
    case .firstName, .lastName, .prefix, .city, .state, .country, .company, .job, .userAgent, .currencyCode,
      .countryCode:
      if let list = FakerList(function) { builder.pick(locale.table(list)) }
    case .name: fill(locale.nameFormats)
    case .email: fill(["{user}@{mailDomain}"])
    case .userName: fill(["{user}"])
    case .phoneNumber: fill(locale.phoneFormats)
    case .address: fill(locale.addressFormats)
    case .streetAddress: fill(locale.streetFormats)
    case .postcode: fill(locale.postcodeFormats)
    case .latitude: coordinate(90)
    case .longitude: coordinate(180)
    case .url: fill(["https://www.{domain}/", "http://www.{domain}/", "https://{domain}/", "http://{domain}/"])
    case .domainName: fill(["{domain}"])
    case .ipv4: fill(["{byte}.{byte}.{byte}.{byte}"])
    case .ipv6:
      for index in 0..<8 {
        if index > 0 { builder.literal(":") }
        builder.append(Operation(code: .hexWord), longest: 4)
      }
    // The first octet is even: no group address.
    case .macAddress:
      pattern([.hex, .evenHex, .colon] + Array(repeating: [.hex, .hex, .colon], count: 4).joined() + [.hex, .hex])
    case .color: pattern([.literal(UInt8(ascii: "#"))] + Array(repeating: .hex, count: 6))
    case .creditCardNumber: luhn()
    case .iban: iban()
    case .numerify: numerify(values.text(0))
    case .lexify: numerify(values.text(0), letters: values.text(1), digits: false)
    case .bothify: numerify(values.text(0), letters: values.text(1))
    case .word: builder.pick(locale.table(.words))
    case .words: prose(.words, values.integer(0), varies: false)
    case .sentence: prose(.sentence, values.integer(0), varies: values.flag(1))
    case .paragraph: prose(.paragraph, values.integer(0), varies: values.flag(1))
    case .text: prose(.text, values.integer(0), varies: true)
    default: lowerDate(function, values)
    }
  }

  private mutating func lowerDate(_ function: FunctionName, _ values: Arguments) {
    let day: Int64 = 86_400
    func midnight(_ seconds: Int64) -> Int64 { seconds - ((seconds % day) + day) % day }
    switch function {
    case .date: moment(0, seconds(values.text(1)), pattern: values.text(0))
    case .dateBetween:
      moment(midnight(seconds(values.text(0))), midnight(seconds(values.text(1))), step: day, pattern: TimePattern.date)
    case .dateTime: moment(0, seconds(values.text(1)), pattern: TimePattern.dateTime)
    case .iso8601: moment(0, seconds(values.text(1)), pattern: TimePattern.iso8601)
    case .unixTime: moment(seconds(values.text(1)), seconds(values.text(0)), pattern: "%s")
    case .pastDate:
      moment(midnight(seconds(values.text(0))), midnight(start) - day, step: day, pattern: TimePattern.date)
    case .futureDate:
      moment(midnight(start) + day, midnight(seconds(values.text(0))), step: day, pattern: TimePattern.date)
    default: break
    }
  }

  // MARK: Formats

  /// One of the formats, each as likely: what stands in braces is a list, a digit where it is #, a digit but 0 where it is %.
  private mutating func fill(_ formats: [String]) {
    guard formats.count > 1 else { return fill(formats.first ?? "") }
    builder.choose(formats.count)
    let (locale, startedAt, format) = (locale, startedAt, format)
    builder.branch(formats.count) { builder, index in
      var alternative = CallLowering(locale: locale, startedAt: startedAt, format: format)
      swap(&builder, &alternative.builder)
      alternative.fill(formats[index])
      swap(&builder, &alternative.builder)
    }
  }

  private mutating func fill(_ format: String) {
    var literal = ""
    var rest = Substring(format)
    while let first = rest.first {
      rest = rest.dropFirst()
      guard first == "{", let end = rest.firstIndex(of: "}") else {
        literal.append(first)
        continue
      }
      numerify(literal)
      literal = ""
      part(String(rest[..<end]))
      rest = rest[rest.index(after: end)...]
    }
    numerify(literal)
  }

  private mutating func part(_ name: String) {
    if let list = FakerList(rawValue: name) { return builder.pick(locale.table(list)) }
    switch name {
    case "name": fill(locale.nameFormats)
    case "street": fill(locale.streetFormats)
    case "postcode": fill(locale.postcodeFormats)
    case "byte": builder.append(Operation(code: .integer, b: 256, c: 1), longest: 3)
    case "user":
      fill([
        "{plainFirst}.{plainLast}", "{plainFirst}{plainLast}", "{plainFirst}##", "{plainLast}##",
        "{plainLast}.{plainFirst}",
      ])
    case "domain": fill(["{plainLast}.{topLevel}", "{plainLast}-{plainLast}.{topLevel}"])
    default: break
    }
  }

  // MARK: Patterns

  private mutating func numerify(_ text: String, letters: String? = nil, digits: Bool = true) {
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

  /// Classes with the letters that `.letter` draws from, each a Unicode scalar of four bytes at most.
  private mutating func pattern(_ classes: [PatternClass], letters: String = "") {
    let literals = classes.compactMap { if case .literal(let byte) = $0 { byte } else { nil } }
    if !builder.place.isSafe(literals + Array(letters.utf8)) { builder.isUnsafe = true }
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

  /// 4, fourteen digits, and the one that makes the sum right.
  private mutating func luhn() {
    let classes = [PatternClass.literal(UInt8(ascii: "4"))] + Array(repeating: PatternClass.digit, count: 14)
    builder.append(
      Operation(code: .luhn, count: 16, a: builder.store(classes.flatMap(\.code))), longest: 16, pooled: [\.a])
  }

  private mutating func iban() {
    let format = locale.ibanFormat
    let register = UInt8(truncatingIfNeeded: min(builder.depth, ProgramBuilder.mostMarks - 1))
    builder.depth += 1
    builder.append(Operation(code: .mark, register: register), longest: 0)
    let classes = format.utf8.map { byte -> PatternClass in
      switch byte {
      case UInt8(ascii: "#"): .digit
      case UInt8(ascii: "?"): .letter
      default: .literal(byte)
      }
    }
    pattern(classes, letters: "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    builder.append(Operation(code: .iban, register: register), longest: 0)
    builder.depth -= 1
  }

  // MARK: Prose

  private mutating func prose(_ code: Operation.Code, _ count: Int64, varies: Bool) {
    let words = locale.table(.words)
    if !words.isSafe.contains(builder.place) { builder.isUnsafe = true }
    builder.append(
      Operation(
        code: code, register: UInt8(words.stride == 32 ? 32 : words.stride == 64 ? 64 : 128), flag: varies ? 1 : 0,
        count: UInt32(truncatingIfNeeded: count), a: UInt64(UInt(bitPattern: words.base)), b: UInt64(words.count)),
      longest: Prose.longest(code, Int(count), varies: varies, word: words.longest))
  }
}

/// One byte of a pattern.
enum PatternClass {
  case literal(UInt8)
  case digit, digitButZero, digitOrNothing, digitButZeroOrNothing, letter, hex, evenHex

  static let colon = PatternClass.literal(UInt8(ascii: ":"))

  /// Two bytes: what it is, and the literal.
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
