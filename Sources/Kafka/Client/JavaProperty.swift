/// Names that Kafka's Java clients have and librdkafka does not, with what to write instead. The names are those of
/// `ProducerConfig`, `ConsumerConfig` and `AdminClientConfig` of Apache Kafka 4.3.1 (Apache License 2.0).
package enum JavaProperty {
  /// The reason why it is refused, and the text to write; nil for a name that is not one of them. `value` is nil where it must
  /// not be shown.
  package static func advice(on name: String, value: String?) -> (why: String, instead: String)? {
    if let other = renamed[name] {
      var value = value
      // Java's is in bytes.
      if name == "buffer.memory" { value = value.flatMap { Int64($0) }.map { String(max($0 / 1024, 1)) } }
      if other.takesAnother { value = nil }
      // Java's range is wider.
      if let written = value, ClientSettings.fault(name: other.name, value: written, isSecret: true) != nil {
        value = nil
      }
      return (
        "is Java's: librdkafka calls it \"\(other.name)\"\(other.note)",
        "write \(other.name)\(value.map { ": \($0)" } ?? "")"
      )
    }
    if let reason = reasons[name] { return reason }
    return prefixes.first { name.hasPrefix($0.prefix) }.map { ($0.why, $0.instead) }
  }

  private static let renamed: [String: (name: String, note: String, takesAnother: Bool)] = [
    "buffer.memory": ("queue.buffering.max.kbytes", ", in kilobytes (1024 bytes)", false),
    "max.request.size": ("message.max.bytes", "", false),
    "fetch.max.wait.ms": ("fetch.wait.max.ms", "", false),
    "default.api.timeout.ms": ("socket.timeout.ms", "", false),
    "send.buffer.bytes": ("socket.send.buffer.bytes", "", false),
    "receive.buffer.bytes": ("socket.receive.buffer.bytes", "", false),
    "compression.gzip.level": ("compression.level", "", false),
    "compression.lz4.level": ("compression.level", "", false),
    "compression.zstd.level": ("compression.level", "", false),
    "metadata.max.idle.ms": ("metadata.max.age.ms", "", false),
    "socket.connection.setup.timeout.max.ms": ("socket.connection.setup.timeout.ms", "", false),
    "sasl.oauthbearer.client.credentials.client.id": ("sasl.oauthbearer.client.id", "", false),
    "sasl.oauthbearer.client.credentials.client.secret": ("sasl.oauthbearer.client.secret", "", false),
    "ssl.keystore.key": ("ssl.key.pem", "", true),
    "ssl.keystore.certificate.chain": ("ssl.certificate.pem", "", true),
    "ssl.truststore.location": ("ssl.ca.location", ", with certificates in PEM", true),
    "ssl.truststore.certificates": ("ssl.ca.pem", "", true),
    "ssl.engine.factory.class": ("ssl.engine.location", "", true),
    "ssl.provider": ("ssl.providers", "", true),
    "ssl.secure.random.implementation": ("ssl.providers", "", true),
    "security.providers": ("ssl.providers", "", true),
  ]

  private static let remove = "remove it"

  private static let reasons: [String: (why: String, instead: String)] = {
    var all: [String: (why: String, instead: String)] = [:]
    func put(_ names: [String], _ why: String, _ instead: String = remove) {
      for name in names { all[name] = (why, instead) }
    }
    put(
      ["key.serializer", "value.serializer", "key.deserializer", "value.deserializer"],
      "is Java's: keys and values are bytes here, as the template makes them")
    put(
      ["partitioner.class"], "is Java's: the partition is chosen by \"partition\" of the stage",
      "write partition: by-key, sticky or round-robin in the stage")
    put(
      [
        "partitioner.adaptive.partitioning.enable", "partitioner.availability.timeout.ms", "partitioner.ignore.keys",
      ], "is Java's: the partition is chosen by \"partition\" of the stage")
    put(
      ["max.block.ms"], "is Java's: a stage waits while the client's queue is full, until its at_most",
      "write at_most: in the stage")
    put(
      ["sasl.jaas.config"], "is Java's: librdkafka takes mechanism, user and password as properties of their own",
      "write sasl.mechanism, sasl.username and sasl.password")
    put(
      ["ssl.truststore.password"], "is Java's: certificates in PEM have no password",
      "write ssl.ca.location with a PEM file")
    put(
      ["ssl.truststore.type"], "is Java's: librdkafka takes trusted certificates in PEM",
      "write ssl.ca.location with a PEM file")
    put(["ssl.keystore.type"], "is Java's: librdkafka takes a keystore in PKCS #12 alone")
    put(
      ["ssl.protocol", "ssl.enabled.protocols", "ssl.keymanager.algorithm", "ssl.trustmanager.algorithm"],
      "is Java's: OpenSSL chooses it")
    put(["client.dns.lookup"], "is Java's: librdkafka tries every address of a host")
    put(
      ["bootstrap.controllers"], "is Java's: a run speaks to brokers", "write cluster.brokers")
    put(
      ["interceptor.classes", "metric.reporters", "config.providers", "auto.include.jmx.reporter"],
      "is Java's: it names Java classes")
    put(
      ["metrics.num.samples", "metrics.recording.level", "metrics.sample.window.ms", "enable.metrics.push"],
      "is Java's: the reports have the measurements")
    put(
      ["retry.backoff.max.ms"], "is not in this librdkafka, which waits the same time before each retry",
      "write retry.backoff.ms")
    put(
      ["metadata.recovery.strategy", "metadata.recovery.rebootstrap.trigger.ms"],
      "is not in this librdkafka, which keeps asking the brokers that it knows")
    put(
      ["max.poll.records"], "is Java's: the reader takes what was fetched", "write queued.min.messages, or remove it")
    put(
      ["group.protocol", "group.remote.assignor", "share.acknowledgement.mode", "share.acquire.mode"],
      "has no meaning here: the reader joins no group")
    put(
      ["exclude.internal.topics", "internal.throw.on.fetch.stable.offset.unsupported"],
      "is Java's: the reader is assigned the partitions of the scenario's topics")
    put(
      ["transaction.two.phase.commit.enable"], "is Java's: librdkafka commits in one step")
    return all
  }()

  private static let prefixes: [(prefix: String, why: String, instead: String)] = [
    ("sasl.login.", "is Java's: librdkafka renews a login by itself", remove),
    ("sasl.client.callback.", "is Java's: it names a Java class", remove),
    ("sasl.kerberos.ticket.", "is Java's: librdkafka runs sasl.kerberos.kinit.cmd", "write sasl.kerberos.kinit.cmd"),
    ("sasl.oauthbearer.", "is not in this librdkafka", remove),
  ]
}
