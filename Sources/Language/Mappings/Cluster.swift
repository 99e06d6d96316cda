internal import Diagnostics
internal import Scenarios

/// Keys of `cluster`.
enum ClusterKeys {
  static let brokers = Key(
    "brokers", .brokers,
    """
    Addresses of the cluster: `host:port`, separated by commas. The word `embedded` means the broker \
    inside the program, and cannot come from a variable.
    """,
    examples: ["\"localhost:9092\"", "embedded"], required: true
  ) { $0.brokers($1) }

  static let auth = Key(
    "auth", IdentityKeys.kind, "Credentials for the cluster, unless a stage has its own.",
    default: .value("none"), examples: ["loader"]
  ) { $0.authentication($1) }

  static let tls = Key(
    "tls", .trueOr(TLSKeys.table), "Encrypts the connections; `true` trusts the system's certificate authorities.",
    examples: ["true"]
  ) { $0.encryption($1) }

  static let librdkafka = Key(
    "librdkafka", .properties,
    "Properties of librdkafka, by their own names and in their own units, for producers and readers.",
    examples: ["{linger.ms: 5, compression.type: lz4}"]
  ) { $0.properties($1) }

  static let table = KeyTable(
    name: "cluster", title: "A cluster", summary: "The cluster that messages are sent to and read from.",
    rows: [brokers.row, auth.row, tls.row, librdkafka.row],
    example: MappingExample(
      in: "scenario", "cluster:\n  brokers: ${KAFKA_BROKERS:-localhost:9092}\n  librdkafka: {linger.ms: 5}"),
    advice: ClientProperties.advice)
}

/// The result of reading `cluster`.
struct ClusterReading {
  /// Nil if it cannot be used, which was reported.
  var cluster: Cluster?
  /// The client's properties as far as they were read.
  var properties: [ClientProperty] = []
  var authentication = Setting<Authentication>.faulty
}

extension ValueReader {
  /// The cluster, with as much as could be read if it cannot be used.
  mutating func cluster(_ scenario: Fields, _ identities: Declarations<WrittenIdentity>?) -> ClusterReading {
    guard let pair = scenario["cluster"] else {
      if scenario.lacks("cluster") {
        missing("cluster", in: "", at: scenario.headRange, remedy: "for example \"cluster: {brokers: embedded}\"")
      }
      return ClusterReading()
    }
    guard
      let fields = fields(
        of: pair.value, named: "cluster", in: " in cluster", as: ClusterKeys.table, headRange: pair.key.range)
    else { return ClusterReading() }
    if fields.lacks("brokers") {
      missing("brokers", in: " in cluster", at: fields.headRange, remedy: "write host:port, or embedded")
    }
    let brokers = setting(ClusterKeys.brokers, fields)
    var reading = ClusterReading(properties: setting(ClusterKeys.librdkafka, fields).value ?? [])
    reading.authentication = setting(ClusterKeys.auth, fields)
    hold(reading.authentication, against: identities)
    holdForKafka(reading.authentication, among: identities)
    let encryption = setting(ClusterKeys.tls, fields)
    if case .given(let value, let range) = brokers {
      reading.cluster = Cluster(
        brokers: value, brokersRange: range, encryption: encryption.value, librdkafka: reading.properties)
    }
    return reading
  }
}
