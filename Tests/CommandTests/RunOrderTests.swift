import Scenarios
import Testing

@testable import Rehearsal

/// The order of repeated runs: A is the other side, B this one; small letters are runs that are not counted.
@Suite struct RunOrderTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var repetitions: Int
    var warmUps: Int
    var isPaired: Bool
    var order: String

    init(_ name: String, _ repetitions: Int, warmUps: Int = 0, isPaired: Bool = false, _ order: String) {
      (testDescription, self.repetitions, self.warmUps) = (name, repetitions, warmUps)
      (self.isPaired, self.order) = (isPaired, order)
    }
  }

  @Test(arguments: [
    Row("one run", 1, "B1"),
    Row("five runs", 5, "B1 B2 B3 B4 B5"),
    Row("two that are not counted", 2, warmUps: 2, "b1 b2 B1 B2"),
    Row("one pair", 1, warmUps: 1, isPaired: true, "a1 b1 A1 B1"),
    Row("two pairs", 2, isPaired: true, "A1 B1 B2 A2"),
    Row("five pairs", 5, warmUps: 1, isPaired: true, "a1 b1 A1 B1 B2 A2 A3 B3 B4 A4 A5 B5"),
    Row("two of each that are not counted", 1, warmUps: 2, isPaired: true, "a1 b1 a2 b2 A1 B1"),
    Row("none", 0, isPaired: true, ""),
  ]) func isBalanced(_ row: Row) {
    let order = RunOrder(repetitions: row.repetitions, warmUps: row.warmUps, isPaired: row.isPaired)
    #expect(order.turns.map(Self.letter).joined(separator: " ") == row.order)
    #expect(order.turns.count { $0.isOwn } == row.repetitions)
  }

  /// A drift that is steady is the same for both sides after an even number of pairs, and one place apart after an odd one.
  @Test(arguments: 1...12) func aSteadyDriftHitsBothSides(_ repetitions: Int) {
    let turns = RunOrder(repetitions: repetitions, warmUps: 0, isPaired: true).turns
    let places = { (side: RunOrder.Side) in turns.indices.filter { turns[$0].side == side }.reduce(0, +) }
    #expect(places(.new) - places(.base) == repetitions % 2)
  }

  private static func letter(_ turn: RunOrder.Turn) -> String {
    switch (turn.side, turn.purpose) {
    case (.base, .warmUp(let number)): "a\(number)"
    case (.new, .warmUp(let number)): "b\(number)"
    case (.base, .repetition(let number)): "A\(number)"
    case (.new, .repetition(let number)): "B\(number)"
    }
  }

  struct Seeded: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var given: UInt64?
    var scenario: Seed
    /// Those of the first warm-up and of the repetitions 1, 2 and 1 again, where 100, 101, … are drawn.
    var seeds: [UInt64]
  }

  @Test(arguments: [
    Seeded(testDescription: "fixed", scenario: .fixed(7), seeds: [7, 7, 7, 7]),
    Seeded(testDescription: "given", given: 9, scenario: .fixed(7), seeds: [9, 9, 9, 9]),
    Seeded(testDescription: "given in place of a random one", given: 9, scenario: .random, seeds: [9, 9, 9, 9]),
    Seeded(testDescription: "random: one for each pair", scenario: .random, seeds: [100, 101, 102, 101]),
  ]) func seedsAreThoseOfPairs(_ row: Seeded) {
    var seeds = PairSeeds(given: row.given, scenario: row.scenario)
    var next: UInt64 = 99
    let purposes: [RunOrder.Purpose] = [.warmUp(1), .repetition(1), .repetition(2), .repetition(1)]
    let found = purposes.map { purpose in
      seeds.seed(of: purpose) {
        next += 1
        return next
      }
    }
    #expect(found == row.seeds)
  }
}
