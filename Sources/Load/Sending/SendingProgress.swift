internal import Scenarios

/// The progress of a stage's sending at one moment.
struct SendingProgress: Sendable {
  /// Nanoseconds since the stage's start.
  var elapsed: Nanoseconds
  var offered: UInt64
  var acknowledged: UInt64
  var rejected: UInt64
  var withheld: UInt64
  var latenessMax: Nanoseconds?
  /// Messages that the client holds.
  var retained: Int
  /// The time for which the embedded broker has taken nothing; nil where it does not hold the stage up.
  var heldByBroker: Nanoseconds?
}
