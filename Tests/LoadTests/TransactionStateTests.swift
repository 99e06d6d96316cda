import SampleScenarios
import Scenarios
import Testing

@testable import Load

/// The transactions of one producer.
@Suite struct TransactionStateTests {
  private static func state(_ length: Transactions.Length, abort: Fraction = Fraction(0)) -> TransactionState {
    TransactionState(
      TransactionPlan(Transactions(length: length, abort: abort), producers: 1), seed: 7, stage: "s", producer: 0)
  }

  /// Sends the numbers of a count until a transaction is complete; returns the message that has to wait.
  private static func send(_ state: inout TransactionState, from first: UInt64, each: Nanoseconds = 0) -> UInt64 {
    var number = first
    while state.step(before: number, at: each * Int64(number)) == .go {
      if state.phase == .idle { state.begun() }
      number += 1
    }
    return number
  }

  @Test func aTransactionHasSoManyMessages() {
    var state = Self.state(.messages(3))
    #expect(Self.send(&state, from: 0) == 3)
    #expect(state.phase == .flushing(.commit))
    #expect(state.resolve(awaited: 1) == nil)
    #expect(state.resolve(awaited: 0) == .commit)
    #expect(state.step(before: 3, at: 0) == .wait)
    state.resolved()
    #expect(state.phase == .idle && !state.isOpen)
    #expect(Self.send(&state, from: 3) == 6)
  }

  @Test func aTransactionOfATimeHasWhatIsDueInIt() {
    var state = Self.state(.time(.milliseconds(10)))
    #expect(Self.send(&state, from: 0, each: .milliseconds(3)) == 4)
    _ = state.resolve(awaited: 0)
    state.resolved()
    #expect(Self.send(&state, from: 4, each: .milliseconds(3)) == 7)
  }

  /// One in which everything is withheld is never begun, so nothing is resolved.
  @Test func withoutAMessageNothingIsBegun() {
    var state = Self.state(.messages(2))
    for number in UInt64(0)..<10 { #expect(state.step(before: number, at: 0) == .go) }
    state.endOfStage(isCutShort: false)
    #expect(state.phase == .idle)
  }

  @Test(arguments: [(false, .commit), (true, .withdraw)] as [(Bool, TransactionState.Resolution)])
  func theLastIsResolvedAtTheEnd(_ isCutShort: Bool, _ resolution: TransactionState.Resolution) {
    var state = Self.state(.messages(100))
    #expect(state.step(before: 0, at: 0) == .go)
    state.begun()
    state.endOfStage(isCutShort: isCutShort)
    #expect(state.isOpen && state.resolve(awaited: 0) == resolution)
  }

  @Test func whatIsGivenUpIsNotResolved() {
    var state = Self.state(.messages(1))
    _ = Self.send(&state, from: 0)
    state.giveUp()
    #expect(state.resolve(awaited: 0) == nil && !state.isOpen)
    state.resolved()
    #expect(state.phase == .over && state.step(before: 1, at: 0) == .wait)
  }

  @Test func aHalfIsAborted() {
    var state = Self.state(.messages(1), abort: Fraction(1, over: 2))
    var ends: [TransactionState.Resolution?] = []
    for number in UInt64(0)..<10 {
      _ = Self.send(&state, from: number)
      ends.append(state.resolve(awaited: 0))
      state.resolved()
    }
    #expect(ends.count { $0 == .abort } == 5 && ends.count { $0 == .commit } == 5)
  }
}
