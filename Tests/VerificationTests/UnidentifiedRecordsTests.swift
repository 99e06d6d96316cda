import Testing

@testable import Verification

/// Records without an identity, and what is kept of them.
@Suite struct UnidentifiedRecordsTests {
  private static func record(_ key: String) -> PayloadFingerprint { History.payload(key) }

  @Test func eachIsKnownByItsOffset() {
    var records = UnidentifiedRecords()
    records.append(3, Self.record("a"))
    records.append(7, Self.record("b"))
    #expect(records.record(at: 3) == .known(Self.record("a")))
    #expect(records.record(at: 5) == .none)
    records.remove(3)
    #expect(records.record(at: 3) == .none)
  }

  @Test func beyondTheLimitNothingIsKnown() {
    var records = UnidentifiedRecords(limit: 2)
    for offset: Int64 in [1, 2, 5, 8] { records.append(offset, Self.record("a")) }
    #expect([1, 2, 4, 5, 6, 8].map { records.record(at: $0) == .unknown } == [false, false, false, true, true, true])
  }

  @Test func onlyThoseAtAcknowledgedOffsetsCountOnceTheseAreKnown() {
    var acknowledged = OffsetSet()
    let isNew = [5, 70_000, 5].map { acknowledged.insert($0) }
    #expect(isNew == [true, true, false])
    var records = UnidentifiedRecords(limit: 2, acknowledged: acknowledged)
    for offset: Int64 in [1, 2, 3, 5, 69_999, 70_000] { records.append(offset, Self.record("a")) }
    #expect([3, 5, 69_999, 70_000].map { records.record(at: $0) == .none } == [true, false, true, false])
  }

  @Test(
    arguments: [
      ("both fields", History.payload("k", value: "v"), true),
      ("the key alone", History.payload("k", value: "w"), true),
      ("the value alone", History.payload("l", value: "v"), true),
      ("neither", History.payload("l", value: "w"), false),
      ("a field that is longer", History.payload("kk", value: "vv"), false),
      ("no key and another value", PayloadFingerprint(key: nil, value: History.field("w")), false),
    ] as [(String, PayloadFingerprint, Bool)])
  func aMessageIsRecognisedBy(_ name: String, _ record: PayloadFingerprint, _ isRecognised: Bool) {
    #expect(record.sharesField(with: History.payload("k", value: "v")) == isRecognised)
  }

  @Test func nullAndEmptyFieldsShowNothing() {
    let null = PayloadFingerprint(key: nil, value: nil)
    #expect(!null.sharesField(with: null))
    let empty = History.payload("", value: "")
    #expect(!empty.sharesField(with: empty))
  }

  // MARK: Other sets of offsets

  @Test func theLatestOffsetOfAKey() {
    var keys = LatestKeys(limit: 1)
    for (key, offset) in [("a", Int64(3)), ("b", 4), ("a", 5)] {
      if let key = History.field(key) { keys.note(key, at: offset) }
    }
    #expect(keys.later(than: 4, of: History.field("a")) == 5)
    #expect(keys.later(than: 5, of: History.field("a")) == nil)
    #expect(keys.later(than: 0, of: History.field("b")) == nil, "more keys than are kept")
    #expect(keys.later(than: 0, of: nil) == nil)
  }

  @Test(
    arguments: [
      ("offsets of answers", [5, 6, 7], [false, false, false]),
      ("no offset, and the messages of its batch", [-1, 0, 1, 2], [true, true, true, true]),
      ("an invalid one", [-1001, -1000, -999], [true, true, true]),
      ("the next batch has an answer", [-1, 0, 8, 9, 1], [true, true, false, false, false]),
      ("0 alone is an answer", [0, 1], [false, false]),
    ] as [(String, [Int64], [Bool])])
  func inventedOffsets(_ name: String, _ offsets: [Int64], _ expected: [Bool]) {
    var invented = InventedOffsets()
    let found = offsets.map { invented.contains($0) }
    #expect(found == expected)
  }
}
