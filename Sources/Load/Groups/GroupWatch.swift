internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Synchronization

/// Asks for the lag of a consumer group again and again, on a queue of its own. It does not join the group.
///
/// `@unchecked Sendable`: the timer is made once; all that changes is under mutexes.
final class GroupWatch: @unchecked Sendable {
  private let queue = DispatchQueue(label: "rehearse.group", qos: .utility)
  private let timer: any DispatchSourceTimer
  private let clock: RunClock
  private let positions: @Sendable () throws(KafkaError) -> [GroupPosition]
  private let state: Mutex<State>

  private struct State {
    var lag: GroupLag
    var lastFailure: KafkaError?
  }

  /// It begins with `begin`. `positions` asks for the group's place in every partition, and may take some seconds.
  init(
    topics: [String], noted: [TopicPartition: Int64], clock: RunClock,
    positions: @escaping @Sendable () throws(KafkaError) -> [GroupPosition]
  ) {
    self.clock = clock
    self.positions = positions
    state = Mutex(State(lag: GroupLag(topics: topics, counted: CountedOffsets(noted: noted))))
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.setEventHandler { @Sendable [weak self] in self?.ask() }
    // One that is never activated must not be released.
    timer.activate()
  }

  /// Takes the first sample now, and then one in every such time.
  func begin(every interval: Nanoseconds) {
    queue.async { @Sendable [weak self] in self?.ask() }
    let every = DispatchTimeInterval.nanoseconds(Int(clamping: max(interval, .milliseconds(10)).count))
    timer.schedule(deadline: .now() + every, repeating: every, leeway: .milliseconds(10))
  }

  /// Returns once the first sample was taken. Without a commit a group counts from the ends of then in partitions whose ends were
  /// not noted before.
  func awaitFirst() { queue.sync {} }

  /// Ends it, and returns once nothing of it runs any more: within the time of one question.
  func end() {
    timer.cancel()
    queue.sync {}
  }

  /// The samples so far.
  var lag: GroupLag { state.withLock { $0.lag } }

  /// The last failure of a sample.
  var lastFailure: KafkaError? { state.withLock { $0.lastFailure } }

  /// True if a sample that was asked for at this time or later had no lag.
  func hasCaughtUp(since time: Nanoseconds) -> Bool {
    if case .after = lag.caughtUp(since: time) { true } else { false }
  }

  /// True if the last sample that was asked for at this time or later, and that succeeded, had no lag; nil where there is none.
  func isCaughtUp(since time: Nanoseconds) -> Bool? {
    state.withLock { state in
      guard let last = state.lag.samples.last, last.at >= time else { return nil }
      return last.lag == 0
    }
  }

  private func ask() {
    let at = clock.time
    do throws(KafkaError) {
      let positions = try positions()
      state.withLock { state in
        state.lag.note(positions, at: at)
      }
    } catch {
      state.withLock { state in
        state.lag.noteFailure()
        state.lastFailure = error
      }
    }
  }
}
