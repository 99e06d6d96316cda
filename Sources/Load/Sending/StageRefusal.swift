internal import Kafka
internal import Scenarios

/// The messages of a stage that the cluster turns away before they are sent: the client would keep them until their time-out, and
/// try again for ever. Pure: times count from the run's start.
struct StageRefusal: Sendable {
  /// The reason for which the stage is expected to be refused; nil where it is not.
  private let expected: RefusalReason?
  /// The error with which its messages are turned away; nil where they are not.
  private(set) var error: KafkaError?
  /// The first error of access since the last acknowledgement.
  private var last: (error: KafkaError, since: Nanoseconds)?
  private var purgedAt: Nanoseconds?
  /// Something was acknowledged: the client was let in.
  private var wasAdmitted = false

  /// Without an acknowledgement for this long the error is taken for the broker's last word: it is below the 5 s within which a
  /// user hears of a refusal.
  static let patience = Nanoseconds.seconds(3)
  /// The same for the login of a client that was let in before: a broker that starts may refuse it for a moment.
  static let patienceOnceAdmitted = Nanoseconds.seconds(15)
  /// The time for which the client keeps messages all the same: if it signs in after all, they go through.
  static let hold = Nanoseconds.milliseconds(250)

  init(expected: RefusalReason?, known error: KafkaError?) {
    self.expected = expected
    self.error = error
  }

  mutating func note(_ error: KafkaError, at now: Nanoseconds) {
    let isOfAccess = [.authentication, .authorization, .tls].contains(error.refusalReason) || error.missingToken != nil
    if isOfAccess, last == nil { last = (error, now) }
  }

  /// Takes in an acknowledgement.
  mutating func heard() {
    last = nil
    wasAdmitted = true
  }

  /// A permission is the cluster's to give; that it is missing does not pass.
  private func patience(with error: KafkaError) -> Nanoseconds {
    wasAdmitted && error.kind != .authorization ? Self.patienceOnceAdmitted : Self.patience
  }

  /// The next step for the stage.
  enum Decision: Equatable {
    case goOn
    /// The messages that the client holds are taken back and count as rejected.
    case purge
    /// No more is sent: nothing gets through, and that is not expected.
    case end(KafkaError)
  }

  /// `awaited` is the number of messages that the client holds; `areRejected`: it turned messages away just now.
  mutating func decide(awaited: Int, areRejected: Bool, at now: Nanoseconds) -> Decision {
    // Without a message that waits, no answer is missing.
    if error == nil, awaited > 0 || areRejected, let last, now - last.since > patience(with: last.error) {
      guard let expected, last.error.refusalReason == expected else { return .end(last.error) }
      error = last.error
    }
    guard error != nil, awaited > 0 else { return .goOn }
    let since = purgedAt ?? now
    if purgedAt == nil { purgedAt = now }
    guard now - since >= Self.hold else { return .goOn }
    purgedAt = now
    return .purge
  }

  /// Takes in that the client failed for good; true where that is the refusal that is expected.
  mutating func noteFatal(_ fatal: KafkaError) -> Bool {
    guard let expected, fatal.refusalReason == expected else { return false }
    error = error ?? fatal
    return true
  }
}

extension KafkaError {
  /// The reason for which a cluster turns a client or its message away; nil for any other error.
  var refusalReason: RefusalReason? {
    switch kind {
    case .authentication: missingToken == nil ? .authentication : nil
    case .authorization: .authorization
    case .tls: .tls
    case .unknownTopic: .unknownTopic
    case .transport, .timeout, .resolving, .other: isTooLarge ? .messageTooLarge : nil
    }
  }
}
