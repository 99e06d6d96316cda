package import Diagnostics
package import Scenarios

/// An action of the time line, and what it cost: a row of `actions.csv`. Times count from the run's start.
package struct ActionResult: Sendable, Equatable, Codable {
  /// The end of a command.
  package enum Outcome: Sendable, Equatable, Codable {
    case succeeded
    /// Its time had not come when the sending ended, or the run was over before.
    case neverRan
    /// It did not end with 0, did not end in time, or could not be started; the reason in words, free of secrets.
    case failed(because: String)
  }

  package var name: String
  package var position: SourcePosition
  /// The commands as they are written.
  package var run: [String]
  package var then: [String]?
  package var outcome: Outcome
  /// Nil where there is no `then`.
  package var thenOutcome: Outcome?
  package var begun: Nanoseconds?
  /// The end of `run`.
  package var ended: Nanoseconds?
  /// The start and the end of `then`.
  package var thenBegun: Nanoseconds?
  package var thenEnded: Nanoseconds?
  /// The end of what the commands printed, free of secrets; at most 4 KiB.
  package var output: String?
  /// The longest time without an acknowledgement while some were awaited, from its start to 60 s after its end.
  package var ackGapMax: Nanoseconds?
  /// The longest time without a record read while some were to be read.
  package var readGapMax: Nanoseconds?
  /// From its start until the p99 of `ack_latency` was what it was before; nil where it was not, or cannot be said.
  package var recovery: Nanoseconds?
  /// Messages of its time that are missing in a sink, or lost, and records beyond the first.
  package var missing: UInt64?
  package var lost: UInt64?
  package var duplicated: UInt64?
  package var checks: [Check]

  package init(
    name: String, position: SourcePosition, run: [String], then: [String]? = nil, outcome: Outcome = .neverRan,
    thenOutcome: Outcome? = nil, begun: Nanoseconds? = nil, ended: Nanoseconds? = nil, thenBegun: Nanoseconds? = nil,
    thenEnded: Nanoseconds? = nil, output: String? = nil, checks: [Check] = []
  ) {
    self.name = name
    self.position = position
    self.run = run
    self.then = then
    self.outcome = outcome
    self.thenOutcome = thenOutcome
    self.begun = begun
    self.ended = ended
    self.thenBegun = thenBegun
    self.thenEnded = thenEnded
    self.output = output
    self.checks = checks
  }
}
