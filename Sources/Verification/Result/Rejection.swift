/// Messages that the cluster or the client turned away for one reason.
package struct Rejection: Sendable, Equatable, Codable {
  /// librdkafka's name of the error: `MSG_SIZE_TOO_LARGE`.
  package var code: String
  package var text: String
  package var count: UInt64
  /// Transport, timeout, login, TLS or authorization: says nothing about the messages themselves.
  package var isInfrastructure: Bool

  package init(code: String, text: String, count: UInt64, isInfrastructure: Bool) {
    self.code = code
    self.text = text
    self.count = count
    self.isInfrastructure = isInfrastructure
  }
}
