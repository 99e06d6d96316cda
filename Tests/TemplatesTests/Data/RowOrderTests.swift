import Testing

@testable import Templates

@Suite struct RowOrderTests {
  private static func pass(_ number: UInt64, rows: Int, stage: String = "peak", seed: UInt64 = 42) -> [Int] {
    let order = RowOrder(.shuffled, rows: rows, stageKey: MessageRandom.stageKey(seed: seed, stageName: stage))
    return (0..<UInt64(rows)).map { order.row(of: number * UInt64(rows) + $0) }
  }

  @Test(arguments: Array(1...100) + [127, 128, 129, 1000]) func eachPassIsAPermutation(_ rows: Int) {
    for number: UInt64 in [0, 1, 2, 1_000_000] {
      #expect(Self.pass(number, rows: rows).sorted() == Array(0..<rows))
    }
  }

  @Test func passesStagesAndSeedsDiffer() {
    let first = Self.pass(0, rows: 1000)
    #expect(first != Array(0..<1000))
    for other in [
      Self.pass(1, rows: 1000), Self.pass(0, rows: 1000, stage: "other"), Self.pass(0, rows: 1000, seed: 43),
    ] {
      // Of a thousand, about one is at the same position by chance.
      #expect(zip(first, other).count { $0 == $1 } < 10)
    }
    #expect(first == Self.pass(0, rows: 1000))
  }

  @Test func inOrderBeginsAgain() {
    for order in [DataOrder.inOrder, .once] {
      let rows = RowOrder(order, rows: 3, stageKey: 1)
      #expect((0..<7).map { rows.row(of: $0) } == [0, 1, 2, 0, 1, 2, 0])
    }
  }

  private static func chiSquared(_ counts: [Int]) -> Double {
    let expected = Double(counts.reduce(0, +)) / Double(counts.count)
    return counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  }

  /// The rows at one position, over many passes. Bounds are quantiles at 0.9999.
  @Test(arguments: [(2, 0, 15.1), (3, 2, 18.4), (5, 0, 23.5), (8, 7, 29.9), (100, 0, 161.3), (100, 99, 161.3)])
  func rowsAreEquallyLikely(_ rows: Int, _ place: Int, _ bound: Double) {
    var counts = [Int](repeating: 0, count: rows)
    for number: UInt64 in 0..<UInt64(rows * 400) {
      let order = RowOrder(.shuffled, rows: rows, stageKey: MessageRandom.stageKey(seed: 7, stageName: "a"))
      counts[order.row(of: number * UInt64(rows) + UInt64(place))] += 1
    }
    #expect(Self.chiSquared(counts) < bound)
  }

  /// All 24 orders of four rows: quantile of 23 degrees of freedom at 0.9999.
  @Test func ordersAreEquallyLikely() {
    var counts: [[Int]: Int] = [:]
    for number: UInt64 in 0..<24_000 { counts[Self.pass(number, rows: 4), default: 0] += 1 }
    #expect(counts.count == 24)
    #expect(Self.chiSquared(Array(counts.values)) < 54.8)
  }

  /// The distance from one row to the next: quantile of 98 degrees of freedom at 0.9999.
  @Test func adjacentRowsAreIndependent() {
    #expect(Self.distances { Self.pass($0, rows: 100) } < 158.9)
    // The test finds rows that are only rotated.
    #expect(Self.distances { pass in (0..<100).map { ($0 + Int(pass) * 37) % 100 } } > 158.9)
  }

  private static func distances(_ pass: (UInt64) -> [Int]) -> Double {
    var counts = [Int](repeating: 0, count: 100)
    for number: UInt64 in 0..<400 {
      let rows = pass(number)
      for (a, b) in zip(rows, rows.dropFirst()) { counts[(b - a + 100) % 100] += 1 }
    }
    return chiSquared(Array(counts.dropFirst()))
  }
}
