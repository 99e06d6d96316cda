internal import Diagnostics
internal import Scenarios

/// The check that what `auth` and `tls` say is not said again, or otherwise, in properties of librdkafka, and that the embedded
/// broker is asked for neither.
struct DerivedProperties {
  let cluster: Cluster
  let identities: [ClientIdentity]

  var diagnostics: [Diagnostic] { repeated + ofEmbedded + withoutToken }

  /// OAUTHBEARER without a source of tokens: librdkafka would wait for one, without a word.
  private var withoutToken: [Diagnostic] {
    func value(_ names: String...) -> ClientProperty? { cluster.librdkafka.last { names.contains($0.name) } }
    guard let mechanism = value("sasl.mechanism", "sasl.mechanisms"), mechanism.value == "OAUTHBEARER",
      value("sasl.oauthbearer.method")?.value.lowercased() != "oidc", origin(of: mechanism) == nil
    else { return [] }
    return [
      Diagnostic(
        code: .conflict, "OAUTHBEARER has no source of tokens", at: mechanism.valueRange,
        remedy: "write auth: with mechanism: OAUTHBEARER and token:, or sasl.oauthbearer.method: oidc")
    ]
  }

  /// Properties of TLS that `tls` does not set: they may be written beside it.
  private static let tuning = [
    "ssl.cipher.suites", "ssl.curves.list", "ssl.sigalgs.list", "ssl.crl.location", "ssl.providers",
  ]

  /// The key that sets a property, by its path; nil for a property that neither sets.
  private func origin(of property: ClientProperty) -> String? {
    let login = identities.first(where: \.hasLogin) ?? identities.first { $0.mechanism == .noLogin }
    let certificate = identities.first { $0.certificate != nil }
    let transport = identities.first { $0.transport != .inherited }
    let encryption =
      cluster.encryption != nil ? "tls" : transport.map(Self.path) ?? certificate.map(Self.path)
    switch property.name {
    case "security.protocol": return login.map(Self.path) ?? encryption
    case let name where name.hasPrefix("sasl."): return login.map(Self.path)
    case let name where name.hasPrefix("ssl.") || name == "enable.ssl.certificate.verification":
      return Self.tuning.contains(name) ? nil : encryption
    default: return nil
    }
  }

  private static func path(_ identity: ClientIdentity) -> String {
    switch identity.name {
    case .declared(let name): "identity \(quoted(name))"
    case .inPlace(let path): path
    case .unauthenticated: "auth: none"
    }
  }

  private var repeated: [Diagnostic] {
    cluster.librdkafka.compactMap { property in
      guard let origin = origin(of: property) else { return nil }
      return Diagnostic(
        code: .conflict, "\(quoted(property.name)) is set by \(origin)", at: property.range, remedy: "remove it")
    }
  }

  private var ofEmbedded: [Diagnostic] {
    guard cluster.brokers == .embedded else { return [] }
    let remedy = "remove it, or write the addresses of a cluster"
    let encrypted = cluster.encryption.map {
      [Diagnostic(code: .conflict, "the embedded broker has no TLS", at: $0.range, remedy: remedy)]
    }
    let named = identities.compactMap { identity -> Diagnostic? in
      guard identity.name != .unauthenticated, let range = identity.range else { return nil }
      return Diagnostic(
        code: .conflict, "the embedded broker has no authentication: \(identity.title) is of no use", at: range,
        remedy: remedy)
    }
    return (encrypted ?? []) + named
  }

  /// Warnings about properties by which no certificate, or not all of one, is checked.
  static func unverified(_ properties: [ClientProperty]) -> [Diagnostic] {
    properties.compactMap { property in
      let value = property.value.lowercased()
      let isUnverified =
        property.name == "enable.ssl.certificate.verification" && ["false", "f", "0"].contains(value)
        || property.name == "ssl.endpoint.identification.algorithm" && value == "none"
      guard isUnverified else { return nil }
      return Diagnostic(
        .warning, code: .unverified, "the certificates of brokers are not checked: anyone can pose as one",
        at: property.range, remedy: "remove it, and name their authority: ssl.ca.location")
    }
  }
}
