/// Every limit that decides whether this machine, the cluster or nothing at all is shown by a measurement. One table, so that a
/// verdict can be traced to a line; ARCHITECTURE.md names it.
package enum Threshold {
  // MARK: The rate that a stage kept

  /// The part of its rate that a stage must keep, unless the scenario says otherwise; below it, it was limited.
  package static let keptRate = Fraction(99, over: 100)
  /// The part of the time that a stage took too long for which the cluster must have held the client back (its queue was full, or
  /// brokers throttled it) to have caused it. Below that, this machine did: processor or timers.
  package static let heldByCluster = Fraction(1, over: 2)
  /// At rate max: the part of its time for which a stage must have offered messages to a client that took each at once for this
  /// machine to be the limit.
  package static let offering = Fraction(9, over: 10)

  // MARK: Nothing passes that was not exercised

  /// The part of what was due in a window of the greatest rate that must be sent in time for the peak to have been reached.
  package static let peak = Fraction(95, over: 100)
  /// A message of such a window is in time if it is sent at most so long after the window's end: a tick of a producer, and as long
  /// again for the next.
  package static let peakGrace = Nanoseconds.milliseconds(10)
  /// A partition that is named by the scenario must be used if so many messages are expected in it.
  package static let partitionMessages: UInt64 = 20

  // MARK: This process was stopped

  /// A tick that comes so much after its time, or takes so long, was stopped: ticks take 5 ms at most, and are late by less than
  /// that on a machine with a core to spare.
  package static let standstill = Nanoseconds.milliseconds(50)
  /// A process that was stopped for less than this in all is not worth a note.
  package static let notableStandstill = Nanoseconds.milliseconds(500)
}

extension Nanoseconds {
  /// True where it is this part of `whole` or more.
  package func isAtLeast(_ part: Fraction, of whole: Nanoseconds) -> Bool {
    self * Int64(clamping: part.denominator) >= whole * Int64(clamping: part.numerator)
  }
}
