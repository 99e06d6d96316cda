import Scenarios
import Testing
import Verification

@Suite struct SinkLedgerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var expected: String
    var sample: @Sendable () -> SinkSample

    init(_ name: String, _ expected: String, _ sample: @escaping @Sendable () -> SinkSample) {
      (testDescription, self.expected, self.sample) = (name, expected, sample)
    }
  }

  private static func read(_ sample: SinkSample, _ ids: (rank: Int, n: UInt64)...) -> SinkSample {
    for id in ids { sample.ledgers[0].note(rank: id.rank, n: id.n) }
    return sample
  }

  private static func changed(_ sample: SinkSample, _ change: (inout SinkSample) -> Void) -> SinkSample {
    var sample = sample
    change(&sample)
    return sample
  }

  static let cases = [
    Case("nothing sent, nothing read", "") { SinkSample([]) },
    Case("all found", "expected 2, read 2, found 2") { read(SinkSample([.yes, .yes]), (0, 1), (0, 0)) },
    Case("one is missing", "expected 2, read 1, found 1, missing 1") { read(SinkSample([.yes, .yes]), (0, 1)) },
    Case("one is absent, and the end is not proven", "expected 2, read 1, found 1, unseen 1") {
      changed(read(SinkSample([.yes, .yes]), (0, 1))) { $0.end = .absentUnseen(because: "it is compacted") }
    },
    Case("the reading failed", "expected 2, unseen 2") {
      changed(SinkSample([.yes, .yes])) { $0.end = .unfinished(because: "exit 1") }
    },
    Case("unanswered: one there, one not", "read 1, unknown_found 1, unknown_absent 1") {
      read(SinkSample([.none, .none]), (0, 0))
    },
    Case("unanswered and not proven", "read 1, unknown_found 1, unknown_unseen 1") {
      changed(read(SinkSample([.none, .none]), (0, 0))) { $0.end = .unfinished(because: "exit 1") }
    },
    Case("rejected and there, twice", "read 2, phantom 2") { read(SinkSample([.no]), (0, 0), (0, 0)) },
    Case("three times", "expected 1, read 3, found 1, duplicated 2") {
      read(SinkSample([.yes]), (0, 0), (0, 0), (0, 0))
    },
    Case("unanswered, and there twice", "read 2, unknown_found 1, duplicated 1") {
      read(SinkSample([.none]), (0, 0), (0, 0))
    },
    Case("of a stage that is not held", "expected 1, read 3, found 1, stray 2") {
      read(SinkSample([.yes], [.yes, .no]), (0, 0), (1, 0), (1, 1))
    },
    Case("of a template that is not held", "expected 1, read 2, found 1, stray 1") {
      changed(read(SinkSample([.yes, .yes]), (0, 0), (0, 1))) { $0.unheldTemplates = [[0, 1]] }
    },
    Case("a rejected one of a template that is not held is a phantom", "read 1, phantom 1") {
      changed(read(SinkSample([.no]), (0, 0))) { $0.unheldTemplates = [[0, 0]] }
    },
    Case("a template that is not held is not missing", "expected 1, read 1, found 1") {
      changed(read(SinkSample([.yes, .yes]), (0, 0))) { $0.unheldTemplates = [[0, 1]] }
    },
    Case("a number that was never sent", "expected 1, read 3, found 1, foreign 2") {
      read(SinkSample([.yes], []), (0, 0), (0, 7), (1, 3))
    },
    Case("a message that was withheld", "expected 1, read 2, found 1, foreign 1") {
      read(SinkSample([.yes, .unsent]), (0, 0), (0, 1))
    },
    Case("ids of others", "read 2, foreign 2") {
      let sample = SinkSample([])
      sample.ledgers[0].noteForeign()
      sample.ledgers[0].noteForeign()
      return sample
    },
    Case("with from: acknowledged, and not in it", "expected 1, read 1, found 1") {
      changed(read(SinkSample([.yes, .yes]), (0, 0))) { $0.from = ([[0, 0]], true) }
    },
    Case("with from: unanswered, in it, not here", "expected 1, missing 1") {
      changed(SinkSample([.none])) { $0.from = ([[0, 0]], true) }
    },
    Case("with from: here, and not in it", "read 2, stray 2") {
      changed(read(SinkSample([.yes]), (0, 0), (0, 0))) { $0.from = ([], true) }
    },
    Case("with from that was not read completely: not judged", "expected 1, read 2, found 1, duplicated 1") {
      changed(read(SinkSample([.yes, .yes]), (0, 0), (0, 0))) { $0.from = ([], false) }
    },
    Case("with from: rejected, and in it", "read 1, phantom 1") {
      changed(read(SinkSample([.no, .no]), (0, 0))) { $0.from = ([[0, 0], [0, 1]], true) }
    },
    Case("three copies: all, two, four", "expected 9, read 9, found 8, missing 1, duplicated 1") {
      read(
        SinkSample([.yes, .yes, .yes], copies: 3), (0, 0), (0, 0), (0, 0), (0, 1), (0, 1), (0, 2), (0, 2), (0, 2),
        (0, 2))
    },
    Case("three copies of an unanswered one: one there", "read 1, unknown_found 1, unknown_absent 2") {
      read(SinkSample([.none], copies: 3), (0, 0))
    },
    Case("holds some", "expected 1, read 3, found 1, stray 1, duplicated 1") {
      changed(read(SinkSample([.yes, .yes, .none], [.yes]), (0, 1), (0, 1), (1, 0))) { $0.isPartial = true }
    },
    Case("ids of another stage's messages", "expected 2, read 1, found 1, missing 1") {
      changed(read(SinkSample([.no, .no], [], [.yes, .yes]), (0, 1))) { $0.held = [(2, 0)] }
    },
    Case("in any of two", "expected 3, read 3, found 2, missing 1, duplicated 1") {
      let sample = SinkSample([.yes, .yes, .yes], ledgers: 2)
      sample.ledgers[0].note(rank: 0, n: 0)
      sample.ledgers[1].note(rank: 0, n: 1)
      sample.ledgers[1].note(rank: 0, n: 0)
      return sample
    },
    Case("in any of two, of a stage that is not held", "read 3, stray 2, foreign 1") {
      let sample = SinkSample([], [.yes], ledgers: 2)
      for ledger in sample.ledgers { ledger.note(rank: 1, n: 0) }
      sample.ledgers[1].note(rank: 1, n: 5)
      return sample
    },
    Case("corrupted and invalid ones", "expected 3, read 4, found 3, duplicated 1, corrupted 2, invalid 1") {
      let sample = read(SinkSample([.yes, .yes, .yes]), (0, 0), (0, 1), (0, 1), (0, 2))
      let ledger = sample.ledgers[0]
      ledger.noteCorrupted(rank: 0, n: 0, detail: "$.amount")
      ledger.noteCorrupted(rank: 0, n: 1, detail: "$.amount")
      ledger.noteCorrupted(rank: 0, n: 1, detail: "$.amount")
      ledger.noteInvalid(rank: 0, n: 2, detail: "line 1")
      return sample
    },
    Case("a phantom and a stray that are corrupted", "read 2, phantom 1, stray 1") {
      let sample = read(SinkSample([.no], [.yes]), (0, 0), (1, 0))
      sample.ledgers[0].noteCorrupted(rank: 0, n: 0, detail: nil)
      sample.ledgers[0].noteCorrupted(rank: 1, n: 0, detail: nil)
      return sample
    },
    Case("read again", "expected 1, read 1, found 1") {
      let sample = read(SinkSample([.yes]), (0, 0), (0, 0), (1, 0))
      sample.ledgers[0].noteForeign()
      sample.ledgers[0].noteCorrupted(rank: 0, n: 0, detail: nil)
      sample.ledgers[0].beginAnew()
      return read(sample, (0, 0))
    },
  ]

  @Test(arguments: cases) func isCounted(_ example: Case) {
    let sample = example.sample()
    let account = sample.account
    #expect(account.shown == example.expected)
    #expect(account.violations == [])
    #expect(account.isComplete == !["missing", "unseen"].contains { example.expected.contains(" \($0) ") })
    let lacks = account.counts[.missing] + account.counts[.unseen] + account.counts[.unknownAbsent]
    #expect(sample.accounting.lacksAny == (lacks + account.counts[.unknownUnseen] > 0))
  }

  @Test func recordsAreRecognised() {
    let ledger = SinkLedger(ranks: 1, copies: 2)
    #expect((0..<4).map { _ in ledger.note(rank: 0, n: 5) } == [.first, .copy, .repeated, .repeated])
    #expect(ledger.note(rank: 0, n: 6) == .first)
    #expect(ledger.records(rank: 0, n: 5) == 4 && ledger.records(rank: 0, n: 7) == 0)
    #expect(ledger.messages(rank: 0) == 2 && ledger.records(rank: 0) == 5 && ledger.read == 5)
    #expect(ledger.contains(rank: 0, n: 6) && !ledger.contains(rank: 0, n: 7))
    var expected = PagedBitmap()
    for n: UInt64 in [5, 7, 8] { _ = expected.insert(n) }
    let absent = ledger.absent(of: expected, rank: 0)
    #expect(absent == 2)
  }

  /// Which messages are shown, and how.
  @Test func witnesses() throws {
    var sample = SinkSample(Array(repeating: .yes, count: 1000), [.yes])
    sample.unheldTemplates = [[0, 3]]
    let ledger = sample.ledgers[0]
    ledger.note(rank: 0, n: 3)
    ledger.note(rank: 1, n: 0)
    ledger.note(rank: 0, n: 4, at: .init(partition: 1, offset: 70))
    ledger.note(rank: 0, n: 4, at: .init(partition: 2, offset: 71))
    ledger.noteCorrupted(rank: 0, n: 4, at: .init(partition: 2, offset: 71), detail: "$.amount is 1, and 2 was sent")
    let account = sample.account
    let byKind = Dictionary(grouping: account.witnesses, by: \.kind)
    #expect(Set(byKind.keys) == [.missing, .stray, .duplicated, .corrupted])
    // Spread over 998 messages.
    let missing = try #require(byKind[.missing]).map(\.sequence)
    #expect(missing.count <= 10 && missing.count >= 5)
    #expect(missing.contains { $0 < 100 } && missing.contains { $0 > 500 })
    #expect(byKind[.stray]?.map(\.id) == ["r-0-3", "r-1-0"])
    #expect(byKind[.stray]?.map(\.stage) == ["good", "bad"])
    #expect(byKind[.stray]?.map(\.detail) == ["its template is not held here", "its stage is not held here"])
    let duplicate = try #require(byKind[.duplicated]?.first)
    #expect(
      duplicate.partition == 2 && duplicate.offset == 71 && duplicate.sink == "stored" && duplicate.topic == "stored")
    #expect(duplicate.due == .seconds(4) && duplicate.id == "r-0-4")
    #expect(byKind[.corrupted]?.map(\.detail) == ["$.amount is 1, and 2 was sent"])
  }

  @Test func everyDeviationIsObserved() {
    final class Seen { var texts: [String] = [] }
    let sample = Self.read(SinkSample([.yes, .no, .none, .yes], [.yes]), (0, 0), (0, 0), (0, 0), (0, 1), (1, 0))
    let seen = Seen()
    var accounting = sample.accounting
    accounting.observe = { kind, stage, n, records in seen.texts.append("\(kind.rawValue) \(stage) \(n) \(records)") }
    _ = accounting.account(id: { _, _ in "" })
    #expect(
      seen.texts == ["duplicated 0 0 2", "phantom 0 1 1", "unknown_absent 0 2 1", "missing 0 3 1", "stray 1 0 1"])
  }

  @Test func aMillionMessagesAre125Kilobytes() {
    let ledger = SinkLedger(ranks: 1)
    // All but one of each page, so that none is full.
    for n in 0..<1_000_000 as Range<UInt64> where n % 65_536 != 17 { ledger.note(rank: 0, n: n) }
    #expect(ledger.memory == 16 * 8192)
    // Each twice: 2 bits more.
    for n in 0..<1_000_000 as Range<UInt64> { ledger.note(rank: 0, n: n) }
    #expect(ledger.memory <= 16 * 8192 + 245 * 1024)
  }
}
