import Kafka

/// The sentences for refused clients, the same with every library and broker. LISTENER is the address, CERTS the folder of
/// certificates, and WHO the identity.
enum SignInSentence {
  static func password(_ mechanism: PasswordMechanism, user: String, at listener: KafkaBroker.Listener) -> String {
    let refused = "WHO was refused at LISTENER (\(listener.securityProtocol)): SASL authentication error: "
    // A client does not know the broker's version.
    guard mechanism == .plain || ClientLibrary.number >= 0x0206_0100 else {
      return refused + """
        \(mechanism.reason); the password may be right: SCRAM with Kafka 4 needs librdkafka 2.6.1 or newer, this is \
        \(ClientLibrary.version); else check the password of user "\(user)"
        """
    }
    return refused + """
      \(mechanism.reason); check the password of user "\(user)", and that the user exists on this cluster
      """
  }

  static func mechanism(_ mechanism: String, at listener: KafkaBroker.Listener, has others: String) -> String {
    "LISTENER (\(listener.securityProtocol)) does not offer mechanism \(mechanism) of WHO; use one of its mechanisms: "
      + others
  }

  static func noLogin(_ protocolName: String) -> String {
    """
    LISTENER (\(protocolName)) requires SASL, and WHO does not sign in; write auth: with an identity by one of its \
    mechanisms: PLAIN, SCRAM-SHA-512, SCRAM-SHA-256
    """
  }

  static let loginAtPlain = """
    the listener at LISTENER has no SASL, and WHO signs in by PLAIN; use the address of a listener with SASL, or write \
    auth: none
    """
  static let noCertificate = """
    LISTENER (SSL) requires a client certificate, and WHO has none; write certificate and key, or keystore, in the \
    identity, signed by CN=ca
    """
  static let foreignCertificate = """
    LISTENER (SSL) refused the certificate of WHO (certificate unknown); use a certificate that has not expired, signed by \
    CN=ca
    """
  static let expiredClient =
    #"the certificate of CN=expired-client in "CERTS/expired-client.p12" expired 2021-01-01"#
  static let untrusted = """
    the certificate of LISTENER is not trusted: CN=ca, which signed itself, is not in "CERTS/other-ca.pem"; name the file \
    with its authority: tls: {truststore: ca.pem}
    """
  static let untrustedBySystem = """
    the certificate of LISTENER is not trusted: CN=ca, which signed itself, is not among the system's authorities; name \
    the file with its authority: tls: {truststore: ca.pem}
    """
  static let otherHost = """
    the certificate of LISTENER is not for that name: it is for kafka.example.com; write brokers: with a name of the \
    certificate, or have the broker's certificate name this one
    """
  static let expired = """
    the certificate of LISTENER expired on 2021-01-01 (CN=server); have the broker's certificate replaced, or check this \
    machine's clock
    """
  static let plainToTLS = """
    the listener at LISTENER speaks TLS, and WHO speaks plain text; write tls: true, or name its authority: tls: \
    {truststore: ca.pem}
    """
  static let tlsToPlain = """
    the listener at LISTENER does not speak TLS, and WHO does; use the address of a listener with TLS, or remove tls
    """
}
