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
  /// Targets that stages post to without being refused.
  private var acknowledgedTargets: Set<Int> = []
  /// The answers that are expected, with the target of each.
  private var answers: [(refusal: ExpectedRefusal, target: Int)] = []
  /// Refusals that no client of the kind can meet.
  private var misplaced: [ExpectedRefusal] = []
  /// True if something could not be read: no control is missed then.
  private var isOpen = false

  /// Nil for `verify` is one that could not be read.
  init(
    _ cluster: ClusterReading, _ senders: [SendingIdentity], _ verify: VerifyReading?,
    _ identities: Declarations<WrittenIdentity>?
  ) {
    let own = SignInWay(cluster.authentication, else: SignInWay(mechanism: .noLogin), identities)
    for sender in senders {
      if sender.postsToTarget {
        addRequests(sender)
      } else {
        let topic: Int? = if case .topic(let index)? = sender.destination { index } else { nil }
        add(SignInWay(sender.authentication, else: own, identities), topic: topic, refusals: sender.refusals)
      }
    }
    // A reader that reads nothing does not sign in.
    guard let verify, verify.verify.mode != .later else { return }
    add(SignInWay(verify.authentication, else: own, identities), topic: nil, refusals: verify.refusals)
  }

  /// Requests are answered with a status, and clients of Kafka are not.
  private mutating func addRequests(_ sender: SendingIdentity) {
    guard case .target(let target)? = sender.destination else {
      isOpen = true
      return
    }
    if sender.refusals.isEmpty { acknowledgedTargets.insert(target) }
    for refusal in sender.refusals {
      if case .status = refusal.reason {
        answers.append((refusal, target))
      } else {
        misplaced.append(refusal)
      }
    }
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
    misplaced += refusals.filter { if case .status = $0.reason { true } else { false } }
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
      // Any message of the target that is acknowledged: which are is known only when they were answered.
      case .unknownTopic, .messageTooLarge, .status: return nil
      }
    }
  }

  /// One diagnostic for each expected refusal without a control.
  var diagnostics: [Diagnostic] {
    let unanswered = isOpen ? [] : answers.filter { !acknowledgedTargets.contains($0.target) }
    return misplaced.map(Self.misplacedReason)
      + unanswered.map { answer in
        Diagnostic(
          code: .noControl,
          "no other stage shows that the target of \"refused == \(answer.refusal.reason.rawValue)\" acknowledges anything",
          at: answer.refusal.range, remedy: "add a stage that posts messages to it which it takes")
      } + withoutControl
  }

  private static func misplacedReason(_ refusal: ExpectedRefusal) -> Diagnostic {
    let words = refusal.reason.rawValue
    let status: Int? =
      switch refusal.reason {
      case .authentication: 401
      case .authorization: 403
      case .unknownTopic: 404
      case .messageTooLarge: 413
      case .tls, .status: nil
      }
    if case .status = refusal.reason {
      return Diagnostic(
        code: .notAllowed, "a topic answers with no status: \"refused == \(words)\" is for stages with \"to\"",
        at: refusal.range, remedy: "write, for example, refused == authorization")
    }
    return Diagnostic(
      code: .notAllowed, "a target answers with a status, not with \(words)", at: refusal.range,
      remedy: status.map { "write refused == \($0)" } ?? "remove it")
  }

  private var withoutControl: [Diagnostic] {
    missing.map { refusal, remedy in
      Diagnostic(
        code: .noControl,
        "no other client shows that \"refused == \(refusal.reason.rawValue)\" is not the client's own fault",
        at: refusal.range, remedy: remedy)
    }
  }
}
