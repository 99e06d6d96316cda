internal import Posting
package import Scenarios

/// The secrets and files with which a target is posted to, read and resolved.
package struct TargetMaterial: Sendable {
  /// The target's headers, in its order.
  package var headers: [(name: String, value: String)] = []
  /// The value of `Authorization`; nil for none.
  package var authorization: String?
  /// The trusted authorities in PEM; nil for the system's.
  package var authorities: String?
  /// True where the server's certificate is checked.
  package var verifies = true
  /// The certificate to sign in with, with those that lead from it to an authority, and its key; both in PEM.
  package var certificate: String?
  package var key: String?

  package init() {}

  /// `Basic` of a user and a password.
  package static func basic(username: String, password: String) -> String {
    "Basic " + base64(Array("\(username):\(password)".utf8))
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let piece = bytes[start..<min(start + 3, bytes.count)]
      let bits = piece.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - piece.count))
      for place in 0..<4 {
        let digit = digits[Int(bits >> UInt32(18 - 6 * place) & 63)]
        text.append(place <= piece.count ? digit : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The material of all targets that stages of a run post to.
package struct TargetMaterials: Sendable {
  private var ofTargets: [Int: TargetMaterial] = [:]
  private var ofStages: [Int: TargetMaterial] = [:]

  package init() {}

  package mutating func set(_ material: TargetMaterial, ofTarget target: Int) { ofTargets[target] = material }

  /// The material of a stage whose credentials are not the target's.
  package mutating func set(_ material: TargetMaterial, ofStage stage: Int) { ofStages[stage] = material }

  /// The material for a stage's requests. Without any, headers that are no secrets are those of the target.
  func material(ofStage stage: Int, _ target: Int, _ scenario: Scenario) -> TargetMaterial {
    ofStages[stage] ?? material(ofTarget: target, scenario)
  }

  package func material(ofTarget target: Int, _ scenario: Scenario) -> TargetMaterial {
    if let known = ofTargets[target] { return known }
    var material = TargetMaterial()
    for header in scenario.targets[target].headers {
      if case .text(let text) = header.value { material.headers.append((header.name, text)) }
    }
    return material
  }
}

extension PostingSettings {
  /// The settings of requests to a target.
  init(_ target: Target, _ material: TargetMaterial) {
    self.init(url: target.url)
    method = target.method
    headers = material.headers.map { Header($0.name, $0.value) }
    func hasHeader(_ name: String) -> Bool { headers.contains { $0.name.lowercased() == name } }
    if let authorization = material.authorization, !hasHeader("authorization") {
      headers.append(Header("Authorization", authorization))
    }
    if !hasHeader("user-agent") { headers.append(Header("User-Agent", "rehearse")) }
    connections = target.connections
    timeout = .nanoseconds(target.timeout.count)
    keepAlive = .nanoseconds(target.keepAlive.count)
    authorities = material.authorities.map { Array($0.utf8) } ?? []
    verifiesServer = material.verifies
    if let certificate = material.certificate, let key = material.key {
      self.certificate = Certificate(chain: Array(certificate.utf8), key: Array(key.utf8))
    }
  }
}
