import FoundationEssentials
import Kafka
import Testing

extension EndToEndTests.OnKafka {
  /// Each block of the page is read, and those that a test's cluster can serve are run.
  @Suite struct SigningInPages {
    /// The listener that each port of the page is.
    private static let listeners: [(port: String, listener: KafkaBroker.Listener)] = [
      ("9092", .plaintext), ("9093", .oneWay), ("9094", .loginOverTLS), ("9095", .login), ("9096", .certificate),
      ("9097", .token), ("9098", .token),
    ]

    private static let environment = [
      "LOADER_PASSWORD": "loader-secret", "TRUST_PASSWORD": KafkaCertificates.password,
      "KEY_PASSWORD": KafkaCertificates.password, "KEYSTORE_PASSWORD": KafkaCertificates.password,
      "CLIENT_SECRET": "client-secret",
    ]

    /// The programs that the page's commands call, printing what the real ones do.
    private static let programs = [
      "pass": #"[ "$*" = "show kafka/loader" ] && echo loader-secret"#,
      "get-token": #"exec SCRIPTS/test-token service 300"#,
      "aws_msk_get_auth_token": #"printf "('%s', 1795956628000)\n" "$(SCRIPTS/test-token service 300)""#,
      "curl":
        #"printf '{"token_type": "Bearer", "expires_in": 300, "access_token": "%s"}' "$(SCRIPTS/test-token service 300)""#,
    ]

    @Test func thereAreBlocks() {
      #expect(SigningInPage.blocks.count > 15)
    }

    @Test(arguments: SigningInPage.blocks) func works(_ block: SigningInPage.Block) throws {
      let cluster = try KafkaCluster.secured()
      let folder = try Self.folder(cluster)
      let topic = try cluster.openTopic()
      var text = block.text
      for (port, listener) in Self.listeners {
        text = text.replacing("kafka.example.com:\(port)", with: cluster.bootstrap(listener))
      }
      text = text.replacing("/etc/kafka/certs", with: folder.path("certs"))
      // Another port would be asked of the network.
      try #require(!text.contains("kafka.example.com"))
      let file = try folder.write(
        """
        version: 1
        name: test
        \(text)
        topics: {\(topic): {create: never}}
        templates: {m: {value: "{{seq}}"}}
        stages: [{name: s, count: 10}]
        verify: {within: 10s}

        """, to: "test.yaml")
      let checked = try Self.program(["check", file], folder)
      if block.isPassedThrough {
        try Self.expectKnown(block, checked)
        return
      }
      #expect(checked.code == 0, "\(checked.output)\(checked.errors)")
      // The tests' authority is none of the system's.
      guard !block.text.contains("tls: true"), !SignInCell.refusesScram || !block.text.contains("SCRAM") else { return }
      let ended = try Self.program(["run", file, "--report-dir", folder.path("Reports")], folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(try cluster.end(of: topic, partition: 0) == 10)
      try folder.expectNoSecrets(ended)
    }

    /// Librdkafka knows the properties, or says that it was built without them.
    private static func expectKnown(_ block: SigningInPage.Block, _ checked: Program.Ended) throws {
      guard checked.code != 0 else { return }
      #expect(checked.code == 65, "\(checked.output)\(checked.errors)")
      let errors = checked.errors.split(separator: "\n").filter { $0.contains(": error: ") }
      #expect(!errors.isEmpty)
      #expect(errors.allSatisfy { $0.contains("not supported in this build") || $0.contains("No provider for SASL") })
    }

    private static func program(_ arguments: [String], _ folder: Folder) throws -> Program.Ended {
      let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
      return try Program(
        arguments, in: folder, environment: environment.merging(["PATH": "\(folder.path("bin")):\(path)"]) { $1 }
      ).wait()
    }

    private static func folder(_ cluster: KafkaCluster) throws -> Folder {
      let (folder, files) = (try Folder(), FileManager.default)
      try files.createSymbolicLink(atPath: folder.path("certs"), withDestinationPath: cluster.certificates.folder)
      for name in ["secrets", "bin"] {
        try files.createDirectory(atPath: folder.path(name), withIntermediateDirectories: false)
      }
      let password = try folder.write("loader-secret\n", to: "secrets/loader")
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: password)
      for (name, script) in programs {
        let path = try folder.write("#!/bin/sh\n\(cluster.filled(script))\n", to: "bin/\(name)")
        try files.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
      }
      return folder
    }
  }
}
