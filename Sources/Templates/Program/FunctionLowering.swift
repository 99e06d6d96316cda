/// The operations of each function of templates.
extension CallLowering {
  mutating func lower(_ function: FunctionName, _ arguments: [Literal]) {
    let values = Arguments(arguments)
    switch function {
    case .randint: integer(values.integer(0), values.integer(1))
    case .randomInt: integer(values.integer(0), values.integer(1), step: values.integer(2))
    case .randomDigit: integer(0, 9)
    case .random: uniform(0, 1)
    case .uniform: uniform(values.number(0), values.number(1))
    case .gauss: gauss(values.number(0), values.number(1))
    case .zipf: zipf(values.integer(0), values.number(1))
    case .choice, .randomElement, .randomElements: builder.pick(values.list(0).map(entry))
    case .choices:
      if case .list(let weights) = arguments[1] {
        builder.weigh(weights.map { $0.number ?? 0 })
        builder.pick(values.list(0).map(entry), isChosen: true)
      } else {
        builder.pick(values.list(0).map(entry))
      }
    case .boolean:
      let chance = Double(values.integer(0))
      builder.weigh([chance, 100 - chance])
      builder.pick([Array("true".utf8), Array("false".utf8)], isChosen: true)
    case .hex: run(.hex, values.integer(0))
    case .md5: run(.hex, 32)
    case .sha256: run(.hex, 64)
    case .string: run(.alphanumeric, values.integer(0))
    case .bytes: run(.bytes, values.integer(0))
    case .uuid4: builder.append(Operation(code: .uuid), longest: 36)

    case .firstName: pick(.firstName)
    case .firstNameFemale: pick(.firstNameFemale)
    case .firstNameMale: pick(.firstNameMale)
    case .lastName: pick(.lastName)
    case .prefix: pick(.prefix)
    case .name: fill(locale.nameFormats)
    case .email: fill(["{user}@{mailDomain}"])
    case .userName: fill(["{user}"])
    case .phoneNumber: fill(locale.phoneFormats)
    case .company: fill(locale.companyFormats)
    case .job: pick(.job)

    case .address: fill(locale.addressFormats)
    case .streetAddress: fill(locale.streetFormats)
    case .city: pick(.city)
    case .state: pick(.state)
    case .country: pick(.country)
    case .countryCode: pick(.countryCode)
    case .postcode: fill(locale.postcodeFormats)
    case .latitude: coordinate(90)
    case .longitude: coordinate(180)

    case .word: pick(.words)
    case .words: prose(.words, values.integer(0), varies: false)
    case .sentence: prose(.sentence, values.integer(0), varies: values.flag(1))
    case .paragraph: prose(.paragraph, values.integer(0), varies: values.flag(1))
    case .text: prose(.text, values.integer(0), varies: true)
    case .numerify: numerify(values.text(0))
    case .lexify: numerify(values.text(0), letters: values.text(1), digits: false)
    case .bothify: numerify(values.text(0), letters: values.text(1))

    case .url: fill(["https://www.{domain}/", "http://www.{domain}/", "https://{domain}/", "http://{domain}/"])
    case .domainName: fill(["{domain}"])
    case .userAgent: fill(FakerLocale.userAgentFormats)
    case .ipv4: fill(["{byte}.{byte}.{byte}.{byte}"])
    case .ipv6:
      for index in 0..<8 {
        if index > 0 { builder.literal(":") }
        builder.append(Operation(code: .hexWord), longest: 4)
      }
    // The first octet is even: not a multicast address.
    case .macAddress:
      pattern([.hex, .evenHex, .colon] + Array(repeating: [.hex, .hex, .colon], count: 4).joined() + [.hex, .hex])

    case .color: pattern([.literal(UInt8(ascii: "#"))] + Array(repeating: .hex, count: 6))
    case .colorName: pick(.colorName)
    case .creditCardNumber: luhn()
    case .iban: iban()
    case .currencyCode: pick(.currencyCode)

    case .date: moment(0, seconds(values.text(1)), pattern: values.text(0))
    case .dateBetween: dates(from: midnight(seconds(values.text(0))), to: midnight(seconds(values.text(1))))
    case .dateTime: moment(0, seconds(values.text(1)), pattern: TimePattern.dateTime)
    case .iso8601: moment(0, seconds(values.text(1)), pattern: TimePattern.iso8601)
    case .unixTime: moment(seconds(values.text(1)), seconds(values.text(0)), pattern: "%s")
    case .pastDate: dates(from: midnight(seconds(values.text(0))), to: midnight(start) - Self.day)
    case .futureDate: dates(from: midnight(start) + Self.day, to: midnight(seconds(values.text(0))))
    }
  }

  private mutating func zipf(_ n: Int64, _ s: Double) {
    builder.append(
      Operation(code: .zipf, a: builder.store(value: ZipfLaw(n: n, s: s))), longest: NumberWriting.longest,
      pooled: [\.a])
    appendZeros()
  }

  private mutating func pick(_ list: FakerList) { builder.pick(locale.table(list)) }

  // MARK: Dates

  private static let day: Int64 = 86_400

  /// The first second of the day in UTC.
  private func midnight(_ seconds: Int64) -> Int64 { seconds - ((seconds % Self.day) + Self.day) % Self.day }

  private mutating func dates(from low: Int64, to high: Int64) {
    moment(low, high, step: Self.day, pattern: TimePattern.date)
  }
}
