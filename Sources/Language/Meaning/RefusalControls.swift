internal import Diagnostics
internal import Scenarios

/// The check that each expected refusal has a control: a broken client would be refused as well, so another client has to
/// be accepted with the same mechanism at the same listener.
struct RefusalControls {
  private struct Refusal {
    var reason: RefusalReason
    var range: SourceRange
    var way: SignInWay
    /// Index of the stage's topic, where it is known.
    var topic: Int?
  }

  /// The ways of clients that are accepted: stages, the cluster's own identity, the reader.
  private var allowed: Set<SignInWay> = []
  /// The topics that accepted clients write to.
  private var written: Set<Int> = []
  private var refusals: [Refusal] = []
  /// True if something could not be read: no control is missed then.
  private var isOpen = false

  /// Nil for `verify` is one that could not be read.
  init(
    _ cluster: ClusterReading, _ senders: [SendingIdentity], _ verify: VerifyReading?,
    _ identities: Declarations<ClientIdentity>?
  ) {
    let own = SignInWay(cluster.authentication, else: SignInWay(mechanism: .noLogin), identities)
    for sender in senders {
      add(SignInWay(sender.authentication, else: own, identities), topic: sender.topic, refusals: sender.refusals)
    }
    // A reader that reads nothing does not sign in.
    guard let verify, verify.verify.mode != .later else { return }
    add(SignInWay(verify.authentication, else: own, identities), topic: nil, refusals: verify.refusals)
  }

  private mutating func add(_ way: SignInWay?, topic: Int?, refusals: [ExpectedRefusal]) {
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

  /// The refusals without a control, each with a remedy.
  private var missing: [(refusal: Refusal, remedy: String)] {
    if isOpen { return [] }
    return refusals.compactMap { refusal in
      switch refusal.reason {
      case .authorization:
        guard let topic = refusal.topic, !written.contains(topic) else { return nil }
        return (refusal, "add a stage with an allowed identity that writes to the same topic")
      case .authentication, .tls:
        if allowed.contains(refusal.way) { return nil }
        return (refusal, "add a stage with an allowed identity that uses the same mechanism")
      case .unknownTopic, .messageTooLarge: return nil
      }
    }
  }

  /// One diagnostic for each expected refusal without a control.
  var diagnostics: [Diagnostic] {
    missing.map { refusal, remedy in
      Diagnostic(
        code: .noControl,
        "no other client shows that \"refused == \(refusal.reason.rawValue)\" is not the client's own fault",
        at: refusal.range, remedy: remedy)
    }
  }
}
