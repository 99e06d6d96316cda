package import Diagnostics

/// A topic that stages send to.
package struct Topic: Sendable, Equatable {
  package enum Creation: String, Sendable, Codable {
    case ifMissing = "if-missing"
    case never
    case byBroker = "by-broker"
    /// Deleted if it exists, and created.
    case always
  }

  /// The time at which a topic is deleted that the run created.
  package enum Deletion: String, Sendable, Codable {
    case never
    /// After the run, if it passed.
    case passed
    /// After the run.
    case after
  }

  /// The name in the cluster; the key where nothing else is written.
  package var name: String
  package var range: SourceRange
  /// As stated; nil where the file is silent: 1 where it is created, whatever is there where it exists.
  package var partitions: Int?
  /// As stated; nil leaves it to the cluster's default.
  package var replication: Int?
  package var create: Creation
  /// The position of `create`, where that is written.
  package var createRange: SourceRange?
  package var deletion = Deletion.never
  /// `config`: passed on verbatim where it is created.
  package var settings: [TopicSetting] = []

  package init(name: String, range: SourceRange, partitions: Int?, replication: Int?, create: Creation) {
    self.name = name
    self.range = range
    self.partitions = partitions
    self.replication = replication
    self.create = create
  }
}

/// A setting of a topic by Kafka's own name.
package struct TopicSetting: Sendable, Equatable {
  package var name: String
  package var value: String
  /// The position of its name.
  package var range: SourceRange

  package init(name: String, value: String, range: SourceRange) {
    self.name = name
    self.value = value
    self.range = range
  }
}
