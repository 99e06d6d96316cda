import Kafka
import Language
import SampleScenarios
import Scenarios
import Templates
import Testing
import Verification

@testable import Load

@Suite struct InFlightTests {
  private static func message(_ sequence: UInt64) -> InFlight.Message {
    InFlight.Message(sequence: sequence, due: 1, sent: 2, partition: 0, bytes: 3)
  }

  @Test func everyTokenStandsForOneMessage() {
    var inFlight = InFlight(capacity: 4)
    let tokens = (0..<4).map { inFlight.add(Self.message($0)) }
    #expect(Set(tokens) == [0, 1, 2, 3])
    let fifth = inFlight.add(Self.message(4))
    #expect(fifth == nil)
    #expect(inFlight.count == 4)
    for (sequence, token) in tokens.enumerated() {
      let message = inFlight.remove(token ?? -1)
      #expect(message?.sequence == UInt64(sequence))
    }
    #expect(inFlight.count == 0)
  }

  @Test(arguments: [-1, 4, Int.min, Int.max]) func anUnknownTokenStandsForNothing(_ token: Int) {
    var inFlight = InFlight(capacity: 4)
    _ = inFlight.add(Self.message(0))
    let message = inFlight.remove(token)
    #expect(message == nil)
    #expect(inFlight.count == 1)
  }

  @Test func aSecondReportOfAMessageFindsNothing() {
    var inFlight = InFlight(capacity: 2)
    let token = inFlight.add(Self.message(7)) ?? -1
    let (first, second) = (inFlight.remove(token)?.sequence, inFlight.remove(token)?.sequence)
    #expect(first == 7)
    #expect(second == nil)
    #expect(inFlight.freeCount == 2)
  }

  @Test func placesAreUsedAgain() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    var inFlight = InFlight(capacity: 16)
    var known: [Int: UInt64] = [:]
    var wrong = 0
    for sequence: UInt64 in 0..<10_000 {
      if let token = inFlight.add(Self.message(sequence)) {
        if known.updateValue(sequence, forKey: token) != nil { wrong += 1 }
      } else if known.count != 16 {
        wrong += 1
      }
      if Bool.random(using: &random), let (token, sequence) = known.randomElement(using: &random) {
        known[token] = nil
        if inFlight.remove(token)?.sequence != sequence { wrong += 1 }
      }
    }
    let count = inFlight.count
    #expect(wrong == 0, "seed \(seed)")
    #expect(count == known.count, "seed \(seed)")
    var left: Set<UInt64> = []
    for token in 0..<inFlight.capacity {
      if let message = inFlight.remove(token) { left.insert(message.sequence) }
    }
    #expect(left == Set(known.values), "seed \(seed)")
    #expect(inFlight.count == 0)
  }
}

@Suite struct EmbeddedRoomTests {
  private static let largest = MockCluster.boundPerPartition - MockCluster.overheadPerRecord

  @Test func whatIsUnreadAndInFlightIsHeldToTheBound() {
    let quota = EmbeddedQuota(partitions: 2)
    #expect(quota.take(partition: 0, bytes: 0))
    #expect(!quota.take(partition: 0, bytes: Self.largest - MockCluster.overheadPerRecord + 1))
    #expect(quota.take(partition: 0, bytes: Self.largest - MockCluster.overheadPerRecord))
    #expect(quota.take(partition: 1, bytes: Self.largest))
  }

  @Test(arguments: ["read", "given back"]) func quotaComesBack(_ way: String) {
    let quota = EmbeddedQuota(partitions: 1)
    #expect(quota.take(partition: 0, bytes: Self.largest))
    #expect(!quota.take(partition: 0, bytes: 0))
    if way == "read" {
      quota.release(partition: 0, bytes: Self.largest)
    } else {
      quota.giveBack(partition: 0, bytes: Self.largest)
    }
    #expect(quota.take(partition: 0, bytes: Self.largest))
  }

  /// Producers that take at the same time do not exceed the bound together.
  @Test func producersTakeNoMoreThanTheBoundTogether() async {
    let quota = EmbeddedQuota(partitions: 1)
    let taken = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<4 {
        group.addTask { (0..<1000).count { _ in quota.take(partition: 0, bytes: 10_000) } }
      }
      return await group.reduce(0, +)
    }
    #expect(taken <= MockCluster.boundPerPartition / (10_000 + MockCluster.overheadPerRecord))
    #expect(taken > 0)
  }

  /// Waiting would not help: a stage would wait until its `at_most`.
  @Test func aMessageLargerThanTheBoundIsLeftToTheClientToRefuse() {
    let quota = EmbeddedQuota(partitions: 1)
    let other = EmbeddedQuota(partitions: 1)
    #expect(quota.take(partition: 0, bytes: MockCluster.boundPerPartition + 1))
    #expect(other.take(partition: 0, bytes: 1))
    #expect(!other.take(partition: 0, bytes: MockCluster.boundPerPartition + 1))
  }
}

@Suite struct MessageRendererTests {
  @Test(arguments: [(0, "order-0", #"{"n": 0}"#), (1_234_567, "order-1234567", #"{"n": 1234567}"#)])
  func rendersAndIdentifies(_ sequence: UInt64, _ key: String, _ value: String) {
    var renderer = MessageRenderer(Samples.recipe(Samples.order, run: 42))
    renderer.render(sequence, due: 0)
    #expect(Array(renderer.key) == Array(key.utf8))
    #expect(Array(renderer.value) == Array(value.utf8))
    var sum = PayloadChecksum()
    Array(key.utf8).withUnsafeBytes { sum.add($0) }
    Array(value.utf8).withUnsafeBytes { sum.add($0) }
    #expect(renderer.checksum == sum.value)
    let identity = Identity(
      run: RunID(value: 42), stage: 3, producer: 0, sequence: sequence, due: -7, payload: renderer.checksum)
    #expect(Identity(renderer.identify(identity)) == identity)
    // The identity is written behind key and value.
    #expect(Array(renderer.value) == Array(value.utf8))
  }

  @Test func aShorterMessageKeepsNothingOfALongerOne() {
    var renderer = MessageRenderer(Samples.recipe(Samples.order, run: 1))
    renderer.render(.max, due: 0)
    #expect(renderer.key.count == "order-18446744073709551615".utf8.count)
    renderer.render(5, due: 0)
    #expect(String(decoding: renderer.value, as: UTF8.self) == #"{"n": 5}"#)
  }

  @Test func noKeyIsNullAndAnEmptyOneIsNot() {
    var keyless = Samples.order
    keyless.key = nil
    var empty = Samples.order
    empty.key = Samples.text()
    var a = MessageRenderer(Samples.recipe(keyless, run: 1))
    var b = MessageRenderer(Samples.recipe(empty, run: 1))
    a.render(0, due: 0)
    b.render(0, due: 0)
    #expect(a.key.baseAddress == nil)
    #expect(b.key.baseAddress != nil)
    #expect(a.key.count == 0 && b.key.count == 0)
    #expect(a.checksum != b.checksum)
  }
}

@Suite struct MessageHeaderTests {
  private static let headed: Template = {
    var template = Samples.order
    template.headers = [
      TemplateHeader(name: "source", value: Samples.text(.literal(Array("test".utf8)))),
      TemplateHeader(name: "n", value: Samples.text(Samples.sequence(.plain))),
    ]
    return template
  }()

  @Test func headersAreRenderedAndSummed() {
    var renderer = MessageRenderer(Samples.recipe(Self.headed))
    renderer.render(12, due: 0)
    let told = renderer.headers.map { header in
      "\(String(cString: header.name))(\(header.nameCount))=\(String(decoding: header.value, as: UTF8.self))"
    }
    #expect(told == ["source(6)=test", "n(1)=12"])
    #expect(renderer.byteCount == #"order-12{"n": 12}sourcetestn12"#.utf8.count)
    var sum = PayloadChecksum()
    for field in ["order-12", "source", "test", "n", "12", #"{"n": 12}"#] {
      Array(field.utf8).withUnsafeBytes { sum.add($0) }
    }
    #expect(renderer.checksum == sum.value)
  }

  /// The checksum counts the order of a header that is sent more than once.
  @Test func repeatedHeadersAreSummedInOrder() {
    func checksum(_ values: [String]) -> UInt32 {
      var template = Samples.order
      template.headers = values.map { TemplateHeader(name: "route", value: Samples.text(.literal(Array($0.utf8)))) }
      var renderer = MessageRenderer(Samples.recipe(template))
      renderer.render(12, due: 0)
      #expect(renderer.headers.map { String(decoding: $0.value, as: UTF8.self) } == values)
      return renderer.checksum
    }
    let sums = [["north", "south"], ["south", "north"], ["north"], ["north", "north"]].map(checksum)
    #expect(Set(sums).count == 4)
    #expect(checksum(["north", "south"]) == sums[0])
  }

  @Test func aTombstoneIsNull() {
    var template = Samples.order
    template.value = nil
    var renderer = MessageRenderer(Samples.recipe(template))
    renderer.render(1, due: 0)
    #expect(renderer.value.baseAddress == nil && renderer.value.count == 0)
    var sum = PayloadChecksum()
    Array("order-1".utf8).withUnsafeBytes { sum.add($0) }
    sum.add(nil)
    #expect(renderer.checksum == sum.value)
    var inspector = RecordInspector(Samples.recipe(template))
    let finding = Array("order-1".utf8).withUnsafeBytes { inspector.inspect(1, due: 0, key: $0, value: nil) }
    #expect(finding.difference == "its headers are not those that were sent" && finding.invalid == nil)
  }
}

@Suite struct RecordInspectorTests {
  @Test(
    arguments: [
      ("a byte of the value", "order-7", #"{"n": 8}"#, "value differs at byte 6: sent 0x37, read 0x38", nil),
      ("the first of several", "order-8", #"{"n": 8}"#, "key differs at byte 6: sent 0x37, read 0x38", nil),
      ("no key", nil, #"{"n": 7}"#, "no key", nil),
      ("an empty key", "", #"{"n": 7}"#, "key has 0 bytes, 7 were sent", nil),
      ("more behind it", "order-7", #"{"n": 7} "#, "value has 9 bytes, 8 were sent", nil),
      ("no value", "order-7", nil, "no value", "not JSON"),
      ("cut off", "order-7", #"{"n": 7"#, "value has 7 bytes, 8 were sent", "not JSON"),
      ("a low byte", "order-7", "{\"n\": \u{1}}", "value differs at byte 6: sent 0x37, read 0x01", "not JSON"),
      ("neither", "order-7", #"{"n": 7}"#, "its headers are not those that were sent", nil),
    ] as [(String, String?, String?, String, String?)]
  ) func whatIsWrong(_ name: String, _ key: String?, _ value: String?, _ difference: String, _ invalid: String?) {
    var inspector = RecordInspector(Samples.recipe(Samples.order, run: 1))
    let finding = Self.lend(key) { key in Self.lend(value) { inspector.inspect(7, due: 0, key: key, value: $0) } }
    #expect(finding.difference == difference)
    #expect((finding.invalid == nil) == (invalid == nil))
    #expect(finding.invalid?.hasPrefix(invalid ?? "") ?? true)
  }

  /// A schema refuses what is JSON or XML all the same.
  @Test(
    arguments: [
      ("within the schema", "j", #"{"n": 8, "to": "me"}"#, nil),
      ("against the schema", "j", #"{"n": 9, "to": "me"}"#, "/n: 9 is greater than 8"),
      ("no JSON", "j", #"{"n": 7, "to": "me""#, "not JSON at line 1, column 20: "),
      ("no value", "j", nil, "not JSON"),
      ("within the XSD", "x", "<n>8</n>", nil),
      ("against the XSD", "x", "<n>z</n>", "/n: 'z' is not a valid value of the atomic type 'xs:int'"),
      ("no XML", "x", "<n>7<n>", "not XML at line 1"),
      ("without a schema", "w", "<n>z</n>", nil),
      ("no XML, and no schema", "w", "<n>7<n>", "not XML at line 1"),
      // The byte that differs may be one of the secret's, of which the rest is still there.
      ("a secret", "s", #"{"n": 9, "to": "hunter3"}"#, "the reason is not shown: it contains a secret"),
    ] as [(String, String, String?, String?)]
  ) func aSchemaSaysWhatIsInvalid(_ name: String, _ template: String, _ value: String?, _ invalid: String?) throws {
    let templates = """

        j: {format: json, schema: n.json, value: '{"n": {{seq}}, "to": "me"}'}
        x: {format: xml, schema: n.xsd, value: '<n>{{seq}}</n>'}
        w: {format: xml, value: '<n>{{seq}}</n>'}
        s: {format: json, schema: n.json, value: '{"n": {{seq}}, "to": "{{vars.api_token}}"}'}
      """
    let files = [
      "n.json": #"{"properties": {"n": {"maximum": 8}}}"#,
      "n.xsd": #"<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">"#
        + #"<xs:element name="n" type="xs:int"/></xs:schema>"#,
    ]
    let scenario = try SampleScenario(
      templates: templates, stages: "[{name: steady, template: \(template), count: 8}]",
      more: #"vars: {api_token: "${TOKEN}"}"#, files: files, variables: ["TOKEN": "hunter2"]
    ).scenario()
    var inspector = RecordInspector(scenario.recipe(stage: 0, seed: 0, runID: "0000000000000", startedAt: 0))
    let finding = Self.lend(value) { inspector.inspect(7, due: 0, key: nil, value: $0) }
    #expect(finding.difference != "its headers are not those that were sent")
    #expect((finding.invalid == nil) == (invalid == nil))
    #expect(finding.invalid?.hasPrefix(invalid ?? "") ?? true, "\(finding.invalid ?? "")")
  }

  @Test func aKeyWhereNoneWasSent() {
    var template = Samples.order
    template.key = nil
    template.format = .string
    var inspector = RecordInspector(Samples.recipe(template, run: 1))
    let finding = Self.lend("k") { key in Self.lend("no JSON") { inspector.inspect(7, due: 0, key: key, value: $0) } }
    #expect(finding.difference == "a key where none was sent")
    #expect(finding.invalid == nil)
  }

  @Test func thePartitionIsOfTheKeyThatWasSent() {
    var inspector = RecordInspector(Samples.recipe(Samples.order, run: 1))
    let named = inspector.partition(of: 7, due: 0, by: .byKey, of: 1000)
    let hashed = Array("order-7".utf8).withUnsafeBytes { PartitionRule.byKey.partition(sequence: 0, key: $0, of: 1000) }
    #expect(named == hashed)
    #expect(inspector.partition(of: 7, due: 0, by: .roundRobin, of: 4) == 3)
  }

  private static func lend<Result>(_ text: String?, _ body: (UnsafeRawBufferPointer?) -> Result) -> Result {
    guard let text else { return body(nil) }
    return (Array(text.utf8) + [0]).withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.dropLast())) }
  }
}
