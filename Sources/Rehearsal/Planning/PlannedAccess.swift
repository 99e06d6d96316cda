internal import Load
internal import Reporting
internal import Scenarios

extension PlannedIdentity {
  /// The identities in use; none where no client signs in and nothing is encrypted.
  static func all(in scenario: Scenario) -> [PlannedIdentity] {
    let all = scenario.identities.indices.map { PlannedIdentity($0, of: scenario) }.filter { !$0.uses.isEmpty }
    let isBare = all.count == 1 && all[0].securityProtocol == SecurityProtocol.plaintext.rawValue
    return isBare ? [] : all
  }

  private init(_ index: Int, of scenario: Scenario) {
    let identity = scenario.identities[index]
    let mechanism = identity.hasLogin ? identity.mechanism?.rawValue : nil
    let certificate: String? =
      switch identity.certificate {
      case .pem(let file, _, _)?, .keystore(let file, _)?: "certificate \(file.path)"
      case nil: nil
      }
    let login = [mechanism, identity.username, certificate].compactMap { $0 }.joined(separator: " ")
    let trusted = scenario.encryption(of: index).map { encryption in
      encryption.verifies ? encryption.truststore?.path ?? "the system's authorities" : "anyone (verify: false)"
    }
    let uses =
      (index == scenario.cluster.identity ? ["topics"] : [])
      + (index == scenario.verify.reader ? ["reader"] : [])
      + scenario.stages.filter { $0.identity == index }.map(\.name)
    self.init(
      name: identity.name.text, brokers: scenario.brokers(of: index).written.joined(separator: ","),
      securityProtocol: scenario.securityProtocol(of: index).rawValue, login: login, trusted: trusted ?? "", uses: uses)
  }
}

extension AccessSettings {
  /// The properties of an identity's clients, with the names of files in place of what they hold.
  init(planned identity: Int, of scenario: Scenario) {
    var material = Material()
    // Never shown: its property is a secret.
    material.password = "***"
    material.authorities = scenario.encryption(of: identity)?.truststore.map { "(\($0.path))" }
    switch scenario.identities[identity].certificate {
    case .pem(let certificate, let key, _)?:
      material.certificate = "(\(certificate.path))"
      material.key = "(\(key.path))"
    case .keystore(let file, _)?:
      material.certificate = "(\(file.path))"
      material.key = "(\(file.path))"
    case nil: break
    }
    self.init(identity, of: scenario, material)
  }
}
