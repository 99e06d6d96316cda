/// The operations of each function of templates.
extension CallLowering {
  // One line for each function; longer recipes are in the files beside this one.
  mutating func lower(_ function: FunctionName, _ arguments: [Literal]) {
    let values = Arguments(arguments)
    switch function {
    case .randint, .randomInt, .pyint:
      integer(values.integer(0), values.integer(1), step: values.optionalInteger(2) ?? 1)
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
    case .boolean, .pybool: boolean(chance: Double(values.integer(0)))
    case .nullBoolean: builder.pick([.boolean(true), .boolean(false), .none].map(entry))
    case .hex: run(.hex, values.integer(0))
    case .md5: run(.hex, 32)
    case .sha1: run(.hex, 40)
    case .sha256: run(.hex, 64)
    case .string: run(.alphanumeric, values.integer(0))
    case .bytes: run(.bytes, values.integer(0))
    case .uuid4: builder.append(Operation(code: .uuid), longest: 36)
    case .password: password(values)
    case .pystr:
      builder.literal(values.text(2))
      letters(values.optionalInteger(0) ?? values.integer(1), values.integer(1), Alphabet.letters)
      builder.literal(values.text(3))
    case .randomLetter: letters(1, 1, Alphabet.letters)
    case .randomLowercaseLetter: letters(1, 1, Alphabet.lowercase)
    case .randomUppercaseLetter: letters(1, 1, Alphabet.capitals)
    case .randomNumber: randomNumber(digits: values.optionalInteger(0), isFixed: values.flag(1))
    case .randomDigit: integer(0, 9)
    case .randomDigitNotNull: integer(1, 9)
    case .randomDigitAboveTwo: integer(2, 9)
    case .pyfloat: float(values)
    case .pydecimal: decimal(values)

    case .firstName, .firstNameNonbinary: pick(.firstName)
    case .firstNameFemale: pick(.firstNameFemale)
    case .firstNameMale: pick(.firstNameMale)
    case .lastName, .lastNameFemale, .lastNameMale: pick(.lastName)
    case .prefix: pick(.prefix)
    case .prefixFemale: pick(locale.femalePrefixes)
    case .prefixMale: pick(locale.malePrefixes)
    case .prefixNonbinary: pick(locale == .american || locale == .british ? ["Mx."] : locale.malePrefixes)
    case .suffix: pick(locale.suffixes)
    case .name, .nameNonbinary: fill(locale.nameFormats)
    case .nameFemale: fill(locale.nameFormats.map { $0.replacing("{firstName}", with: "{firstNameFemale}") })
    case .nameMale: fill(locale.nameFormats.map { $0.replacing("{firstName}", with: "{firstNameMale}") })
    case .userName: fill(["{user}"])
    case .phoneNumber: fill(locale.phoneFormats)
    case .msisdn: fill(["999##########"])
    case .countryCallingCode: fill(["{callingCode}"])
    case .job: pick(.job)
    case .languageName: fill(["{language}"])
    case .languageCode: fill(["{languageCode}"])
    case .locale: fill(["{dialect}"])
    case .ssn: socialSecurity(values.text(0))
    case .invalidSsn: socialSecurity("INVALID_SSN")
    case .ein: socialSecurity("EIN")
    case .itin: socialSecurity("ITIN")
    case .cpf: checked(.cpf) { $0.fill(["###.###.###-"]) }
    case .cnpj: checked(.cnpj) { $0.fill(["##.###.###/0001-"]) }
    case .passportNumber: plates(locale == .italian ? ["??#######"] : ["#########", "?########"])

    case .address: fill(locale.addressFormats)
    case .streetAddress: fill(locale.streetFormats)
    case .streetName: fill(locale.streetNameFormats)
    case .streetSuffix: pick(locale.streetSuffixes)
    case .buildingNumber: fill(locale.buildingFormats)
    case .secondaryAddress: fill(locale.partFormats)
    case .city: pick(.city)
    case .citySuffix: fill(["{citySuffix}"])
    case .state, .county, .prefecture, .administrativeUnit: pick(.state)
    case .region, .autonomousCommunity: pick(locale.regions)
    case .stateAbbr: pick(locale.stateAbbreviations(territories: values.flag(0), associated: values.flag(1)))
    case .country: pick(.country)
    case .countryCode: fill([values.text(0) == "alpha-3" ? "{countryCode3}" : "{countryCode}"])
    case .currentCountry: builder.literal(locale.countryName)
    case .currentCountryCode, .bankCountry: builder.literal(locale.country)
    case .postcode, .postalcode, .zipcode: fill(locale.postcodeFormats)
    case .zipcodePlus4, .postalcodePlus4: fill(locale.postcodeFormats.map { $0 + "-####" })
    case .latitude: scaled(-90_000_000, 90_000_000, decimals: 6)
    case .longitude: scaled(-180_000_000, 180_000_000, decimals: 6)
    case .coordinate: coordinate(values)
    case .timezone: fill(["{timeZone}"])
    case .licensePlate: plates(locale.plateFormats)
    case .vin: vehicle()

    case .company: fill(locale.companyFormats)
    case .companySuffix: pick(locale.companySuffixes)
    case .catchPhrase: fill(["{slogan} {sloganStyle} {sloganThing}"])
    case .bs: fill(["{verb} {aim} {goal}"])

    case .word: values.words(1).map { prose(.words, 1, $0) } ?? pick(.words)
    case .words: prose(.words, values.integer(0), varies: values.flag(3), values.words(1))
    case .sentence: prose(.sentence, values.integer(0), varies: values.flag(1), values.words(2))
    case .sentences: repeated(values.integer(0)) { $0.prose(.sentence, 6, varies: true, values.words(1)) }
    case .paragraph: prose(.paragraph, values.integer(0), varies: values.flag(1), values.words(2))
    case .paragraphs: repeated(values.integer(0)) { $0.prose(.paragraph, 3, varies: true, values.words(1)) }
    case .text: prose(.text, values.integer(0), varies: true, values.words(1))
    case .texts: repeated(values.integer(0)) { $0.prose(.text, values.integer(1), varies: true, values.words(2)) }
    case .slug: slug(values.optionalText(0))
    case .numerify: numerify(values.text(0))
    case .lexify: numerify(values.text(0), letters: values.text(1), digits: false)
    case .bothify: numerify(values.text(0), letters: values.text(1))
    case .hexify: hexify(values.text(0), isUpper: values.flag(1))

    case .email: email(isSafe: values.flag(0), domain: values.optionalText(1))
    case .safeEmail, .asciiSafeEmail: fill(["{user}@{reservedDomain}"])
    case .freeEmail, .asciiEmail, .asciiFreeEmail: fill(["{user}@{mailDomain}"])
    case .companyEmail, .asciiCompanyEmail: fill(["{user}@{domain}"])
    case .freeEmailDomain: fill(["{mailDomain}"])
    case .safeDomainName: fill(["{reservedDomain}"])
    case .url: url(values.words(0), ["www.{domain}/", "{domain}/"])
    case .uri: url(values.words(0), Self.uriFormats(deep: values.optionalInteger(1)))
    case .uriPath: fill(Self.pathFormats(deep: values.optionalInteger(0)))
    case .uriPage: fill(["{uriPage}"])
    case .uriExtension: fill(["{uriExtension}"])
    case .imageUrl: image(width: values.optionalInteger(0), height: values.optionalInteger(1))
    case .domainName: fill([Self.domain(levels: values.integer(0))])
    case .domainWord: fill(["{plainLast}", "{plainLast}-{plainLast}"])
    case .tld: fill(["{tld}"])
    case .hostname:
      let levels = values.integer(0)
      fill([levels == 0 ? "{host}-##" : "{host}-##." + Self.domain(levels: levels)])
    case .ipv4:
      address(NetworkBlock.blocks(of: values.optionalText(1), isPrivate: values.optionalFlag(2)), values.flag(0))
    case .ipv4Private: address(NetworkBlock.blocks(of: values.optionalText(1), isPrivate: true), values.flag(0))
    case .ipv4Public: address(NetworkBlock.blocks(of: values.optionalText(1), isPrivate: false), values.flag(0))
    case .ipv6: longAddress(isNetwork: values.flag(0))
    // The first octet is even: not a multicast address.
    case .macAddress:
      pattern(
        [.hex, values.flag(0) ? .oddHex : .evenHex, .colon]
          + Array(repeating: [.hex, .hex, .colon], count: 4).joined() + [.hex, .hex])
    case .portNumber:
      values.flag(0)
        ? integer(0, 1023)
        : values.flag(1) ? integer(1024, 49_151) : values.flag(2) ? integer(49_152, 65_535) : integer(0, 65_535)
    case .httpMethod: fill(["{httpMethod}"])
    case .httpStatusCode:
      values.flag(0) ? integer(100, 599) : builder.pick(Self.assignedStatuses.map { entry(.integer($0)) })
    case .userAgent: fill(FakerLocale.userAgentFormats)
    case .chrome: fill(Array(FakerLocale.userAgentFormats.prefix(2)))
    case .firefox: fill(Array(FakerLocale.userAgentFormats.dropFirst(2).prefix(1)))
    case .safari: fill(Array(FakerLocale.userAgentFormats.dropFirst(3)))

    case .creditCardNumber: creditCard(CreditCards.brands(of: values.optionalText(0)))
    case .creditCardProvider: pick(CreditCards.brands(of: values.optionalText(0)).map(\.provider))
    case .creditCardExpire: moment(seconds(values.text(0)), seconds(values.text(1)), pattern: values.text(2))
    case .creditCardSecurityCode:
      fill(
        CreditCards.brands(of: values.optionalText(0)).map { String(repeating: "#", count: $0.securityDigits) })
    case .iban: iban()
    case .bban: account()
    case .swift: bankCode(length: values.optionalInteger(0), isPrimary: values.flag(1))
    case .swift8: bankCode(length: 8, isPrimary: false)
    case .swift11: bankCode(length: 11, isPrimary: values.flag(0))
    case .aba: checked(.aba) { $0.fill(Self.routingPrefixes.map { $0 + "######" }) }
    case .currencyCode: pick(.currencyCode)
    case .currencyName: fill(["{currencyName}"])
    case .currencySymbol: sign(ofCurrency: values.optionalText(0))
    case .cryptocurrencyCode: fill(["{coinCode}"])
    case .cryptocurrencyName: fill(["{coin}"])
    case .pricetag: fill(locale.priceFormats)

    case .ean, .localizedEan: article(values.integer(0), isLocal: function == .localizedEan)
    case .ean13:
      let zero = values.optionalFlag(1)
      checked(.gs1) { $0.fill([zero == nil ? "############" : zero == true ? "0###########" : "%###########"]) }
    case .ean8: article(8, isLocal: false)
    case .localizedEan13: article(13, isLocal: true)
    case .localizedEan8: article(8, isLocal: true)
    case .upcA: checked(.gs1) { $0.fill([(values.optionalInteger(2).map { String($0) } ?? "#") + "##########"]) }
    case .isbn10: book("", .isbn10, values.text(0))
    case .isbn13: book("978-", .gs1, values.text(0))
    case .color: color(values.text(2))
    case .hexColor: hexify("#^^^^^^", isUpper: false)
    case .rgbColor: fill(["{byte},{byte},{byte}"])
    case .rgbCssColor: fill(["rgb({byte},{byte},{byte})"])
    case .safeHexColor: pattern([.literal(UInt8(ascii: "#"))] + Array(repeating: .hexTwice, count: 3))
    case .safeColorName: fill(["{safeColor}"])
    case .colorName: pick(.colorName)
    case .fileName: fileName(values.optionalText(0), values.optionalText(1))
    case .fileExtension: fill(Self.fileEnds(values.optionalText(0)))
    case .filePath: filePath(values)
    case .mimeType: fill(Self.mediaTypes(values.optionalText(0)))
    case .unixDevice:
      builder.literal("/dev/")
      values.optionalText(0).map { builder.literal($0) } ?? fill(["{device}"])
      letters(1, 1, Alphabet.lowercase)

    case .date: moment(0, end(values, 1), pattern: values.text(0))
    case .dateObject: dates(from: 0, to: midnight(end(values, 0)))
    case .dateBetween: dates(from: midnight(seconds(values.text(0))), to: midnight(seconds(values.text(1))))
    case .dateBetweenDates: dates(from: midnight(end(values, 0)), to: midnight(end(values, 1)))
    case .dateOfBirth: birthday(values.zone(0), youngest: values.integer(1), oldest: values.integer(2))
    case .passportDob: birthday(nil, youngest: 0, oldest: 115)
    case .pastDate:
      let zone = Int64(values.zone(1) ?? 0)
      dates(from: midnight(seconds(values.text(0)) + zone), to: midnight(start + zone) - Self.day)
    case .futureDate:
      let zone = Int64(values.zone(1) ?? 0)
      dates(from: midnight(start + zone) + Self.day, to: midnight(seconds(values.text(0)) + zone))
    case .dateThisMonth: dates(of: .month, values)
    case .dateThisYear: dates(of: .year, values)
    case .dateThisDecade: dates(of: .decade, values)
    case .dateThisCentury: dates(of: .century, values)
    case .dateTime: time(0, end(values, 1), values.zone(0))
    case .dateTimeBetween: time(seconds(values.text(0)), seconds(values.text(1)), values.zone(2))
    case .dateTimeBetweenDates: time(end(values, 0), end(values, 1), values.zone(2))
    case .pastDatetime: time(seconds(values.text(0)), start - 1, values.zone(1))
    case .futureDatetime: time(start + 1, seconds(values.text(0)), values.zone(1))
    case .dateTimeThisMonth: times(of: .month, values)
    case .dateTimeThisYear: times(of: .year, values)
    case .dateTimeThisDecade: times(of: .decade, values)
    case .dateTimeThisCentury: times(of: .century, values)
    case .iso8601: iso8601(values)
    case .unixTime: moment(values.optionalText(1).map(seconds) ?? 0, end(values, 0), pattern: "%s")
    case .time: moment(0, end(values, 1), pattern: values.text(0))
    case .year: moment(0, start, pattern: "%Y")
    case .month: moment(0, start, pattern: "%m")
    case .monthName: moment(0, start, pattern: "%B")
    case .dayOfMonth: moment(0, start, pattern: "%d")
    case .dayOfWeek: moment(0, start, pattern: "%A")
    case .amPm: moment(0, start, pattern: "%p")
    case .century: fill(["{century}"])
    }
  }

  private mutating func zipf(_ n: Int64, _ s: Double) {
    builder.append(
      Operation(code: .zipf, a: builder.store(value: ZipfLaw(n: n, s: s))), longest: NumberWriting.longest,
      pooled: [\.a])
    appendZeros()
  }

  private mutating func boolean(chance: Double) {
    builder.weigh([chance, 100 - chance])
    builder.pick([Array("true".utf8), Array("false".utf8)], isChosen: true)
  }

  private mutating func pick(_ list: FakerList) { builder.pick(locale.table(list)) }

  /// Writes one of the texts; nothing where there is none.
  private mutating func pick(_ texts: [String]) {
    if !texts.isEmpty { builder.pick(texts.map { Array($0.utf8) }) }
  }
}
