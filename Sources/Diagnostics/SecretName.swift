/// The names whose values must not be shown: of environment variables, of the scenario's variables, of paths in it, and of
/// the client's properties. The only rule of this kind.
package enum SecretName {
  private static let parts = [
    "PASSWORD", "PASSWD", "SECRET", "TOKEN", "PASSPHRASE", "CREDENTIAL", "PRIVATE_KEY", "API_KEY", "_PW",
    // Librdkafka's: a key, and a list that can hold a secret.
    "SSL_KEY_PEM", "SASL_OAUTHBEARER_CONFIG",
  ]
  /// Librdkafka's names that say where a secret is, or whose it is.
  private static let harmless = ["TOKEN_ENDPOINT_URL", "PRIVATE_KEY_FILE", "CLIENT_CREDENTIALS_CLIENT_ID"]

  /// True for `DB_PASSWORD`, `sasl.password`, `identities.alice.token` and the like.
  package static func matches(_ name: String) -> Bool {
    var name = String(name.uppercased().map { $0 == "." || $0 == "-" ? "_" : $0 })
    for word in harmless { name.replace(word, with: "") }
    if name == "PW" || name == "PASS" || name.hasSuffix("_PASS") { return true }
    return parts.contains { name.contains($0) }
  }
}
