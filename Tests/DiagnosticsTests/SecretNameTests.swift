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
}
