internal import Scenarios

/// The lag of a consumer group over a run, sample by sample. Pure: times count from the run's start.
///
/// A sample that failed is a gap: nothing is known of the group then, neither that it was behind nor that it was not.
struct GroupLag: Sendable, Equatable {
  /// The group's topics.
  let topics: [String]
  private(set) var samples: [GroupSample] = []
  /// The samples that failed.
  private(set) var failures = 0
  /// The numbers of samples that had succeeded when one failed, each once.
  private var gaps: [Int] = []
  private var counted: CountedOffsets

  init(topics: [String], counted: CountedOffsets = CountedOffsets()) {
    self.topics = topics
    self.counted = counted
  }

  mutating func note(_ positions: [GroupPosition], at time: Nanoseconds) {
    samples.append(GroupSample(at: time, lags: counted.lags(at: positions, of: topics)))
  }

  mutating func noteFailure() {
    failures += 1
    if gaps.last != samples.count { gaps.append(samples.count) }
  }

  // MARK: Answers

  /// The answer to the question when the group had read everything.
  enum CaughtUp: Sendable, Equatable {
    /// The time from the last send to the first sample without lag; and where samples failed just before that one, to the last sample
    /// with lag, or to the send itself: it may have caught up at any time between.
    case after(Nanoseconds, gapSince: Nanoseconds?)
    /// The lag was not 0 in any sample up to this long after the last send.
    case notWithin(Nanoseconds)
    /// No sample after the last send succeeded.
    case unknown
  }

  /// The lag in all topics together, or in the topic of this index.
  private func lag(_ sample: GroupSample, _ topic: Int?) -> UInt64 {
    guard let topic else { return sample.lag }
    return sample.lags.indices.contains(topic) ? sample.lags[topic] : 0
  }

  /// Nil where no sample succeeded.
  func max(ofTopic topic: Int? = nil) -> UInt64? { samples.lazy.map { lag($0, topic) }.max() }

  /// The lag of the last sample that succeeded; nil where none did.
  func last(ofTopic topic: Int? = nil) -> UInt64? { samples.last.map { lag($0, topic) } }

  func caughtUp(ofTopic topic: Int? = nil, since lastSend: Nanoseconds) -> CaughtUp {
    let after = samples.drop { $0.at < lastSend }
    if let index = after.firstIndex(where: { lag($0, topic) == 0 }) {
      let hasGap = gaps.contains(index)
      let before = index > after.startIndex ? after[index - 1].at - lastSend : .zero
      return .after(after[index].at - lastSend, gapSince: hasGap ? before : nil)
    }
    return after.last.map { .notWithin($0.at - lastSend) } ?? .unknown
  }

  /// True where the last sample of all succeeded, and was asked for after the last send.
  func isAnsweredAtEnd(since lastSend: Nanoseconds) -> Bool {
    guard let last = samples.last, last.at >= lastSend else { return false }
    return gaps.last != samples.count
  }

  /// The greatest lag in each second of the run; nil where no sample succeeded in it.
  var series: [UInt64?] {
    var series: [UInt64?] = []
    for sample in samples {
      let second = Swift.max(Int(sample.at.count / Nanoseconds.seconds(1).count), 0)
      while series.count <= second { series.append(nil) }
      series[second] = Swift.max(series[second] ?? 0, sample.lag)
    }
    return series
  }
}
