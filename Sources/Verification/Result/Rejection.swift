/// Messages that the cluster or the client turned away for one reason.
package struct Rejection: Sendable, Equatable, Codable {
  /// The one that turned them away.
  package enum Origin: Sendable, Equatable, Codable {
    /// The cluster; with the topic's `max.message.bytes` where a batch was larger than that, and the scenario's `batch.size`
    /// where that is above it.
    case cluster(maxMessageBytes: Int?, batchSize: Int? = nil)
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
  package var origin: Origin

  package init(
    code: String, text: String, count: UInt64, isInfrastructure: Bool, origin: Origin = .cluster(maxMessageBytes: nil)
  ) {
    self.code = code
    self.text = text
    self.count = count
    self.isInfrastructure = isInfrastructure
    self.origin = origin
  }
}
