import Scenarios
import Testing

@testable import Verification

/// The change points of series, as `otava.analysis.compute_change_points` of Apache Otava 0.8.0 finds them with a window of 50, p
/// 0.001 and the least change of the case: the same places exactly, the same probabilities to 1e-9. `make statistics`
/// compares many more.
@Suite struct ChangePointsTests {
  struct Case: CustomTestStringConvertible {
    let name: String
    let series: [Double]
    let found: [(index: Int, p: Double)]
    let least: Double

    init(_ name: String, _ series: [Double], _ found: [(Int, Double)], least: Double = 0) {
      self.name = name
      self.series = series
      self.found = found.map { (index: $0, p: $1) }
      self.least = least
    }

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case("none", [], []),
    Case("one", [1], []),
    Case("two", [1, 2], []),
    Case("three", [1, 1, 2], [(2, 0.0)]),
    Case(
      "flat",
      [
        10.03, 9.61, 10.59, 10.22, 10.13, 9.99, 9.75, 9.59, 10.38, 9.62, 10.31, 10.56, 9.93, 9.88, 9.98, 9.43, 9.77,
        10.36, 10.24, 9.99, 10.15, 9.64, 9.33, 9.67, 10.27, 10.13, 9.91, 10.17, 10.13, 9.84,
      ], []),
    Case("constant", Array(repeating: 0.1, count: 60), []),
    Case(
      "a step",
      [
        9.93, 10.11, 10.45, 9.59, 10.15, 9.64, 10.14, 9.81, 10.08, 10.08, 10.45, 9.95, 9.75, 10.08, 10.25, 11.46, 11.75,
        11.29, 11.09, 11.37, 11.31, 11.61, 10.96, 11.47, 11.79,
      ], [(15, 2.051784507462821e-12)]),
    Case(
      "two steps",
      [
        10.19, 10.42, 10.22, 10.11, 9.98, 10.04, 9.67, 9.84, 9.83, 9.45, 9.56, 10.09, 11.79, 11.28, 11.91, 12.04, 12.11,
        12, 11.81, 12, 12.07, 12.6, 11.46, 11.78, 9.97, 10.07, 10.52, 10.18, 10.6, 10.15, 10.6, 10.29, 10.74, 10.82,
        10.25, 10.24,
      ], [(12, 1.2084855052346935e-13), (24, 1.0572600818745067e-11)]),
    Case(
      "up and back for a while",
      [
        9.69, 9.83, 10.1, 10.21, 9.84, 9.83, 10.06, 10.06, 9.76, 9.91, 10.21, 9.85, 10.19, 9.93, 10.11, 9.9, 9.92, 9.88,
        10.31, 9.94, 13.19, 12.6, 12.74, 13.01, 12.9, 13.13, 10.47, 10.06, 9.96, 9.9, 10.22, 9.96, 10.01, 10.02, 10.05,
        9.88,
      ], [(20, 1.8150713406715272e-22), (26, 0.00011114587511903311)]),
    Case(
      "the last two are slower",
      [
        9.94, 9.77, 10.11, 9.91, 9.7, 9.39, 10.02, 10.23, 9.89, 9.7, 9.78, 10.04, 9.8, 9.75, 9.94, 10.26, 9.88, 10.13,
        10.01, 9.92, 13.24, 13.09,
      ], [(20, 1.027726951614562e-15)]),
    Case(
      "the last one is slower",
      [
        9.56, 9.93, 10.31, 10.12, 10.39, 10.06, 10.16, 9.86, 10.16, 10.23, 10.06, 9.85, 9.9, 9.84, 9.99, 9.44, 9.71,
        10.05, 9.77, 9.71, 13,
      ], [(20, 1.4675071328317515e-10)]),
    Case(
      "two outliers",
      [
        10.04, 10.09, 9.86, 10.47, 15.2, 9.96, 10.36, 10.22, 10.38, 9.93, 10.23, 10.23, 10.1, 10.08, 10.2, 9.88, 9.82,
        15.9, 9.7, 10.15, 10.05, 10.09, 10.02, 9.79, 9.75, 9.96, 9.82, 10.29, 10.18, 9.98,
      ], []),
    Case(
      "a step among outliers",
      [
        10.04, 9.98, 10.51, 9.96, 10.17, 16, 9.2, 9.91, 10.28, 10.16, 9.64, 9.64, 10.61, 10.62, 12.13, 12.09, 12.07,
        12.07, 12.38, 11.96, 17.5, 12.05, 12.35, 12.14, 12.12, 12.46, 12.08, 11.91,
      ], []),
    Case("few values", [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2], [(6, 0.0)]),
    Case(
      "counts, mostly 0", Array(repeating: 0, count: 12) + [3, 0, 4, 2, 5, 3, 4, 3, 6, 2], [(12, 0.0006830677548055647)]
    ),
    Case(
      "ten, with a step", [9.96, 10.13, 10.06, 9.96, 9.89, 11.96, 12.09, 12.14, 11.98, 11.86],
      [(5, 5.550438824894692e-10)]),
    Case(
      "small, with no least change",
      [
        10.09, 10.04, 9.85, 9.92, 10.03, 9.98, 9.97, 9.99, 10.3, 9.88, 9.93, 10.12, 9.92, 9.94, 10.15, 9.89, 9.87, 9.99,
        9.87, 9.97, 10.33, 10.49, 10.38, 10.34, 10.5, 10.31, 10.37, 10.4, 10.32, 10.44, 10.22, 10.26, 10.45, 10.41,
        10.12, 10.43, 10.35, 10.3, 10.52, 10.44,
      ], [(20, 3.155701763370108e-14)]),
    Case(
      "small, within 5 %",
      [
        10.09, 10.04, 9.85, 9.92, 10.03, 9.98, 9.97, 9.99, 10.3, 9.88, 9.93, 10.12, 9.92, 9.94, 10.15, 9.89, 9.87, 9.99,
        9.87, 9.97, 10.33, 10.49, 10.38, 10.34, 10.5, 10.31, 10.37, 10.4, 10.32, 10.44, 10.22, 10.26, 10.45, 10.41,
        10.12, 10.43, 10.35, 10.3, 10.52, 10.44,
      ], [], least: 0.05),
    Case(
      "more than two windows",
      [
        9.8, 10.18, 9.9, 10.46, 9.69, 10.01, 9.85, 9.98, 9.97, 9.43, 9.69, 9.59, 9.82, 10.27, 10.2, 10.17, 9.76, 9.83,
        9.84, 9.52, 9.93, 9.96, 10.26, 9.75, 10.02, 9.9, 9.99, 9.67, 9.98, 9.92, 10.2, 9.97, 9.74, 10.11, 10.49, 10.59,
        10.29, 10.21, 10.04, 10, 10.62, 10.07, 10.18, 9.81, 10.04, 9.98, 10.59, 10.4, 10.3, 10.03, 10.54, 9.61, 9.86,
        10, 10.52, 9.24, 9.44, 9.67, 9.78, 9.53, 11.29, 11.9, 11.38, 11.42, 11.26, 11.03, 11.78, 11.39, 11.41, 11.67,
        12.04, 11.64, 12, 12.2, 11.56, 11.5, 11.59, 11.36, 10.99, 12.35, 11.74, 11.74, 11.82, 12.29, 11.95, 11.53,
        11.24, 11.15, 11.51, 11.42, 11.34, 11.85, 11.42, 11.7, 11.91, 9.58, 9.32, 9.34, 9.98, 8.77, 9.27, 9.51, 9.95,
        9.53, 9.91, 9.91, 8.9, 9.25, 10, 9.77, 9.84, 9.3, 9.94, 9.81, 9.2, 9.63, 9.75, 9.35, 9.74, 9.51, 9.2, 9.96,
        9.71, 9.6, 9.32,
      ],
      [
        (33, 0.00014598748653915292), (55, 3.267796678657541e-05), (60, 3.7889262898660285e-16),
        (95, 1.7216062488370629e-34),
      ]),
  ]

  @Test(arguments: cases) func equalTheReference(_ test: Case) {
    let found = ChangePoints.find(
      in: test.series, exceeding: ComparisonTolerance(relative: test.least, absolute: 0))
    #expect(found.map(\.index) == test.found.map(\.index))
    for (point, expected) in zip(found, test.found) {
      #expect(abs(point.p - expected.p) <= 1e-9 * expected.p, "\(point)")
    }
  }

  /// A step of 0.3 and 3 %: a change only if it is more than both.
  @Test(
    arguments: [(0, 0, true), (0.02, 0.2, true), (0.04, 0.2, false), (0.02, 0.4, false)] as [(Double, Double, Bool)])
  func leastChangeIsBoth(_ relative: Double, _ absolute: Double, _ isFound: Bool) {
    let series = [9.9, 10.1, 10, 9.9, 10.1, 10, 10, 10.3, 10.2, 10.4, 10.3, 10.3, 10.2, 10.4]
    let found = ChangePoints.find(
      in: series, exceeding: ComparisonTolerance(relative: relative, absolute: absolute))
    #expect(found.map(\.index) == (isFound ? [7] : []))
  }

  @Test func hasTheMeansBesideIt() throws {
    let point = try #require(ChangePoints.find(in: [1, 3, 1, 3, 1, 3, 10, 12, 10, 12, 10, 12]).first)
    #expect(point.index == 6 && point.meanBefore == 2 && point.meanAfter == 11)
  }

  /// Student's distribution, beside scipy's `2 * stats.t.sf(t, n)`.
  @Test(
    arguments: [
      (0, 5, 1), (1, 1, 0.5), (2, 2, 0.1835034190722739), (-2.5, 7, 0.040992218585752874),
      (0.001, 48, 0.9992062601208651),
      (3.5, 48, 0.0010152350979649883), (12, 98, 6.000153201837787e-21), (1e200, 3, 0), (.infinity, 3, 0),
    ] as [(Double, Int, Double)]
  ) func tailsOfStudent(_ t: Double, _ degrees: Int, _ p: Double) {
    let found = StudentTail.outside(t, degrees: degrees)
    #expect(abs(found - p) <= 1e-12 * p, "\(found)")
  }
}
