import Language
import SampleScenarios
import Scenarios
import Testing
import Verification

@testable import Load

/// Records read in a sink, with faults put between what was sent and what is read: each must be found, and nothing else.
@Suite struct SinkIntakeTests {
  private static let run = RunID(value: 0x1234_5678_9abc)

  /// Ten messages of `good` and `bad`, read in the topic `out` as the sink says.
  private static func plan(_ sink: String, stages: String = "[{name: a, to: t, template: good, count: 10, rate: 1/s}]")
    throws
    -> SinkPlan
  {
    let scenario = try SampleScenario(
      """
      version: 1
      name: sinks
      cluster: {brokers: "127.0.0.1:1"}
      topics: {in: {partitions: 1}, out: {partitions: 1}}
      templates:
        good: {format: json, key: "u{{seq}}", value: '{"id": "{{id}}", "n": {{seq}}, "kind": "good"}'}
        bad: {format: json, key: "u{{seq}}", value: '{"id": "{{id}}", "n": {{seq}}, "kind": "bad"}'}
      targets: {t: "http://127.0.0.1:1/"}
      stages: \(stages)
      sinks: {out: \(sink)}
      """
    ).scenario()
    return SinkPlan(scenario, run: run, selected: Array(scenario.stages.indices)) {
      scenario.recipe(stage: $0, seed: 1, runID: run.text, startedAt: 0)
    }
  }

  /// A record that is read: its key and its value.
  private struct Record {
    var key: String?
    var value: String

    init(_ value: String, key: String? = nil) {
      self.value = value
      self.key = key
    }
  }

  private static func read(_ records: [Record], _ plan: SinkPlan, begun: Bool = true) -> SinkIntake {
    let intake = plan.intake(of: 0)
    if begun { for stage in plan.stages.indices { intake.begin(stage: stage, at: .seconds(100)) } }
    for (index, record) in records.enumerated() {
      let bytes = Array(record.value.utf8)
      bytes.withUnsafeBytes { value in
        let position = SinkLedger.Position(partition: 0, offset: Int64(index))
        guard let key = record.key else {
          return intake.note(key: nil, value: value, at: position, .seconds(200))
        }
        Array(key.utf8).withUnsafeBytes { intake.note(key: $0, value: value, at: position, .seconds(200)) }
      }
    }
    return intake
  }

  private static func account(_ records: [Record], _ plan: SinkPlan) -> SinkAccount {
    let intake = read(records, plan)
    let answers = StageAnswers(limit: 10) { $0 < 10 ? .acknowledged : nil }
    let all = Dictionary(uniqueKeysWithValues: plan.stages.indices.map { ($0, answers) })
    let holding = plan.holding(0, answers: all, origin: .acknowledged) { intake.holds($1, ofStage: $0) }
    let ids = plan.ids[0]
    return SinkAccounting(of: "out", topic: "out", holding, [intake.ledger], end: .proven).account(
      id: { ids.text(rank: $0, $1) }, due: { intake.due($1, ofStage: $0) })
  }

  private static func id(_ n: UInt64, _ plan: SinkPlan, rank: Int = 0) -> String { plan.ids[0].text(rank: rank, n) }

  /// All ten as a processor that does what it should writes them.
  private static func whole(_ plan: SinkPlan) -> [Record] {
    (0..<10).map { n in
      Record(#"{ "source": {"id":"\#(id(UInt64(n), plan))"}, "n": \#(n).0 }"#, key: "u\(n)")
    }
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var change: @Sendable (inout [(key: String?, value: String)]) -> Void
    /// found, missing, duplicated, corrupted, invalid, foreign
    var counts: [UInt64]
    var testDescription: String { name }

    init(
      _ name: String, _ counts: [UInt64], _ change: @escaping @Sendable (inout [(key: String?, value: String)]) -> Void
    ) {
      (self.name, self.change, self.counts) = (name, change, counts)
    }
  }

  @Test(arguments: [
    Fault("none", [10, 0, 0, 0, 0, 0]) { _ in },
    Fault("one is dropped", [9, 1, 0, 0, 0, 0]) { $0.remove(at: 3) },
    Fault("one is doubled", [10, 0, 1, 0, 0, 0]) { $0.append($0[3]) },
    Fault("one is there three times", [10, 0, 2, 0, 0, 0]) { $0 += [$0[3], $0[3]] },
    Fault("a number is altered", [10, 0, 0, 1, 0, 0]) { $0[3].value = $0[3].value.replacing("3.0", with: "3.01") },
    Fault("a number is written otherwise", [10, 0, 0, 0, 0, 0]) {
      $0[3].value = $0[3].value.replacing("3.0", with: "30e-1")
    },
    Fault("a field is gone", [10, 0, 0, 1, 0, 0]) { $0[3].value = $0[3].value.replacing("\"n\"", with: "\"m\"") },
    Fault("the key is another's", [10, 0, 0, 1, 0, 0]) { $0[3].key = "u4" },
    Fault("the key is gone", [10, 0, 0, 1, 0, 0]) { $0[3].key = nil },
    Fault("one character of an id is another", [9, 1, 0, 0, 0, 1]) {
      $0[3].value = $0[3].value.replacing("\"id\":\"r", with: "\"id\":\"q")
    },
    Fault("a record without an id", [10, 0, 0, 0, 0, 1]) { $0.append((nil, #"{"source": {}}"#)) },
    Fault("a record that is no JSON", [9, 1, 0, 0, 0, 1]) { $0[3].value = "{" },
    Fault("an id of null", [9, 1, 0, 0, 0, 1]) { $0[3].value = #"{"source": {"id": null}}"# },
    Fault("ids of others", [10, 0, 0, 0, 0, 2]) {
      $0 += [(nil, #"{"source": {"id": "someone"}}"#), (nil, #"{"source": {"id": "r000000000000"}}"#)]
    },
    Fault("all are dropped", [0, 10, 0, 0, 0, 0]) { $0 = [] },
    Fault("the order is another", [10, 0, 0, 0, 0, 0]) { $0.reverse() },
  ]) func faultsAreFound(_ fault: Fault) throws {
    let plan = try Self.plan("{identity: {json: $.source.id}, same: {key: key, $.n: $.n}, format: json}")
    var records = Self.whole(plan).map { (key: $0.key, value: $0.value) }
    fault.change(&records)
    let account = Self.account(records.map { Record($0.value, key: $0.key) }, plan)
    let kinds: [SinkCount] = [.found, .missing, .duplicated, .corrupted, .invalid, .foreign]
    #expect(kinds.map { account.counts[$0] } == fault.counts)
    #expect(account.violations == [])
  }

  @Test func aCorruptedRecordIsShownWithBothValues() throws {
    let plan = try Self.plan("{identity: {json: $.source.id}, same: {$.n: $.n}}")
    let account = Self.account([Record(#"{"source": {"id": "\#(Self.id(3, plan))"}, "n": 4.5}"#)], plan)
    let witness = try #require(account.witnesses.first { $0.kind == .corrupted })
    #expect(witness.detail == "$.n is 4.5, 3 was sent")
    #expect(witness.id == Self.id(3, plan))
    #expect(witness.sequence == 3)
    #expect(witness.due == .seconds(103))
    #expect(witness.offset == 0)
  }

  @Test(
    arguments: [
      ("$.id", #"{"id": "ID"}"#, 1), ("$.ids[*]", #"{"ids": ["ID", "OTHER"]}"#, 2), ("$.ids[*]", #"{"ids": []}"#, 0),
      ("$.ids[1]", #"{"ids": ["OTHER", "ID"]}"#, 1),
    ] as [(String, String, UInt64)]) func idsAreAtAPath(_ path: String, _ value: String, _ found: UInt64) throws
  {
    let plan = try Self.plan(#"{identity: {json: "\#(path)"}}"#)
    let text = value.replacing("ID", with: Self.id(1, plan)).replacing("OTHER", with: Self.id(2, plan))
    #expect(Self.account([Record(text)], plan).counts[.found] == found)
  }

  @Test(
    arguments: [
      ("{xml: //id}", "<p><id> ID </id><id>OTHER</id></p>", 2), ("{xml: /p/@id}", "<p id='ID'/>", 1),
      (#"{regex: '\b(r[0-9a-z]{9,14})\b'}"#, "<li>ID</li><li>OTHER</li> rabcdefghij", 2),
      ("{regex: 'id=(.*);'}", "id=ID;", 1),
    ] as [(String, String, UInt64)]) func idsAreInOtherTexts(_ identity: String, _ value: String, _ found: UInt64)
    throws
  {
    let plan = try Self.plan("{identity: \(identity)}")
    let text = value.replacing("ID", with: Self.id(1, plan)).replacing("OTHER", with: Self.id(2, plan))
    #expect(Self.account([Record(text)], plan).counts[.found] == found)
  }

  @Test func theKeyCanBeTheID() throws {
    let plan = try Self.plan("{identity: key}")
    let account = Self.account([Record("anything", key: Self.id(1, plan)), Record("x", key: "y"), Record("x")], plan)
    #expect(account.counts[.found] == 1)
    #expect(account.counts[.foreign] == 2)
  }

  @Test(
    arguments: [
      ("{$.type: wanted}", #"{"type": "wanted", "id": "ID"}"#, 1, 0),
      ("{$.type: wanted}", #"{"type": "other", "id": "ID"}"#, 0, 0),
      ("{$.type: wanted}", #"{"id": "ID"}"#, 0, 0), ("{$.type: wanted}", "no JSON", 0, 0),
      ("{$.type: 7}", #"{"type": 7.0, "id": "ID"}"#, 1, 0),
      ("{$.type: wanted, $.n: 1}", #"{"type": "wanted", "id": "ID", "n": 2}"#, 0, 0),
      ("{$.type: wanted}", #"{"type": "wanted", "id": "x"}"#, 0, 1),
      ("{$.yes: true}", #"{"yes": true, "id": "ID"}"#, 1, 0),
    ] as [(String, String, UInt64, UInt64)]) func otherRecordsAreNotTheSinks(
      _ conditions: String, _ value: String, _ found: UInt64, _ foreign: UInt64
    ) throws
  {
    let plan = try Self.plan("{identity: {json: $.id}, where: \(conditions)}")
    let account = Self.account([Record(value.replacing("ID", with: Self.id(1, plan)))], plan)
    #expect(account.counts[.found] == found)
    #expect(account.counts[.foreign] == foreign)
  }

  @Test func templatesDecideWhatIsHeld() throws {
    let plan = try Self.plan(
      "{identity: {json: $.id}, same: {$.kind: $.kind}, holds: {templates: [bad]}}",
      stages: "[{name: a, to: t, mix: {good: 1, bad: 1}, count: 10, rate: 1/s}]")
    let records = (0..<10).map { Record(#"{"id": "\#(Self.id(UInt64($0), plan))", "kind": "bad"}"#) }
    let account = Self.account(records, plan)
    #expect(account.counts[.found] == 5)
    #expect(account.counts[.stray] == 5)
    #expect(account.counts[.corrupted] == 0)
    #expect(account.counts[.missing] == 0)
  }

  @Test func valuesOfAnotherFormatAreInvalid() throws {
    let plan = try Self.plan(#"{identity: {regex: "id=(r[0-9a-z]+)"}, format: json}"#)
    let account = Self.account([Record("id=\(Self.id(1, plan))"), Record(#"{"a": "id=\#(Self.id(2, plan))"}"#)], plan)
    #expect(account.counts[.found] == 2)
    #expect(account.counts[.invalid] == 1)
    #expect(account.witnesses.first { $0.kind == .invalid }?.detail?.contains("not JSON") == true)
  }

  @Test func latenciesAreFromDueToRead() throws {
    let plan = try Self.plan("{identity: {json: $.id}}")
    let records = [Record(#"{"id": "\#(Self.id(3, plan))"}"#)]
    #expect(Self.read(records, plan).tally.endToEnd.maximum == 97_000_000_000)
    #expect(Self.read(records, plan, begun: false).tally.endToEnd.count == 0)
  }

  @Test func anotherReadingKeepsLatenciesAndForgetsTheRest() throws {
    let plan = try Self.plan("{identity: {json: $.id}}")
    let intake = Self.read(Self.whole(try Self.plan("{identity: {json: $.source.id}}")), plan)
    #expect(intake.ledger.foreign == 10)
    intake.beginAnew()
    #expect(intake.ledger.read == 0)
    #expect(!intake.isFirstReading)
  }

  @Test(
    arguments: [
      ("nothing", []), ("a megabyte of brackets", Array(repeating: UInt8(ascii: "["), count: 1 << 20)),
      ("bytes of no text", [0, 0xff, 0xfe, 0]), ("a quote", [UInt8(ascii: "\"")]),
      ("a number", Array("1e999999999".utf8)),
    ] as [(String, [UInt8])]) func hostileRecordsAreForeign(_ name: String, _ value: [UInt8]) throws
  {
    for identity in ["{json: $.id}", "{xml: //id}", "{regex: 'r[0-9a-z]{9,14}'}", "key"] {
      let same = identity.hasPrefix("{json") ? ", same: {$.n: $.n}" : ""
      let plan = try Self.plan("{identity: \(identity)\(same)}")
      let intake = plan.intake(of: 0)
      value.withUnsafeBytes { intake.note(key: $0, value: $0, at: nil, .zero) }
      intake.note(key: nil, value: nil, at: nil, .zero)
      #expect(intake.ledger.foreign == 2, "\(name) with \(identity)")
      #expect(intake.ledger.read == 2)
    }
  }
}
