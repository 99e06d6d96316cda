/// The due time of each message of a stage, their number and the time they take: everything that is asked of a stage's
/// rate. Exact in whole numbers, and a function of what is written alone; `poisson` needs the run's seed beside it.
///
/// I is the integral of the rate since the stage's start. Its value at the end, rounded down, is the number of messages.
/// Message n is due in the nanosecond in which I passes n: the least t with I(t + 1) > n. So I(t + 1), rounded up, is the
/// number of messages that are due at t, and a time at 0/s has none.
public struct Schedule: Sendable, Equatable {
  @usableFromInline package private(set) var profile: RateProfile
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

  /// With the seed of a run. Total and length do not change.
  func seeded(by seed: UInt64, stage name: String) -> Schedule {
    var seeded = self
    seeded.profile = profile.seeded(by: seed, stage: name)
    return seeded
  }

  /// False at `max`, where a message is due when it can be sent.
  package var isPaced: Bool {
    if case .maximum = profile { false } else { true }
  }

  /// The time after which nothing more is sent, however much that was; nil where the total alone ends the stage.
  package var cutoff: Nanoseconds? { isPaced ? nil : duration }

  /// The due time of message n, after the start of the stage; n counts from 0. At `max` all are due at the start. The greatest
  /// time where it does not fit, and where the stage has no such message.
  @inlinable public func due(_ n: UInt64) -> Nanoseconds {
    if case .constant(let rate) = profile { rate.due(n) } else { varyingDue(n, near: nil) }
  }

  /// - Parameter near: a time that is probably near it, which saves steps.
  @usableFromInline func varyingDue(_ n: UInt64, near: Nanoseconds?) -> Nanoseconds {
    if let total, n >= total { return isPaced ? .max : .zero }
    let length = length ?? .zero
    return switch profile {
    case .maximum: .zero
    case .constant(let rate): rate.due(n)
    case .ramp(let ramp): ramp.due(n, over: length)
    case .steps(let steps): steps.due(n)
    case .sine(let sine): sine.due(n, over: length, near: near)
    case .burst(let burst): burst.due(n, over: length)
    case .poisson(let poisson): poisson.due(n, of: total ?? 0, over: length)
    case .replay(let replay): replay.due(n)
    }
  }

  /// The number of messages that are due at `elapsed` after the start: those with due(n) ≤ elapsed, and no more than the total.
  @inlinable public func count(by elapsed: Nanoseconds) -> UInt64 {
    let count = if case .constant(let rate) = profile { rate.count(by: elapsed) } else { varyingCount(by: elapsed) }
    return min(count, total ?? .max)
  }

  @usableFromInline func varyingCount(by elapsed: Nanoseconds) -> UInt64 {
    let length = length ?? .zero
    return switch profile {
    case .maximum: elapsed < .zero ? 0 : .max
    case .constant(let rate): rate.count(by: elapsed)
    case .ramp(let ramp): ramp.count(by: elapsed, over: length)
    case .steps(let steps): steps.count(by: elapsed)
    case .sine(let sine): sine.count(by: elapsed, over: length)
    case .burst(let burst): burst.count(by: elapsed, over: length)
    case .poisson(let poisson): poisson.count(by: elapsed, of: total ?? 0, over: length)
    case .replay(let replay): replay.count(by: elapsed)
    }
  }

  /// Messages a second, over the whole stage; nil at `max`.
  package var meanRate: Double? {
    if let rate = profile.steady { return rate.perSecond }
    guard isPaced, let total, let length, length > .zero else { return nil }
    return Double(total) / length.seconds
  }

  /// The most messages a second; nil at `max`. Of a replay, those in its busiest second.
  package var peak: Double? { profile.peak }
}
