/// A rate as it can be written: a constant one, or how it changes.
package enum RateShape: Sendable, Equatable {
  case steady(RateProfile)
  /// Nil is 0/s.
  case ramp(from: Rate?, to: Rate?)
  case steps([Step])
  case sine(mean: Rate, amplitude: Rate, period: UInt64)
  case burst(base: Rate?, peak: Rate, every: UInt64, length: UInt64)
  case poisson(Rate)
  case replay(file: String, speed: UInt64)

  package struct Step: Sendable, Equatable {
    /// Nil is 0/s.
    package var rate: Rate?
    /// Nanoseconds.
    package var length: UInt64

    package init(
      rate: Rate? = nil, length: UInt64
    ) {
      self.rate = rate
      self.length = length
    }
  }

  /// The profile that a run can follow; nil where it is not supported yet.
  package var profile: RateProfile? {
    if case .steady(let profile) = self { profile } else { nil }
  }

  /// Whether it brings its own duration.
  package var bringsDuration: Bool {
    switch self {
    case .steps, .replay: true
    default: false
    }
  }
}
