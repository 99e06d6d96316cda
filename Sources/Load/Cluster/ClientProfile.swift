package import Kafka
package import Scenarios

/// The settings of the clients of a run: the scenario's properties over the defaults.
package struct ClientProfile: Sendable {
  package let bootstrap: [String]
  package let isEmbedded: Bool
  private let written: [ClientProperty]
  private let access: AccessSettings
  /// The settings of a stage's producers beside its properties.
  private let client: StageClient

  package init(
    bootstrap: [String], isEmbedded: Bool, written: [ClientProperty], access: AccessSettings = AccessSettings(),
    client: StageClient = StageClient()
  ) {
    self.bootstrap = bootstrap
    self.isEmbedded = isEmbedded
    let own = Set(client.properties.map { KnownProperty.original(of: $0.name) })
    self.written = written.filter { !own.contains(KnownProperty.original(of: $0.name)) } + client.properties
    self.access = access
    self.client = client
  }

  /// The same at another address.
  func at(_ address: String) -> ClientProfile {
    ClientProfile(bootstrap: [address], isEmbedded: isEmbedded, written: written, access: access, client: client)
  }

  /// The settings of the producers of a stage: its own take the place of these.
  package func with(_ client: StageClient) -> ClientProfile {
    ClientProfile(bootstrap: bootstrap, isEmbedded: isEmbedded, written: written, access: access, client: client)
  }

  private func settings(for scope: PropertyScope) -> ClientSettings {
    var settings = ClientSettings()
    if !bootstrap.isEmpty { settings["bootstrap.servers"] = bootstrap.joined(separator: ",") }
    settings["client.id"] = "rehearse"
    settings["log.queue"] = "true"
    // With Nagle's algorithm, the default before 2.10, answers wait for up to 40 ms.
    settings["socket.nagle.disable"] = "true"
    // A broker that accepts and never answers is found out after 5 s rather than 30.
    settings["socket.connection.setup.timeout.ms"] = "5000"
    // With the default of 10 s a message's own timeout is noticed that late as well (librdkafka 2.0.2).
    settings["reconnect.backoff.max.ms"] = "500"
    settings["topic.metadata.propagation.max.ms"] = "5000"
    // Once a second, as `timeseries.csv` has its rows; a scenario may choose another time, or none.
    settings["statistics.interval.ms"] = "1000"
    for property in written {
      switch KnownProperty.of(property.name)?.scope ?? .both {
      case .both: settings[property.name] = property.value
      case .producer where scope == .producer: settings[property.name] = property.value
      case .consumer where scope == .consumer: settings[property.name] = property.value
      case .producer, .consumer: break
      }
    }
    for property in written where property.isSecret { settings.hide(property.name) }
    if bootstrap.isEmpty { disarm(&settings) }
    return access.applied(to: settings)
  }

  /// Without brokers a client is only tried: the command that fetches a ticket is checked and not run, and no token is fetched.
  private func disarm(_ settings: inout ClientSettings) {
    let kinit = "sasl.kerberos.kinit.cmd"
    settings[kinit] = (value(kinit) ?? ClientSettings.standard(kinit)).map { "exit 0; \($0)" }
    let endpoint = "sasl.oauthbearer.token.endpoint.url"
    if value(endpoint) != nil || value("sasl.oauthbearer.metadata.authentication.type") != nil {
      settings[endpoint] = "none://"
    }
  }

  package var prober: ClientSettings {
    var settings = settings(for: .consumer)
    // A request to a broker that has stopped holds its connection for this long, 60 s by default; the next question is then
    // put to another broker.
    settings["socket.timeout.ms"] = "3000"
    // It is not taken from the queue of this client.
    settings["statistics.interval.ms"] = nil
    return settings
  }

  package var producer: ClientSettings { producer(transactionalID: "rehearse") }

  /// - Parameter transactionalID: The name of the producer's transactions, if it has any.
  private func producer(transactionalID: String) -> ClientSettings {
    var settings = settings(for: .producer)
    settings["enable.idempotence"] = isIdempotent ? "true" : "false"
    guard client.transactions != nil else { return settings }
    settings["transactional.id"] = transactionalID
    // A message must not outlive its transaction, which a broker aborts by itself after this time.
    settings["transaction.timeout.ms"] = String(transactionTimeout)
    if value("message.timeout.ms") == nil { settings["message.timeout.ms"] = String(transactionTimeout) }
    return settings
  }

  /// The milliseconds after which a broker aborts an open transaction: as written, at most a minute, since it holds readers back
  /// for as long once its producer is gone.
  package var transactionTimeout: Int {
    min(value("transaction.timeout.ms").flatMap { Int($0) } ?? Self.longestTransaction, Self.longestTransaction)
  }

  private static let longestTransaction = 60_000

  /// The producer's settings for a topic that takes batches of at most `limit` bytes: the client neither splits one that is
  /// larger nor sends it again, and each message of it would be rejected.
  package func producer(batches limit: Int?, transactionalID: String = "rehearse") -> ClientSettings {
    var settings = producer(transactionalID: transactionalID)
    if let size = batchSize(below: limit) { settings["batch.size"] = String(size) }
    return settings
  }

  /// The `batch.size` with which no batch exceeds `limit`; nil where the client's own limit is below it, or the scenario sets it.
  func batchSize(below limit: Int?) -> Int? {
    guard let limit, value("batch.size") == nil else { return nil }
    guard limit < min(mostMessageBytes, Self.defaultBatchSize) else { return nil }
    // The client counts its request's framing into the size, uncompressed, so the limit itself was small enough (2.0.2 and
    // 2.16); the rest is for a broker that compresses anew.
    return max(limit - limit / 100, 1)
  }

  /// The scenario's `batch.size` where the client makes batches that exceed `limit` with it: each would be rejected with every
  /// message in it. Nil where it does not, or the scenario does not set it.
  package func batchSize(above limit: Int?) -> Int? {
    guard let limit, let stated = value("batch.size").flatMap({ Int($0) }) else { return nil }
    let isOneMessage = value("batch.num.messages") == "1"
    return min(stated, mostMessageBytes) > limit && !isOneMessage ? stated : nil
  }

  private static let defaultBatchSize = 1_000_000

  package func reader(_ isolation: Verify.Isolation) -> ClientSettings {
    var settings = reader
    settings["isolation.level"] = isolation.rawValue
    return settings
  }

  /// With `read_committed`.
  package var reader: ClientSettings {
    var settings = settings(for: .consumer)
    settings["group.id"] = "rehearse"
    settings["enable.auto.commit"] = "false"
    settings["enable.auto.offset.store"] = "false"
    settings["enable.partition.eof"] = "true"
    settings["auto.offset.reset"] = "error"
    settings["isolation.level"] = "read_committed"
    settings["allow.auto.create.topics"] = "false"
    // Without it a bit that flips on the way would be taken for a difference in the topic.
    settings["check.crcs"] = "true"
    // The mock answers a fetch without records only when this time is over, even if records came in meanwhile. A broker answers at once
    // when there are some; a shorter time than 50 ms would cost it processor time while nothing comes in.
    settings["fetch.wait.max.ms"] = settings["fetch.wait.max.ms"] ?? (isEmbedded ? "5" : "50")
    if settings["queued.min.messages"] == nil, settings["fetch.queue.backoff.ms"] == nil {
      if ClientLibrary.number >= 0x0202_0000 {
        settings["fetch.queue.backoff.ms"] = "10"
      } else {
        // Before 2.2 a reader whose queue was full looks again after a whole second: a long queue keeps it busy.
        settings["queued.min.messages"] = "1000000"
      }
    }
    return settings
  }

  /// The property that is in force of those written, by any of its names.
  private func property(_ name: String) -> ClientProperty? {
    let original = KnownProperty.original(of: name)
    return written.last { KnownProperty.original(of: $0.name) == original }
  }

  private func value(_ name: String) -> String? { property(name)?.value }

  /// The acks that the producers run with.
  package var acks: String {
    let stated = value("acks") ?? "all"
    return stated.lowercased() == "all" || Int(stated) == -1 ? "all" : stated
  }

  /// False where the clients are set not to report connections that are closed, by errors or by their statistics.
  var reportsCloses: Bool {
    let hasStatistics = (1...1000).contains(value("statistics.interval.ms").map { Int($0) ?? 0 } ?? 1000)
    return hasStatistics && !["false", "f", "0"].contains(value("log.connection.close")?.lowercased() ?? "true")
  }

  /// `acks` below all or `enable.idempotence: false` switches the default idempotence off.
  package var isIdempotent: Bool { client.isIdempotent ?? (acks == "all" && !isIdempotenceRefused) }

  /// The transactions of a stage's producers; nil without.
  package var transactions: Transactions? { client.transactions }

  /// True for the words that librdkafka reads as false.
  private var isIdempotenceRefused: Bool {
    ["false", "f", "0"].contains(value("enable.idempotence")?.lowercased() ?? "true")
  }

  /// The two properties that contradict each other: idempotence is asked for, and acks are below all. Nil where they do not.
  package var contradiction: (acks: ClientProperty, idempotence: ClientProperty)? {
    guard let idempotence = property("enable.idempotence"), let stated = property("acks") else { return nil }
    return isIdempotenceRefused || acks == "all" ? nil : (stated, idempotence)
  }

  /// The property that contradicts `client: {idempotent: true}`: acks below all, or idempotence that is switched off.
  package var contradictionOfTrait: ClientProperty? {
    guard client.isIdempotent == true else { return nil }
    if acks != "all" { return property("acks") }
    return isIdempotenceRefused ? property("enable.idempotence") : nil
  }

  package var compression: String { value("compression.type") ?? "none" }
  /// Milliseconds; librdkafka's default is 5.
  package var linger: Double { value("linger.ms").flatMap { Double($0) } ?? 5 }
  package var securityProtocol: String {
    access.securityProtocol?.rawValue.lowercased() ?? value("security.protocol")?.lowercased() ?? "plaintext"
  }

  /// The login and encryption that its clients offer.
  var offer: OfferedAccess {
    OfferedAccess(
      mechanism: access.properties.first { $0.name == "sasl.mechanisms" }?.value,
      isEncrypted: access.securityProtocol?.isEncrypted ?? false)
  }

  /// True where properties of librdkafka say how its connections are protected.
  var isProtectedByProperties: Bool {
    access.securityProtocol == nil && (value("security.protocol")?.lowercased() ?? "plaintext") != "plaintext"
  }

  /// True where the certificates of brokers are not checked.
  package var isUnverified: Bool {
    let settings = settings(for: .producer)
    guard ["ssl", "sasl_ssl"].contains(securityProtocol) else { return false }
    let isOff = ["false", "f", "0"].contains(settings["enable.ssl.certificate.verification"]?.lowercased() ?? "true")
    return isOff || settings["ssl.endpoint.identification.algorithm"]?.lowercased() == "none"
  }
  /// The greatest `RecordSize.atClient` that the client takes.
  package var mostMessageBytes: Int {
    value("message.max.bytes").flatMap { Int($0) } ?? RecordSize.usualClientLimit
  }
  /// Messages that the client's queue takes.
  package var queueCapacity: Int {
    let stated = value("queue.buffering.max.messages").flatMap { Int($0) } ?? 100_000
    return stated > 0 ? min(stated, 1_000_000) : 1_000_000
  }
}
