import Testing

@testable import Templates

/// Values have the documented distributions, by chi-squared tests. Seeds are fixed, so that each test always passes or always
/// fails; and the same test finds a distribution that is slightly different.
@Suite struct DistributionTests {
  struct Distribution: Sendable, CustomTestStringConvertible {
    /// A call with this distribution, and one whose distribution is slightly different.
    var right: String
    var wrong: String
    /// The share of each cell.
    var shares: [Double]
    /// The cell of a text; nil where it has none.
    var cell: @Sendable (String) -> Int?

    var testDescription: String { right }
  }

  static let all: [Distribution] =
    wholeNumbers + realNumbers + elements + [0.5, 1, 1.5].map(zipf) + characters + moments

  private static func equal(_ cells: Int) -> [Double] { [Double](repeating: 1 / Double(cells), count: cells) }

  private static func whole(_ right: String, _ wrong: String, _ cells: Int, step: Int = 1) -> Distribution {
    Distribution(right: right, wrong: wrong, shares: equal(cells)) { text in
      Int(text).flatMap { $0 % step == 0 ? $0 / step : nil }
    }
  }

  private static let wholeNumbers = [
    whole("random.randint(0, 99)", "random.randint(0, 98)", 100),
    whole("faker.random_int(min=0, max=49)", "faker.random_int(min=0, max=50)", 50),
    whole("faker.random_int(0, 90, 10)", "faker.random_int(0, 99)", 10, step: 10),
    whole("faker.random_digit()", "random.randint(1, 9)", 10),
    Distribution(
      right: "random.randint(-9223372036854775808, 9223372036854775807)",
      wrong: "random.randint(-9000000000000000000, 9223372036854775807)", shares: equal(64)
    ) { Int64($0).map { Int(($0 >> 58) + 32) } },
  ]

  /// A number from `low` to `high`, in cells of equal width.
  private static func real(
    _ right: String, _ wrong: String, from low: Double, to high: Double, cells: Int = 50
  ) -> Distribution {
    Distribution(right: right, wrong: wrong, shares: equal(cells)) { text in
      Double(text).flatMap {
        $0 < low || $0 > high ? nil : min(Int(($0 - low) / (high - low) * Double(cells)), cells - 1)
      }
    }
  }

  /// The deciles of the normal distribution (from tables).
  private static let deciles = [
    -1.2815515655, -0.8416212336, -0.5244005127, -0.2533471031, 0, 0.2533471031, 0.5244005127, 0.8416212336,
    1.2815515655,
  ]

  private static func normal(_ right: String, _ wrong: String, _ mu: Double, _ sigma: Double) -> Distribution {
    Distribution(right: right, wrong: wrong, shares: equal(10)) { text in
      Double(text).map { number in deciles.count { $0 < (number - mu) / sigma } }
    }
  }

  private static let realNumbers = [
    real("random.uniform(-2, 2)", "random.uniform(-2, 1.9)", from: -2, to: 2),
    real("random.uniform(1e9, 1e15)", "random.uniform(-3e13, 1e15)", from: 1e9, to: 1e15),
    real("random.random()", "random.uniform(0, 0.98)", from: 0, to: 1),
    real("faker.latitude()", "faker.longitude()", from: -90, to: 90),
    normal("random.gauss(100, 15)", "random.gauss(101, 15)", 100, 15),
    normal("random.gauss(mu=0, sigma=1)", "random.gauss(0, 1.06)", 0, 1),
    normal("random.gauss()", "random.uniform(-1.75, 1.75)", 0, 1),
  ]

  private static func of(_ texts: [String], _ shares: [Double], _ right: String, _ wrong: String) -> Distribution {
    let cells = Dictionary(uniqueKeysWithValues: texts.enumerated().map { ($0.element, $0.offset) })
    return Distribution(right: right, wrong: wrong, shares: shares) { cells[$0] }
  }

  private static let elements = [
    of(["a", "b", "c", "1"], equal(4), "random.choice(['a', 'b', 'c', 1])", "random.choice(['a', 'b', 'c', 1, 'a'])"),
    of(["a", "b"], equal(2), "random.choices(['a', 'b'])", "random.choices(['a', 'b'], weights=[10, 11])"),
    of(
      ["a", "b", "c"], [0.1, 0.2, 0.7], "random.choices(['a', 'b', 'c'], weights=[1, 2, 7])",
      "random.choices(['a', 'b', 'c'], weights=[1, 2, 6])"),
    of(
      ["a", "c"], [0.25, 0.75], "random.choices(['a', 'b', 'c'], weights=[0.5, 0, 1.5])",
      "random.choices(['a', 'b', 'c'], weights=[0.5, 0.01, 1.5])"),
    of(["x", "y"], equal(2), "faker.random_element(['x', 'y'])", "faker.random_element(['x', 'y', 'z'])"),
    of(["x", "y"], equal(2), "faker.random_elements(['x', 'y'])", "faker.random_elements(['x', 'x', 'y'])"),
    of(["true", "false"], equal(2), "faker.boolean()", "faker.boolean(53)"),
    of(["true", "false"], [0.2, 0.8], "faker.boolean(20)", "faker.boolean(chance_of_getting_true=22)"),
    of(EnglishSurnames.all.column(0), equal(2000), "faker.last_name()", "faker.first_name()"),
  ]

  /// Whole numbers from 1 to 20 in proportion to k^-s.
  private static func zipf(_ s: Double) -> Distribution {
    let weights = (1...20).map { k in
      let k = Double(k)
      return s == 1 ? 1 / k : s == 0.5 ? 1 / k.squareRoot() : 1 / (k * k.squareRoot())
    }
    let total = weights.reduce(0, +)
    return Distribution(
      right: "random.zipf(20, \(s))", wrong: "random.zipf(20, \(s + 0.1))", shares: weights.map { $0 / total }
    ) { Int($0).map { $0 - 1 } }
  }

  private static let characters = [
    Distribution(right: "random.hex(2)", wrong: "faker.ipv6()[:2]", shares: equal(256)) { Int($0, radix: 16) },
    Distribution(right: "faker.md5()[3:4]", wrong: "faker.numerify('#')", shares: equal(16)) { Int($0, radix: 16) },
    of(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".map(String.init), equal(62),
      "random.string(3)[1:2]", "faker.lexify('?')"),
    of(["x", "y", "é"], equal(3), "faker.lexify('?', letters='xyé')", "faker.lexify('?', letters='xyéy')"),
    of((1...9).map(String.init), equal(9), "faker.numerify('%')", "faker.numerify('#')"),
    of(
      [""] + (0...9).map(String.init), [0.5] + [Double](repeating: 0.05, count: 10), "faker.numerify('!')",
      "faker.numerify('!!')[:1]"),
    of(
      [""] + (1...9).map(String.init), [0.5] + [Double](repeating: 0.5 / 9, count: 9), "faker.numerify('@')",
      "faker.numerify('!')"),
  ]

  private static let moments = [
    Distribution(
      right: "faker.date_between('2024-03-01', '2024-03-31'):%d",
      wrong: "faker.date_between('2024-03-01', '2024-03-30'):%d",
      shares: equal(31)
    ) { Int($0).map { $0 - 1 } },
    Distribution(
      right: "faker.unix_time(end_datetime='1970-01-02')", wrong: "faker.unix_time(end_datetime='1970-01-03')",
      shares: equal(24)
    ) { Int($0).map { min($0 / 3600, 23) } },
  ]

  private static let messages: UInt64 = 20_000

  private static func sum(_ call: String, _ distribution: Distribution, seed: UInt64) -> Double {
    let rendering = Rendering("{{\(call)}}", seed: seed)
    var counts = [Double](repeating: 0, count: distribution.shares.count)
    for number in 0..<messages {
      guard let cell = distribution.cell(rendering.text(number)), counts.indices.contains(cell) else {
        return .infinity
      }
      counts[cell] += 1
    }
    return ChiSquared.sum(counts, distribution.shares.map { $0 * Double(messages) })
  }

  @Test(arguments: all, [0, 42, .max] as [UInt64]) func isAsDocumented(_ distribution: Distribution, _ seed: UInt64) {
    let bound = ChiSquared.bound(distribution.shares.count - 1)
    #expect(Self.sum(distribution.right, distribution, seed: seed) < bound)
  }

  @Test(arguments: all) func aSlightlyDifferentOneIsFound(_ distribution: Distribution) {
    let bound = ChiSquared.bound(distribution.shares.count - 1)
    #expect(Self.sum(distribution.wrong, distribution, seed: 42) > bound)
  }

  /// The possible orders of a run of a mixture are equally likely.
  @Test(arguments: [([1, 1, 1], 6), ([2, 1], 3), ([3, 2], 10)] as [([UInt64], Int)]) func aMixtureHasEveryOrder(
    _ weights: [UInt64], _ orders: Int
  ) {
    func sum(_ isShuffled: Bool) -> Double {
      var order = MixOrder(weights: weights, stageKey: 42)
      let run = weights.reduce(0, +)
      var counts: [[Int]: Double] = [:]
      for block in 0..<6000 as Range<UInt64> {
        // Without the shuffle of every tenth run.
        let block = isShuffled || block % 10 > 0 ? block : 0
        counts[(block * run..<(block + 1) * run).map { order.place(of: $0).template }, default: 0] += 1
      }
      let expected = [Double](repeating: 6000 / Double(orders), count: orders)
      return counts.count == orders ? ChiSquared.sum(Array(counts.values), expected) : .infinity
    }
    #expect(sum(true) < ChiSquared.bound(orders - 1))
    #expect(sum(false) > ChiSquared.bound(orders - 1))
  }
}

enum ChiSquared {
  /// The sum of (observed - expected)² / expected.
  static func sum(_ counts: [Double], _ expected: [Double]) -> Double {
    zip(counts, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
  }

  /// A bound that about one sum in 100,000 exceeds, for k degrees of freedom (Wilson and Hilferty).
  static func bound(_ k: Int) -> Double {
    let k = Double(k)
    let root = 1 - 2 / (9 * k) + 4.265 * (2 / (9 * k)).squareRoot()
    return k * root * root * root
  }
}
