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

  /// The same of requests: credentials to another machine without TLS.
  func unencryptedRequests() -> [Diagnostic] {
    let ofTargets = targets.compactMap { Self.unencrypted($0, $0.access, at: $0.urlRange) }
    let ofStages = stages.compactMap { stage in
      stage.target.flatMap { index in
        stage.access.flatMap { Self.unencrypted(targets[index], $0, at: targets[index].urlRange) }
      }
    }
    return ofTargets + ofStages
  }

  private static func unencrypted(_ target: Target, _ access: TargetAccess, at range: SourceRange) -> Diagnostic? {
    let what: String
    switch access.authorization {
    case .none: return nil
    case .basic: what = "password"
    case .bearer: what = "token"
    }
    guard target.url.hasPrefix("http://") else { return nil }
    let host = target.url.dropFirst("http://".count).prefix { !"/?".contains($0) }
    if isOnThisMachine(host.contains(":") ? String(host) : "\(host):80") { return nil }
    return Diagnostic(
      .warning, code: .unencrypted,
      "the \(what) of requests to target \(quoted(target.name)) is sent without encryption", at: range,
      remedy: "write https://")
  }

  private static func isOnThisMachine(_ address: String) -> Bool {
    ["localhost:", "127.", "[::1]:"].contains { address.hasPrefix($0) }
  }
}
