package import Diagnostics

/// The HTTP endpoint that stages post their messages to, each with a request of its own.
package struct Target: Sendable, Equatable {
  package var name: String
  /// The position of its key.
  package var range: SourceRange
  /// `http://` or `https://`, with a host; no user, no password, no fragment.
  package var url: String
  package var urlRange: SourceRange
  package var method: String
  /// The path, at the same host, that must answer 2xx before anything is sent; nil where nothing is asked.
  package var ready: String?
  /// Headers of every request, in the order written.
  package var headers: [TargetHeader]
  /// The credentials of its requests.
  package var access: TargetAccess
  /// The most requests that are open at once.
  package var connections: Int
  /// The longest time from a request's send to its whole answer.
  package var timeout: Nanoseconds
  /// A connection that was idle for this long is not used again; whole seconds.
  package var keepAlive: Nanoseconds
  package var answers: AnswerRules

  package init(
    name: String, range: SourceRange, url: String, urlRange: SourceRange, method: String = "POST",
    ready: String? = nil, headers: [TargetHeader] = [], access: TargetAccess = TargetAccess(), connections: Int = 64,
    timeout: Nanoseconds = .seconds(10), keepAlive: Nanoseconds = .seconds(1), answers: AnswerRules = AnswerRules()
  ) {
    self.name = name
    self.range = range
    self.url = url
    self.urlRange = urlRange
    self.method = method
    self.ready = ready
    self.headers = headers
    self.access = access
    self.connections = connections
    self.timeout = timeout
    self.keepAlive = keepAlive
    self.answers = answers
  }
}

/// A header of every request to a target.
package struct TargetHeader: Sendable, Equatable {
  package var name: String
  package var value: SecretText

  package init(name: String, value: SecretText) {
    self.name = name
    self.value = value
  }
}

/// A text of the scenario that may be shown, or a secret.
package enum SecretText: Sendable, Equatable {
  case text(String)
  case secret(Secret)

  package var secret: Secret? {
    switch self {
    case .text: nil
    case .secret(let secret): secret
    }
  }
}

/// The credentials and the encryption of requests.
package struct TargetAccess: Sendable, Equatable {
  package enum Authorization: Sendable, Equatable {
    case none
    case basic(username: String, password: Secret)
    case bearer(Secret)
  }

  /// The identity that was named; nil for none, and for one that is written in place.
  package var name: String?
  package var authorization: Authorization
  /// The client's certificate.
  package var certificate: ClientIdentity.Certificate?
  /// The authorities that an `https` address is checked by; nil for the system's.
  package var encryption: Encryption?

  package init(
    name: String? = nil, authorization: Authorization = .none, certificate: ClientIdentity.Certificate? = nil,
    encryption: Encryption? = nil
  ) {
    self.name = name
    self.authorization = authorization
    self.certificate = certificate
    self.encryption = encryption
  }
}

/// The meaning of an answer's status: a number beats a class, and what neither list has is unknown.
package struct AnswerRules: Sendable, Equatable {
  package enum Status: Sendable, Hashable {
    case exactly(Int)
    /// 2 is `2xx`.
    case hundreds(Int)

    /// As it is written.
    package var text: String {
      switch self {
      case .exactly(let status): "\(status)"
      case .hundreds(let digit): "\(digit)xx"
      }
    }
  }

  package enum Meaning: Sendable, Equatable {
    case acknowledged, rejected, unknown
  }

  package var acknowledged: [Status]
  package var rejected: [Status]

  /// 408 (request timeout) and 425 (too early) say nothing about the message.
  package static let undecided: Set<Int> = [408, 425]

  package init(acknowledged: [Status] = [.hundreds(2)], rejected: [Status] = [.hundreds(4)]) {
    self.acknowledged = acknowledged
    self.rejected = rejected
  }

  package func meaning(of status: Int) -> Meaning {
    if acknowledged.contains(.exactly(status)) { return .acknowledged }
    if rejected.contains(.exactly(status)) { return .rejected }
    if Self.undecided.contains(status) { return .unknown }
    if acknowledged.contains(.hundreds(status / 100)) { return .acknowledged }
    return rejected.contains(.hundreds(status / 100)) ? .rejected : .unknown
  }
}
