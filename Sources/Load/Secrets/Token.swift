/// A token of OAUTHBEARER, with what it says of itself. Its signature is the broker's concern, and is not checked.
package struct Token: Sendable, Equatable {
  package enum Form: Sendable, Equatable {
    /// A JSON Web Token.
    case jwt
    /// A signed address in base 64, as AWS MSK takes it for IAM.
    case signedAddress
    /// Anything else, of which nothing is known.
    case opaque
  }

  package let text: String
  package let form: Form
  /// Whose it is.
  package let subject: String?
  /// Milliseconds since 1970; nil where it does not say.
  package let issuedAt: Int64?
  package let expiresAt: Int64?

  /// The time that a token is taken to be good for where it does not say.
  package static let assumedLifetime: Int64 = 5 * 60_000

  package init(_ text: String) {
    self.text = text
    if let claims = Self.claims(of: text) {
      form = .jwt
      subject = claims["sub"]?.text
      issuedAt = claims["iat"]?.milliseconds
      expiresAt = claims["exp"]?.milliseconds
    } else if let (begin, lifetime) = SignedAddress.life(of: text) {
      form = .signedAddress
      subject = nil
      issuedAt = begin
      expiresAt = begin + lifetime
    } else {
      form = .opaque
      (subject, issuedAt, expiresAt) = (nil, nil, nil)
    }
  }

  /// The moment at which it is taken to expire, if it was received at `now`.
  package func end(receivedAt now: Int64) -> Int64 { expiresAt ?? now + Self.assumedLifetime }

  /// The time that is left of it at `now`. A clock here that is behind the issuer's does not make it longer than its life.
  package func rest(at now: Int64) -> Int64 {
    guard let expiresAt else { return Self.assumedLifetime }
    let rest = expiresAt - now
    return if let issuedAt, issuedAt < expiresAt { min(rest, expiresAt - issuedAt) } else { rest }
  }

  /// True for the characters that Kafka's brokers take (RFC 6750).
  package var isWellFormed: Bool {
    let body = text.utf8.reversed().drop { $0 == UInt8(ascii: "=") }
    return !body.isEmpty
      && body.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "-._~+/".utf8.contains(byte)
        }
      }
  }

  private static func claims(of text: String) -> [String: FlatJSON.Member]? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count == 3, let header = Base64URL.bytes(parts[0]), FlatJSON.members(of: header) != nil,
      let payload = Base64URL.bytes(parts[1])
    else { return nil }
    return FlatJSON.members(of: payload)
  }
}

extension FlatJSON.Member {
  fileprivate var text: String? { if case .text(let text) = self, !text.isEmpty { text } else { nil } }

  /// Seconds since 1970, up to the year 9999, as milliseconds.
  fileprivate var milliseconds: Int64? {
    guard case .number(let seconds) = self, seconds >= 0, seconds < 253_402_300_800 else { return nil }
    return Int64(seconds * 1000)
  }
}
