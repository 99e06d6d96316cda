import Testing

@testable import Templates

@Suite struct FakerPoolTests {
  struct Case: CustomTestStringConvertible {
    let locale: FakerLocale
    let function: FunctionName
    let size: UInt64
    var testDescription: String { "\(function.rawValue) in \(locale.rawValue)" }
  }

  @Test(arguments: [
    Case(locale: .american, function: .lastName, size: 2000),
    // In 501 towns, 38 have the name of another.
    Case(locale: .american, function: .city, size: 463),
    Case(locale: .american, function: .prefix, size: 5),
    Case(locale: .american, function: .name, size: 1000 * 2000),
    // 31,200 numbers in five spellings, alone or with an extension of three to five digits.
    Case(locale: .american, function: .phoneNumber, size: 156_000 * (1 + 1000 + 10_000 + 100_000)),
    Case(locale: .japanese, function: .phoneNumber, size: 3 * 10_000_000 + 2 * 10_000_000),
    Case(locale: .spanish, function: .name, size: 840 * 790 * 790 + 840 * 790),
    // The pairs of digits from 01 to 99 without four.
    Case(locale: .german, function: .postcode, size: 95 * 1000),
    Case(locale: .british, function: .postcode, size: 2834 * 10 * 20 * 20),
    Case(locale: .brazilian, function: .postcode, size: 99 * 1_000_000),
    Case(locale: .italian, function: .streetAddress, size: 12 * 116 * (9 + 90)),
  ]) func isCounted(_ expected: Case) {
    #expect(FakerPool.size(of: expected.function, in: expected.locale) == expected.size)
  }

  @Test(arguments: FakerLocale.allCases) func everyFunctionHasOne(_ locale: FakerLocale) {
    for function in FakerPool.functions { #expect(FakerPool.size(of: function, in: locale) > 1, "\(function)") }
  }

  /// All texts of a small pool come, and no more.
  @Test(arguments: [FunctionName.prefix, .state, .firstNameMale], FakerLocale.allCases) func allComeAndNoMore(
    _ function: FunctionName, _ locale: FakerLocale
  ) {
    let rendering = Rendering("{{\(function.rawValue)()}}", locale: locale)
    let drawn = Set((0..<UInt64(12_000)).map { rendering.text($0) })
    #expect(UInt64(drawn.count) == FakerPool.size(of: function, in: locale))
  }

  @Test func aFormatIsCountedByItsDigits() {
    #expect(FakerPool.size(of: ["A-##%", "A-##%", "B"], in: .american) == 901)
    #expect(FakerPool.size(of: [String(repeating: "#", count: 30)], in: .american) == .max)
  }
}
