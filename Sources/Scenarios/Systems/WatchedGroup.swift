package import Diagnostics

/// A consumer group of the system under test whose lag is watched.
package struct WatchedGroup: Sendable, Equatable {
  /// The key.
  package var name: String
  /// The position of its key.
  package var range: SourceRange
  /// Its name in the cluster.
  package var group: String
  /// The topics whose lag counts; indices in `Scenario.topics`.
  package var topics: [Int]
  /// The time between two questions.
  package var every: Nanoseconds
  /// As written in the group, in its order.
  package var expectations: [Expectation]

  package init(
    name: String, range: SourceRange, group: String, topics: [Int], every: Nanoseconds = .seconds(1),
    expectations: [Expectation] = []
  ) {
    self.name = name
    self.range = range
    self.group = group
    self.topics = topics
    self.every = every
    self.expectations = expectations
  }
}
