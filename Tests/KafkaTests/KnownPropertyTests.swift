import Kafka
import Testing

/// librdkafka's own table of properties.
@Suite struct KnownPropertyTests {
  @Test(
    arguments: [
      ("linger.ms", .producer), ("queue.buffering.max.ms", .producer), ("acks", .producer),
      ("request.required.acks", .producer), ("enable.idempotence", .producer), ("compression.type", .producer),
      ("fetch.wait.max.ms", .consumer), ("isolation.level", .consumer), ("queued.min.messages", .consumer),
      ("auto.offset.reset", .consumer), ("client.id", .both), ("sasl.password", .both),
      ("socket.nagle.disable", .both), ("no.such.property", nil), ("Property", nil),
      ("topic.acks", .producer), ("topic.no.such", nil), ("topic.metadata.refresh.sparse", .both),
    ] as [(String, PropertyScope?)]
  ) func theClientsThatAPropertyIsFor(_ property: String, _ scope: PropertyScope?) {
    #expect(KnownProperty.of(property)?.scope == scope)
  }

  @Test(arguments: [
    ("acks", "request.required.acks"), ("topic.acks", "request.required.acks"),
    ("topic.request.required.acks", "request.required.acks"), ("linger.ms", "queue.buffering.max.ms"),
    ("delivery.timeout.ms", "message.timeout.ms"), ("max.in.flight", "max.in.flight.requests.per.connection"),
    ("compression.type", "compression.codec"), ("client.id", "client.id"), ("no.such", "no.such"),
  ])
  func allSpellingsAreOne(_ name: String, _ original: String) {
    #expect(KnownProperty.original(of: name) == original)
  }

  @Test(
    arguments: [
      ("linger.ms", "5ms", "5"), ("linger.ms", "5 s", "5000"), ("linger.ms", "500us", "0.5"),
      ("message.max.bytes", "10MB", "10000000"), ("message.max.bytes", "1e6", "1000000"),
      ("message.max.bytes", "1_000_000", "1000000"), ("message.max.bytes", "1,000,000", "1000000"),
      ("queue.buffering.max.kbytes", "1GB", "976562"), ("retries", "3.5", "3"), ("linger.ms", "1.5s", "1500"),
      ("batch.size", "64KiB", "65536"), ("queue.buffering.max.kbytes", "1GiB", "1048576"),
      ("batch.num.messages", "10k", "10000"), ("batch.num.messages", "5ms", nil), ("linger.ms", "5MB", nil),
      ("linger.ms", "5 parsecs", nil), ("batch.size", "1e999", nil),
    ] as [(String, String, String?)])
  func theNumberThatIsMeant(_ property: String, _ value: String, _ number: String?) {
    #expect(PlainNumber.meant(by: value, of: property) == number)
  }
}

/// Names of Kafka's Java clients.
@Suite struct JavaPropertyTests {
  /// All names of `ProducerConfig`, `ConsumerConfig` and `AdminClientConfig` of Apache Kafka 4.3.1 that librdkafka 2.0.2 lacks.
  private static let names = [
    "bootstrap.controllers", "buffer.memory", "client.dns.lookup", "compression.gzip.level", "compression.lz4.level",
    "compression.zstd.level", "config.providers", "default.api.timeout.ms", "enable.metrics.push",
    "exclude.internal.topics", "fetch.max.wait.ms", "group.protocol", "group.remote.assignor", "interceptor.classes",
    "internal.throw.on.fetch.stable.offset.unsupported", "key.deserializer", "key.serializer", "max.block.ms",
    "max.poll.records", "max.request.size", "metadata.max.idle.ms", "metadata.recovery.rebootstrap.trigger.ms",
    "metadata.recovery.strategy", "metric.reporters", "metrics.num.samples", "metrics.recording.level",
    "metrics.sample.window.ms", "partitioner.adaptive.partitioning.enable", "partitioner.availability.timeout.ms",
    "partitioner.class", "partitioner.ignore.keys", "receive.buffer.bytes", "retry.backoff.max.ms",
    "sasl.client.callback.handler.class", "sasl.jaas.config", "sasl.kerberos.ticket.renew.jitter",
    "sasl.kerberos.ticket.renew.window.factor", "sasl.login.callback.handler.class", "sasl.login.class",
    "sasl.login.connect.timeout.ms", "sasl.login.read.timeout.ms", "sasl.login.refresh.buffer.seconds",
    "sasl.login.refresh.min.period.seconds", "sasl.login.refresh.window.factor", "sasl.login.refresh.window.jitter",
    "sasl.login.retry.backoff.max.ms", "sasl.login.retry.backoff.ms", "sasl.oauthbearer.assertion.algorithm",
    "sasl.oauthbearer.assertion.claim.aud", "sasl.oauthbearer.assertion.claim.exp.seconds",
    "sasl.oauthbearer.assertion.claim.iss", "sasl.oauthbearer.assertion.claim.jti.include",
    "sasl.oauthbearer.assertion.claim.nbf.seconds", "sasl.oauthbearer.assertion.claim.sub",
    "sasl.oauthbearer.assertion.file", "sasl.oauthbearer.assertion.private.key.file",
    "sasl.oauthbearer.assertion.private.key.passphrase", "sasl.oauthbearer.assertion.template.file",
    "sasl.oauthbearer.client.credentials.client.id", "sasl.oauthbearer.client.credentials.client.secret",
    "sasl.oauthbearer.clock.skew.seconds", "sasl.oauthbearer.expected.audience", "sasl.oauthbearer.expected.issuer",
    "sasl.oauthbearer.header.urlencode", "sasl.oauthbearer.jwks.endpoint.refresh.ms",
    "sasl.oauthbearer.jwks.endpoint.retry.backoff.max.ms", "sasl.oauthbearer.jwks.endpoint.retry.backoff.ms",
    "sasl.oauthbearer.jwks.endpoint.url", "sasl.oauthbearer.jwt.retriever.class",
    "sasl.oauthbearer.jwt.validator.class", "sasl.oauthbearer.scope.claim.name", "sasl.oauthbearer.sub.claim.name",
    "security.providers", "send.buffer.bytes", "share.acknowledgement.mode", "share.acquire.mode",
    "socket.connection.setup.timeout.max.ms", "ssl.enabled.protocols", "ssl.engine.factory.class",
    "ssl.keymanager.algorithm", "ssl.keystore.certificate.chain", "ssl.keystore.key", "ssl.keystore.type",
    "ssl.protocol", "ssl.provider", "ssl.secure.random.implementation", "ssl.trustmanager.algorithm",
    "ssl.truststore.certificates", "ssl.truststore.location", "ssl.truststore.password", "ssl.truststore.type",
    "transaction.two.phase.commit.enable", "value.deserializer", "value.serializer",
  ]

  @Test(arguments: names) func haveAnAdvice(_ name: String) throws {
    let advice = try #require(JavaProperty.advice(on: name, value: "7"))
    #expect(!advice.why.isEmpty)
    // Whatever it says to write is one of librdkafka's, or of the language's own.
    let words = advice.instead.split { !($0.isLetter || $0.isNumber || $0 == ".") }.map(String.init)
    let properties = words.filter { $0.contains(".") && $0.last != "." && !$0.hasPrefix("cluster.") }
    for property in properties {
      #expect(KnownProperty.of(property) != nil, "\(advice.instead)")
      #expect(ClientSettings.fault(name: property, value: "x", isSecret: false)?.kind != .unknownName)
    }
  }

  @Test(arguments: [
    ("buffer.memory", "33554432", "write queue.buffering.max.kbytes: 32768"),
    ("max.request.size", "2000000", "write message.max.bytes: 2000000"),
    ("fetch.max.wait.ms", "9", "write fetch.wait.max.ms: 9"),
    ("default.api.timeout.ms", "9000", "write socket.timeout.ms: 9000"),
    ("key.serializer", "x", "remove it"),
    ("partitioner.class", "x", "write partition: by-key, sticky or round-robin in the stage"),
    ("ssl.truststore.location", "a.jks", "write ssl.ca.location"),
  ])
  func theTextToWrite(_ name: String, _ value: String, _ instead: String) {
    #expect(JavaProperty.advice(on: name, value: value)?.instead == instead)
  }

  @Test func othersHaveNone() {
    #expect(JavaProperty.advice(on: "linger_ms", value: nil) == nil)
  }
}
