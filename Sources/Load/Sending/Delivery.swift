internal import Kafka

/// The outcome of a message, by the client's report.
enum Delivery: Sendable, Equatable {
  case acknowledged
  /// It may be in the topic or not.
  case unknown
  /// The client gave it back because the sending was ended: it is not in the topic, and was not refused.
  case unsent
  case rejected

  /// The state of the sending when a report comes.
  enum Sending: Sendable, Equatable {
    case running
    /// It was ended: the client gives back what it holds.
    case ended
  }

  init(_ report: DeliveryReport, while sending: Sending) {
    switch report.status {
    case .persisted: self = .acknowledged
    case .possiblyPersisted: self = .unknown
    case .notPersisted: self = sending == .ended && KafkaError(code: report.code).isTakenBack ? .unsent : .rejected
    }
  }
}
