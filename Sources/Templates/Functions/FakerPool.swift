/// The number of texts that a function can write, counted from its tables and formats.
package enum FakerPool {
  /// The functions of names, places and the like, in the order of a table; others write numbers, dates and prose.
  package static let functions: [FunctionName] = [
    .firstName, .firstNameFemale, .firstNameMale, .lastName, .name, .prefix, .userName, .email, .phoneNumber, .address,
    .streetAddress, .city, .state, .postcode, .company, .job, .domainName, .userAgent, .country, .countryCode,
    .currencyCode, .colorName, .word,
  ]

  /// False where the call is an error, as Python's Faker lacks the function in the locale.
  package static func has(_ function: FunctionName, in locale: FakerLocale) -> Bool {
    LocaleFunctions.remedy(function, in: locale) == nil
  }

  /// At most as many as `UInt64` can hold; texts that two formats can make are counted twice.
  package static func size(of function: FunctionName, in locale: FakerLocale) -> UInt64 {
    size(of: formats(of: function, in: locale), in: locale)
  }

  static func size(of formats: [String], in locale: FakerLocale) -> UInt64 {
    sum(Set(formats).map { size(of: FakerFormat($0), in: locale) })
  }

  private static func size(of format: FakerFormat, in locale: FakerLocale) -> UInt64 {
    format.pieces.reduce(1) { size, piece in
      switch piece {
      case .text(let text):
        text.utf8.reduce(size) { product($0, $1 == UInt8(ascii: "#") ? 10 : $1 == UInt8(ascii: "%") ? 9 : 1) }
      case .part(let name): product(size, self.size(ofPart: name, in: locale))
      }
    }
  }

  private static func size(ofPart name: String, in locale: FakerLocale) -> UInt64 {
    if let list = FakerList(rawValue: name) {
      // The place was counted when it was chosen.
      return list.isOfPlace ? 1 : UInt64(Set(locale.table(list).entries).count)
    }
    return switch name {
    case "place": UInt64(locale.table(.placeCity).count)
    case "street": size(of: locale.streetFormats, in: locale)
    case "user": size(of: FakerLocale.userFormats, in: locale)
    case "domain": size(of: FakerLocale.domainFormats, in: locale)
    default: 1
    }
  }

  private static func formats(of function: FunctionName, in locale: FakerLocale) -> [String] {
    switch function {
    case .firstName: ["{firstName}"]
    case .firstNameFemale: ["{firstNameFemale}"]
    case .firstNameMale: ["{firstNameMale}"]
    case .lastName: ["{lastName}"]
    case .name: locale.nameFormats
    case .prefix: ["{prefix}"]
    case .userName: ["{user}"]
    case .email: ["{user}@{mailDomain}"]
    case .phoneNumber: locale.phoneFormats
    case .address: locale.addressFormats
    case .streetAddress: locale.streetFormats
    case .city: ["{city}"]
    case .state: ["{state}"]
    case .postcode: locale.postcodeFormats
    case .company: locale.companyFormats
    case .job: ["{job}"]
    case .domainName: ["{domain}"]
    case .userAgent: FakerLocale.userAgentFormats
    case .country: ["{country}"]
    case .countryCode: ["{countryCode}"]
    case .currencyCode: ["{currencyCode}"]
    case .colorName: ["{colorName}"]
    case .word: ["{words}"]
    default: []
    }
  }

  private static func product(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? .max : product
  }

  private static func sum(_ numbers: [UInt64]) -> UInt64 {
    numbers.reduce(0) { sum, number in
      let (total, overflow) = sum.addingReportingOverflow(number)
      return overflow ? .max : total
    }
  }
}
