package import Scenarios
package import Verification

/// The counts and measurements of a run, not yet judged.
package struct RunObservation: Sendable {
  /// The rows of all stages of the scenario; the verdict is still `skipped`.
  package var stages: [StageResult]
  package var partitions: [PartitionReading] = []
  /// The sinks, the groups and the actions of the scenario, in its order; their verdicts are still `skipped`.
  package var sinks: [SinkResult] = []
  /// The end of each sink's reading; nil for one that was not to be read, or not reached.
  package var sinkEnds: [SinkEnd?] = []
  package var groups: [GroupResult] = []
  package var actions: [ActionResult] = []
  package var errors: [LoadError] = []
  package var notes: [RunNote] = []
  /// Indices of the topics that the run created.
  package var createdTopics: [Int] = []
  package var brokerCount: Int?
  /// The answers that the scenario's identities got at their listeners, in its order; empty where the run did not get that far.
  package var admissions: [Admission] = []
  /// The answer to a reader that is expected to be refused; nil where none is, or the run did not get that far.
  package var readerAnswer: ReaderAnswer?
  /// The time from the last send to the end of reading.
  package var drain: Nanoseconds?
  package var duration = Nanoseconds.zero
  /// The processor time of the process while stages were sent: those that ran at the same time share it.
  package var sendingCPU: Nanoseconds?
  /// The times for which this process was stopped, up to the end of reading.
  package var standstills = Intervals()
  /// The times for which brokers said that they held the reader back.
  package var readerThrottled = Intervals()
}

/// The progress of a stage, for a line on the console.
package struct StageProgress: Sendable {
  package var stage: String
  /// The time since the stage's start.
  package var elapsed: Nanoseconds
  package var target: Nanoseconds?
  package var sent: UInt64
  package var total: UInt64?
  package var acknowledged: UInt64
  package var rejected: UInt64
  /// Messages that may not be sent because of their content; not part of `sent`.
  package var withheld: UInt64
  /// Nil where nothing is read back.
  package var read: UInt64?
  /// Messages sent a second, since the line before.
  package var rate: Double
  package var latenessMax: Nanoseconds?
  package var lag: UInt64?
}
