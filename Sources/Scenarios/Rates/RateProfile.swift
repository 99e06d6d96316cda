/// Messages due as a function of time, as a scenario has it. Other code asks a stage's `Schedule` instead. A new profile
/// needs its equation in a file of its own, its lines in this file, in `PeakWindow.swift` and in `ResolvedRate.swift`, and
/// its mapping in the reader.
public enum RateProfile: Sendable, Equatable {
  /// As fast as the cluster takes them: no message has a due time.
  ///
  ///     messages  ||||||||||||  the client always has more to send
  case maximum
  case constant(Rate)
  case ramp(Ramp)
  case steps(Steps)
  case sine(Sine)
  case burst(Burst)
  case poisson(Poisson)
  case replay(Replay)

  public struct Step: Sendable, Hashable {
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

  /// The one rate, where it does not change.
  @inlinable package var steady: Rate? {
    if case .constant(let rate) = self { rate } else { nil }
  }

  /// As it is written; a constant rate has no word in the language.
  package var word: String {
    switch self {
    case .maximum: "max"
    case .constant: "constant"
    case .ramp: "ramp"
    case .steps: "steps"
    case .sine: "sine"
    case .burst: "burst"
    case .poisson: "poisson"
    case .replay: "replay"
    }
  }

  /// True for one whose gaps between messages differ.
  package var isVarying: Bool {
    switch self {
    case .maximum, .constant: false
    case .ramp, .steps, .sine, .burst, .poisson, .replay: true
    }
  }

  /// The most messages a second; nil where it is not limited.
  var peak: Double? {
    switch self {
    case .maximum: nil
    case .constant(let rate): rate.perSecond
    case .ramp(let ramp): max(ramp.from?.perSecond ?? 0, ramp.to?.perSecond ?? 0)
    case .steps(let steps): steps.steps.compactMap { $0.rate?.perSecond }.max()
    case .sine(let sine): sine.mean.perSecond + sine.amplitude.perSecond
    case .burst(let burst): max(burst.base?.perSecond ?? 0, burst.peak.perSecond)
    case .poisson(let poisson): poisson.rate.perSecond
    case .replay(let replay): replay.peak
    }
  }

  /// With the seed of a run, for what is drawn.
  func seeded(by seed: UInt64, stage name: String) -> RateProfile {
    switch self {
    case .poisson(let poisson): .poisson(poisson.seeded(by: seed, stage: name))
    case .maximum, .constant, .ramp, .steps, .sine, .burst, .replay: self
    }
  }
}

// MARK: Equations

/// The parts of a schedule.
extension RateProfile {
  /// The messages of a stage; nil where only its end in time is known.
  func total(count: UInt64?, duration: Nanoseconds?) -> UInt64? {
    switch self {
    case .maximum: count
    case .constant(let rate): count ?? duration.map(rate.messages(in:))
    case .poisson(let poisson): count ?? duration.map(poisson.rate.messages(in:))
    case .ramp(let ramp): duration.map(ramp.total(over:)) ?? 0
    case .sine(let sine): duration.map(sine.total(over:)) ?? 0
    case .burst(let burst): duration.map(burst.total(over:)) ?? 0
    case .steps(let steps): steps.total
    case .replay(let replay): replay.total
    }
  }

  /// The time that a stage is meant to take; nil where only its count is known.
  func length(count: UInt64?, duration: Nanoseconds?) -> Nanoseconds? {
    switch self {
    case .maximum: duration
    case .constant(let rate): duration ?? count.map(rate.duration(of:))
    case .poisson(let poisson): duration ?? count.map(poisson.rate.duration(of:))
    case .ramp, .sine, .burst: duration ?? .zero
    case .steps(let steps): steps.length
    case .replay(let replay): replay.length
    }
  }
}
