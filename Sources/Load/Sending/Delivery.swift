internal import Kafka

/// The outcome of a message, by the client's report.
enum Delivery: Sendable, Equatable {
  case acknowledged
  /// It may be in the topic or not.
  case unknown
  /// The client gave it back: it is not in the topic, and was not refused. The client does so when it is asked to, once the
  /// sending was ended, and by itself when it fails, possibly before it reports that.
  case unsent
  case rejected

  init(_ report: DeliveryReport) {
    switch report.status {
    case .persisted: self = .acknowledged
    case .possiblyPersisted: self = .unknown
    case .notPersisted: self = KafkaError(code: report.code).isTakenBack ? .unsent : .rejected
    }
  }
}
