internal import Scenarios

/// Keys of `cluster`.
enum ClusterKeys {
  static let brokers = Key(
    "brokers", .brokers,
    """
    Where the cluster is found: `host:port`, several with a comma between them. The word `embedded` is the broker \
    inside the program, and is never taken from a variable.
    """,
    examples: ["\"localhost:9092\"", "embedded"], required: true
  ) { $0.brokers($1) }

  static let auth = Key(
    "auth", identity(of: "the cluster"), "As whom the cluster is spoken to, unless a stage says otherwise.",
    default: .value("none"), examples: ["loader"], later: true
  ) { $0.authentication($1) }

  static let tls = Key(
    "tls", .trueOr(TLSKeys.table), "Encrypts the connections: `true` trusts the system's authorities.",
    examples: ["true"],
    later: true
  ) { $0.encryption($1) }

  static let librdkafka = Key(
    "librdkafka", .properties,
    "Properties of the client, by their own names and in their own units, for producers and readers alike.",
    examples: ["{linger.ms: 5, compression.type: lz4}"]
  ) { $0.properties($1) }

  static let table = KeyTable(
    name: "cluster", title: "A cluster", summary: "Where messages are sent to and read from.",
    rows: [brokers.row, auth.row, tls.row, librdkafka.row],
    example: MappingExample(
      in: "scenario", "cluster:\n  brokers: ${KAFKA_BROKERS:-localhost:9092}\n  librdkafka: {linger.ms: 5}"),
    advice: ClientKeys.advice)

  /// An identity by its name, in place, or none.
  static func identity(of whom: String) -> Kind {
    .either([.words([Word("none", "\(whom) signs in as nobody")]), .reference(.identity), .mapping(IdentityKeys.table)])
  }
}

/// Keys of `tls`.
enum TLSKeys {
  static let truststore = Key(
    "truststore", .path, "The authorities that are trusted: a file in PEM, PKCS #12 or JKS.",
    default: .described("the system's authorities"), examples: ["certs/truststore.jks"]
  ) { $0.path($1) }

  static let truststorePassword = Key(
    "truststore_password", SecretKeys.kind, "Opens the truststore.", examples: ["{env: TRUST_PW}"]
  ) { $0.secret($1) }

  static let verify = Key(
    "verify", .boolean, "Whether the brokers' certificates are checked. `false` is said in every report.",
    examples: ["false"]
  ) { $0.boolean($1) }.defaulting(to: true)

  static let table = KeyTable(
    name: "tls", title: "Encryption", summary: "`tls: true`, or a mapping of these.",
    rows: [truststore.row, truststorePassword.row, verify.row],
    example: MappingExample(
      in: "cluster", "tls: {truststore: certs/truststore.jks, truststore_password: {env: TRUST_PW}}"))
}

/// Keys of an identity.
enum IdentityKeys {
  static let mechanism = Key(
    "mechanism",
    words: [
      Word("PLAIN", "user name and password"), Word("SCRAM-SHA-256", "a password that is never sent"),
      Word("SCRAM-SHA-512", "the same, stronger"), Word("OAUTHBEARER", "a token"), Word("none", "no login"),
    ],
    "How one signs in. An identity with a certificate can do without.", examples: ["SCRAM-SHA-512"]
  ) { $0 }

  static let username = Key("username", .text, "Who signs in.", examples: ["loader"]) { $0.text($1) }

  static let password = Key(
    "password", SecretKeys.kind, "The password: where it is found, not what it is.",
    examples: ["{env: LOADER_PASSWORD}"]
  ) { $0.secret($1) }

  static let token = Key(
    "token", SecretKeys.kind, "The token of OAUTHBEARER.", examples: [#"{command: "cat token.jwt"}"#]
  ) { $0.secret($1) }

  static let brokers = Key(
    "brokers", .brokers, "A listener of its own.", default: .described("the cluster's"), examples: ["\"kafka:9093\""]
  ) { $0.brokers($1) }

  static let tls = Key(
    "tls", .trueOr(TLSKeys.table), "Encryption of its own.", default: .described("the cluster's"), examples: ["true"]
  ) { $0.encryption($1) }

  static let certificate = Key(
    "certificate", .path, "The client's certificate in PEM.", examples: ["certs/client.pem"]
  ) { $0.path($1) }

  static let key = Key("key", .path, "The certificate's key in PEM.", examples: ["certs/client.key"]) { $0.path($1) }

  static let keyPassword = Key(
    "key_password", SecretKeys.kind, "Opens the key.", examples: ["{env: KEY_PW}"]
  ) { $0.secret($1) }

  static let keystore = Key(
    "keystore", .path, "Certificate and key in one file: PKCS #12 or JKS.", examples: ["certs/client.p12"]
  ) { $0.path($1) }

  static let keystorePassword = Key(
    "keystore_password", SecretKeys.kind, "Opens the keystore.", examples: ["{env: KEYSTORE_PW}"]
  ) { $0.secret($1) }

  static let extends = Key(
    "extends", .reference(.identity), "Takes over the keys of another identity, or of a block `x-NAME`.",
    examples: ["loader"]
  ) { $0.text($1) }

  /// The keys that mechanisms need.
  static let needs: [(mechanisms: [ClientIdentity.Mechanism], keys: [String])] = [
    ([.plain, .scramSHA256, .scramSHA512], ["username", "password"]), ([.oauthBearer], ["token"]),
  ]

  static let table = KeyTable(
    name: "identity", title: "An identity", summary: "As whom one signs in to the brokers.",
    rows: [
      mechanism.row, username.row, password.row, token.row, brokers.row, tls.row, certificate.row, key.row,
      keyPassword.row, keystore.row, keystorePassword.row, extends.row,
    ],
    rules: needs.map { KeyRule.needs($0.keys, by: mechanism.name, words: $0.mechanisms.map(\.rawValue)) } + [
      KeyRule.exclusive(["certificate", "key"], "keystore"), KeyRule.needs(["key"], by: "certificate"),
      KeyRule.required("mechanism", unless: ["certificate", "keystore"]),
    ],
    example: MappingExample(
      in: "scenario",
      """
      identities:
        loader: {mechanism: SCRAM-SHA-512, username: loader, password: {env: LOADER_PASSWORD}}
        machine: {certificate: certs/client.pem, key: certs/client.key}
      """))
}

/// Keys of a secret.
enum SecretKeys {
  /// `{env: …}`, `{file: …}`, `{command: …}`, or plain text.
  static let kind: Kind = .either([.mapping(SecretKeys.table), .text])

  static let env = Key("env", .text, "The environment variable that holds it.", examples: ["LOADER_PASSWORD"]) {
    $0.variableName($1)
  }

  static let file = Key("file", .path, "The file that holds it.", examples: ["/run/secrets/loader"]) { $0.path($1) }

  static let command = Key(
    "command", .text, "A command that prints it.", examples: ["\"vault kv get -field=password secret/kafka\""]
  ) { $0.text($1) }

  static let table = KeyTable(
    name: "secret", title: "A secret",
    summary: "Where a secret is found: one of these. Plain text works, with a warning.",
    rows: [env.row, file.row, command.row],
    rules: [.oneKey], isReplacedWhole: true,
    example: MappingExample(in: "identity", "password: {file: /run/secrets/loader}"))
}
