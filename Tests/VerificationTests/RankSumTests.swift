import Testing

@testable import Verification

/// The test of Mann and Whitney beside scipy's mannwhitneyu: its exact method without ties, its permutation method with them,
/// and its asymptotic one above 20 a side.
@Suite struct RankSumTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let new: [Double]
    let base: [Double]
    let u: Double
    let p: Double

    init(_ name: String, _ new: [Double], _ base: [Double], u: Double, p: Double) {
      (self.name, self.new, self.base, self.u, self.p) = (name, new, base, u, p)
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      "one against one", [2],
      [1], u: 1, p: 1.0),
    Case(
      "three against three, apart", [1, 2, 3],
      [4, 5, 6], u: 0, p: 0.1),
    Case(
      "four against four, apart", [11, 12, 13, 14],
      [7, 8, 9, 10], u: 16, p: 0.02857142857142857),
    Case(
      "five against five, apart", [5, 6, 7, 8, 9],
      [0, 1, 2, 3, 4], u: 25, p: 0.007936507936507936),
    Case(
      "five against five, mixed", [12.28, 11.02, 12.21, 12.93, 9.54],
      [10.98, 10.32, 9.42, 11.13, 10.19], u: 20, p: 0.15079365079365079),
    Case(
      "one against eight", [12.92],
      [10.32, 8.25, 9.83, 9.34, 9.18, 11.29, 10.04, 10.48], u: 8, p: 0.2222222222222222),
    Case(
      "seven against four", [7.75, 9.92, 9.93, 9, 10.05, 11.06, 10.15],
      [11.04, 11, 9.74, 11.07], u: 7, p: 0.2303030303030303),
    Case(
      "twenty against twenty",
      [
        9.471, 10.125, 11.004, 9.409, 10.58, 9.573, 9.464, 11.245, 13.071, 11.269, 11.719, 10.094, 11.276, 11.593,
        9.154, 9.969, 10.567, 9.085, 10.393, 12.283,
      ],
      [
        8.956, 8.02, 9.874, 10.887, 10.129, 10.146, 8.563, 10.449, 9.732, 10.573, 10.177, 10.69, 9.833, 10.484, 10.891,
        8.633, 10.031, 10.114, 11.196, 12.487,
      ], u: 241, p: 0.2766270614459423),
    Case(
      "two values only", [1, 1, 1, 0],
      [0, 0, 0, 1], u: 12, p: 0.4857142857142857),
    Case(
      "one value differs", [0, 0, 0, 0, 3],
      [0, 0, 0, 0, 0], u: 15, p: 1.0),
    Case(
      "ties across the samples", [1, 1, 4, 0, 3, 2],
      [4, 4, 4, 2, 1], u: 8, p: 0.26406926406926406),
    Case(
      "ties, sizes that differ", [2, 0, 2, 3, 3, 2, 1, 1, 2],
      [4, 3, 2, 2], u: 9, p: 0.2125874125874126),
    Case(
      "a tie within a sample", [3, 3, 5, 6],
      [1, 2, 2.5, 4], u: 14, p: 0.11428571428571428),
    Case(
      "eight against eight with ties", [11, 13, 11, 10, 11, 11, 11, 11],
      [10, 9, 9, 11, 8, 9, 10, 9], u: 59, p: 0.003418803418803419),
    Case(
      "21 against 21",
      [
        9.9, 10.2, 10.4, 11.4, 10.2, 11.9, 9.3, 11, 9.6, 9.4, 10.8, 10.8, 10.7, 10.1, 10.3, 11.1, 11.3, 9.8, 9.8, 11.8,
        9.6,
      ],
      [10.5, 9.5, 9.6, 10.5, 9.7, 10, 10.1, 10, 10.1, 8.4, 10, 10.9, 8.9, 9.5, 10.2, 9.8, 9, 9.1, 9.6, 10.2, 7.7],
      u: 329, p: 0.00651476536068397),
    Case(
      "21 against 5",
      [
        10.58, 11.33, 7.95, 10.16, 10.65, 11.84, 11.24, 12.03, 10.98, 10.2, 11.47, 10.11, 9.89, 9.45, 10.55, 10.32,
        9.41, 10.16, 10.09, 10.68, 9.09,
      ],
      [10.44, 10.58, 8.62, 11.5, 10.3], u: 51.5, p: 0.974040516781291),
    Case(
      "30 against 25, apart",
      [
        30.29, 30.17, 29.82, 31.39, 29.32, 29.28, 30.4, 30.380000000000003, 28.689999999999998, 32.67, 30.08,
        29.689999999999998, 30.67, 29.2, 29.39, 31.43, 28.740000000000002, 31.189999999999998, 31.14,
        28.880000000000003, 29.439999999999998, 29.240000000000002, 30.45, 32.28, 31.130000000000003,
        30.060000000000002, 30.25, 30.3, 30.96, 30.45,
      ],
      [
        9.93, 9.77, 9.94, 9.18, 10.47, 10.43, 8.82, 6.79, 9.5, 10, 9.41, 9.6, 9.79, 11.31, 10.91, 8.77, 9.35, 8.46,
        9.59, 9.41, 11.64, 9.23, 9.52, 10.71, 8.38,
      ], u: 750, p: 2.4447298261540274e-10),
  ]

  @Test(arguments: cases) func equalsTheReference(_ test: Case) {
    let result = RankSum.twoSided(test.new, test.base)
    #expect(result.u == test.u)
    #expect(abs(result.p - test.p) <= 1e-9 * test.p, "\(result.p)")
  }

  /// The other way round, u counts the other pairs, and p is the same.
  @Test(arguments: cases) func isTheSameFromEitherSide(_ test: Case) {
    let result = RankSum.twoSided(test.base, test.new)
    #expect(result.u == Double(test.new.count * test.base.count) - test.u)
    #expect(abs(result.p - test.p) <= 1e-9 * test.p, "\(result.p)")
  }

  @Test(
    arguments: [
      ("none", [], [], 0), ("no new ones", [], [1, 2], 0), ("no base", [1, 2], [], 0),
      ("one equal pair", [1], [1], 0.5),
      ("all equal", [3, 3, 3, 3], [3, 3, 3, 3], 8),
      ("all equal, above 20 a side", Array(repeating: 3, count: 30), Array(repeating: 3, count: 4), 60),
    ] as [(String, [Double], [Double], Double)]
  ) func noDifferenceIsCertain(_ name: String, _ new: [Double], _ base: [Double], _ u: Double) {
    #expect(RankSum.twoSided(new, base) == RankSum(u: u, p: 1))
  }

  /// Below four a side no difference, however great, has p < 0.05.
  @Test(arguments: [(2, 0.333333), (3, 0.1), (4, 0.028571), (5, 0.007937), (6, 0.002165), (10, 0.000011)])
  func smallestOfEachSize(_ size: Int, _ p: Double) {
    let base = (0..<size).map(Double.init)
    #expect(abs(RankSum.twoSided(base.map { $0 + 1000 }, base).p - p) < 1e-6)
  }

  @Test func saysWhichIsGreater() {
    #expect(RankSum.twoSided([5, 6], [1, 2, 3]).u == 6)
    #expect(RankSum.twoSided([1, 2], [4, 5, 6]).u == 0)
  }
}
