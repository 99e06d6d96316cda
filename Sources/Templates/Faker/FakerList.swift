/// The lists that functions of `faker` draw from, by the names they have in formats.
enum FakerList: String, CaseIterable {
  case firstName, firstNameFemale, firstNameMale, lastName, prefix
  /// In small letters of ASCII, for addresses of machines.
  case plainFirst, plainLast
  case city, state, postcode, streetName, streetSuffix, unit, areaCode
  /// The columns of one table of places, so that what is drawn of them belongs together; `{place}` chooses the place.
  case placeCity, placeState, placePostcode
  case country, countryCode, currencyCode
  /// `Harbor`, `Optics` and `LLC`; the ending stands behind a surname.
  case companyWord, companyKind, companyForm, companyEnding
  case job, colorName, words
  case desktop, phone, appleDesktop, applePhone, chrome, firefox
  case mailDomain, topLevel

  /// Whether it holds the chosen place's, rather than one of its own.
  var isOfPlace: Bool { self == .placeCity || self == .placeState || self == .placePostcode }
}
