internal import Kafka
internal import Scenarios

/// Decides for how long a cluster that does not answer is asked again. Pure: times count from the first question.
struct ClusterReach: Sendable, Equatable {
  enum Decision: Sendable, Equatable {
    case askAgain
    /// `last` is the last error that says more than that all brokers are down.
    case giveUp(last: KafkaError?, seconds: Int)
  }

  /// Together with the waits that follow, below the 10 s within which a user hears of a mistake.
  static let refusedPatience = Nanoseconds.seconds(3)
  static let silentPatience = Nanoseconds.seconds(8)

  private(set) var last: KafkaError?
  /// The first report that all brokers are down.
  private var downSince: Nanoseconds?

  /// Takes in an error that the client reported.
  mutating func note(_ error: KafkaError, at now: Nanoseconds) {
    if error.isAllBrokersDown { downSince = downSince ?? now } else { last = error }
  }

  /// True once all brokers have been down for long enough to find out why.
  func isDown(at now: Nanoseconds) -> Bool { downSince.map { now - $0 > .milliseconds(500) } ?? false }

  func decide(at now: Nanoseconds) -> Decision {
    // Credentials and certificates do not become right by waiting.
    let isFinal = last.map { $0.kind == .authentication || $0.kind == .tls } ?? false
    let isRefused = downSince.map { now - $0 > Self.refusedPatience } ?? false
    guard isFinal || isRefused || now > Self.silentPatience else { return .askAgain }
    return .giveUp(last: last, seconds: Int(now.seconds.rounded()))
  }
}

extension [KafkaError] {
  /// The last of the errors that a client reported that names one of these `host:port` addresses.
  func last(naming addresses: [String]) -> KafkaError? {
    last { error in addresses.contains { error.text.contains($0) } }
  }
}
