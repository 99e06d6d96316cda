/// A token of SASL OAUTHBEARER, with what librdkafka has to know of it.
package struct BearerToken: Sendable, Equatable {
  package var value: String
  /// Milliseconds since 1970.
  package var expiresAt: Int64
  /// Not empty.
  package var principal: String

  package init(value: String, expiresAt: Int64, principal: String) {
    self.value = value
    self.expiresAt = expiresAt
    self.principal = principal
  }
}

/// The reason why there is no token, free of secrets.
package struct BearerTokenError: Error, Sendable, Equatable {
  package var text: String

  package init(text: String) { self.text = text }
}

/// The source of a client's tokens. It is asked when the client is made and before each token expires, on a thread of librdkafka.
package struct BearerTokens: Sendable {
  let current: @Sendable () -> Result<BearerToken, BearerTokenError>

  package init(_ current: @escaping @Sendable () -> Result<BearerToken, BearerTokenError>) { self.current = current }
}
