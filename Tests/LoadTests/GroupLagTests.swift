import Kafka
import Scenarios
import Synchronization
import Testing

@testable import Load

/// The lag of a group out of its samples. Times in seconds.
@Suite struct GroupLagTests {
  private static func at(_ partition: Int32, _ topic: String = "events") -> TopicPartition {
    TopicPartition(topic: topic, partition: partition)
  }

  private static func position(
    _ partition: Int32, _ committed: Int64?, of end: Int64, topic: String = "events"
  ) -> GroupPosition {
    GroupPosition(partition: at(partition, topic), committed: committed, end: end)
  }

  /// One sample a second from 0 on; nil failed.
  private static func lag(
    _ samples: [[GroupPosition]?], noted: [TopicPartition: Int64] = [:], topics: [String] = ["events"]
  ) -> GroupLag {
    var lag = GroupLag(topics: topics, counted: CountedOffsets(noted: noted))
    for (second, positions) in samples.enumerated() {
      if let positions { lag.note(positions, at: .seconds(Int64(second))) } else { lag.noteFailure() }
    }
    return lag
  }

  static let counted: [(name: String, samples: [[GroupPosition]], noted: [TopicPartition: Int64], lags: [UInt64])] = [
    ("added over the partitions", [[position(0, 5, of: 9), position(1, 0, of: 7)]], [:], [11]),
    ("nothing to read", [[position(0, 9, of: 9)]], [:], [0]),
    // A group that begins at the end would else show the whole topic.
    ("without a commit from the noted offset", [[position(0, nil, of: 9000)]], [at(0): 9000], [0]),
    ("without a commit, what came since", [[position(0, nil, of: 9010)]], [at(0): 9000], [10]),
    (
      "without a commit and a note, from the first sample", [[position(0, nil, of: 70)], [position(0, nil, of: 75)]],
      [:], [0, 5]
    ),
    ("a commit before the noted offset counts", [[position(0, 8000, of: 9000)]], [at(0): 9000], [1000]),
    (
      "a partition that is added counts from 0",
      [[position(0, 4, of: 4)], [position(0, 4, of: 4), position(1, nil, of: 30)]], [at(0): 0], [0, 30]
    ),
    (
      "and once the group has committed there, from that",
      [[position(0, 4, of: 4)], [position(0, 4, of: 4), position(1, 30, of: 30)]], [at(0): 0], [0, 0]
    ),
    ("a log that was cut back", [[position(0, 50, of: 40)]], [:], [0]),
    ("no partition", [[]], [:], [0]),
    ("more than there are numbers", [[position(0, -Int64.max, of: Int64.max)]], [:], [0]),
  ]

  @Test("what counts", arguments: counted)
  func counts(_ name: String, _ samples: [[GroupPosition]], _ noted: [TopicPartition: Int64], _ lags: [UInt64]) {
    #expect(Self.lag(samples, noted: noted).samples.map(\.lag) == lags, "\(name)")
  }

  @Test func eachTopicHasItsOwn() {
    let lag = Self.lag(
      [
        [Self.position(0, 0, of: 3), Self.position(0, 0, of: 50, topic: "orders")],
        [Self.position(0, 1, of: 9), Self.position(0, 50, of: 50, topic: "orders")],
      ], topics: ["events", "orders"])
    #expect(lag.max() == 53)
    #expect(lag.max(ofTopic: 0) == 8)
    #expect(lag.max(ofTopic: 1) == 50)
    #expect(lag.last(ofTopic: 1) == 0)
    #expect(lag.caughtUp(ofTopic: 1, since: .zero) == .after(.seconds(1), gapSince: nil))
    #expect(lag.caughtUp(since: .zero) == .notWithin(.seconds(1)))
  }

  private static func sampled(_ lags: [Int64?]) -> GroupLag {
    lag(lags.map { lag in lag.map { [position(0, 0, of: $0)] } })
  }

  static let ends: [(name: String, lags: [Int64?], lastSend: Int64, caughtUp: GroupLag.CaughtUp)] = [
    ("at once", [9, 0], 1, .after(0, gapSince: nil)),
    ("after a while", [9, 7, 5, 0, 0], 1, .after(.seconds(2), gapSince: nil)),
    ("0 before the last send proves nothing", [0, 0, 5, 6], 2, .notWithin(.seconds(1))),
    ("it stays what it was first", [9, 0, 4], 0, .after(.seconds(1), gapSince: nil)),
    ("never", [9, 9, 9, 9], 1, .notWithin(.seconds(2))),
    // A gap is neither a lag nor none.
    ("a failed sample between", [9, nil, 0], 0, .after(.seconds(2), gapSince: .zero)),
    ("failed ever since", [9, 9, nil, nil], 2, .unknown),
    ("behind, and then nothing", [9, 9, 9, nil], 1, .notWithin(.seconds(1))),
    ("never answered", [nil, nil], 0, .unknown), ("not asked", [], 0, .unknown),
  ]

  @Test("when it had caught up", arguments: ends)
  func catchesUp(_ name: String, _ lags: [Int64?], _ lastSend: Int64, _ caughtUp: GroupLag.CaughtUp) {
    #expect(Self.sampled(lags).caughtUp(since: .seconds(lastSend)) == caughtUp, "\(name)")
  }

  @Test func aFailedSampleIsAGap() {
    let lag = Self.sampled([5, nil, 0, nil, nil, 7])
    #expect(lag.series == [5, nil, 0, nil, nil, 7])
    #expect((lag.samples.count, lag.failures) == (3, 3))
    #expect((lag.max(), lag.last()) == (7, 7))
    #expect((Self.sampled([nil]).max(), Self.sampled([nil]).last()) == (nil, nil))
  }

  @Test func theGreatestOfASecondIsItsRow() {
    var lag = GroupLag(topics: ["events"])
    for (time, end) in [(2100, 4), (2600, 9), (2900, 6)] as [(Int64, Int64)] {
      lag.note([Self.position(0, 0, of: end)], at: .milliseconds(time))
    }
    #expect(lag.series == [nil, nil, 9])
  }
}

/// The watch itself, with answers from here.
@Suite struct GroupWatchTests {
  private final class Answers: Sendable {
    private let next = Mutex<[Result<Int64, KafkaError>]>([])

    init(_ answers: [Result<Int64, KafkaError>]) { next.withLock { $0 = answers } }

    /// The last one again and again.
    func take() throws(KafkaError) -> [GroupPosition] {
      let answer = next.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
      return [
        GroupPosition(
          partition: TopicPartition(topic: "events", partition: 0), committed: 0, end: try answer.get())
      ]
    }
  }

  private static func watch(_ answers: [Result<Int64, KafkaError>], _ clock: RunClock) -> GroupWatch {
    let answers = Answers(answers)
    return GroupWatch(topics: ["events"], noted: [:], clock: clock) { () throws(KafkaError) in try answers.take() }
  }

  private static func eventually(_ condition: () -> Bool) -> Bool {
    let end = MonotonicClock.now() + 10_000_000_000
    while !condition() {
      guard MonotonicClock.now() < end else { return false }
      pause(for: .milliseconds(1))
    }
    return true
  }

  @Test func samplesComeUntilItEnds() {
    let clock = RunClock()
    let watch = Self.watch([.success(7), .failure(.timedOut), .success(3), .success(0)], clock)
    #expect(watch.isCaughtUp(since: .zero) == nil)
    watch.begin(every: .milliseconds(10))
    watch.awaitFirst()
    #expect(watch.lag.samples.first?.lag == 7)
    #expect(Self.eventually { watch.isCaughtUp(since: .zero) == true })
    #expect(watch.hasCaughtUp(since: .zero))
    #expect(watch.isCaughtUp(since: clock.time + .seconds(60)) == nil)
    watch.end()
    #expect(watch.lag.samples.prefix(3).map(\.lag) == [7, 3, 0])
    #expect(watch.lag.failures == 1)
    #expect(watch.lastFailure == .timedOut)
    let count = watch.lag.samples.count
    pause(for: .milliseconds(50))
    #expect(watch.lag.samples.count == count)
  }

  @Test func oneThatIsBehindIsSaidToBe() {
    let watch = Self.watch([.success(5)], RunClock())
    watch.begin(every: .milliseconds(10))
    watch.awaitFirst()
    #expect(watch.isCaughtUp(since: .zero) == false)
    #expect(!watch.hasCaughtUp(since: .zero))
    watch.end()
  }
}

extension GroupWatchTests {
  /// Where a run cannot begin.
  @Test func oneThatWasNeverBegun() {
    let watch = Self.watch([.success(5)], RunClock())
    watch.end()
    #expect(watch.lag.samples.isEmpty)
  }
}
