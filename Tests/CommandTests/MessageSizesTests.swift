import Diagnostics
import Language
import Scenarios
import Testing

@testable import Rehearsal

/// Messages that the client or the topic would turn away for their size, found before a run.
@Suite struct MessageSizesTests {
  private static func text(
    _ template: String, client: String = "", expect: String = "[]", more: String = ""
  ) -> String {
    """
    version: 1
    name: a
    cluster: {brokers: "k:9092", librdkafka: {\(client)}}
    topics: {t: {}}
    templates: {m: {\(template)}}
    stages: [{name: s, count: 10, expect: \(expect)}\(more)]

    """
  }

  private static func found(_ text: String) -> String {
    let reading = ScenarioFile.reading(Array(text.utf8), path: "a.yaml")
    return reading.diagnostics.map(reading.files.describe).joined(separator: "\n\n")
  }

  @Test func ofAMessageThatTheClientRefuses() {
    #expect(
      Self.found(Self.text("value: \"x\", size: 2MB")) == """
        a.yaml:6:17: error: messages of stage "s" have 2,000,081 bytes with headers and overhead, and the client takes \
        1,000,000 at most (message.max.bytes) [scenario.message-too-large]
          |
        6 | stages: [{name: s, count: 10, expect: []}]
          |                 ^ write "message.max.bytes: 2000081" in cluster.librdkafka, or more
        """)
  }

  /// By the byte, with key and headers.
  @Test(
    arguments: [
      ("value: \"x\", size: 999919B", "", true), ("value: \"x\", size: 999920B", "", false),
      ("value: \"x\", key: \"12345\", size: 999914B", "", true),
      ("value: \"x\", key: \"12345\", size: 999915B", "", false),
      // 1 + 1 + 1 + 3 bytes for a header.
      ("value: \"x\", headers: {h: abc}, size: 999913B", "", true),
      ("value: \"x\", headers: {h: abc}, size: 999914B", "", false),
      ("value: \"x\", size: 2MB", "message.max.bytes: 2000081", true),
      ("value: \"x\", size: 2MB", "message.max.bytes: 2000080", false),
      ("value: \"x\", size: 2000B", "message.max.bytes: 1000", false),
      ("value: \"x\", size: {min: 1B, max: 999919B}", "", true),
    ] as [(String, String, Bool)])
  func theLimit(_ template: String, _ client: String, _ isGood: Bool) {
    let found = Self.found(Self.text(template, client: client))
    #expect(found.isEmpty == isGood, "\(found)")
  }

  /// With varying sizes, only what was rendered counts.
  @Test func ofSomeMessages() {
    let found = Self.found(Self.text("value: \"x\", size: {min: 900kB, max: 1100kB}"))
    #expect(found.contains("error: ") && found.contains(" of 10 messages rendered of stage \"s\" are too large: #"))
  }

  /// One template of a mix may send one message in a thousand.
  @Test func ofARareTemplate() throws {
    let text = """
      version: 1
      name: a
      cluster: {brokers: "k:9092"}
      topics: {t: {}}
      templates: {small: {value: "small {{seq}}"}, large: {value: "large {{seq}}", size: 3000B}}
      stages: [{name: s, count: 2000, mix: {small: 999, large: 1}}]

      """
    #expect(Self.found(text) == "")
    #expect(
      try Self.atTopic(text, limit: 2000) == [
        "error 6: messages of template \"large\" in stage \"s\" have 3,115 bytes in a batch alone, and topic \"t\" takes batches "
          + "of 2,000 at most (max.message.bytes); send smaller messages, or raise the topic's max.message.bytes to 3115 or "
          + "more"
      ])
  }

  /// A scenario that tests rejections can be run.
  @Test(
    arguments: [
      ("[rejected == 10]", "warning"), ("[rejected > 0]", "warning"), ("[rejected <= 10]", "warning"),
      ("[rejected == 0]", "error"), ("[rejected < 1]", "error"), ("[]", "error"),
    ] as [(String, String)])
  func rejectionsThatAreExpected(_ expect: String, _ severity: String) {
    let found = Self.found(Self.text("value: \"x\", size: 2MB", expect: expect))
    #expect(found.hasPrefix("a.yaml:6:17: \(severity): "), "\(found)")
  }

  @Test func oneForAllStagesWithThatTemplate() {
    let found = Self.found(Self.text("value: \"x\", size: 2MB", more: ", {name: more, count: 1}"))
    #expect(found.ranges(of: "error").count == 1)
  }

  // MARK: The topic

  private static func atTopic(_ text: String, limit: Int?) throws -> [String] {
    let scenario = try #require(ScenarioFile.reading(Array(text.utf8), path: "a.yaml").scenario)
    return MessageSizes(scenario).atTopics([limit]).map {
      "\($0.severity) \($0.range.start.line): \($0.message); \($0.remedy ?? "")"
    }
  }

  @Test func ofABatchThatTheTopicRefuses() throws {
    let text = Self.text("value: \"x\", size: 2000B")
    #expect(try Self.atTopic(text, limit: 2115) == [])
    #expect(try Self.atTopic(text, limit: nil) == [])
    #expect(
      try Self.atTopic(text, limit: 2114) == [
        "error 6: messages of stage \"s\" have 2,115 bytes in a batch alone, and topic \"t\" takes batches of 2,114 at most "
          + "(max.message.bytes); send smaller messages, or raise the topic's max.message.bytes to 2115 or more"
      ])
    // The limit is on the compressed batch.
    #expect(
      try Self.atTopic(Self.text("value: \"x\", size: 2000B", client: "compression.type: lz4"), limit: 2114) == [
        "warning 6: messages of stage \"s\" have 2,115 bytes in a batch alone, before compression by lz4, and topic \"t\" "
          + "takes batches of 2,114 at most (max.message.bytes); send smaller messages, or raise the topic's "
          + "max.message.bytes to 2115 or more"
      ])
    let expected = try Self.atTopic(Self.text("value: \"x\", size: 2000B", expect: "[rejected == 10]"), limit: 2114)
    #expect(expected.map { $0.prefix(7) } == ["warning"])
  }

  /// Small messages go together in batches that the topic refuses.
  @Test func ofABatchSizeAboveTheTopicsLimit() throws {
    func found(_ client: String, limit: Int?) throws -> [String] {
      let text = Self.text("value: \"x\"", client: client)
      let scenario = try #require(ScenarioFile.reading(Array(text.utf8), path: "a.yaml").scenario)
      return MessageSizes(scenario).batchesAbove([limit]).map {
        "\($0.severity) \($0.range.start.line):\($0.range.start.column): \($0.message); \($0.remedy ?? "")"
      }
    }
    #expect(try found("", limit: 1500) == [])
    #expect(try found("batch.size: 1500", limit: 1500) == [])
    #expect(try found("batch.size: 100000", limit: nil) == [])
    #expect(
      try found("batch.size: 100000", limit: 1500) == [
        "warning 3:43: batch.size 100,000 is above what topic \"t\" takes, batches of 1,500 bytes at most (max.message.bytes): "
          + "batches of small messages can be rejected, with every message in them; leave batch.size out: batches are kept below "
          + "the topic's limit, then"
      ])
  }

  /// A stage that expects brokers to refuse its messages is exempt from the topic's limit, not from the client's: beyond
  /// that no broker is asked.
  @Test func aRefusalThatIsExpected() throws {
    func sizes(_ size: String) throws -> MessageSizes {
      let text = Self.text("value: \"x\", size: \(size)", client: "message.max.bytes: 3000")
      var scenario = try #require(ScenarioReader.read(Array(text.utf8), path: "a.yaml").scenario)
      scenario.stages[0].expectations = [
        Expectation(
          metric: .refused, comparison: .equal, bound: .reason(.messageTooLarge), range: scenario.stages[0].range)
      ]
      return MessageSizes(scenario)
    }
    #expect(try sizes("2000B").atTopics([1000]).isEmpty)
    #expect(try sizes("2000B").atClient.isEmpty)
    let found = try #require(try sizes("4000B").atClient.first)
    #expect(found.severity == .error)
    #expect(
      found.notes.map(\.message) == [
        "no broker is asked about them, so \"refused == message-too-large\" shows nothing"
      ])
  }
}
