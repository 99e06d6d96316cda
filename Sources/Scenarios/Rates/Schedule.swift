/// The due time of each message of a stage, their number and the time they take: everything that is asked of a stage's
/// rate. Exact in whole numbers, and a function of what is written alone.
public struct Schedule: Sendable, Equatable {
  @usableFromInline package let profile: RateProfile
  /// As `count:` is written.
  package let count: UInt64?
  /// As `duration:` is written.
  package let duration: Nanoseconds?
  /// The messages of the stage, fixed before it starts; nil where only its end in time is known (`max` with a duration).
  @usableFromInline package let total: UInt64?
  /// The time that the stage is meant to take; nil at `max` without a duration.
  @usableFromInline package let length: Nanoseconds?

  package init(_ profile: RateProfile, count: UInt64? = nil, duration: Nanoseconds? = nil) {
    self.profile = profile
    self.count = count
    self.duration = duration
    total = profile.total(count: count, duration: duration)
    length = profile.length(count: count, duration: duration)
  }

  /// False at `max`, where a message is due when it can be sent.
  package var isPaced: Bool {
    if case .maximum = profile { false } else { true }
  }

  /// The time after which nothing more is sent, however much that was; nil where the total alone ends the stage.
  package var cutoff: Nanoseconds? { isPaced ? nil : duration }

  /// The due time of message n, after the start of the stage; n counts from 0. At `max` all are due at the start. The greatest
  /// time where it does not fit.
  @inlinable public func due(_ n: UInt64) -> Nanoseconds { profile.due(n, of: length) }

  /// The number of messages that are due at `elapsed` after the start: those with due(n) ≤ elapsed, and no more than the total.
  @inlinable public func count(by elapsed: Nanoseconds) -> UInt64 {
    min(profile.count(by: elapsed, of: length), total ?? .max)
  }

  /// Messages a second, over the whole stage; nil at `max`.
  package var meanRate: Double? {
    if let rate = profile.steady { return rate.perSecond }
    guard isPaced, let total, let length, length > .zero else { return nil }
    return Double(total) / length.seconds
  }

  /// The most messages a second; nil at `max`.
  package var peak: Double? { profile.peak }
}
