internal import Kafka

/// The outcome of a message, by the client's report.
enum Delivery: Sendable, Equatable {
  case acknowledged
  /// It may be in the topic or not.
  case unknown
  /// The client gave it back because the sending was ended: it is not in the topic, and was not refused.
  case unsent
  case rejected

  /// `isEnded` where the sending was ended, and the client gives back what it holds.
  init(_ report: DeliveryReport, isEnded: Bool) {
    switch report.status {
    case .persisted: self = .acknowledged
    case .possiblyPersisted: self = .unknown
    case .notPersisted: self = isEnded && KafkaError(code: report.code).isTakenBack ? .unsent : .rejected
    }
  }
}
