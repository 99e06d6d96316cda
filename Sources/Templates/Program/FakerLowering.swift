/// What Faker's functions are made of.
extension CallLowering {
  mutating func lowerFaker(_ function: FunctionName, _ values: Arguments) {
    if let list = FakerList(function) { return builder.pick(locale.table(list)) }
    switch function {
    case .name: fill(locale.nameFormats)
    case .email: fill(["{user}@{mailDomain}"])
    case .userName: fill(["{user}"])
    case .company: fill(locale.companyFormats)
    case .userAgent: fill(FakerLocale.userAgentFormats)
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
    choose(of: formats.count) { $0.fill(formats[$1]) }
  }

  /// One of so many alternatives, each as likely.
  mutating func choose(of count: Int, _ write: (inout CallLowering, Int) -> Void) {
    builder.choose(count)
    let (locale, startedAt, format) = (locale, startedAt, format)
    builder.branch(count) { builder, index in
      var alternative = CallLowering(locale: locale, startedAt: startedAt, format: format)
      swap(&builder, &alternative.builder)
      write(&alternative, index)
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
      digits(literal)
      literal = ""
      part(String(rest[..<end]))
      rest = rest[rest.index(after: end)...]
    }
    digits(literal)
  }

  private mutating func part(_ name: String) {
    if let list = FakerList(rawValue: name) { return builder.pick(locale.table(list), isChosen: list.isOfPlace) }
    switch name {
    case "place": builder.choose(locale.table(.placeCity).count)
    case "street": fill(locale.streetFormats)
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

extension FakerList {
  /// What a function draws from where it draws from one list alone.
  init?(_ function: FunctionName) {
    switch function {
    case .firstName: self = .firstName
    case .firstNameFemale: self = .firstNameFemale
    case .firstNameMale: self = .firstNameMale
    case .lastName: self = .lastName
    case .prefix: self = .prefix
    case .city: self = .city
    case .state: self = .state
    case .country: self = .country
    case .countryCode: self = .countryCode
    case .job: self = .job
    case .colorName: self = .colorName
    case .word: self = .words
    case .currencyCode: self = .currencyCode
    default: return nil
    }
  }
}
