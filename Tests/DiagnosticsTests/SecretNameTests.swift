import Diagnostics
import Testing

/// One rule of names for variables, settings and properties.
@Suite struct SecretNameTests {
  @Test(arguments: [
    // Variables of the environment.
    ("DB_PASSWORD", true), ("password", true), ("PW", true), ("DB_PW", true), ("SMTP_PASS", true), ("PASS", true),
    ("API_KEY", true), ("SSH_PRIVATE_KEY", true), ("GITHUB_TOKEN", true), ("AWS_CREDENTIALS", true),
    ("KEY_PASSPHRASE", true), ("PASSENGERS", false), ("COMPASS", false), ("KEYS", false), ("PATH", false),
    // Paths of settings.
    ("identities.alice.password", true), ("identities.alice.token", true), ("cluster.tls.truststore_password", true),
    ("vars.api-key", true), ("stages.steady.rate", false),
    // Librdkafka's properties.
    ("sasl.password", true), ("ssl.keystore.password", true), ("ssl.key.pem", true), ("ssl.certificate.pem", false),
    ("sasl.oauthbearer.config", true), ("sasl.oauthbearer.client.secret", true),
    ("sasl.oauthbearer.token.endpoint.url", false), ("sasl.oauthbearer.client.credentials.client.id", false),
    ("sasl.oauthbearer.client.credentials.client.secret", true), ("sasl.username", false), ("ssl.key.location", false),
    ("ssl.key.password", true), ("ssl.ca.pem", false), ("client.id", false),
  ])
  func names(_ name: String, _ isSecret: Bool) {
    #expect(SecretName.matches(name) == isSecret)
  }

  /// A slip of the finger does not show a password.
  @Test(arguments: [
    ("passwrd", true), ("DB_PASWORD", true), ("sasl.passwrod", true), ("secert", true), ("CREDENTALS", true),
    ("passphrse", true), ("passport", false), ("sectors", false), ("credits", false), ("passenger", false),
    ("keyword", false), ("Authorization", true), ("accessKey", true), ("sasl.jaas.config", true),
  ])
  func slips(_ name: String, _ isSecret: Bool) {
    #expect(SecretName.matches(name) == isSecret)
  }

  /// Properties of clients: what no one knows may be a secret by the least sign of it.
  @Test(arguments: [
    ("sasl.jaas.config", true), ("basic.auth.user.info", true), ("schema.registry.basic.auth.user.info", true),
    ("ssl.keystore.key", true), ("ssl.key.pem", true), ("ssl.key.pasword", true), ("ssl.kye.pem", true),
    ("sasl.pass", true), ("my.key", true), ("confluent.license.keys", true), ("sasl_password", true),
    ("SASL.PASSWORD", true), ("sasl.paswrd", true), ("ssl.truststore.password", true),
    // What is known to hold none.
    ("ssl.key.location", false), ("ssl.keystore.location", false), ("key.serializer", false),
    ("sasl.kerberos.keytab", false), ("ssl.ca.pem", false), ("ssl.certificate.pem", false),
    ("sasl.oauthbearer.token.endpoint.url", false), ("linger.ms", false), ("sasl.username", false),
    ("sasl.mechanism", false), ("compression.type", false),
  ])
  func properties(_ name: String, _ isSecret: Bool) {
    #expect(SecretName.matches(property: name) == isSecret)
  }
}
