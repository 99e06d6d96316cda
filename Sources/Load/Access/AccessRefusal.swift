package import Kafka
package import Scenarios
package import TLS

/// The reason why a client does not get in at a listener.
package enum AccessRefusal: Sendable, Equatable {
  /// The broker refused the login, in its words.
  case login(KafkaError)
  /// There is no token to sign in with, in the words of its source.
  case token(String)
  /// TLS failed, in librdkafka's words.
  case tls(KafkaError)
  /// The listener as a connection of our own found it: it speaks another protocol, or TLS fails for a known reason.
  case listener(Handshake.Outcome)
  /// No answer, or none that says why.
  case silence(last: KafkaError?, seconds: Int)

  /// The reason as an expectation has it; nil where the broker refused nothing, or it is not known why.
  package var reason: RefusalReason? {
    switch self {
    case .login: return .authentication
    case .tls: return .tls
    case .token, .silence: return nil
    case .listener(let outcome):
      switch outcome {
      // A listener that is in order, and wants another login than the client's.
      case .answered: return .authentication
      case .notTLS, .expectsTLS, .untrusted, .wrongHost, .expired, .notYetValid, .clientCertificateNeeded,
        .clientCertificateRefused, .protocolVersion, .failed:
        return .tls
      case .unresolved, .refused, .silent, .notKafka: return nil
      }
    }
  }

  /// The error with which the messages of such a client are rejected.
  var error: KafkaError {
    switch self {
    case .login(let error), .tls(let error): error
    // No broker refused anything.
    case .token, .silence: .timedOut
    case .listener:
      switch reason {
      case .authentication?: .refusedLogin("the listener wants another login")
      case .tls?: .refusedTLS
      case .authorization?, .unknownTopic?, .messageTooLarge?, .status?, nil: .timedOut
      }
    }
  }
}

/// The login and encryption that a client offers.
struct OfferedAccess: Sendable, Equatable {
  /// As librdkafka names it: `PLAIN`; nil for none.
  var mechanism: String?
  var isEncrypted: Bool
}

extension AccessRefusal {
  /// True where only a connection of our own can say more.
  static func isOpen(_ last: KafkaError?) -> Bool {
    guard let last else { return true }
    switch last.kind {
    case .resolving: return false
    // The mechanism was refused, not the login.
    case .authentication: return last.text.contains("handshake failed")
    case .tls, .transport, .timeout, .authorization, .unknownTopic, .other:
      return !last.text.contains("Connection refused")
    }
  }

  /// The refusal of a client whose last error this is, by what a connection of our own found; nil where none was made.
  static func of(_ offer: OfferedAccess, last: KafkaError?, seconds: Int, found: Handshake.Outcome?) -> AccessRefusal {
    if let last, last.kind == .authentication, !isOpen(last) || found == nil {
      return last.missingToken.map(AccessRefusal.token) ?? .login(last)
    }
    let otherwise: AccessRefusal =
      switch last?.kind {
      case .tls: last.map(AccessRefusal.tls) ?? .silence(last: last, seconds: seconds)
      case .authentication: last.map(AccessRefusal.login) ?? .silence(last: last, seconds: seconds)
      case .transport, .timeout, .authorization, .resolving, .unknownTopic, .other, nil:
        .silence(last: last, seconds: seconds)
      }
    guard let found else { return otherwise }
    switch found {
    case .answered(let mechanisms, _):
      let isOffered =
        switch (offer.mechanism, mechanisms) {
        case (nil, nil): true
        case (let mechanism?, let mechanisms?): mechanisms.contains(mechanism)
        case (nil, _?), (_?, nil): false
        }
      return isOffered ? otherwise : .listener(found)
    case .notTLS, .expectsTLS, .untrusted, .wrongHost, .expired, .notYetValid, .clientCertificateNeeded,
      .clientCertificateRefused, .protocolVersion:
      return .listener(found)
    case .failed, .unresolved, .refused, .silent, .notKafka: return otherwise
    }
  }
}

extension KafkaError {
  /// The reason why there was no token to sign in with, in the words of its source; nil for any other error. librdkafka reports it
  /// as it does a refused login.
  var missingToken: String? {
    let prefix = "Failed to acquire SASL OAUTHBEARER token: "
    guard kind == .authentication, let start = text.firstRange(of: prefix) else { return nil }
    return String(text[start.upperBound...])
  }
}
