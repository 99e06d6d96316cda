/// Telephone numbers that are not in use: in formats braces name a list, # is a digit, % is a digit except 0.
///
/// Where a country keeps few numbers free of owners, most are written with an extension, so that many differ: whoever dials more
/// digits than a number has reaches that number. Mobile numbers have none.
extension FakerLocale {
  var phoneFormats: [String] {
    switch self {
    case .american: Self.extended("{telephoneLine}##", 3, by: ["x###", "x####", "x#####"]) + ["{telephoneLine}##"]
    case .british:
      Self.extended("{telephoneLine}###", 6, by: [" ext. %##", " ext. %###", " x%###"]) + ["{telephone}###"]
    case .french: Self.extended("{telephoneLine} ## ##", 5, by: [" poste %##", " poste %###"]) + ["{telephone} ## ##"]
    case .german:
      Self.extended("{telephoneLine}###", 32, by: ["-%#", "-%##", "-%###"]) + [
        "{telephoneLine}###", "{mobileTelephone}##",
      ]
    // Neither mobile telephones nor lines in Tokyo and Osaka have a 0 after the prefix.
    case .japanese: ["090-0###-####", "080-0###-####", "070-0###-####", "03-0###-####", "06-0###-####"]
    // Spain keeps none. No number of nine digits begins with 2 or 3: geographic ones begin with 8 and 9, mobile ones with 6 and 7,
    // others with 5 (Plan nacional de numeración telefónica, Real Decreto 2296/2004, as the guide of 2016 lists it).
    case .spanish: ["+34 2## ### ###", "+34 3## ### ###", "2## ### ###", "3## ### ###"]
    // Italy keeps none. Numbers that begin with 2 or 6 are reserved for future needs (Autorità per le garanzie nelle
    // comunicazioni, Piano di numerazione, delibera 8/15/CIR): geographic ones begin with 0, mobile ones with 3.
    case .italian: ["+39 2## #######", "+39 6## #######", "2## #######", "6## #######"]
    // Brazil keeps none. No subscriber's number of eight digits begins with 0 or 1.
    case .brazilian:
      ["({areaCode}) 0###-####", "({areaCode}) 1###-####", "+55 {areaCode} 0###-####", "+55 {areaCode} 1###-####"]
    }
  }

  /// The number with each of the extensions, `count` times as often as a format that is added once.
  private static func extended(_ number: String, _ count: Int, by extensions: [String]) -> [String] {
    Array(repeating: extensions.map { number + $0 }, count: count).flatMap { $0 }
  }
}
