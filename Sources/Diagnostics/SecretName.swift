/// The names whose values must not be shown: of environment variables, of the scenario's variables, of paths and keys in it, and
/// of the client's properties. The only rule of this kind.
package enum SecretName {
  private static let parts = [
    "PASSWORD", "PASSWD", "SECRET", "TOKEN", "PASSPHRASE", "CREDENTIAL", "PRIVATE_KEY", "API_KEY", "APIKEY",
    "ACCESS_KEY",
    "ACCESSKEY", "_PW", "AUTHORIZATION", "USERINFO", "USER_INFO",
    // Librdkafka's and Java's: a key, and lists that can hold a secret.
    "SSL_KEY_PEM", "KEYSTORE_KEY", "SASL_OAUTHBEARER_CONFIG", "JAAS",
  ]
  /// Librdkafka's names that say where a secret is, or whose it is.
  private static let harmless = ["TOKEN_ENDPOINT_URL", "PRIVATE_KEY_FILE", "CLIENT_CREDENTIALS_CLIENT_ID"]

  /// True for `DB_PASSWORD`, `sasl.password`, `identities.alice.token` and the like, and for names that differ from such a one
  /// by a slip.
  package static func matches(_ name: String) -> Bool {
    var name = String(name.uppercased().map { $0 == "." || $0 == "-" ? "_" : $0 })
    for word in harmless { name.replace(word, with: "") }
    if name == "PW" || name == "PASS" || name.hasSuffix("_PASS") { return true }
    if parts.contains(where: name.contains) { return true }
    return name.split(separator: "_").contains(where: isMisspelt)
  }

  /// Words that are as near to a secret's as a slip is.
  private static let others: Set<String> = ["PASSPORT", "PASSPORTS", "SECRETE"]

  private static func isMisspelt(_ word: Substring) -> Bool {
    // The distance takes time; most words of a file are none of these.
    guard 5...13 ~= word.utf8.count, let first = word.first, "PSC".contains(first) else { return false }
    let word = String(word)
    return !others.contains(word)
      && (Suggestion.nearest(to: word, in: ["PASSWORD"], atMost: 2) != nil
        || Suggestion.nearest(to: word, in: ["SECRET", "PASSPHRASE", "CREDENTIALS"], atMost: 1) != nil)
  }

  // MARK: Properties

  /// Parts of names that may mean a secret where the name is that of a property: one that librdkafka does not know may be
  /// Java's, another client's or a slip, and its value is shown to no one.
  private static let suspicious = ["PASS", "KEY", "JAAS", "TOKEN", "CREDENTIAL", "SECRET", "USER.INFO", "PEM"]
  /// The properties of librdkafka and of Kafka's Java clients that have such a part and hold no secret.
  private static let known: Set<String> = [
    "ssl.key.location", "ssl.keystore.location", "ssl.keystore.type", "ssl.keystore.certificate.chain",
    "ssl.keymanager.algorithm", "ssl.certificate.pem", "ssl.ca.pem", "sasl.kerberos.keytab",
    "sasl.oauthbearer.token.endpoint.url", "sasl.oauthbearer.client.credentials.client.id",
    "sasl.oauthbearer.assertion.private.key.file", "key.serializer", "key.deserializer", "partitioner.ignore.keys",
  ]
  private static let secrets = [
    "sasl.password", "sasl.jaas.config", "sasl.oauthbearer.config", "sasl.oauthbearer.client.secret", "ssl.key.pem",
    "ssl.key.password", "ssl.keystore.key", "ssl.keystore.password", "ssl.truststore.password", "basic.auth.user.info",
  ]

  /// True for a property of a client whose value is or may be a secret.
  package static func matches(property name: String) -> Bool {
    if known.contains(name) { return false }
    if matches(name) { return true }
    let upper = String(name.uppercased().map { $0 == "_" || $0 == "-" ? "." : $0 })
    return suspicious.contains(where: upper.contains) || Suggestion.nearest(to: name, in: secrets, atMost: 2) != nil
  }

  /// True for a property whose name, or whose value, may be that of a secret: a key in PEM in the wrong place, or settings as
  /// one text.
  package static func matches(property name: String, value: String) -> Bool {
    matches(property: name) || value.firstRange(of: "PRIVATE KEY-----") != nil || SecretLines.areIn(value)
  }

  /// True for a key of a file: one with a dot is a property's.
  package static func matches(key name: String) -> Bool {
    name.contains(".") ? matches(property: name) : matches(name) || name.lowercased() == "pwd"
  }
}
