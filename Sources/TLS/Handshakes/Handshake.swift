/// One connection to a listener, and one question to it, to know why a client does not reach it: librdkafka's own words are
/// the same for several reasons, and for others there are none.
package enum Handshake {
  /// The terms on which TLS is spoken.
  package struct Terms: Sendable, Equatable {
    /// PEM; nil for the system's authorities.
    package var trusted: String?
    /// False to accept every certificate.
    package var verifies: Bool
    package var client: ClientMaterial?

    package init(trusted: String?, verifies: Bool = true, client: ClientMaterial? = nil) {
      self.trusted = trusted
      self.verifies = verifies
      self.client = client
    }
  }

  /// A client's certificate with its chain, and its key, not encrypted.
  package struct ClientMaterial: Sendable, Equatable {
    package var certificatesPEM: String
    package var keyPEM: String

    package init(certificatesPEM: String, keyPEM: String) {
      self.certificatesPEM = certificatesPEM
      self.keyPEM = keyPEM
    }

    package init(_ store: KeyStore) {
      self.init(certificatesPEM: store.certificatesPEM, keyPEM: store.keyPEM)
    }
  }

  package enum Outcome: Sendable, Equatable {
    case unresolved(String)
    /// No connection, in the system's words.
    case refused(String)
    /// Nothing came within the time: from the resolver, the address or the listener.
    case silent(Silence, Duration)
    /// We spoke TLS, and it speaks plain text.
    case notTLS
    /// We spoke plain text, and it speaks TLS.
    case expectsTLS
    /// It answers, but not as Kafka does.
    case notKafka
    case untrusted(Certificate)
    /// The certificate is for other names.
    case wrongHost(Certificate)
    case expired(Certificate)
    case notYetValid(Certificate)
    /// It requires a certificate of a client; by these authorities, where it says so.
    case clientCertificateNeeded(authorities: [String])
    /// In the words of the alert; nil where it closed the connection without one.
    case clientCertificateRefused(alert: String?, authorities: [String])
    case protocolVersion(String)
    case failed(String)
    /// A listener of Kafka. Its mechanisms; nil where it has no SASL. Its certificate over TLS.
    case answered(mechanisms: [String]?, certificate: Certificate?)
  }

  package enum Silence: Sendable, Equatable { case resolver, address, listener }

  /// Over TLS by `tls`, in plain text where there is none. Returns within the time, whatever the listener does; a minute is
  /// the most.
  package static func probe(host: String, port: UInt16, tls: Terms?, within time: Duration) -> Outcome {
    let clock = ContinuousClock()
    let all = min(max(time, .zero), .seconds(60))
    let end = clock.now.advanced(by: all)
    // The second attempt, if there must be one, needs its part.
    let first = all * 0.6
    let seen = Sighting.of(host, port, terms: tls, within: first)
    if let outcome = seen.outcome(gaveCertificate: tls?.client != nil, waited: first) { return outcome }
    let other = Sighting.of(
      host, port, terms: tls == nil ? Terms(trusted: nil, verifies: false) : nil, within: clock.now.duration(to: end))
    return seen.outcome(after: other, waited: first)
  }
}

/// Without the key, wherever it is printed.
extension Handshake.ClientMaterial: CustomStringConvertible, CustomReflectable {
  package var description: String { "a certificate and its key" }
  package var customMirror: Mirror { Mirror(self, children: ["certificatesPEM": certificatesPEM]) }
}
