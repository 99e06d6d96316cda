/// The lists that functions of `faker` draw from, by their names in formats.
enum FakerList: String, CaseIterable {
  case firstName, firstNameFemale, firstNameMale, lastName, prefix
  /// Names in lower-case ASCII, for e-mail addresses, user names and domains.
  case plainFirst, plainLast
  /// The postcode is where the others begin: the rest is digits, in British ones digits and letters.
  case city, state, postcode, postcodeLetter, streetName, streetSuffix, unit, areaCode
  /// Numbers that are not in use, without their last digits: of fixed lines, of mobile telephones, and of both.
  case telephoneLine, mobileTelephone, telephone
  /// The columns of one table of places, so that city, state and postal code match; `{place}` chooses the place.
  case placeCity, placeState, placePostcode
  case country, countryCode, currencyCode
  /// Words such as `Harbor`, `Optics` and `LLC`; the ending follows a surname.
  case companyWord, companyKind, companyForm, companyEnding
  case job, colorName, words
  case desktop, phone, appleDesktop, applePhone, chrome, firefox
  case mailDomain, topLevel

  /// True if its entry is that of the chosen place.
  var isOfPlace: Bool { self == .placeCity || self == .placeState || self == .placePostcode }
}
