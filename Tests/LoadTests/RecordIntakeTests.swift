import Scenarios
import Testing
import Verification

@testable import Load

/// The origin of a record, and the time without records.
@Suite struct RecordIntakeTests {
  private static func identity(run: UInt64) -> Identity {
    Identity(run: RunID(value: run), stage: 0, producer: 0, sequence: 3, due: 5, payload: 7)
  }

  @Test(
    arguments: [
      ("a message of this run", identity(run: 1), .thisRun(identity(run: 1))),
      ("a message of another run", identity(run: 2), .anotherRun), ("no identity", nil, .unidentified),
    ] as [(String, Identity?, RecordOrigin)]
  ) func recordsHaveAnOrigin(_ name: String, _ identity: Identity?, _ origin: RecordOrigin) {
    #expect(RecordOrigin(identity, run: RunID(value: 1)) == origin)
  }

  struct Gap: Sendable, CustomTestStringConvertible {
    var name: String
    var ticks: [(at: Nanoseconds, records: Int, lag: UInt64, gap: Nanoseconds?)]
    var testDescription: String { name }

    init(_ name: String, _ ticks: (at: Nanoseconds, records: Int, lag: UInt64, gap: Nanoseconds?)...) {
      self.name = name
      self.ticks = ticks
    }
  }

  @Test(arguments: [
    Gap("nothing is to be read", (0, 0, 0, nil), (10, 0, 0, nil)),
    Gap("everything is read at once", (0, 5, 0, nil), (10, 5, 0, nil)),
    Gap("a message is sent, and read later", (0, 0, 1, nil), (4, 0, 1, 4), (9, 1, 0, 9), (20, 0, 0, nil)),
    Gap("it begins anew with each record", (0, 0, 9, nil), (5, 3, 6, 5), (7, 0, 6, 2), (8, 3, 3, 3), (9, 3, 0, 1)),
    Gap(
      "it begins anew when something is to be read again", (0, 0, 1, nil), (5, 1, 0, 5), (90, 0, 1, nil), (92, 1, 0, 2)),
  ]) func measuresTheTimeWithoutRecords(_ given: Gap) {
    var gap = ReadGap()
    for tick in given.ticks {
      #expect(gap.note(records: UInt64(tick.records), lag: tick.lag, at: tick.at) == tick.gap, "at \(tick.at)")
    }
  }
}
