internal import Diagnostics
internal import Scenarios

/// Who does something in a run, and who is expected to be turned away: a broken client would be turned away as well, so
/// somebody else has to get through by the same way.
struct Controls {
  /// A mechanism at a listener.
  struct Way: Hashable {
    var mechanism: ClientIdentity.Mechanism?
    /// Of the identity's own; nil for the cluster's.
    var addresses: [String]? = nil
  }

  struct Refusal {
    var reason: RefusalReason
    var range: SourceRange
    var way: Way
    /// Index of the stage's topic, where it is known.
    var topic: Int?
  }

  /// Of those who are let in: stages, the cluster's own identity, the reader's.
  var allowed: Set<Way> = []
  /// Topics that those who are let in write to.
  var written: Set<Int> = []
  var refusals: [Refusal] = []
  /// Something could not be read: nothing is missed then.
  var isOpen = false

  mutating func add(_ way: Way?, topic: Int?, refusals: [(reason: RefusalReason, range: SourceRange)]) {
    guard let way else {
      isOpen = true
      return
    }
    if refusals.isEmpty {
      allowed.insert(way)
      if let topic { written.insert(topic) }
    }
    self.refusals += refusals.map { Refusal(reason: $0.reason, range: $0.range, way: way, topic: topic) }
  }

  /// Refusals that prove nothing, each with what is missing.
  var missing: [(refusal: Refusal, remedy: String)] {
    if isOpen { return [] }
    return refusals.compactMap { refusal in
      switch refusal.reason {
      case .authorization:
        guard let topic = refusal.topic, !written.contains(topic) else { return nil }
        return (refusal, "let a stage with an identity that is allowed write to the same topic")
      case .authentication, .tls:
        if allowed.contains(refusal.way) { return nil }
        return (refusal, "let an identity that is allowed sign in by the same mechanism, in another stage")
      case .unknownTopic, .messageTooLarge: return nil
      }
    }
  }
}

extension ScenarioReader {
  /// The way of who signs in; that of the cluster where nothing is said. Nil where it could not be read.
  func way(
    _ authentication: Setting<Authentication>, else cluster: Controls.Way?, _ identities: Declarations<ClientIdentity>?
  ) -> Controls.Way? {
    switch authentication {
    case .absent: return cluster
    case .faulty: return nil
    case .given(.nobody, _): return Controls.Way(mechanism: .noLogin, addresses: nil)
    case .given(.inPlace(let identity), _): return Controls.Way(identity)
    case .given(.named(let name, _), _):
      return identities?.entries.first { $0.name == name }?.value.map(Controls.Way.init)
    }
  }

  /// Reports every `refused` that has no control.
  mutating func reportMissingControls() {
    for (refusal, remedy) in controls.missing {
      report(
        Diagnostic(
          code: .noControl,
          "nothing shows that \"refused == \(refusal.reason.rawValue)\" is not the client's own fault",
          at: refusal.range, remedy: remedy))
    }
  }
}

extension Controls.Way {
  fileprivate init(_ identity: ClientIdentity) {
    mechanism = identity.mechanism
    if case .addresses(let list)? = identity.brokers { addresses = list }
  }
}
