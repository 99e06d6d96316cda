/// The reason why the messages of a stage are turned away.
package enum RefusalReason: Sendable, Hashable, Codable {
  case authentication, authorization, tls
  case unknownTopic
  case messageTooLarge
  /// The status that a target answers with, as `422`.
  case status(Int)

  /// The reasons of a cluster; a target has a status.
  package static let words: [RefusalReason] = [.authentication, .authorization, .tls, .unknownTopic, .messageTooLarge]

  /// Statuses of an answer that a target can give instead of taking a message.
  package static let statuses = 200...599
}

extension RefusalReason: RawRepresentable {
  /// As it is written in a scenario and in files.
  package var rawValue: String {
    switch self {
    case .authentication: "authentication"
    case .authorization: "authorization"
    case .tls: "tls"
    case .unknownTopic: "unknown-topic"
    case .messageTooLarge: "message-too-large"
    case .status(let status): String(status)
    }
  }

  package init?(rawValue: String) {
    if let word = Self.words.first(where: { $0.rawValue == rawValue }) {
      self = word
    } else if rawValue.utf8.count == 3, rawValue.utf8.allSatisfy({ 48...57 ~= $0 }), let status = Int(rawValue),
      Self.statuses.contains(status)
    {
      self = .status(status)
    } else {
      return nil
    }
  }
}
