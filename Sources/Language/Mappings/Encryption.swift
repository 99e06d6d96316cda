internal import Diagnostics
internal import Scenarios

/// Keys of `tls`, and how it is read.
enum TLSKeys {
  static let truststore = Key(
    "truststore", .path, "Trusted certificate authorities: a file in PEM, PKCS #12 or JKS.",
    default: .described("the system's certificate authorities"), examples: ["certs/truststore.jks"]
  ) { $0.path($1) }

  static let truststorePassword = Key(
    "truststore_password", SecretKeys.kind, "Password of the truststore.", examples: ["{env: TRUST_PW}"]
  ) { $0.secret($1) }

  static let verify = Key(
    "verify", .boolean, "Checks the brokers' certificates. Every report says so if this is `false`.",
    examples: ["false"]
  ) { $0.boolean($1) }.defaulting(to: true)

  static let table = KeyTable(
    name: "tls", title: "Encryption", summary: "`tls: true`, or a mapping of these keys.",
    rows: [truststore.row, truststorePassword.row, verify.row],
    example: MappingExample(
      in: "cluster", "tls: {truststore: certs/truststore.jks, truststore_password: {env: TRUST_PW}}"))
}

extension ValueReader {
  /// `true`, or a mapping.
  mutating func encryption(_ pair: YAMLPair) -> Encryption? {
    guard case .mapping = pair.value.content else {
      guard let isOn = boolean(pair) else { return nil }
      if isOn { return Encryption() }
      badValue(pair, nil, QuantityError(reason: "is the default", remedy: "remove it"))
      return nil
    }
    guard let fields = fields(of: pair.value, named: "tls", in: " in tls", as: TLSKeys.table) else { return nil }
    return Encryption(
      truststore: setting(TLSKeys.truststore, fields).value,
      truststorePassword: setting(TLSKeys.truststorePassword, fields).value,
      verifies: value(TLSKeys.verify, fields))
  }
}
