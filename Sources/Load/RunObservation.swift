package import Scenarios
package import Verification

/// What a run was seen to do: measured and counted, not yet judged.
package struct RunObservation: Sendable {
  /// Of all stages of the scenario, those that did not run included; their verdict is still `skipped`.
  package var stages: [StageResult]
  package var partitions: [PartitionReading] = []
  package var errors: [LoadError] = []
  package var notes: [RunNote] = []
  package var brokerCount: Int?
  /// From the last send to the end of reading.
  package var drain: Nanoseconds?
  package var duration = Nanoseconds.zero
}

/// How far a stage is, for whoever watches.
package struct StageProgress: Sendable {
  package var stage: String
  /// Since the stage's start.
  package var elapsed: Nanoseconds
  package var target: Nanoseconds?
  package var sent: UInt64
  package var total: UInt64?
  package var acknowledged: UInt64
  package var rejected: UInt64
  /// Not sent because of what is in it; not part of `sent`.
  package var withheld: UInt64
  package var read: UInt64
  /// Sent a second, since the line before.
  package var rate: Double
  package var latenessMax: Nanoseconds?
  package var lag: UInt64
}
