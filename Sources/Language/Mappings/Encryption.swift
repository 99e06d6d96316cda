internal import Diagnostics
internal import Scenarios

/// Keys of `tls`, and how it is read.
enum TLSKeys {
  static let truststore = Key(
    "truststore", .path, "Trusted certificate authorities: a file in PEM, PKCS #12 or JKS.",
    default: .described("the system's certificate authorities"), examples: ["certs/truststore.jks"]
  ) { $0.storeFile($1) }

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
    rules: [.needs(["truststore"], by: "truststore_password")],
    example: MappingExample(
      in: "cluster", "tls: {truststore: certs/truststore.jks, truststore_password: {env: TRUST_PW}}"))
}

extension ValueReader {
  /// `true`, or a mapping.
  mutating func encryption(_ pair: YAMLPair, of others: String = "brokers") -> Encryption? {
    guard case .mapping = pair.value.content else {
      guard let isOn = boolean(pair) else { return nil }
      if isOn { return Encryption(range: pair.value.range) }
      badValue(pair, nil, QuantityError(reason: "is the default", remedy: "remove it"))
      return nil
    }
    return encryptionMapping(pair, of: others)
  }

  /// `true`, `false`, or a mapping: an identity's listener may be without encryption where the cluster's has it.
  mutating func transport(_ pair: YAMLPair) -> ClientIdentity.Transport? {
    guard case .mapping = pair.value.content else {
      return boolean(pair).map { $0 ? .encrypted(Encryption(range: pair.value.range)) : .plain }
    }
    return encryptionMapping(pair).map(ClientIdentity.Transport.encrypted)
  }

  private mutating func encryptionMapping(_ pair: YAMLPair, of others: String = "brokers") -> Encryption? {
    guard let fields = fields(of: pair.value, named: "tls", in: " in tls", as: TLSKeys.table) else { return nil }
    let encryption = Encryption(
      truststore: setting(TLSKeys.truststore, fields).value,
      truststorePassword: setting(TLSKeys.truststorePassword, fields).value,
      verifies: value(TLSKeys.verify, fields), range: pair.value.range)
    if encryption.truststore == nil, fields.lacks("truststore"), let password = fields["truststore_password"] {
      missing("truststore", in: " in tls", at: password.key.range, remedy: "name the file that the password is of")
    }
    if !encryption.verifies, let pair = fields["verify"] {
      report(
        Diagnostic(
          .warning, code: .unverified, "the certificates of \(others) are not checked: anyone can pose as one",
          at: pair.value.range, remedy: "name their authority: truststore: ca.pem"))
    }
    return encryption
  }

  /// The path of a file of certificates or keys.
  mutating func storeFile(_ pair: YAMLPair) -> StoreFile? {
    path(pair).map { StoreFile($0, range: pair.value.range) }
  }
}
