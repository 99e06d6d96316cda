extension RateProfile {
  /// As it is saved beside a result; nil for `max`.
  package var resolved: Resolved? {
    switch self {
    case .maximum: nil
    case .constant(let rate): Resolved(messages: rate.messages, nanoseconds: rate.period)
    case .ramp(let ramp):
      Resolved(ramp: Resolved.Ends(from: ramp.from.map(Quotient.init), to: ramp.to.map(Quotient.init)))
    case .steps(let steps):
      Resolved(
        steps: steps.steps.map { Resolved.Step(rate: $0.rate.map(Quotient.init), forNanoseconds: $0.length) })
    case .sine(let sine):
      Resolved(
        sine: Resolved.Swing(
          mean: Quotient(sine.mean), amplitude: Quotient(sine.amplitude), periodNanoseconds: sine.period))
    case .burst(let burst):
      Resolved(
        burst: Resolved.Peaks(
          base: burst.base.map(Quotient.init), peak: Quotient(burst.peak), everyNanoseconds: burst.every,
          forNanoseconds: burst.length))
    case .poisson(let poisson): Resolved(poisson: Quotient(poisson.rate))
    case .replay(let replay):
      Resolved(replay: Resolved.Recording(sha256: replay.sha256, speed: replay.speed, messages: replay.total))
    }
  }

  /// So many messages in so many nanoseconds, reduced.
  package struct Quotient: Sendable, Equatable, Codable {
    package var messages: UInt64
    package var nanoseconds: Nanoseconds

    init(_ rate: Rate) {
      messages = rate.messages
      nanoseconds = rate.period
    }
  }

  /// A rate profile in base units: a constant rate as a fraction, any other under its name. Rates that are nil are 0/s.
  package struct Resolved: Sendable, Equatable, Codable {
    package struct Ends: Sendable, Equatable, Codable {
      package var from: Quotient?
      package var to: Quotient?
    }

    package struct Step: Sendable, Equatable, Codable {
      package var rate: Quotient?
      package var forNanoseconds: Nanoseconds
    }

    package struct Swing: Sendable, Equatable, Codable {
      package var mean: Quotient
      package var amplitude: Quotient
      package var periodNanoseconds: Nanoseconds
    }

    package struct Peaks: Sendable, Equatable, Codable {
      package var base: Quotient?
      package var peak: Quotient
      package var everyNanoseconds: Nanoseconds
      package var forNanoseconds: Nanoseconds
    }

    /// The recording, wherever the file is.
    package struct Recording: Sendable, Equatable, Codable {
      package var sha256: String
      package var speed: UInt64
      package var messages: UInt64
    }

    package var messages: UInt64?
    package var nanoseconds: Nanoseconds?
    package var ramp: Ends?
    package var steps: [Step]?
    package var sine: Swing?
    package var burst: Peaks?
    package var poisson: Quotient?
    package var replay: Recording?
  }
}
