/// The formats and short lists by locale of what is written otherwise in each country: in formats braces name a list, # is a
/// digit, % is a digit except 0, and where it says so ? is a capital letter.
extension FakerLocale {
  var country: String {
    switch self {
    case .american: "US"
    case .german: "DE"
    case .japanese: "JP"
    case .british: "GB"
    case .french: "FR"
    case .spanish: "ES"
    case .italian: "IT"
    case .brazilian: "BR"
    }
  }

  var countryName: String {
    switch self {
    case .american: "United States"
    case .german: "Germany"
    case .japanese: "Japan"
    case .british: "United Kingdom"
    case .french: "France"
    case .spanish: "Spain"
    case .italian: "Italy"
    case .brazilian: "Brazil"
    }
  }

  /// The prefixes that GS1 gave the country's organisation; of those with many, one of each length.
  var articlePrefixes: [String] {
    switch self {
    case .american: ["00", "01", "03", "06", "10", "11"]
    case .german: ["400", "410", "420", "430", "440"]
    case .japanese: ["45", "49"]
    case .british: ["50"]
    case .french: ["30", "31", "32", "33", "34", "35", "36", "37"]
    case .spanish: ["84"]
    case .italian: ["80", "81", "82", "83"]
    case .brazilian: ["789", "790"]
    }
  }

  var femalePrefixes: [String] {
    switch self {
    case .american: EnglishNames.womensPrefixes.column(0)
    case .german: ["Frau", "Dr.", "Prof."]
    case .british: ["Mrs", "Ms", "Miss", "Dr"]
    case .french: ["Mme", "Mlle", "Dr"]
    case .spanish: ["Sra.", "Srta.", "Dra."]
    case .italian: ["Sig.ra", "Dott.ssa"]
    case .brazilian: ["Sra.", "Srta.", "Dra."]
    case .japanese: []
    }
  }

  var malePrefixes: [String] {
    switch self {
    case .american: EnglishNames.mensPrefixes.column(0)
    case .german: ["Herr", "Dr.", "Prof."]
    case .british: ["Mr", "Dr"]
    case .french: ["M.", "Dr"]
    case .spanish: ["Sr.", "Dr."]
    case .italian: ["Sig.", "Dott."]
    case .brazilian: ["Sr.", "Dr."]
    case .japanese: []
    }
  }

  /// The titles behind names; Python has them in two locales, and nothing elsewhere.
  var suffixes: [String] {
    switch self {
    case .american: ["Jr.", "Sr.", "II", "III", "IV", "MD", "PhD", "DDS", "DVM"]
    case .german: ["B.A.", "B.Sc.", "B.Eng.", "M.A.", "M.Sc.", "M.Eng.", "MBA"]
    case .japanese, .british, .french, .spanish, .italian, .brazilian: []
    }
  }

  var companySuffixes: [String] {
    switch self {
    case .american: CommonLists.companyEndings.entries
    case .german: ["GmbH", "AG", "KG", "GbR", "OHG", "e.V.", "GmbH & Co. KG", "Stiftung & Co. KG"]
    case .japanese: ["株式会社", "有限会社", "合同会社"]
    case .british: ["Ltd", "PLC", "LLP", "Group", "and Sons"]
    case .french: ["S.A.", "S.A.R.L.", "S.A.S.", "et Fils"]
    case .spanish: ["S.A.", "S.L.", "S.Coop.", "S.L.L.", "S.C.P"]
    case .italian: ["s.r.l.", "S.p.A.", "s.n.c.", "s.a.s.", "e figli"]
    case .brazilian: ["Ltda.", "S.A.", "S/S", "- ME", "- EI"]
    }
  }

  /// The last words of streets; in Romance languages the first ones.
  var streetSuffixes: [String] {
    switch self {
    case .german: ["straße", "weg", "platz", "allee", "gasse", "ring", "ufer"]
    case .japanese: ["通り", "街道", "大通り"]
    case .american, .british, .french, .spanish, .italian, .brazilian: table(.streetSuffix).entries
    }
  }

  var buildingFormats: [String] {
    switch self {
    case .american: ["%####", "%###", "%##"]
    case .german: ["%", "%#", "%##", "%a", "%/%", "%-%"]
    case .japanese: ["%", "%#", "%##"]
    case .british: ["%", "%#", "%##"]
    case .french, .spanish, .italian, .brazilian: ["%", "%#", "%##"]
    }
  }

  /// The formats of parts of a building; empty where Python has none.
  var partFormats: [String] {
    switch self {
    case .american: ["Apt. %##", "Suite %##"]
    case .british: ["Flat %", "Flat %#", "Studio %", "Studio %#"]
    case .spanish: ["Apt. %#", "Piso %", "Puerta %"]
    case .italian: ["Appartamento %", "Appartamento %#", "Piano %"]
    case .german, .japanese, .french, .brazilian: []
    }
  }

  /// The formats of prices, with the sign of the currency.
  var priceFormats: [String] {
    switch self {
    case .american: ["$%.##", "$%#.##", "$%##.##", "$%,###.##", "$%#,###.##"]
    case .british: ["£%.##", "£%#.##", "£%##.##", "£%,###.##", "£%#,###.##"]
    case .japanese: ["￥%##", "￥%,###", "￥%#,###"]
    case .german, .french, .spanish, .italian:
      ["%,##\u{a0}€", "%#,##\u{a0}€", "%##,##\u{a0}€", "%.###,##\u{a0}€", "%#.###,##\u{a0}€"]
    case .brazilian: ["R$%,##", "R$%#,##", "R$%##,##", "R$%.###,##", "R$%#.###,##"]
    }
  }

  /// The formats of cars' numbers; ? is a capital letter.
  var plateFormats: [String] {
    switch self {
    case .american: ["#???###", "???####", "???-###", "### ???", "##??###", "???-####", "### #??"]
    case .german: ["ZZ-?-%##", "ZZ-?-%###", "ZZ-??-%##", "ZZ-??-%###"]
    case .japanese: ["品川 %## あ ##-##", "横浜 %## さ ##-##", "札幌 %## わ ##-##"]
    case .british: ["??## ???"]
    case .french: ["??-###-??"]
    case .spanish: ["#### ???"]
    case .italian: ["??###??"]
    case .brazilian: ["???-#?##"]
    }
  }

  /// The regions of France since 2016 and the autonomous communities of Spain; none elsewhere.
  var regions: [String] {
    switch self {
    case .french:
      [
        "Auvergne-Rhône-Alpes", "Bourgogne-Franche-Comté", "Bretagne", "Centre-Val de Loire", "Corse", "Grand Est",
        "Guadeloupe", "Guyane", "Hauts-de-France", "Île-de-France", "La Réunion", "Martinique", "Mayotte", "Normandie",
        "Nouvelle-Aquitaine", "Occitanie", "Pays de la Loire", "Provence-Alpes-Côte d’Azur",
      ]
    case .spanish:
      [
        "Andalucía", "Aragón", "Principado de Asturias", "Illes Balears", "Canarias", "Cantabria", "Castilla y León",
        "Castilla-La Mancha", "Cataluña", "Comunitat Valenciana", "Extremadura", "Galicia", "Comunidad de Madrid",
        "Región de Murcia", "Comunidad Foral de Navarra", "País Vasco", "La Rioja", "Ceuta", "Melilla",
      ]
    case .american, .german, .japanese, .british, .italian, .brazilian: table(.state).entries
    }
  }

  /// The names of streets, without numbers.
  var streetNameFormats: [String] {
    switch self {
    case .american, .british: ["{streetName} {streetSuffix}"]
    case .german: ["{streetName}"]
    case .japanese: ["{lastName}通り"]
    case .french, .spanish, .italian, .brazilian: ["{streetSuffix} {streetName}"]
    }
  }

  /// Abbreviations of states; those of American territories, and of states associated with the United States, by choice.
  func stateAbbreviations(territories: Bool, associated: Bool) -> [String] {
    switch self {
    case .italian: ItalianProvinces.codes
    case .brazilian: BrazilianStates.codes
    case .american, .german, .japanese, .british, .french, .spanish:
      AmericanStates.all.column(0) + (territories ? ["AS", "GU", "MP", "PR", "VI"] : [])
        + (associated ? ["FM", "MH", "PW"] : [])
    }
  }
}
