import Language
import Rehearsal
import Reporting
import Scenarios
import Templates
import Testing
import Verification

/// `render` and `plan` of messages that have to be checked before they are sent.
@Suite struct MessageCheckTests {
  private static let schema = #"{"properties": {"age": {"minimum": 18}}}"#

  private static func scenario(_ templates: String, cluster: String = "{brokers: embedded}", stages: String) throws
    -> Scenario
  {
    let yaml = """
      version: 1
      name: looks
      cluster: \(cluster)
      topics: {t: }
      templates: \(templates)
      stages: \(stages)
      """
    let reading = ScenarioReader.read(
      Array(yaml.utf8), path: "a.yaml",
      in: ReadingEnvironment(variable: { _ in nil }, file: { _ in .success(Array(schema.utf8)) }))
    return try #require(reading.scenario, "\(reading.describeAll())")
  }

  private static let ages = #"{m: {format: json, schema: s/age.json, value: '{"age": {{seq}}}'}}"#

  private static func listed(_ form: MessageListing.Form, _ numbers: Range<UInt64>) throws -> (String, [String]) {
    let scenario = try scenario(ages, stages: "[{name: s, count: 100}]")
    let listing = MessageListing(scenario, stage: 0, run: .none(seed: 1), form: form)
    var (text, withheld): ([UInt8], [String]) = ([], [])
    listing.list(numbers) {
      withheld.append("#\($0) \($1.text)")
    } _: {
      text += $0
      return true
    }
    return (String(decoding: text, as: UTF8.self), withheld)
  }

  @Test func valuesAreListedAsTheyAre() throws {
    let (text, withheld) = try Self.listed(.plain, 17..<19)
    #expect(text == "{\"age\": 17}\n{\"age\": 18}\n")
    #expect(withheld == ["#17 /age: 17 is less than 18"])
  }

  @Test func ndjsonNamesWithheldMessagesInAField() throws {
    let (text, withheld) = try Self.listed(.ndjson, 17..<19)
    #expect(
      text == #"""
        {"stage":"s","seq":17,"template":"m","value":"{\"age\": 17}","withheld":{"at":"/age","reason":"17 is less than 18"}}
        {"stage":"s","seq":18,"template":"m","value":"{\"age\": 18}"}

        """#)
    #expect(withheld.count == 1)
  }

  /// A header that is sent more than once: one after the other, and in NDJSON as a list.
  @Test(
    arguments: [
      (.plain, "a:x,a:y-7,b:1,c:z\t7\n"),
      (
        .ndjson,
        #"{"stage":"s","seq":7,"template":"m","headers":{"a":["x","y-7"],"b":"1","c":"z"},"value":"7"}"# + "\n"
      ),
    ] as [(MessageListing.Form, String)])
  func repeatedHeadersAreListed(_ form: MessageListing.Form, _ expected: String) throws {
    let scenario = try Self.scenario(
      "{m: {headers: {a: [x, \"y-{{seq}}\"], b: 1, c: [z]}, value: \"{{seq}}\"}}", stages: "[{name: s, count: 100}]")
    let listing = MessageListing(scenario, stage: 0, run: .none(seed: 1), form: form, showsHeaders: true)
    var text: [UInt8] = []
    listing.list(7..<8) {
      text += $0
      return true
    }
    #expect(String(decoding: text, as: UTF8.self) == expected)
  }

  @Test func validMessagesAreNotNamed() throws {
    #expect(try Self.listed(.plain, 20..<100).1 == [])
  }

  @Test func renderingWithoutARunIsTheSameForAll() {
    let context = RenderContext.outsideOfRuns(seed: 3, stageName: "s")
    #expect(context.runID == RunID(value: 0).text && context.seed == 3)
    #expect(MessageListing.Run.none(seed: 3).id == context.runID)
    #expect(MessageListing.Run.none(seed: 3).startedAt == context.startedAt)
  }

  /// The sums of a plan, with a clock that advances by a millisecond with each call.
  private static func sums(_ scenario: Scenario) -> [String] {
    var time: UInt64 = 0
    let plan = Plan(scenario) {
      time += 1_000_000
      return time
    }
    let lines = PlanText.text(plan).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = lines.firstIndex { $0.hasPrefix("bytes") } ?? 0
    let last = lines[first...].firstIndex { $0.hasPrefix("reading") } ?? 0
    return Array(lines[first..<last])
  }

  /// Values of 11 bytes count as 75; of these 874 are checked in a millisecond.
  @Test func aPlanSaysHowFastTheCheckIs() throws {
    let scenario = try Self.scenario(
      #"{m: {format: json, schema: s/age.json, value: '{"age": 18}'}, r: {format: json, value: '[{{raw seq}}]'}, o: {value: a}}"#,
      stages: """
        [{name: slow, template: m, rate: 873k/s, duration: 1s}, {name: fast, template: m, rate: 875k/s, duration: 1s},
         {name: max, template: m, count: 100}, {name: none, template: o, rate: 2M/s, duration: 1s},
         {name: mix, mix: {m: 1, o: 1}, count: 10}, {name: raw, template: r, count: 1}]
        """)
    #expect(
      Self.sums(scenario) == [
        "bytes      of keys and values: exact, from the messages themselves",
        "checked    each value of slow, fast and max, by s/age.json: about 870,000/s on one core",
        "checked    each value of mix, by s/age.json: about 940,000/s on one core",
        "checked    each value of raw, as JSON: about 980,000/s on one core",
        "warning    fast asks for 875,000/s, and checking its values allows about 870,000/s",
      ])
  }

  @Test func aPlanSaysHowManyAreLongerThanTheirSize() throws {
    let templates =
      #"{m: {value: "{{seq}}", size: 3B}, r: {value: "{{seq}}", size: {min: 1B, max: 2B}}, o: {value: a}}"#
    let stages =
      "[{name: a, template: m, count: 1M}, {name: b, template: r, count: 11}, {name: c, template: o, count: 5}]"
    let sums = Self.sums(try Self.scenario(templates, stages: stages))
    #expect(
      sums == [
        "bytes      of keys and values: the mean of 1,000 samples of each stage, times its messages",
        "size       999 of 1,000 samples of a are longer than the size, and sent as they are",
      ])
    let fitting = try Self.scenario(
      templates, stages: "[{name: a, template: m, count: 1000}, {name: c, template: o, count: 5}]")
    #expect(Self.sums(fitting) == ["bytes      of keys and values: exact, from the messages themselves"])
    let compressed = try Self.scenario(
      templates, cluster: "{brokers: embedded, librdkafka: {compression.type: zstd}}",
      stages: "[{name: a, template: m, count: 1001}]")
    #expect(
      Self.sums(compressed) == [
        "bytes      of keys and values, before compression by zstd: the mean of 1,000 samples of each stage,",
        "           times its messages",
        "size       1 of 1,000 samples of a is longer than the size, and sent as it is; padding is blanks,",
        "           which compression by zstd shrinks to almost nothing",
      ])
  }
}
