import Kafka
import Language
import SampleScenarios
import Testing
import Verification

@testable import Load
@testable import Rehearsal

extension EndToEndTests {
  /// Errors of the client as reports show them: each says what it is about, and asks for what would help.
  @Suite struct ClientErrorTexts {
    private static let scenario = """
      version: 1
      name: a
      cluster: {brokers: "k:9092"}
      topics: {t: {}}
      templates: {m: {value: a}}
      stages: [{name: s, count: 1}]
      """
    private static let consequence =
      "a message with a key that is not found may have been compacted away, and is not counted as lost"

    /// Only an authorization error is about rights.
    @Test(
      arguments: [
        (29, "TOPIC_AUTHORIZATION_FAILED", "grant DescribeConfigs on the topic"),
        (31, "CLUSTER_AUTHORIZATION_FAILED", "grant DescribeConfigs on the topic"),
        (
          -185, "_TIMED_OUT",
          "the cluster was asked again, and did not answer: check its controller and the brokers that do not respond"
        ),
        (-195, "_TRANSPORT", "check the cluster: client.log has the errors"),
      ] as [(Int32, String, String)]) func anUnknownPolicy(_ code: Int32, _ name: String, _ remedy: String)
    {
      let note = RunNote.compactionUnknown(topic: "orders", KafkaError(code: code))
      #expect(
        NoteSentences.text(note)
          == "cannot read cleanup.policy of topic \"orders\" (\(name)): \(Self.consequence); \(remedy)")
    }

    /// No group is used, so none is named.
    @Test(arguments: [
      ("GroupCoordinator: 127.0.0.1:9092: Disconnected (after 3ms in state UP)", "127.0.0.1:9092: Disconnected"),
      ("127.0.0.1:9092/1: Disconnected (after 3ms in state UP)", "Disconnected"), ("Local: Timed out", "Timed out"),
    ]) func aConnection(_ text: String, _ shown: String) throws {
      let scenario = try #require(SampleScenario(Self.scenario, path: "a.yaml").reading.scenario)
      let problem = LoadErrorSentences(scenario: scenario).problem(
        for: .readerFailed(KafkaError(code: -195, text: text)))
      #expect(problem.message == "the topic cannot be read (\(shown))")
    }

    /// The system's own words.
    @Test func aFullDisk() throws {
      let scenario = try #require(SampleScenario(Self.scenario, path: "a.yaml").reading.scenario)
      let problem = LoadErrorSentences(scenario: scenario).problem(for: .workFile(WorkFileError(path: "x", code: 28)))
      #expect(problem.message == "the work file \"x\" cannot be used (No space left on device)")
    }
  }
}
