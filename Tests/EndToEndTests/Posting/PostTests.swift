import FoundationEssentials
import Testing

extension EndToEndTests.OnKafka {
  /// Both of the utility's request bodies as they are. What they send is counted and read by Kafka's own programs.
  @Suite struct Posts {
    @Test func phase1() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("useractivity", partitions: 3)
      let folder = try Folder()
      let ended = try PostedRequest.post(PostedRequest.phase1, in: folder, ["--brokers", cluster.bootstrap()])
      #expect(
        ended.answer
          == .init(
            status: "message sent successfully", messages_sent: 10, messages_failed: 0, errorDesc: "none", exit: 0),
        "\(ended.program.output)\(ended.program.errors)")
      #expect(ended.executionTime > 0)
      #expect(try cluster.ends(of: "useractivity") == [0: 0, 1: 10, 2: 0])
      let stored = try cluster.dump("useractivity").sorted { $0.offset < $1.offset }
      #expect(
        stored.map(\.value)
          == (1...10).map { "<event><user>Username6</user><id>\($0)</id><action>Login</action></event>" })
    }

    /// Two producers and any partition: the numbers are one sequence over the stage.
    @Test func twoProcesses() throws {
      let cluster = try KafkaCluster.shared()
      try cluster.createTopic("two-processes", partitions: 3)
      let folder = try Folder()
      let request = PostedRequest.phase1.replacing("useractivity", with: "two-processes").replacing(
        "\"noOfMsgToBeGen\": 10, \"noOfProcesses\": 1, \"partitionNo\": 1",
        with: "\"noOfMsgToBeGen\": 2000, \"noOfProcesses\": 2")
      let ended = try PostedRequest.post(request, in: folder, ["--brokers", cluster.bootstrap()])
      #expect(
        ended.answer
          == .init(
            status: "message sent successfully", messages_sent: 2000, messages_failed: 0, errorDesc: "none", exit: 0),
        "\(ended.program.output)\(ended.program.errors)")
      let stored = try cluster.dump("two-processes").map(\.value)
      #expect(stored.count == 2000)
      #expect(
        Set(stored)
          == Set((1...2000).map { "<event><user>Username6</user><id>\($0)</id><action>Login</action></event>" }))
    }

    /// The account is one of the brokers, and the truststore lies beside the request.
    @Test func phase2() throws {
      let cluster = try KafkaCluster.strict()
      try cluster.createTopic("useractivity", partitions: 3)
      let folder = try Folder()
      let truststore = try Data(contentsOf: URL(filePath: cluster.certificates.javaTruststore))
      try truststore.write(to: URL(filePath: folder.path("client.truststore.jks")))
      let ended = try PostedRequest.post(
        PostedRequest.phase2, in: folder, ["--brokers", cluster.bootstrap(.loginOverTLS)])
      #expect(
        ended.answer
          == .init(
            status: "message sent successfully", messages_sent: 10, messages_failed: 0, errorDesc: "none", exit: 0),
        "\(ended.program.output)\(ended.program.errors)")
      #expect(try cluster.ends(of: "useractivity") == [0: 0, 1: 10, 2: 0])
      let values = try cluster.tool(
        .consumer, ["--topic", "useractivity", "--from-beginning", "--max-messages", "10", "--timeout-ms", "20000"])
      // An address has two lines.
      let people = values.split(separator: "<person>").map { String($0) }.filter { $0.contains("</person>") }
      #expect(people.count == 10, "\(values)")
      var ids: Set<String> = []
      for person in people {
        for name in ["first_name", "last_name", "address", "phone_number"] {
          let text = try Self.text(of: name, in: person)
          #expect(!text.isEmpty, "\(person)")
        }
        let id = try Self.text(of: "id", in: person)
        #expect(id.utf8.count == 36, "\(person)")
        ids.insert(id)
        let age = try #require(Int(try Self.text(of: "random_age", in: person)))
        #expect((20...50).contains(age), "\(person)")
        let status = try Self.text(of: "status", in: person)
        #expect(status == "Y" || status == "N", "\(person)")
      }
      #expect(ids.count == 10)
    }

    private static func text(of name: String, in person: String) throws -> String {
      let start = try #require(person.firstRange(of: "<\(name)>")).upperBound
      let end = try #require(person.firstRange(of: "</\(name)>")).lowerBound
      return String(person[start..<end])
    }
  }
}

extension EndToEndTests {
  @Suite struct PostedBodies {
    @Test(arguments: [("phase-1", PostedRequest.phase1), ("phase-2", PostedRequest.phase2)])
    func areThoseOfTheExamples(_ name: String, _ body: String) throws {
      let file = "\(KafkaHome.repository)/Scenarios/posting/\(name).json"
      #expect(try String(contentsOf: URL(filePath: file), encoding: .utf8) == body)
    }
  }
}
