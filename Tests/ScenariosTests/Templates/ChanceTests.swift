import Testing

@testable import Scenarios

/// What is drawn is spread as it should be: with fixed seeds, so that each of these holds for ever or never.
@Suite struct ChanceTests {
  /// Sum of (observed - expected)² / expected.
  private static func chiSquared(_ counts: [Double], _ expected: [Double]) -> Double {
    zip(counts, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
  }

  /// For k degrees of freedom about 1 in 1000 is above (Wilson and Hilferty).
  private static func bound(_ k: Int) -> Double {
    let k = Double(k)
    let root = 1 - 2 / (9 * k) + 3.09 * (2 / (9 * k)).squareRoot()
    return k * root * root * root
  }

  private static func counts(_ text: String, of messages: UInt64, seed: UInt64) -> [String: Double] {
    let rendering = Rendering(text, seed: seed)
    var counts: [String: Double] = [:]
    for number in 0..<messages { counts[rendering.text(number), default: 0] += 1 }
    return counts
  }

  @Test(
    arguments: [0, 1, 42, .max] as [UInt64],
    ["{{random.randint(0, 99)}}", "{{random.hex(2)}}", "{{faker.random_digit()}}"])
  func isUniform(_ seed: UInt64, _ text: String) {
    let counts = Self.counts(text, of: 20_000, seed: seed)
    let cells = text.contains("hex") ? 256 : text.contains("digit") ? 10 : 100
    #expect(counts.count == cells)
    let expected = [Double](repeating: 20_000 / Double(cells), count: cells)
    #expect(Self.chiSquared(Array(counts.values), expected) < Self.bound(cells - 1))
  }

  /// Neighbours in number, placeholder and stage have nothing in common.
  @Test(arguments: ["{{random.randint(0, 9)}}{{random.randint(0, 9)}}"]) func placeholdersAreIndependent(_ text: String)
  {
    let counts = Self.counts(text, of: 20_000, seed: 7)
    #expect(Self.chiSquared(Array(counts.values), [Double](repeating: 200, count: 100)) < Self.bound(99))
    let a = Rendering("{{random.randint(0, 9)}}", stage: "a")
    let b = Rendering("{{random.randint(0, 9)}}", stage: "b")
    var pairs: [String: Double] = [:]
    for number: UInt64 in 0..<20_000 { pairs[a.text(number) + b.text(number + 1), default: 0] += 1 }
    #expect(Self.chiSquared(Array(pairs.values), [Double](repeating: 200, count: 100)) < Self.bound(99))
  }

  @Test(arguments: [0.5, 1, 1.5]) func zipfIsZipf(_ s: Double) {
    let rendering = Rendering("{{random.zipf(20, \(s))}}")
    var counts = [Double](repeating: 0, count: 20)
    for number: UInt64 in 0..<20_000 { counts[(Int(rendering.text(number)) ?? 21) - 1] += 1 }
    let weights = (1...20).map { Arithmetic.exponential(-s * Arithmetic.logarithm(Double($0))) }
    let total = weights.reduce(0, +)
    #expect(Self.chiSquared(counts, weights.map { $0 / total * 20_000 }) < Self.bound(19))
  }

  @Test func weightsAreKept() {
    let counts = Self.counts("{{random.choices(['a', 'b', 'c'], weights=[1, 2, 7])}}", of: 20_000, seed: 3)
    #expect(
      Self.chiSquared(["a", "b", "c"].map { counts[$0] ?? 0 }, [2000, 4000, 14_000]) < Self.bound(2))
  }

  /// Mean, standard deviation, and the shares within one, two and three of these.
  @Test func gaussIsNormal() {
    let rendering = Rendering("{{random.gauss(100, 15)}}")
    let drawn = (0..<20_000).map { ((Double(rendering.text(UInt64($0))) ?? 0) - 100) / 15 }
    #expect(abs(drawn.reduce(0, +) / 20_000) < 0.025)
    #expect(abs((drawn.reduce(0) { $0 + $1 * $1 } / 20_000).squareRoot() - 1) < 0.02)
    for (bound, share) in [(1.0, 0.6827), (2, 0.9545), (3, 0.9973)] {
      #expect(abs(Double(drawn.count { abs($0) < bound }) / 20_000 - share) < 0.01)
    }
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
      #expect(digits.count == 16 && sum % 10 == 0)
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
