import Diagnostics
import Kafka
import Language
import Scenarios
import Testing

@testable import Rehearsal

/// Properties that librdkafka refuses are found without a run, at their lines.
@Suite struct ClientCheckTests {
  private static func text(_ properties: [String]) -> String {
    """
    version: 1
    name: a
    cluster:
      brokers: "127.0.0.1:1"
      librdkafka:
    \(properties.map { "    \($0)" }.joined(separator: "\n"))
    topics: {t: {}}
    templates: {m: {value: x}}
    stages: [{name: s, count: 10}]

    """
  }

  private static func found(_ properties: [String]) -> [Diagnostic] {
    ScenarioFile.reading(Array(text(properties).utf8), path: "a.yaml").diagnostics
  }

  private static func described(_ properties: [String]) -> String {
    let reading = ScenarioFile.reading(Array(text(properties).utf8), path: "a.yaml")
    return reading.diagnostics.map(reading.files.describe).joined(separator: "\n\n")
      .replacing(ClientLibrary.version, with: "VERSION")
  }

  /// Sentences of librdkafka that name another property, or none.
  @Test(
    arguments: [
      (
        ["security.protocol: SASL_SSL", "sasl.mechanism: AWS_MSK_IAM"], 7,
        "write PLAIN, SCRAM-SHA-256, SCRAM-SHA-512, OAUTHBEARER or GSSAPI"
      ),
      (["security.protocol: SASL_PLAINTEXT"], 6, "write sasl.mechanism, too: it is GSSAPI otherwise"),
      (["acks: all", "request.required.acks: 1"], 7, "remove one of them"),
      (["linger.ms: 5", "topic.acks: 1", "acks: all"], 8, "remove one of them"),
    ])
  func theLineAndWhatToWrite(_ properties: [String], _ line: Int, _ remedy: String) {
    let found = Self.found(properties).filter { $0.severity == .error }
    #expect(found.map(\.range.start.line) == [line])
    #expect(found.map(\.remedy) == [remedy])
  }

  @Test func asItIsShown() {
    #expect(
      Self.described(["retries: 0", "client.id: me"]) == """
        a.yaml:6:5: error: librdkafka VERSION refuses "retries": `retries` must be set >= 1 when `enable.idempotence` is true \
        [scenario.refused-by-librdkafka]
          |
        6 |     retries: 0
          |     ^~~~~~~ remove it, or write enable.idempotence: false
        """)
    #expect(
      Self.described(["linger.ms: 5000", "message.timeout.ms: 1000"]) == """
        a.yaml:7:5: error: librdkafka VERSION refuses "message.timeout.ms": `message.timeout.ms` must be greater than `linger.ms` \
        [scenario.refused-by-librdkafka]
          |
        7 |     message.timeout.ms: 1000
          |     ^~~~~~~~~~~~~~~~~~
          = note: "linger.ms" is set at a.yaml:6:5
        """)
    #expect(
      Self.described(["message.max.bytes: 10MB"]) == """
        a.yaml:6:24: error: "message.max.bytes" takes a plain number of bytes: librdkafka reads "10MB" as 10 \
        [scenario.refused-by-librdkafka]
          |
        6 |     message.max.bytes: 10MB
          |                        ^~~~ write 10000000
        """)
    #expect(
      Self.described(["linger_ms: 5", "buffer.memory: 33554432"]) == """
        a.yaml:6:5: error: librdkafka VERSION has no property "linger_ms" [scenario.refused-by-librdkafka]
          |
        6 |     linger_ms: 5
          |     ^~~~~~~~~ did you mean "linger.ms"?

        a.yaml:7:5: error: "buffer.memory" is Java's: librdkafka calls it "queue.buffering.max.kbytes", in kilobytes (1024 bytes) \
        [scenario.refused-by-librdkafka]
          |
        7 |     buffer.memory: 33554432
          |     ^~~~~~~~~~~~~ write queue.buffering.max.kbytes: 32768
        """)
    #expect(
      Self.described(["enable.idempotence: true", "acks: 1"]) == """
        a.yaml:7:11: error: "acks" is 1, but with "enable.idempotence: true" it must be all [scenario.conflict]
          |
        7 |     acks: 1
          |           ^ write all, or enable.idempotence: false
          = note: "enable.idempotence" is set at a.yaml:6:5
        """)
  }

  /// The lines, from 6 on, at which something is refused.
  @Test(
    arguments: [
      ("idempotence needs retries", ["retries: 0"], [6]),
      ("and few requests in flight", ["client.id: a", "max.in.flight: 6"], [7]),
      ("by its other name", ["max.in.flight.requests.per.connection: 10"], [6]),
      ("and order", ["queuing.strategy: lifo"], [6]),
      ("a limit of the reader", ["receive.message.max.bytes: 1000000"], [6]),
      ("another", ["fetch.max.bytes: 1000"], [6]),
      ("a time of the reader", ["session.timeout.ms: 600000"], [6]),
      ("two that do not fit, at the first that is named", ["linger.ms: 5000", "message.timeout.ms: 1000"], [7]),
      ("the same by their other names", ["queue.buffering.max.ms: 5000", "delivery.timeout.ms: 1000"], [7]),
      ("a login without a user", ["security.protocol: SASL_SSL", "sasl.mechanism: PLAIN"], [6]),
      ("without a mechanism", ["security.protocol: SASL_PLAINTEXT"], [6]),
      ("a mechanism that is none", ["sasl.mechanism: FOO", "security.protocol: SASL_PLAINTEXT"], [6]),
      ("a user without a password", ["security.protocol: SASL_SSL", "sasl.mechanism: PLAIN", "sasl.username: u"], [8]),
      ("a file that is not there", ["security.protocol: SSL", "ssl.ca.location: /no/such.pem"], [7]),
      ("a keystore that is none", ["security.protocol: SSL", "ssl.keystore.location: /etc/hostname"], [7]),
      ("three at once", ["retries: 0", "session.timeout.ms: 600000", "fetch.max.bytes: 1"], [6, 7, 8]),
      ("one alone and one together", ["lingerms: 5", "retries: 0"], [6, 7]),
      (
        "a slip, and not what it leads to",
        [
          "sasl.mechanism: PLAIN", "security.protocol: SASL_SSL", "sasl.username: u", "sasl.passwrd: ${HOME}",
        ], [9]
      ),
      ("acks by each spelling", ["enable.idempotence: true", "topic.request.required.acks: 1"], [7]),
      ("and each word", ["topic.acks: 0", "enable.idempotence: t"], [6]),
      // Nothing is wrong with these.
      ("acks below all", ["topic.acks: 1"], []), ("that switch it off", ["acks: 1", "retries: 0"], []),
      ("an explicit false", ["enable.idempotence: false", "acks: 1", "max.in.flight: 10"], []),
      ("both as they are", ["enable.idempotence: true", "acks: -1"], []),
      ("a file that is not used", ["ssl.ca.location: /no/such.pem"], []),
      (
        "a command that must not run",
        [
          "security.protocol: SASL_PLAINTEXT", "sasl.kerberos.kinit.cmd: touch /tmp/rehearse-kinit",
        ], []
      ),
    ] as [(String, [String], [Int])])
  func theLinesThatAreRefused(_ name: String, _ properties: [String], _ lines: [Int]) {
    let errors = Self.found(properties).filter { $0.severity == .error }
    #expect(errors.map(\.range.start.line) == lines, "\(Self.described(properties))")
  }

  /// A property that stands elsewhere is refused there.
  @Test func inTheFileThatIsIncluded() {
    let files = ["common.yaml": "version: 1\ncluster: {librdkafka: {enable.idempotence: true}}"]
    let text = """
      version: 1
      name: a
      include: [common.yaml]
      cluster: {brokers: embedded, librdkafka: {acks: 1}}
      topics: {t: {}}
      templates: {m: {value: x}}
      stages: [{name: s, count: 10}]

      """
    let environment = ReadingEnvironment(
      variable: { _ in nil },
      file: { path in files[path].map { .success(Array($0.utf8)) } ?? .failure(.init(reason: "none")) })
    let reading = ScenarioReader.read(Array(text.utf8), path: "a.yaml", in: environment)
    let found = ClientCheck(clients: reading.clients).diagnostics
    #expect(found.map { reading.files.place($0.range.start) } == ["a.yaml:4:49"])
    #expect(found.flatMap(\.notes).map { $0.range.map { reading.files.place($0.start) } } == ["common.yaml:2:24"])
  }

  @Test(
    arguments: [
      ("linger_ms", "linger.ms"), ("LINGER.MS", "linger.ms"), ("lingerms", "linger.ms"), ("Linger-Ms", "linger.ms"),
      ("acks.", "acks"), ("compresion.type", "compression.type"), ("sasl.passwrd", "sasl.password"),
      ("batch.num.message", "batch.num.messages"), ("quite.another", nil),
    ] as [(String, String?)])
  func theNearestName(_ name: String, _ nearest: String?) {
    #expect(ClientCheck.nearest(to: name) == nearest)
  }

  @Test(
    arguments: [
      ("spring.kafka.properties.linger.ms", "5", "write linger.ms"),
      ("spring.kafka.producer.batch-size", "16384", "write batch.size"),
      ("spring.kafka.producer.lingr-ms", "5", "write linger.ms"),
      ("producer.override.buffer.memory", "33554432", "write queue.buffering.max.kbytes: 32768"),
      ("consumer.default.api.timeout.ms", "60000", "write socket.timeout.ms: 60000"),
      // librdkafka's greatest value is 300000.
      ("consumer.default.api.timeout.ms", "1200000", "write socket.timeout.ms"),
      ("kafka.quite.another", "1", "write librdkafka's name alone"),
    ])
  func prefixesOfOtherPrograms(_ name: String, _ value: String, _ remedy: String) {
    let start = SourcePosition(line: 1, column: 1)
    let property = ClientProperty(name: name, value: value, range: SourceRange(start: start, end: start))
    #expect(ClientCheck(clients: [WrittenClient(properties: [property])]).diagnostics.map(\.remedy) == [remedy])
  }

  /// A value that comes from a variable named like a secret, or that is one by its own text, in a property that is none's.
  @Test(arguments: ["hunter2", "-----BEGIN PRIVATE KEY-----\nhunter2", "password=hunter2"])
  func secretsInOtherProperties(_ value: String) throws {
    let start = SourcePosition(line: 1, column: 1)
    let range = SourceRange(start: start, end: start)
    for name in ["security.protocol", "linger.ms", "no.such.name"] {
      let property = ClientProperty(
        name: name, value: value, range: range, isSecret: value == "hunter2" ? true : nil)
      #expect(property.isSecret)
      let texts = ClientCheck(clients: [WrittenClient(properties: [property])]).diagnostics.map {
        "\($0.message) \($0.remedy ?? "")"
      }
      #expect(!texts.joined().contains("hunter2") && !texts.isEmpty, "\(name): \(texts)")
      // The same value without the mark is shown, so that the test can fail.
      guard value == "hunter2", name == "security.protocol" else { continue }
      let open = ClientProperty(name: name, value: value, range: range)
      #expect(
        ClientCheck(clients: [WrittenClient(properties: [open])]).diagnostics.contains {
          $0.message.contains("hunter2")
        })
    }
  }

  // MARK: Stages

  /// A stage's own settings are tried with the cluster's, and what is refused is shown at the stage's line.
  @Test(
    arguments: [
      ("librdkafka: {linger.ms: 1, acks: 1}", []),
      ("librdkafka: {max.in.flight: 10}", ["7:39 librdkafka refuses \"max.in.flight\""]),
      ("librdkafka: {max.in.flight: 10}, client: {idempotent: false}", []),
      ("librdkafka: {lingr.ms: 1}", ["7:39 librdkafka has no property \"lingr.ms\""]),
      (
        "librdkafka: {fetch.wait.max.ms: 5}",
        ["7:39 \"fetch.wait.max.ms\" is a property of consumers, and a stage only sends"]
      ),
      (
        "librdkafka: {acks: 1}, client: {idempotent: true}",
        ["7:70 an idempotent producer needs acks: all, and enable.idempotence on"]
      ),
      ("librdkafka: {acks: 1}, client: {transactional: {every: 5}}", ["7:39 librdkafka refuses \"acks\""]),
    ])
  func settingsOfAStage(_ stage: String, _ expected: [String]) {
    let reading = ScenarioReader.read(
      Array(
        """
        version: 1
        name: a
        cluster: {brokers: "k:9092", librdkafka: {compression.type: lz4}}
        topics: {t: {}}
        templates: {m: {value: x}}
        stages:
          - {name: a, count: 10, \(stage)}

        """.utf8), path: "a.yaml")
    let found = ClientCheck(clients: reading.clients).diagnostics.map { diagnostic in
      let message = diagnostic.message.replacing("librdkafka \(ClientLibrary.version)", with: "librdkafka")
      let start = diagnostic.range.start
      return "\(start.line):\(start.column) \(message.split(separator: ": `")[0])"
    }
    #expect(found == expected, "\(reading.describeAll())")
  }

  /// Several stages that inherit one property have its mistake once.
  @Test func aMistakeThatIsInheritedIsReportedOnce() {
    let reading = ScenarioReader.read(
      Array(
        """
        version: 1
        name: a
        cluster: {brokers: "k:9092"}
        topics: {t: {}}
        templates: {m: {value: x}}
        defaults: {librdkafka: {lingr.ms: 1}}
        stages: [{name: a, count: 10}, {name: b, count: 10}]

        """.utf8), path: "a.yaml")
    #expect(ClientCheck(clients: reading.clients).diagnostics.map(\.range.start.line) == [6])
  }

  // MARK: Every property

  /// Values for those that have no default.
  private static let samples = [
    "topic.blacklist": "^x", "debug": "broker", "acks": "all", "request.required.acks": "-1",
    "compression.level": "-1", "consume.callback.max.messages": "0", "delivery.timeout.ms": "300000",
    "message.timeout.ms": "300000", "request.timeout.ms": "30000", "offset.store.sync.interval.ms": "-1",
    "produce.offset.report": "true", "queuing.strategy": "fifo",
    // With idempotence, which is the default here, five are the most.
    "max.in.flight": "5", "max.in.flight.requests.per.connection": "5",
  ]
  /// Properties that a build of librdkafka may have and refuse, or that need another beside them.
  private static let withoutSupport: Set<String> = [
    "sasl.oauthbearer.method", "sasl.oauthbearer.client.id", "sasl.oauthbearer.client.secret",
    "sasl.oauthbearer.scope", "sasl.oauthbearer.extensions", "sasl.oauthbearer.token.endpoint.url",
    "ssl.ca.certificate.stores", "ssl.keystore.location",
  ]
  /// Properties on which the verdict rests.
  private static let refused: Set<String> = [
    "bootstrap.servers", "metadata.broker.list", "plugin.library.paths", "delivery.report.only.error",
    "enable.partition.eof", "auto.offset.reset", "isolation.level", "auto.commit.enable", "enable.auto.commit",
    "enable.auto.offset.store", "group.id", "transactional.id", "partitioner", "partitioner_cb",
    "sticky.partitioning.linger.ms", "allow.auto.create.topics", "check.crcs", "log.queue", "enabled_events",
    "enable.sasl.oauthbearer.unsecure.jwt",
  ]

  /// Every property of the linked librdkafka is taken with its default, or refused with a reason; by `topic.`, too.
  @Test(arguments: KnownProperty.all.keys.sorted()) func everyPropertyIsTakenOrRefusedWithAReason(_ name: String) throws
  {
    let value = Self.samples[name] ?? ClientSettings.standard(name).flatMap { $0.isEmpty ? nil : $0 } ?? "x"
    let written = "\(name): '\(value.replacing("'", with: "''"))'"
    let errors = Self.found([written]).filter { $0.severity == .error }
    if Self.refused.contains(name) {
      let isUsual = ["allow.auto.create.topics"].contains(name)
      #expect(errors.map(\.code) == (isUsual ? [] : [.refusedProperty]), "\(Self.described([written]))")
    } else if KnownProperty.all[name]?.isCallback == true || Self.withoutSupport.contains(name) {
      for error in errors { #expect(error.code == .refusedByLibrdkafka && !error.message.isEmpty) }
    } else {
      #expect(errors.isEmpty, "\(Self.described([written]))")
    }
  }
}
