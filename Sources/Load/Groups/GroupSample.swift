internal import Kafka
internal import Scenarios

/// The place of a consumer group in one partition.
struct GroupPosition: Sendable, Equatable {
  var partition: TopicPartition
  /// The offset that the group committed; nil where it committed none.
  var committed: Int64?
  /// The partition's end, asked after the commit: a lag that was 0 meanwhile is never taken for one that is.
  var end: Int64
}

/// The records that a group had left to read at one moment.
struct GroupSample: Sendable, Equatable {
  /// The time when it was asked for, since the run's start.
  var at: Nanoseconds
  /// By topic, in the order of the group's.
  var lags: [UInt64]

  var lag: UInt64 { lags.reduce(0) { $0.addingReportingOverflow($1).overflow ? .max : $0 + $1 } }
}

/// The offsets from which a group counts in partitions where it has committed nothing: those noted before the first send, as a group
/// that begins with `latest` would else show the whole topic. A partition that is added later counts from its beginning, 0.
struct CountedOffsets: Sendable, Equatable {
  private var offsets: [TopicPartition: Int64]
  /// False until the partitions have been listed once.
  private var areKnown = false

  /// - Parameter noted: the ends before the first send, as far as they are known; the first list gives the others.
  init(noted: [TopicPartition: Int64] = [:]) { offsets = noted }

  /// The lags of the group by topic, at these positions.
  mutating func lags(at positions: [GroupPosition], of topics: [String]) -> [UInt64] {
    var lags = [UInt64](repeating: 0, count: topics.count)
    for position in positions {
      if offsets[position.partition] == nil { offsets[position.partition] = areKnown ? 0 : position.end }
      guard let topic = topics.firstIndex(of: position.partition.topic) else { continue }
      let from = position.committed ?? offsets[position.partition] ?? 0
      let (difference, overflow) = position.end.subtractingReportingOverflow(from)
      if !overflow, difference > 0 { lags[topic] = lags[topic] &+ UInt64(difference) }
    }
    areKnown = true
    return lags
  }
}
