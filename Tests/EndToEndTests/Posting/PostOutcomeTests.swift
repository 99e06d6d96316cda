import FoundationEssentials
import Testing

extension EndToEndTests.OnKafka {
  /// The outcomes of posted requests, beside the bodies that their users have.
  @Suite struct PostOutcomes {
    private static let sent = "message sent successfully"

    private func request(_ cluster: KafkaCluster, _ topic: String, message: String) -> String {
      """
      { "kafka": { "brokers": "\(cluster.bootstrap())", "topic": "\(topic)" }, "message": { \(message) } }

      """
    }

    /// A dollar sign, a name that a scenario cannot hold, and braces around another name.
    @Test func contentIsSentAsItIs() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("posted-literally", partitions: 1)
      let message = #"""
        "content": "<a>${HOME} $${x} {d-1} {other}</a>", "dynamicAttributeName": { "k": "d-1" }, "noOfMsgToBeGen": 3
        """#
      let folder = try Folder()
      let ended = try PostedRequest.post(request(cluster, "posted-literally", message: message), in: folder, [])
      #expect(ended.answer.status == Self.sent, "\(ended.program.output)\(ended.program.errors)")
      let stored = try cluster.dump("posted-literally").sorted { $0.offset < $1.offset }.map(\.value)
      #expect(stored == (1...3).map { "<a>${HOME} $${x} \($0) {other}</a>" })
    }

    @Test func asManyProcessesAsThereMayBe() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("posted-by-many", partitions: 3)
      let message = #"""
        "content": "{id}", "dynamicAttributeName": { "k": "id" }, "noOfMsgToBeGen": 640, "noOfProcesses": 64
        """#
      let folder = try Folder()
      let ended = try PostedRequest.post(request(cluster, "posted-by-many", message: message), in: folder, [])
      #expect(ended.answer.status == Self.sent, "\(ended.program.output)\(ended.program.errors)")
      let stored = try cluster.dump("posted-by-many").map(\.value)
      #expect(stored.count == 640)
      #expect(Set(stored) == Set((1...640).map(String.init)))
    }

    /// A message that is not what `validateAs` says never reaches Kafka; the others do.
    @Test func badMessagesAreHeldBack() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("posted-in-part", partitions: 1)
      let message = #"""
        "content": "{\"a\": {{raw random.choice(['1','x'])}}}", "noOfMsgToBeGen": 50, "validateAs": "json"
        """#
      let folder = try Folder()
      let ended = try PostedRequest.post(request(cluster, "posted-in-part", message: message), in: folder, [])
      let answer = ended.answer
      #expect(answer.status == "partially sent", "\(ended.program.output)\(ended.program.errors)")
      #expect(answer.exit == 11)
      #expect(answer.messages_sent > 0 && answer.messages_failed > 0)
      #expect(answer.messages_sent + answer.messages_failed == 50)
      let begin =
        "\(answer.messages_failed) of 50 due messages were against the template's format or schema, and not sent"
      #expect(answer.errorDesc.hasPrefix(begin), "\(answer.errorDesc)")
      let stored = try cluster.dump("posted-in-part").map(\.value)
      #expect(stored == Array(repeating: #"{"a": 1}"#, count: answer.messages_sent))
    }

    /// One that the cluster refuses does not keep the next from being sent.
    @Test func requestsAreSentOneAfterTheOther() throws {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic("posted-second", partitions: 1)
      let message = #""content": "a", "noOfMsgToBeGen": 5"#
      let folder = try Folder()
      let answers = try PostedRequest.post(
        all: ["posted-nowhere", "posted-second"].map { request(cluster, $0, message: message) }, in: folder)
      #expect(answers.map(\.status) == ["message sending failed", Self.sent])
      #expect(answers.map(\.exit) == [20, 0])
      #expect(answers.map(\.messages_sent) == [0, 5])
      #expect(answers.map(\.messages_failed) == [5, 0])
      #expect(try cluster.count(of: "posted-second") == 5)
    }
  }
}
