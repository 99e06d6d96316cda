package import Diagnostics

/// A posting request of phase 1 or 2, as values: what is to be posted, where, and with which credentials.
package struct PostRequest: Sendable, Equatable {
  package enum Format: String, Sendable, CaseIterable {
    case xml, json, string
  }

  package struct Truststore: Sendable, Equatable {
    /// A path, relative to the request's file.
    package var location: String
    package var password: String?

    package init(location: String, password: String? = nil) {
      self.location = location
      self.password = password
    }
  }

  package struct Account: Sendable, Equatable {
    package var name: String
    package var password: String

    package init(name: String, password: String) {
      self.name = name
      self.password = password
    }
  }

  package static let mostMessages: UInt64 = 1_000_000_000_000
  package static let mostProcesses: UInt64 = 64

  /// As written: addresses with commas between them, or the literal `embedded`.
  package var brokers: String
  package var topic: String
  /// The number that the topic is expected to have; only compared.
  package var partitions: UInt64?
  package var truststore: Truststore?
  package var account: Account?
  package var content: String
  /// The distinct names in single braces in the content, in the order written: each is a sequence from 1.
  package var names: [String] = []
  package var count: UInt64 = 1
  package var processes: UInt64 = 1
  /// Nil for any.
  package var partition: UInt64?
  package var format = Format.string
  /// The place of each attribute's value in the request's file, of those that are written.
  package var ranges: [PostAttribute: SourceRange] = [:]

  package init(brokers: String, topic: String, content: String) {
    self.brokers = brokers
    self.topic = topic
    self.content = content
  }
}
