/// The lists that functions of `faker` draw from, by the names they have in formats.
enum FakerList: String, CaseIterable {
  case firstName, lastName, prefix, city, state, country, countryCode, company, job, words, userAgent, currencyCode
  case streetName, stateAbbreviation, mailDomain, topLevel
  /// In small letters of ASCII, for addresses of machines.
  case plainFirst, plainLast

  /// What a function draws from where it draws from one list alone.
  init?(_ function: FunctionName) {
    switch function {
    case .firstName: self = .firstName
    case .lastName: self = .lastName
    case .prefix: self = .prefix
    case .city: self = .city
    case .state: self = .state
    case .country: self = .country
    case .countryCode: self = .countryCode
    case .company: self = .company
    case .job: self = .job
    case .userAgent: self = .userAgent
    case .currencyCode: self = .currencyCode
    default: return nil
    }
  }
}
