package import Kafka
package import Scenarios

/// The properties of librdkafka by which the clients of an identity sign in, and the source of its tokens.
package struct AccessSettings: Sendable {
  package struct Property: Sendable, Equatable {
    package var name: String
    package var value: String
    package var isSecret = false
  }

  package private(set) var properties: [Property] = []
  package var tokens: BearerTokens?
  /// Nil where the scenario's own properties say it.
  package private(set) var securityProtocol: SecurityProtocol?

  /// Those of a client that the scenario's own properties sign in, or nothing.
  package init() {}

  /// The contents of an identity's files and secrets.
  package struct Material: Sendable {
    package var password: String?
    /// The trusted authorities in PEM; nil for the system's.
    package var authorities: String?
    /// The certificate, and those that lead from it to an authority, in PEM.
    package var certificate: String?
    /// The latter alone; nil where there are none.
    package var chain: String?
    /// The private key in PEM, not encrypted.
    package var key: String?
    package var tokens: BearerTokens?

    package init() {}
  }

  /// - Parameter identity: its index among those of the scenario.
  package init(_ identity: Int, of scenario: Scenario, _ material: Material) {
    let (used, encryption) = (scenario.identities[identity], scenario.encryption(of: identity))
    let isStated = used.mechanism != nil || encryption != nil
    guard isStated else { return }
    let stated = scenario.securityProtocol(of: identity)
    securityProtocol = stated
    tokens = material.tokens
    add("security.protocol", stated.rawValue.lowercased())
    if used.hasLogin, let mechanism = used.mechanism {
      add("sasl.mechanisms", mechanism.rawValue)
      add("sasl.username", used.username)
      add("sasl.password", material.password, isSecret: true)
    }
    guard let encryption else { return }
    if !encryption.verifies { add("enable.ssl.certificate.verification", "false") }
    // The certificates between a client's own and its authority have to be in both places: librdkafka 2.0.2 takes only the first
    // of `ssl.certificate.pem`, and OpenSSL finds the rest among the trusted ones; 2.16 does not look for them there. None of
    // them becomes an authority by that, since none signed itself (measured with both).
    let chain = material.chain ?? ""
    if material.authorities == nil, !chain.isEmpty { add("ssl.ca.location", "probe") }
    add("ssl.ca.pem", material.authorities.map { $0 + chain } ?? material.chain)
    add("ssl.certificate.pem", material.certificate)
    add("ssl.key.pem", material.key, isSecret: true)
  }

  private mutating func add(_ name: String, _ value: String?, isSecret: Bool = false) {
    guard let value else { return }
    properties.append(Property(name: name, value: value, isSecret: isSecret))
  }

  /// The settings with these over them.
  func applied(to settings: ClientSettings) -> ClientSettings {
    var settings = settings
    for property in properties {
      settings[property.name] = property.value
      if property.isSecret { settings.hide(property.name) }
    }
    settings.tokens = tokens
    return settings
  }
}
