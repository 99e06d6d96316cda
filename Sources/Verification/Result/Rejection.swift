package import Scenarios

/// Messages that the cluster or the client turned away for one reason.
package struct Rejection: Sendable, Equatable, Codable {
  /// The one that turned them away.
  package enum Origin: Sendable, Equatable, Codable {
    /// The cluster. Where a batch was too large: with the topic's `max.message.bytes` as it was last asked for, that of the run's
    /// start if it was another, and the scenario's `batch.size` where that is above the limit.
    case cluster(maxMessageBytes: Int?, atStart: Int? = nil, batchSize: Int? = nil)
    /// The client, which did not send them; with its `message.max.bytes` where a message was larger than that.
    case client(messageMaxBytes: Int?)
  }

  /// librdkafka's name of the error: `MSG_SIZE_TOO_LARGE`.
  package var code: String
  /// librdkafka's text, which can name the broker for what the client refused.
  package var text: String
  package var count: UInt64
  /// Transport, timeout, login, TLS, authorization or a failed client: says nothing about the messages themselves.
  package var isInfrastructure: Bool
  /// The reason as an expectation has it; nil for others. What the client alone found too large is none.
  package var reason: RefusalReason?
  package var origin: Origin

  package init(
    code: String, text: String, count: UInt64, isInfrastructure: Bool, reason: RefusalReason? = nil,
    origin: Origin = .cluster(maxMessageBytes: nil)
  ) {
    self.code = code
    self.text = text
    self.count = count
    self.isInfrastructure = isInfrastructure
    self.reason = reason
    self.origin = origin
  }

  /// The code of what is larger than a limit of the topic's or of the client's.
  package static let tooLarge = "MSG_SIZE_TOO_LARGE"

  /// Notes the topic's `max.message.bytes` as it was asked for again; `batchSize` is the scenario's `batch.size` if it is above that.
  package mutating func note(maxMessageBytes last: Int, batchSize: Int?) {
    guard code == Self.tooLarge, case .cluster(let before, let atStart, _) = origin else { return }
    let first = atStart ?? before
    origin = .cluster(maxMessageBytes: last, atStart: first == last ? nil : first, batchSize: batchSize)
  }
}
