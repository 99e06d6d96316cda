internal import Kafka
internal import Scenarios
internal import Verification

/// Sends a part of a stage, or all of it, on a queue of its own: to a topic, or to a target.
protocol StageWorker: AnyObject, Sendable {
  /// Happens once everything is sent and answered, or given up.
  var finished: Completion { get }

  /// Connects, where that is possible before the first message; the error that keeps it from sending.
  func connect(_ stop: StopRequest) -> KafkaError?

  /// The stage begins at `start`, a time since the run's start.
  func begin(at start: Nanoseconds)

  /// No more is sent; what is on its way gets its grace.
  func end(_ reason: SendingEnding)

  /// Everything on its way gets no more time.
  func hurry()

  /// Ends the client, once the stage has finished, or where it never begins.
  func close()

  var progress: SendingProgress { get }

  /// True until all is sent, or the sending was ended.
  var isSending: Bool { get }

  /// The reason why its sending was ended before all was sent.
  var ending: SendingEnding? { get }

  /// Once it has finished.
  var outcome: WorkerOutcome { get }
}

/// The outcome of what one worker sent.
struct WorkerOutcome {
  var tally: StageTally
  var ending: SendingEnding?
  var offered: UInt64
  /// The times for which this process was stopped.
  var standstills: Intervals
  /// The times for which brokers held the client back.
  var throttled = Intervals()
  /// The permission that its messages were rejected for, where that is not what the stage expects.
  var unexpectedRefusal: KafkaError?
  /// The answers of the target, and what became of each message; nil where messages are sent to a topic.
  var answers: TargetAnswers?
  var posted: PostedMessages?
}
