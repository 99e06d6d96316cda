/// Functions that Python's Faker has in some locales only.
package enum LocaleFunctions {
  /// A function, the locales that have it, and what to write in the others.
  package struct Row: Sendable {
    package var name: FunctionName
    package var locales: [FakerLocale]
    /// The function to write instead, by locale; `other` where it has no entry.
    package var instead: [FakerLocale: String] = [:]
    package var other: String
  }

  package static let rows: [Row] = [
    Row(
      name: .state, locales: [.american, .german, .spanish, .italian, .brazilian],
      instead: [
        .japanese: "write faker.prefecture()", .british: "write faker.county()", .french: "write faker.region()",
      ], other: "write faker.administrative_unit()"),
    Row(
      name: .stateAbbr, locales: [.american, .italian, .brazilian],
      instead: [
        .german: "write faker.state()", .japanese: "write faker.prefecture()", .british: "write faker.county()",
        .french: "write faker.region()", .spanish: "write faker.state()",
      ], other: "write faker.administrative_unit()"),
    Row(
      name: .region, locales: [.french, .spanish],
      instead: [.japanese: "write faker.prefecture()", .british: "write faker.county()"], other: "write faker.state()"),
    Row(
      name: .county, locales: [.british],
      instead: [.japanese: "write faker.prefecture()", .french: "write faker.region()"], other: "write faker.state()"),
    Row(
      name: .prefecture, locales: [.japanese],
      instead: [.british: "write faker.county()", .french: "write faker.region()"], other: "write faker.state()"),
    Row(
      name: .autonomousCommunity, locales: [.spanish],
      instead: [
        .japanese: "write faker.prefecture()", .british: "write faker.county()", .french: "write faker.region()",
      ], other: "write faker.state()"),
    Row(
      name: .secondaryAddress, locales: [.american, .british, .spanish, .italian],
      other: "write faker.building_number()"),
    Row(name: .zipcode, locales: [.american, .japanese], other: "write faker.postcode()"),
    Row(name: .postalcode, locales: [.american], other: "write faker.postcode()"),
    Row(name: .zipcodePlus4, locales: [.american], other: "write faker.postcode()"),
    Row(name: .postalcodePlus4, locales: [.american], other: "write faker.postcode()"),
    Row(
      name: .ein, locales: [.american, .japanese], instead: [.brazilian: "write faker.cnpj()"],
      other: "write faker.numerify('##-#######')"),
    Row(
      name: .itin, locales: [.american, .japanese], instead: [.brazilian: "write faker.cpf()"],
      other: "write faker.ssn()"),
    Row(
      name: .invalidSsn, locales: [.american, .japanese], other: "write faker.ssn()"),
    Row(name: .cpf, locales: [.brazilian], other: "write faker.ssn()"),
    Row(name: .cnpj, locales: [.brazilian], other: "write faker.numerify('##.###.###/0001-##')"),
    Row(
      name: .upcA, locales: [.american, .german, .british, .french, .italian, .brazilian],
      other: "write faker.ean13()"),
  ]

  private static let byName = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0) })

  /// The text to write instead of a function that the locale lacks; nil where it has it.
  package static func remedy(_ name: FunctionName, in locale: FakerLocale) -> String? {
    guard let row = byName[name], !row.locales.contains(locale) else { return nil }
    return row.instead[locale] ?? row.other
  }
}
