/// Messages due as a function of time, as a scenario has it. Other code asks a stage's `Schedule` instead. A new profile
/// needs its equation in a file of its own, its lines in this file, and its mapping in the reader.
public enum RateProfile: Sendable, Equatable {
  /// As fast as the cluster takes them: no message has a due time.
  case maximum
  case constant(Rate)
  /// Nil is 0/s.
  case ramp(from: Rate?, to: Rate?)
  case steps([Step])
  case sine(mean: Rate, amplitude: Rate, period: Nanoseconds)
  case burst(base: Rate?, peak: Rate, every: Nanoseconds, length: Nanoseconds)
  case poisson(Rate)
  case replay(file: String, speed: UInt64)

  public struct Step: Sendable, Equatable {
    /// Nil is 0/s.
    package var rate: Rate?
    package var length: Nanoseconds

    package init(
      rate: Rate? = nil, length: Nanoseconds
    ) {
      self.rate = rate
      self.length = length
    }
  }

  /// The key by which the length of a stage is written.
  package enum Extent: Sendable {
    /// As `count`, as `duration`, or as both: the stage ends with what is reached first.
    case countOrDurationOrBoth
    /// As one of `count` and `duration`.
    case countOrDuration
    case duration
    /// As neither: the profile brings its duration.
    case own
  }

  package var extent: Extent {
    switch self {
    case .maximum: .countOrDurationOrBoth
    case .constant, .poisson: .countOrDuration
    case .ramp, .sine, .burst: .duration
    case .steps, .replay: .own
    }
  }

  /// False for those that are read and checked, and that no run follows yet: a schedule of one has no messages.
  package var isRunnable: Bool {
    switch self {
    case .maximum, .constant: true
    case .ramp, .steps, .sine, .burst, .poisson, .replay: false
    }
  }

  /// The one rate, where it does not change.
  @inlinable package var steady: Rate? {
    if case .constant(let rate) = self { rate } else { nil }
  }

  /// The most messages a second; nil where it is not limited, or not known.
  var peak: Double? {
    switch self {
    case .maximum, .replay: nil
    case .constant(let rate), .poisson(let rate): rate.perSecond
    case .ramp(let from, let to): max(from?.perSecond ?? 0, to?.perSecond ?? 0)
    case .steps(let steps): steps.compactMap { $0.rate?.perSecond }.max()
    case .sine(let mean, let amplitude, _): mean.perSecond + amplitude.perSecond
    case .burst(let base, let peak, _, _): max(base?.perSecond ?? 0, peak.perSecond)
    }
  }
}

// MARK: Equations

/// The parts of a schedule. `length` is that of the stage, nil where it is not known.
extension RateProfile {
  /// The messages of a stage; nil where only its end in time is known.
  func total(count: UInt64?, duration: Nanoseconds?) -> UInt64? {
    switch self {
    case .maximum: count
    case .constant(let rate): count ?? duration.map(rate.messages(in:))
    case .ramp, .steps, .sine, .burst, .poisson, .replay: 0
    }
  }

  /// The time that a stage is meant to take; nil where only its count is known.
  func length(count: UInt64?, duration: Nanoseconds?) -> Nanoseconds? {
    switch self {
    case .maximum: duration
    case .constant(let rate): duration ?? count.map(rate.duration(of:))
    case .ramp, .steps, .sine, .burst, .poisson, .replay: duration
    }
  }

  /// The due time of message n, after the start of the stage.
  @inlinable func due(_ n: UInt64, of length: Nanoseconds?) -> Nanoseconds {
    switch self {
    case .maximum: .zero
    case .constant(let rate): rate.due(n)
    case .ramp, .steps, .sine, .burst, .poisson, .replay: .max
    }
  }

  /// The number of messages with a due time of at most `elapsed`.
  @inlinable func count(by elapsed: Nanoseconds, of length: Nanoseconds?) -> UInt64 {
    switch self {
    case .maximum: elapsed < .zero ? 0 : .max
    case .constant(let rate): rate.count(by: elapsed)
    case .ramp, .steps, .sine, .burst, .poisson, .replay: 0
    }
  }

  /// As it is saved beside a result; nil for `max`.
  package var resolved: Resolved? {
    switch self {
    case .maximum, .ramp, .steps, .sine, .burst, .poisson, .replay: nil
    case .constant(let rate): Resolved(messages: rate.messages, nanoseconds: rate.period)
    }
  }

  /// So many messages in so many nanoseconds, reduced.
  package struct Resolved: Sendable, Equatable, Codable {
    package var messages: UInt64
    package var nanoseconds: Nanoseconds
  }
}
