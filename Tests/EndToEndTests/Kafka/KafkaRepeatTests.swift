import Glibc
import Testing

extension EndToEndTests.OnKafka {
  /// Topics of repeated runs: made anew where the command created them, and never where they were there before.
  @Suite struct RepeatedTopics {
    struct Row: Sendable, CustomTestStringConvertible {
      var testDescription: String
      var topic: String
      /// Records that are in the topic before; nil where there is none.
      var before: Int?
      var create = "if-missing"
      /// `$BROKERS` is replaced by the scenario's.
      var options: [String]
      /// Those that are in it afterwards: a run sends 10.
      var after: Int64
    }

    @Test(arguments: [
      Row(testDescription: "one that the first run creates", topic: "anew", options: ["--repeat", "3"], after: 10),
      Row(
        testDescription: "one that may be created always", topic: "anew-always", create: "always",
        options: ["--repeat", "2"], after: 10),
      Row(
        testDescription: "one that was there", topic: "not-anew", before: 5,
        options: ["--repeat", "2", "--warm-up", "1"],
        after: 35),
      Row(
        testDescription: "one that another build creates", topic: "anew-other",
        options: ["--repeat", "1", "--against-binary", Program.path, "--warm-up", "0"], after: 10),
      Row(
        testDescription: "one that was there before another build", topic: "not-anew-other", before: 5,
        options: ["--repeat", "1", "--against-binary", Program.path, "--warm-up", "0"], after: 25),
      Row(
        testDescription: "one that is on both of two clusters, which are one", topic: "anew-twice",
        options: ["--repeat", "1", "--against-brokers", "$BROKERS", "--warm-up", "0"], after: 10),
    ]) func isMadeAnew(_ row: Row) throws {
      let cluster = try KafkaCluster.shared()
      if let before = row.before {
        try cluster.createTopic(row.topic, partitions: 1)
        try cluster.write(before, named: "old", to: row.topic)
      }
      let folder = try Folder()
      let scenario = KafkaScenario(
        brokers: cluster.bootstrap(), topic: row.topic, stages: "[{name: s, count: 10}]", partitions: 1,
        create: row.create)
      let ended = try Program.run(
        ["run"] + row.options.map { $0 == "$BROKERS" ? cluster.bootstrap() : $0 }
          + ["--report-dir", folder.path("Reports"), try folder.write(scenario.text, to: "test.yaml")], in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(try cluster.count(of: row.topic) == row.after)
    }

    private static let introduction = "#!/bin/sh\n[ \"$1\" = --version ] && { echo 'rehearse 0.0.1'; exit 0; }\n"

    /// It is not there when the command begins, and the first run, which fails, does not create it: what another client creates then
    /// is never deleted.
    @Test func oneThatAnotherClientCreatesMeanwhile() throws {
      let cluster = try KafkaCluster.shared()
      let folder = try Folder()
      let scenario = KafkaScenario(
        brokers: cluster.bootstrap(), topic: "foreign", stages: "[{name: s, count: 10}]", partitions: 1)
      let path = try folder.write(
        "\(Self.introduction)echo waiting >&2; until [ -e \(folder.path("go")) ]; do sleep 0.05; done; exit 20\n",
        to: "old")
      chmod(path, 0o755)
      let program = try Program(
        ["run", "--repeat", "2", "--warm-up", "0", "--against-binary", path, "--report-dir", folder.path("Reports")]
          + [try folder.write(scenario.text, to: "test.yaml")], in: folder)
      try #require(eventually(within: 20) { program.errorsSoFar.contains("waiting") })
      try cluster.createTopic("foreign", partitions: 1)
      try cluster.write(5, named: "other", to: "foreign")
      _ = try folder.write("", to: "go")
      let ended = try program.wait()
      // No row of the other side is left.
      #expect(ended.code == 14, "\(ended.output)\(ended.errors)")
      #expect(try cluster.count(of: "foreign") == 25)
    }

    /// A build that does not report which topics it created: none is deleted for it.
    @Test func oneThatAnOlderBuildCreates() throws {
      let cluster = try KafkaCluster.shared()
      let folder = try Folder()
      let scenario = KafkaScenario(
        brokers: cluster.bootstrap(), topic: "unreported", stages: "[{name: s, count: 10}]", partitions: 1)
      let path = try folder.write(
        "\(Self.introduction)\"\(Program.path)\" \"$@\" || exit $?\n"
          + "sed -i s/created_topics/unknown/ \(folder.path("Reports"))/against/test/*/run.json\n", to: "old")
      chmod(path, 0o755)
      let ended = try Program.run(
        ["run", "--warm-up", "0", "--against-binary", path, "--report-dir", folder.path("Reports")]
          + [try folder.write(scenario.text, to: "test.yaml")], in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(ended.errors.contains("does not report which topics it creates"))
      #expect(try cluster.count(of: "unreported") == 20)
    }
  }
}
