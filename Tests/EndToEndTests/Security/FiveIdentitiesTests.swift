import Testing

extension EndToEndTests.OnKafka {
  /// `Scenarios/secured/identities.yaml`, with the ACLs that its comments name.
  @Suite struct FiveIdentities {
    private static func run(_ folder: Folder, _ more: [String: String] = [:]) throws -> Program.Ended {
      let cluster = try KafkaCluster.secured()
      var environment = [
        "KAFKA_BROKERS": cluster.bootstrap(.loginOverTLS), "KAFKA_CERTIFICATE_BROKERS": cluster.bootstrap(.certificate),
        "KAFKA_OAUTH_BROKERS": cluster.bootstrap(.token), "KAFKA_CERTIFICATES": cluster.certificates.folder,
        "LOADER_PASSWORD": "loader-secret", "BATCH_PASSWORD": "batch-secret", "INTRUDER_PASSWORD": "wrong-secret",
        "OAUTH_COMMAND": cluster.filled("SCRIPTS/test-token service 300"),
      ]
      if SignInCell.refusesScram { environment["LOADER_MECHANISM"] = "PLAIN" }
      return try Program(
        ["run", KafkaHome.repository + "/Scenarios/secured/identities.yaml", "--report-dir", folder.path("Reports")],
        in: folder, environment: environment.merging(more) { $1 }
      ).wait(deadline: 90)
    }

    /// Stage by stage: the messages that were acknowledged, and those that were found.
    private static func rows(_ folder: Folder) throws -> [String] {
      try folder.stages("identities").dropLast().map { "\($0["stage"]) \($0["acknowledged"]) \($0["found"])" }
    }

    @Test func eachDoesWhatItMayAndNoMore() throws {
      let cluster = try KafkaCluster.secured()
      try cluster.allow(
        "User:loader", [.create, .write, .read, .describe, .describeConfigs], on: .topic("payments"))
      try cluster.allow("User:loader", [.create, .read, .describe, .describeConfigs], on: .topic("settlements"))
      try cluster.allow("User:batch", [.write, .describe], on: .topic("settlements"))
      for user in ["CN=client", "service"] {
        try cluster.allow("User:\(user)", [.write, .describe], on: .topic("payments"))
      }
      let folder = try Folder()
      let ended = try Self.run(folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(
        try Self.rows(folder) == [
          "payments 2000 2000", "settlements 2000 2000", "machine 2000 2000", "service 2000 2000", "curious 0 0",
          "stranger 0 0",
        ])
      #expect(try cluster.count(of: "payments") == 6000)
      #expect(try cluster.count(of: "settlements") == 2000)

      // The intruder knows the password after all.
      let another = try Folder()
      let letIn = try Self.run(another, ["INTRUDER_PASSWORD": "batch-secret"])
      #expect(letIn.code == 11, "\(letIn.output)\(letIn.errors)")
      #expect(try Self.rows(another).last == "stranger 10 10")
      #expect(try cluster.count(of: "settlements") == 4010)
    }
  }
}
