import Kafka
import Load
import Testing

@Suite struct ClientProfileTests {
  private static func profile(_ written: KeyValuePairs<String, String>, isEmbedded: Bool = false) -> ClientProfile {
    ClientProfile(bootstrap: ["a:1", "b:2"], isEmbedded: isEmbedded, written: Samples.properties(written))
  }

  /// Decision 13: acks below all or an explicit false switches idempotence off.
  @Test(
    arguments: [
      ("nothing", [:], "all", true), ("all", ["acks": "all"], "all", true),
      ("in capitals", ["acks": "ALL"], "all", true),
      ("as a number", ["acks": "-1"], "all", true), ("one", ["acks": "1"], "1", false),
      ("none", ["acks": "0"], "0", false), ("by its alias", ["request.required.acks": "1"], "1", false),
      ("of topics", ["topic.acks": "1"], "1", false),
      ("of topics, by its alias", ["topic.request.required.acks": "0"], "0", false),
      ("of topics, off", ["topic.acks": "all", "enable.idempotence": "f"], "all", false),
      ("the later of both", ["request.required.acks": "1", "acks": "all"], "all", true),
      ("the later of both, turned", ["acks": "all", "request.required.acks": "0"], "0", false),
      ("off", ["enable.idempotence": "false"], "all", false),
      ("off, as a number", ["enable.idempotence": "0"], "all", false),
      ("off, in capitals", ["enable.idempotence": "False"], "all", false),
      ("on", ["enable.idempotence": "true"], "all", true),
      ("on, but acks below all", ["enable.idempotence": "true", "acks": "1"], "1", false),
    ] as [(String, KeyValuePairs<String, String>, String, Bool)]
  ) func acksAndIdempotence(
    _ name: String, _ written: KeyValuePairs<String, String>, _ acks: String, _ isIdempotent: Bool
  ) throws {
    let profile = Self.profile(written)
    #expect(profile.acks == acks)
    #expect(profile.isIdempotent == isIdempotent)
    #expect(profile.producer["enable.idempotence"] == (isIdempotent ? "true" : "false"))
    // And librdkafka makes a client of it.
    let producer = try Producer(profile.producer, topic: "orders", headerName: "rehearse", capacity: 1)
    #expect(producer.handle.fatal == nil)
  }

  @Test func eachClientGetsItsOwnProperties() {
    let profile = Self.profile([
      "linger.ms": "7", "fetch.wait.max.ms": "11", "client.id": "mine", "no.such.property": "x",
      "socket.nagle.disable": "false",
    ])
    #expect(profile.producer["linger.ms"] == "7")
    #expect(profile.producer["fetch.wait.max.ms"] == nil)
    #expect(profile.reader["linger.ms"] == nil)
    #expect(profile.reader["fetch.wait.max.ms"] == "11")
    for settings in [profile.producer, profile.reader, profile.prober] {
      #expect(settings["client.id"] == "mine")
      #expect(settings["bootstrap.servers"] == "a:1,b:2")
      #expect(settings["socket.nagle.disable"] == "false")
      // Passed through, so that librdkafka refuses it.
      #expect(settings["no.such.property"] == "x")
    }
  }

  /// The verdict rests on these.
  @Test(arguments: [
    ("group.id", "rehearse"), ("enable.auto.commit", "false"), ("enable.auto.offset.store", "false"),
    ("enable.partition.eof", "true"), ("auto.offset.reset", "error"), ("isolation.level", "read_committed"),
    ("allow.auto.create.topics", "false"),
  ]) func theReadersOwnCannotBeOverridden(_ property: String, _ value: String) {
    #expect(Self.profile([:]).reader[property] == value)
    #expect(Self.profile([property: "other"]).reader[property] == value)
  }

  @Test func theEmbeddedBrokerIsAskedMoreOften() {
    #expect(Self.profile([:], isEmbedded: true).reader["fetch.wait.max.ms"] == "5")
    #expect(Self.profile([:]).reader["fetch.wait.max.ms"] == "50")
    #expect(Self.profile(["fetch.wait.max.ms": "9"], isEmbedded: true).reader["fetch.wait.max.ms"] == "9")
  }

  @Test(
    arguments: [
      ("nothing", [:], 100_000), ("stated", ["queue.buffering.max.messages": "10"], 10),
      ("without a limit", ["queue.buffering.max.messages": "0"], 1_000_000),
      ("more than is kept in mind", ["queue.buffering.max.messages": "9000000"], 1_000_000),
    ] as [(String, KeyValuePairs<String, String>, Int)]
  ) func queueCapacity(_ name: String, _ written: KeyValuePairs<String, String>, _ capacity: Int) {
    #expect(Self.profile(written).queueCapacity == capacity)
  }

  /// A batch above the topic's limit is rejected with every message in it.
  @Test(
    arguments: [
      ("the topic takes more than the client sends", [:], 1_048_588, nil), ("as much", [:], 1_000_000, nil),
      ("less", [:], 500_000, "495000"), ("very little", [:], 1, "1"), ("not known", [:], nil, nil),
      ("the scenario sets it", ["batch.size": "9000"], 2000, "9000"),
      ("the client takes no message of that size", ["message.max.bytes": "1000"], 2000, nil),
      ("the client takes larger messages", ["message.max.bytes": "5000000"], 500_000, "495000"),
    ] as [(String, KeyValuePairs<String, String>, Int?, String?)]
  ) func batchesAreKeptBelowTheTopicsLimit(
    _ name: String, _ written: KeyValuePairs<String, String>, _ limit: Int?, _ size: String?
  ) {
    #expect(Self.profile(written).producer(batches: limit)["batch.size"] == size)
  }

  /// A `batch.size` of the scenario's that makes batches which the topic rejects.
  @Test(
    arguments: [
      ("above the limit", ["batch.size": "100000"], 1500, 100_000), ("as much", ["batch.size": "1500"], 1500, nil),
      ("not set", [:], 1500, nil), ("the limit is not known", ["batch.size": "100000"], nil, nil),
      ("the client takes no message of that size", ["batch.size": "100000", "message.max.bytes": "1000"], 1500, nil),
      ("each message is a batch", ["batch.size": "100000", "batch.num.messages": "1"], 1500, nil),
    ] as [(String, KeyValuePairs<String, String>, Int?, Int?)]
  ) func batchesThatAreAboveTheTopicsLimit(
    _ name: String, _ written: KeyValuePairs<String, String>, _ limit: Int?, _ size: Int?
  ) {
    #expect(Self.profile(written).batchSize(above: limit) == size)
  }

  @Test func whatReportsSayOfIt() {
    let silent = Self.profile([:])
    #expect((silent.compression, silent.linger, silent.securityProtocol) == ("none", 5, "plaintext"))
    let stated = Self.profile([
      "compression.codec": "lz4", "queue.buffering.max.ms": "0.5", "security.protocol": "SASL_SSL",
    ])
    #expect((stated.compression, stated.linger, stated.securityProtocol) == ("lz4", 0.5, "sasl_ssl"))
  }
}
