internal import Dispatch
internal import Kafka
internal import Posting
internal import Scenarios
internal import Synchronization
internal import Verification

/// The sending of one stage, by all of its producers.
final class StageSending: Sendable {
  let index: Int
  let stage: Stage
  private let workers: [any StageWorker]
  private let intervals: StageIntervals
  private let clock: RunClock

  init(index: Int, stage: Stage, clock: RunClock, intervals: StageIntervals, workers: [any StageWorker]) {
    (self.index, self.stage, self.clock, self.intervals, self.workers) = (index, stage, clock, intervals, workers)
  }

  /// Makes the clients of a stage that sends to a topic; `bell` rings once one of them has finished.
  convenience init(
    _ plans: [SendingPlan], profile: ClientProfile, clock: RunClock, quota: EmbeddedQuota?, liveness: Liveness,
    limits: RunLimits, bell: Bell, log: @escaping ClientLog,
    settle: @escaping @Sendable (_ stage: Int, [Settlement]) -> Void
  ) throws(KafkaError) {
    let intervals = StageIntervals(producers: plans.count)
    var made: [ProducerWorker] = []
    do throws(KafkaError) {
      for plan in plans {
        made.append(
          try ProducerWorker(
            plan, profile: profile, clock: clock, quota: quota, liveness: liveness, limits: limits,
            intervals: intervals, bell: bell, log: log, settle: settle))
      }
    } catch {
      for worker in made { worker.close() }
      throw error
    }
    self.init(index: plans[0].index, stage: plans[0].stage, clock: clock, intervals: intervals, workers: made)
  }

  /// Makes the client of a stage that posts to a target.
  convenience init(
    _ plan: PostingPlan, clock: RunClock, liveness: Liveness, limits: RunLimits, bell: Bell
  ) throws(PostingError) {
    let intervals = StageIntervals(producers: 1)
    let worker = try PostingWorker(
      plan, clock: clock, liveness: liveness, limits: limits, intervals: intervals, bell: bell)
    self.init(index: plan.index, stage: plan.stage, clock: clock, intervals: intervals, workers: [worker])
  }

  /// Connects all clients at the same time; the first error that keeps one from it.
  func connect(_ stop: StopRequest) -> KafkaError? {
    guard workers.count > 1 else { return workers[0].connect(stop) }
    let errors = Mutex<[KafkaError]>([])
    let connecting = workers.map { worker in
      let connected = Completion()
      DispatchQueue(label: "rehearse.connecting").async { @Sendable in
        if let error = worker.connect(stop) { errors.withLock { $0.append(error) } }
        connected.signal()
      }
      return connected
    }
    for connected in connecting { _ = connected.wait(for: nil) }
    return errors.withLock { $0.first }
  }

  /// The stage begins at `start`, a time since the run's start.
  func begin(at start: Nanoseconds) { for worker in workers { worker.begin(at: start) } }

  var isFinished: Bool { workers.allSatisfy { $0.finished.wait(for: .zero) } }

  /// Nothing more is sent.
  var isSettling: Bool { workers.allSatisfy { !$0.isSending } }

  func end(_ reason: SendingEnding) { for worker in workers { worker.end(reason) } }

  /// Where one of several producers was ended, the others are as well.
  func spreadEnding() {
    guard workers.count > 1, let ending = workers.lazy.compactMap(\.ending).first else { return }
    end(ending)
  }

  func hurry() { for worker in workers { worker.hurry() } }

  /// Closes the clients beside what comes next, which would else begin up to a second later.
  func close() -> Completion {
    let closed = Completion()
    let open = Countdown(workers.count)
    for worker in workers {
      DispatchQueue(label: "rehearse.closing").async { @Sendable in
        worker.close()
        if open.isLast() { closed.signal() }
      }
    }
    return closed
  }

  var progress: SendingProgress {
    var sum = workers[0].progress
    for worker in workers.dropFirst() { sum.add(worker.progress) }
    return sum
  }

  struct Outcome {
    var tally: StageTally
    /// The start of the stage, since the run's.
    var start: Nanoseconds
    var ending: SendingEnding?
    var offered: UInt64
    /// The times for which this process was stopped.
    var standstills: Intervals
    /// The times for which brokers held the clients back.
    var throttled: Intervals
    /// The stage by the second, as far as its sending goes.
    var series: StageSeries
    /// The best window of the stage's greatest rate.
    var peak: PeakShare?
    /// The permission that its messages were rejected for, where that is not what the stage expects.
    var unexpectedRefusal: KafkaError?
    /// The answers of the target, and the one to each message; nil for a stage that sends to a topic.
    var answers: TargetAnswers?
    var posted: PostedMessages?

    /// The error with which a client failed.
    var fatal: KafkaError? { if case .fatal(let error)? = ending { error } else { nil } }
  }

  /// Once it has finished, having begun at `start`.
  func outcome(start: Nanoseconds) -> Outcome {
    let outcomes = workers.map(\.outcome)
    var outcome = Outcome(
      tally: outcomes[0].tally, start: start, ending: outcomes.lazy.compactMap(\.ending).first, offered: 0,
      standstills: Intervals(), throttled: Intervals(), series: intervals.series, peak: intervals.peak,
      unexpectedRefusal: outcomes.lazy.compactMap(\.unexpectedRefusal).first,
      answers: outcomes[0].answers, posted: outcomes[0].posted)
    for other in outcomes.dropFirst() { outcome.tally.add(other.tally) }
    for each in outcomes {
      outcome.offered += each.offered
      outcome.standstills.formUnion(each.standstills)
      outcome.throttled.formUnion(each.throttled)
    }
    // At `max` with a duration as many are due as were offered, or would have been.
    let due = stage.schedule.cutoff == nil ? stage.schedule.total ?? outcome.tally.due : outcome.tally.due
    outcome.tally.due = due
    outcome.tally.unsent += due - min(outcome.offered, due)
    return outcome
  }
}

/// Counts down what several threads finish.
private final class Countdown: Sendable {
  private let left: Atomic<Int>

  init(_ count: Int) { left = Atomic(count) }

  /// True for the last of all.
  func isLast() -> Bool { left.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0 }
}
