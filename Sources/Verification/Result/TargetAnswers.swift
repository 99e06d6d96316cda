/// The answers that a stage got from its target, and the connections that it had there.
package struct TargetAnswers: Sendable, Equatable, Codable {
  /// The target's name.
  package var target: String
  /// The most connections that were open at once.
  package var connectionsMax: Int
  package var connectionsMade: UInt64
  /// Answers 2xx, 3xx, 4xx and 5xx; any other counts as none.
  package var successes: UInt64
  package var redirects: UInt64
  package var clientErrors: UInt64
  package var serverErrors: UInt64
  /// Requests that got no answer that could be read.
  package var unanswered: UInt64

  package init(
    target: String, connectionsMax: Int = 0, connectionsMade: UInt64 = 0, successes: UInt64 = 0,
    redirects: UInt64 = 0, clientErrors: UInt64 = 0, serverErrors: UInt64 = 0, unanswered: UInt64 = 0
  ) {
    self.target = target
    self.connectionsMax = connectionsMax
    self.connectionsMade = connectionsMade
    self.successes = successes
    self.redirects = redirects
    self.clientErrors = clientErrors
    self.serverErrors = serverErrors
    self.unanswered = unanswered
  }
  /// Adds up counts; of the connections that were open at once it keeps the greater number.
  package mutating func add(_ other: TargetAnswers) {
    connectionsMax = max(connectionsMax, other.connectionsMax)
    connectionsMade &+= other.connectionsMade
    successes &+= other.successes
    redirects &+= other.redirects
    clientErrors &+= other.clientErrors
    serverErrors &+= other.serverErrors
    unanswered &+= other.unanswered
  }
}
