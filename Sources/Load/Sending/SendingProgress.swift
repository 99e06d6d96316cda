internal import Scenarios

/// The progress of a stage's sending at one moment.
struct SendingProgress: Sendable {
  /// Nanoseconds since the stage's start.
  var elapsed: Nanoseconds
  var offered: UInt64
  var acknowledged: UInt64
  var rejected: UInt64
  var unknown: UInt64
  var aborted: UInt64
  var withheld: UInt64
  var dropped: UInt64
  var bytesAcknowledged: UInt64
  var latenessMax: Nanoseconds?
  /// Messages that the client holds.
  var retained: Int
  /// The time for which the embedded broker has taken nothing; nil where it does not hold the stage up.
  var heldByBroker: Nanoseconds?
}

extension SendingProgress {
  /// Adds what another producer of the stage did.
  mutating func add(_ other: SendingProgress) {
    elapsed = max(elapsed, other.elapsed)
    offered += other.offered
    acknowledged += other.acknowledged
    rejected += other.rejected
    unknown += other.unknown
    aborted += other.aborted
    withheld += other.withheld
    dropped += other.dropped
    bytesAcknowledged += other.bytesAcknowledged
    latenessMax = [latenessMax, other.latenessMax].compactMap { $0 }.max()
    retained += other.retained
    heldByBroker = [heldByBroker, other.heldByBroker].compactMap { $0 }.max()
  }
}
