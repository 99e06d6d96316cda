/// The settings of a posting client: the address, and everything that its requests have in common.
package struct PostingSettings: Sendable {
  /// A header of every request.
  package struct Header: Sendable, Equatable {
    package var name: String
    /// It may be a secret: it is shown nowhere.
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The certificate and key to sign in with, as PEM.
  package struct Certificate: Sendable {
    package var chain: [UInt8]
    package var key: [UInt8]
    /// The key's password.
    package var password: String?

    package init(chain: [UInt8], key: [UInt8], password: String? = nil) {
      self.chain = chain
      self.key = key
      self.password = password
    }
  }

  /// An address of `http` or `https`, without a user.
  package var url: String
  package var method = "POST"
  package var headers: [Header] = []
  /// The most requests that are on their way at once.
  package var connections = 64
  /// The time for one request, with the connection.
  package var timeout = Duration.seconds(10)
  /// A connection that was idle for longer is not used again. Whole seconds, at least one.
  package var keepAlive = Duration.seconds(1)
  /// The authorities that the server's certificate must be issued by, as PEM; empty for the system's.
  package var authorities: [UInt8] = []
  package var certificate: Certificate?
  /// False takes every certificate of the server.
  package var verifiesServer = true
  /// False lets libcurl send a request again by itself, so that a test can show that the guard is needed.
  package var guardsResends = true

  package init(url: String) { self.url = url }

  /// The timeout in whole milliseconds.
  var milliseconds: Int64 {
    let (seconds, attoseconds) = timeout.components
    // Beyond three weeks the library's numbers end.
    return min(max(seconds, 0), 2_000_000) * 1000 + attoseconds / 1_000_000_000_000_000
  }
}
