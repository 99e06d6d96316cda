import SampleScenarios
import Scenarios
import Testing

@testable import Load

/// The messages of a stage, as several producers share them: together each number exactly once.
@Suite struct NumberingTests {
  private static func go(
    _ numbering: inout Numbering, at elapsed: Nanoseconds, upTo most: Int = .max,
    _ take: (UInt64) -> Void
  ) -> Numbering.Decision {
    var left = most
    while true {
      let decision = numbering.decide(elapsed: elapsed)
      guard case .go(let count) = decision, left > 0 else { return decision }
      for _ in 0..<min(Int(count), left) {
        take(numbering.next)
        numbering.advance()
        left -= 1
      }
    }
  }

  @Test(arguments: [1, 2, 3, 7, 64]) func sharesAreEveryNumberOnce(_ producers: Int) {
    let schedule = Schedule(.constant(Rate(messages: 1000, per: .seconds(1))), duration: .seconds(1))
    var all: [UInt64] = []
    for producer in 0..<producers {
      var numbering = Numbering(schedule, .share(Share(index: UInt64(producer), of: UInt64(producers))))
      // At half of the time half of them are due.
      let early = Self.go(&numbering, at: .milliseconds(500)) {
        #expect($0 <= 500)
        all.append($0)
      }
      if case .wait(let until) = early { #expect(until > .milliseconds(500)) }
      #expect(Self.go(&numbering, at: .seconds(2)) { all.append($0) } == .done)
    }
    #expect(all.sorted() == Array(0..<1000))
  }

  @Test func blocksAreEveryNumberOnceHoweverTheProducersTakeThem() {
    let counter = BlockCounter()
    let schedule = Schedule(.maximum, count: 1000)
    var numberings = (0..<3).map { _ in Numbering(schedule, .blocks(counter)) }
    var all: [UInt64] = []
    var turn = 0
    while all.count < 1000 {
      _ = Self.go(&numberings[turn % 3], at: 0, upTo: 1 + turn % 200) { all.append($0) }
      turn += 1
    }
    #expect(all.sorted() == Array(0..<1000))
    for index in 0..<3 { #expect(numberings[index].decide(elapsed: 0) == .done) }
  }

  @Test func afterTheTimeOnlyBlocksInHandAreFinished() {
    let counter = BlockCounter()
    let schedule = Schedule(.maximum, duration: .seconds(1))
    var numberings = (0..<2).map { _ in Numbering(schedule, .blocks(counter)) }
    var all: [UInt64] = []
    _ = Self.go(&numberings[0], at: 0, upTo: 10) { all.append($0) }
    _ = Self.go(&numberings[1], at: 0, upTo: 200) { all.append($0) }
    #expect(numberings[0].inHand == 118 && numberings[1].inHand == 56)
    for index in 0..<2 { #expect(Self.go(&numberings[index], at: .seconds(1)) { all.append($0) } == .done) }
    #expect(all.sorted() == Array(0..<384))
  }

  // MARK: Keys

  private static let keys = (0..<100).map { Array("key-\($0)".utf8) }

  /// The numbers that each producer sends; the key of number n is n mod 100.
  private static func own(_ numbering: inout Numbering, at elapsed: Nanoseconds, upTo most: Int = .max) -> (
    [UInt64], Numbering.Decision
  ) {
    var own: [UInt64] = []
    var left = most
    while true {
      let decision = numbering.decide(elapsed: elapsed)
      guard case .go(let count) = decision, left > 0 else { return (own, decision) }
      for _ in 0..<min(Int(count), left) {
        if keys[Int(numbering.next % 100)].withUnsafeBytes({ numbering.isOwn($0) }) { own.append(numbering.next) }
        numbering.advance()
        left -= 1
      }
    }
  }

  @Test func eachKeyHasOneProducerAndEachNumberIsSentOnce() {
    let schedule = Schedule(.constant(Rate(messages: 1_000_000, per: .seconds(1))), count: 10_000)
    let turns = KeyedTurns(producers: 3)
    var numberings = (0..<3).map { Numbering(schedule, .keys(turns, producer: $0)) }
    var sent: [[UInt64]] = [[], [], []]
    while !numberings.indices.allSatisfy({ numberings[$0].decide(elapsed: .seconds(1)) == .done }) {
      for index in 0..<3 { sent[index] += Self.own(&numberings[index], at: .seconds(1), upTo: 1000).0 }
    }
    #expect(sent.flatMap { $0 }.sorted() == Array(0..<10_000))
    #expect(sent.allSatisfy { !$0.isEmpty })
    for key in UInt64(0)..<100 { #expect(sent.count { $0.contains { $0 % 100 == key } } == 1) }
  }

  @Test func otherProducersAreAtMost4096Ahead() {
    let schedule = Schedule(.constant(Rate(messages: 1_000_000, per: .seconds(1))), count: 100_000)
    let turns = KeyedTurns(producers: 2)
    var first = Numbering(schedule, .keys(turns, producer: 0))
    var second = Numbering(schedule, .keys(turns, producer: 1))
    _ = Self.own(&first, at: .seconds(1), upTo: 10)
    _ = first.decide(elapsed: .seconds(1))
    let (_, decision) = Self.own(&second, at: .seconds(1))
    #expect(decision == .held && second.next == 10 + KeyedTurns.lead)
    // Others do not wait for one that has finished.
    first.finish()
    #expect(Self.own(&second, at: .seconds(1)).1 == .done)
  }

  /// At `max` with a time all go through the same numbers, whoever comes first to its end.
  @Test func atMaxAllEndAtTheSameNumber() {
    let turns = KeyedTurns(producers: 2)
    let schedule = Schedule(.maximum, duration: .seconds(1))
    var first = Numbering(schedule, .keys(turns, producer: 0))
    var second = Numbering(schedule, .keys(turns, producer: 1))
    let sentByFirst = Self.own(&first, at: 0, upTo: 1000).0
    let (sentBySecond, decision) = Self.own(&second, at: .seconds(1))
    #expect(decision == .done)
    let (rest, last) = Self.own(&first, at: .seconds(2))
    #expect(last == .done && first.next == second.next)
    #expect((sentByFirst + rest + sentBySecond).sorted() == Array(0..<first.next))
  }
}
