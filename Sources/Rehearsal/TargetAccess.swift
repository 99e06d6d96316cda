internal import Load
internal import Scenarios
internal import TLS

/// The targets of a scenario made ready to be posted to: their secrets resolved, their stores read and checked.
extension IdentityAccess {
  mutating func readTargets(of stages: [Int]) {
    for index in Set(stages.compactMap { scenario.stages[$0].target }).sorted() {
      let target = scenario.targets[index]
      if let material = material(of: target, target.access) { targets.set(material, ofTarget: index) }
    }
    for stage in stages {
      guard let target = scenario.stages[stage].target, let access = scenario.stages[stage].access,
        let material = material(of: scenario.targets[target], access)
      else { continue }
      targets.set(material, ofStage: stage)
    }
  }

  /// Nil where a secret is not known here, or a store has a mistake.
  private mutating func material(of target: Target, _ access: TargetAccess) -> TargetMaterial? {
    var material = TargetMaterial()
    var isComplete = true
    for header in target.headers {
      switch header.value {
      case .text(let text): material.headers.append((header.name, text))
      case .secret(let secret):
        if let value = value(of: secret) { material.headers.append((header.name, value)) } else { isComplete = false }
      }
    }
    switch access.authorization {
    case .none: break
    case .basic(let username, let secret):
      if let password = value(of: secret, ofUser: username) {
        material.authorization = TargetMaterial.basic(username: username, password: password)
      } else {
        isComplete = false
      }
    case .bearer(let secret):
      if let token = value(of: secret) { material.authorization = "Bearer \(token)" } else { isComplete = false }
    }
    if let encryption = access.encryption {
      material.verifies = encryption.verifies
      material.authorities = authorities(encryption)
      if encryption.truststore != nil, material.authorities == nil { isComplete = false }
    }
    if let certificate = access.certificate {
      if let store = keyStore(certificate) {
        material.certificate = store.certificatesPEM
        material.key = store.keyPEM
      } else {
        isComplete = false
      }
    }
    return isComplete ? material : nil
  }
}
