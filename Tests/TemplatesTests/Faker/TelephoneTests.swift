import Testing

@testable import Templates

/// Telephone numbers are enough for keys, and have no owners.
@Suite struct TelephoneTests {
  @Test(arguments: FakerLocale.allCases, [1, 2, 3] as [UInt64]) func twentyThousandDiffer(
    _ locale: FakerLocale, _ seed: UInt64
  ) {
    let rendering = Rendering("{{faker.phone_number()}}", seed: seed, locale: locale)
    var numbers: Set<String> = []
    for message in 0..<UInt64(20_000) { numbers.insert(rendering.text(message)) }
    #expect(numbers.count >= 19_900, "\(locale)")
  }

  /// The number without its country, and what follows it.
  private static func parts(_ text: String, country: String) -> (number: String, rest: String) {
    var text = text
    for prefix in ["+\(country)(0)", "+\(country) (0)", "+\(country)-", "+\(country) ", "00\(country)-"] {
      guard text.hasPrefix(prefix) else { continue }
      text = (["1", "34", "39", "55"].contains(country) ? "" : "0") + text.dropFirst(prefix.count)
      break
    }
    let end = text.firstIndex { $0.isLetter }.map { text[..<$0].last == " " ? text.index(before: $0) : $0 }
    let number = end.map { text[..<$0] } ?? text[...]
    return (number.filter(\.isNumber), end.map { String(text[$0...]) } ?? "")
  }

  struct Country: CustomTestStringConvertible {
    let locale: FakerLocale
    let code: String
    /// Digits with which kept numbers begin, and how many digits a number has.
    let kept: [String: Int]
    let extensions: [String]
    /// The least and the most numbers of a thousand that have no extension.
    let bare: ClosedRange<Int>

    var testDescription: String { locale.rawValue }
  }

  private static let countries = [
    Country(
      locale: .american, code: "1",
      kept: Dictionary(uniqueKeysWithValues: AmericanTelephones.areaCodes.column(1).map { ("\($0)55501", 10) }),
      extensions: ["x"], bare: 70...130),
    Country(
      locale: .british, code: "44",
      kept: [
        "01134960": 11, "01144960": 11, "01154960": 11, "01164960": 11, "01174960": 11, "01184960": 11, "01214960": 11,
        "01314960": 11, "01414960": 11, "01514960": 11, "01614960": 11, "02079460": 11, "01914980": 11, "02896496": 11,
        "02920180": 11, "01632960": 11, "03069990": 11, "07700900": 11,
      ], extensions: [" ext. ", " x"], bare: 25...80),
    Country(
      locale: .french, code: "33",
      kept: ["019900": 10, "026191": 10, "035301": 10, "046571": 10, "053649": 10, "063998": 10],
      extensions: [" poste "], bare: 60...120),
    Country(locale: .spanish, code: "34", kept: ["2": 9, "3": 9], extensions: [], bare: 1000...1000),
    Country(locale: .italian, code: "39", kept: ["2": 10, "6": 10], extensions: [], bare: 1000...1000),
    Country(
      locale: .brazilian, code: "55",
      kept: Dictionary(
        uniqueKeysWithValues: BrazilianTelephones.areaCodes.column(0).flatMap { [("\($0)0", 10), ("\($0)1", 10)] }),
      extensions: [], bare: 1000...1000),
    Country(
      locale: .japanese, code: "81", kept: ["0900": 11, "0800": 11, "0700": 11, "030": 10, "060": 10], extensions: [],
      bare: 1000...1000),
  ]

  @Test(arguments: countries) func numbersAreKeptFreeOfOwners(_ country: Country) {
    let rendering = Rendering("{{faker.phone_number()}}", locale: country.locale)
    var bare = 0
    for message in 0..<UInt64(1000) {
      let text = rendering.text(message)
      let (number, rest) = Self.parts(text, country: country.code)
      #expect(country.kept.contains { number.hasPrefix($0.key) && number.count == $0.value }, "\(text)")
      if rest.isEmpty {
        bare += 1
      } else {
        let isKnown = country.extensions.contains {
          rest.hasPrefix($0) && rest.dropFirst($0.count).allSatisfy(\.isNumber)
        }
        #expect(isKnown, "\(text)")
        #expect(!number.hasPrefix("07") && !number.hasPrefix("06"), "a mobile number has no extension: \(text)")
      }
    }
    #expect(country.bare.contains(bare), "\(bare) of 1000 have no extension")
  }

  /// The digits of a German extension follow the number of the exchange and a hyphen.
  @Test func germanNumbersAreKeptFreeOfOwners() {
    let rendering = Rendering("{{faker.phone_number()}}", locale: .german)
    let stems = GermanTelephones.stems.records.map { (stem: $0[0].filter(\.isNumber), digits: Int($0[1]) ?? 0) }
    var bare = 0
    for message in 0..<UInt64(1000) {
      let text = rendering.text(message)
      let halves = text.replacing("+49 ", with: "0").split(separator: "-")
      let number = halves[0].filter(\.isNumber)
      #expect(stems.contains { number.hasPrefix($0.stem) && number.count == $0.stem.count + $0.digits }, "\(text)")
      if halves.count == 1 {
        bare += 1
      } else {
        #expect(halves.count == 2 && (2...4).contains(halves[1].count), "\(text)")
      }
    }
    #expect((5...45).contains(bare), "\(bare) of 1000 have no extension")
  }
}
