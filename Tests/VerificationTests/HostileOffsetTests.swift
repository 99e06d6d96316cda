import Scenarios
import Testing

@testable import Verification

/// Offsets and identities that a broker or another client may give, however extreme.
@Suite struct HostileOffsetTests {
  private static let run = RunID(value: 1)

  private static func ledger(noted: Int64 = 0) -> Ledger {
    Ledger(
      run: run,
      plan: LedgerPlan(
        topics: [("orders", 1)],
        stages: [LedgerPlan.Stage(topic: 0, producers: 1, sequenceLimit: 10, hasKeys: false)]), noted: [noted])
  }

  private static func identity(stage: UInt16 = 0, producer: UInt16 = 0, _ sequence: UInt64) -> Identity {
    Identity(run: run, stage: stage, producer: producer, sequence: sequence, due: .min, payload: 0)
  }

  @Test func theLastOffsetThereIs() {
    let ledger = Self.ledger(noted: .max)
    #expect(ledger.noteMessage(Self.identity(3), partition: 0, offset: .max, bytes: 1, named: 0) == .first)
    #expect(ledger.position(of: 0) == .max)
    // It cannot be distinguished from one that was read again.
    ledger.noteForeign(.anotherRun, partition: 0, offset: .max, bytes: 1)
    ledger.noteForeign(.anotherRun, partition: 0, offset: .max, bytes: 1)
    #expect(ledger.position(of: 0) == .max)
  }

  @Test(
    arguments: [
      ("the first", identity(0), true), ("the last", identity(9), true), ("one more", identity(10), false),
      ("the greatest number", identity(.max), false), ("another stage", identity(stage: 1, 0), false),
      ("the last stage there can be", identity(stage: .max, 0), false),
      ("another producer", identity(producer: 1, 0), false),
    ] as [(String, Identity, Bool)]
  ) func knowsItsOwnMessages(_ name: String, _ identity: Identity, _ isKnown: Bool) {
    let ledger = Self.ledger()
    #expect(ledger.knows(identity) == isKnown)
    let recognition = ledger.noteMessage(identity, partition: 0, offset: 5, bytes: 1, named: 0)
    #expect(recognition == (isKnown ? .first : .foreign))
    #expect(ledger.position(of: 0) == 6)
  }
}
