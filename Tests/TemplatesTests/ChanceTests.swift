import Testing

@testable import Templates

/// Random numbers are independent of one another, and values computed from them are right. Seeds are fixed, so that each
/// test always passes or always fails.
@Suite struct ChanceTests {
  private static func counts(_ text: String, of messages: UInt64, seed: UInt64) -> [String: Double] {
    let rendering = Rendering(text, seed: seed)
    var counts: [String: Double] = [:]
    for number in 0..<messages { counts[rendering.text(number), default: 0] += 1 }
    return counts
  }

  /// Adjacent numbers, placeholders and stages are independent.
  @Test(arguments: ["{{random.randint(0, 9)}}{{random.randint(0, 9)}}"]) func placeholdersAreIndependent(_ text: String)
  {
    let counts = Self.counts(text, of: 20_000, seed: 7)
    #expect(ChiSquared.sum(Array(counts.values), [Double](repeating: 200, count: 100)) < ChiSquared.bound(99))
    let a = Rendering("{{random.randint(0, 9)}}", stage: "a")
    let b = Rendering("{{random.randint(0, 9)}}", stage: "b")
    var pairs: [String: Double] = [:]
    for number: UInt64 in 0..<20_000 { pairs[a.text(number) + b.text(number + 1), default: 0] += 1 }
    #expect(ChiSquared.sum(Array(pairs.values), [Double](repeating: 200, count: 100)) < ChiSquared.bound(99))
  }

  @Test func uuidsDiffer() {
    let rendering = Rendering("{{faker.uuid4()}}")
    let drawn = Set((0..<20_000).map { rendering.text($0) })
    #expect(drawn.count == 20_000)
    for text in drawn.prefix(100) {
      let parts = text.split(separator: "-")
      #expect(parts.map(\.count) == [8, 4, 4, 4, 12])
      #expect(parts[2].first == "4" && "89ab".contains(parts[3].first ?? "x"))
    }
  }

  @Test func checkDigitsAreRight() {
    let card = Rendering("{{faker.credit_card_number()}}")
    let iban = Rendering("{{faker.iban()}}")
    for number: UInt64 in 0..<200 {
      let digits = card.text(number).reversed().compactMap { $0.wholeNumberValue }
      let sum = digits.enumerated().reduce(0) {
        $0 + ($1.offset % 2 == 0 ? $1.element : $1.element * 2 - ($1.element > 4 ? 9 : 0))
      }
      #expect((12...19).contains(digits.count) && sum % 10 == 0)
      let text = iban.text(number)
      let account = BankAccounts.formats.records.first { text.hasPrefix($0[0]) }
      let moved = text.dropFirst(4) + text.prefix(4)
      let remainder = moved.reduce(0) { rest, character in
        (Int(String(character), radix: 36) ?? 0) > 9
          ? (rest * 100 + (Int(String(character), radix: 36) ?? 0)) % 97
          : (rest * 10 + (character.wholeNumberValue ?? 0)) % 97
      }
      #expect(account?[1] == String(text.count) && remainder == 1, "\(text)")
    }
  }

  /// Logarithm and exponential to fifteen digits, against values of mpmath.
  @Test func arithmeticIsRight() {
    let logarithms: [(Double, Double)] = [
      (2, 0.6931471805599453), (10, 2.302585092994046), (1e-10, -23.025850929940457), (3.5, 1.252762968495368),
    ]
    for (x, y) in logarithms { #expect(abs(Arithmetic.logarithm(x) / y - 1) < 1e-15) }
    let exponentials: [(Double, Double)] = [
      (1, 2.718281828459045), (-20, 2.061153622438558e-9), (0.1, 1.1051709180756477), (50, 5.184705528587072e21),
    ]
    for (x, y) in exponentials { #expect(abs(Arithmetic.exponential(x) / y - 1) < 1e-14) }
    #expect(abs(Arithmetic.normalQuantile(0.975) - 1.959963984540054) < 1e-8)
  }
}
