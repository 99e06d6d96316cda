internal import Diagnostics
internal import Scenarios

extension Scenario {
  /// Warnings about passwords and tokens that cross a network as they are: one for each identity that sends them to another machine
  /// without TLS. With SCRAM the password is never sent.
  func unencryptedLogins() -> [Diagnostic] {
    identities.indices.compactMap { index in
      let identity = identities[index]
      guard let mechanism = identity.mechanism, mechanism == .plain || mechanism == .oauthBearer,
        encryption(of: index) == nil, let range = identity.range,
        brokers(of: index).written.contains(where: { !Self.isOnThisMachine($0) })
      else { return nil }
      let what = mechanism == .plain ? "password" : "token"
      return Diagnostic(
        .warning, code: .unencrypted, "the \(what) of \(identity.title) is sent without encryption", at: range,
        remedy: "write tls:, or use a mechanism that does not send it, such as SCRAM-SHA-512")
    }
  }

  private static func isOnThisMachine(_ address: String) -> Bool {
    ["localhost:", "127.", "[::1]:"].contains { address.hasPrefix($0) }
  }
}
