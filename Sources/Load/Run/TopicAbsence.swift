package import Kafka

/// Why a topic that is left to the cluster is not there.
package enum TopicAbsence: Sendable, Equatable {
  /// A broker says that it creates none.
  case switchedOff
  /// It did not come within this time. `isAutomatic`: a broker says that it creates topics; nil where that may not be read.
  case overdue(isAutomatic: Bool?, seconds: Int)
  /// The broker's own reason, such as a missing permission.
  case refused(KafkaError)

  /// A broker that creates topics was asked, and may yet do so.
  var mayComeLater: Bool {
    switch self {
    case .overdue: true
    case .switchedOff, .refused: false
    }
  }
}
