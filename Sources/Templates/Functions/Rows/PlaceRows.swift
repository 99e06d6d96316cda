/// The functions of addresses and places.
enum PlaceRows {
  private static let zips = "of the country; may belong to no place"

  static let rows: [FunctionRow] = [
    FunctionRow(
      .address, [], "a postal address, with a line break", beside: "city, state and postal code belong together"),
    FunctionRow(.streetAddress, [], "a street with a number"),
    FunctionRow(.streetName, [], "a street"),
    FunctionRow(.streetSuffix, [], "the last word of a street's name", beside: "in the locale's language"),
    FunctionRow(.buildingNumber, [], "the number of a building"),
    FunctionRow(.secondaryAddress, [], "a part of a building, with its number"),
    FunctionRow(.city, [], "a city", beside: "a real city"),
    FunctionRow(.citySuffix, [], "the end of a city's name", beside: "always English"),
    FunctionRow(.state, [], "a state"),
    FunctionRow(
      .stateAbbr, [.flag("include_territories", true), .flag("include_freely_associated_states", true)],
      "a state in two letters; the arguments are for en_US"),
    FunctionRow(.administrativeUnit, [], "a state, county, region or prefecture, by locale"),
    FunctionRow(.region, [], "a region of France, an autonomous community of Spain"),
    FunctionRow(.county, [], "a county of the United Kingdom"),
    FunctionRow(.prefecture, [], "a prefecture of Japan"),
    FunctionRow(.autonomousCommunity, [], "an autonomous community of Spain"),
    FunctionRow(.country, [], "a country", beside: "always English"),
    FunctionRow(
      .countryCode, [Parameter("representation", .choice(["alpha-2", "alpha-3"]), .text("alpha-2"))],
      "a country in two letters, or three"),
    FunctionRow(.currentCountry, [], "the locale's country", beside: "always English"),
    FunctionRow(.currentCountryCode, [], "the locale's country in two letters"),
    FunctionRow(.postcode, [], "a postal code", beside: zips),
    FunctionRow(.postalcode, [], "a postal code", beside: zips),
    FunctionRow(.zipcode, [], "a postal code", beside: zips),
    FunctionRow(.zipcodePlus4, [], "a postal code with four digits more", beside: zips),
    FunctionRow(.postalcodePlus4, [], "a postal code with four digits more", beside: zips),
    FunctionRow(.latitude, [], .float, "degrees from -90 to 90, with six decimals"),
    FunctionRow(.longitude, [], .float, "degrees from -180 to 180, with six decimals"),
    FunctionRow(
      .coordinate,
      [
        .optional("center", .number(-180...180)), Parameter("radius", .number(0...180), .float(0.001)),
      ], .float, "degrees from -180 to 180, or at most radius from center, with six decimals",
      sample: "faker.coordinate(center=52.5, radius=0.1)"),
    FunctionRow(.timezone, [], "a zone of the time zone database"),
    FunctionRow(
      .licensePlate, [], "a car's number, for the locale", beside: "fewer formats in en_US; no real district in de_DE"),
    FunctionRow(.vin, [], "a vehicle's number with its check digit (ISO 3779)"),
  ]
}
