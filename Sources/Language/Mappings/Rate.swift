internal import Diagnostics
internal import Scenarios

/// Keys of a rate that is a profile: one of these.
enum RateKeys {
  /// A rate, or a profile.
  static let kind: Kind = .either([.rate, .mapping(table)])

  static let ramp = Key(
    "ramp", .mapping(RampKeys.table), "Rises or falls linearly over the stage's duration.",
    examples: ["{from: 0/s, to: 20k/s}"]
  ) { $0.ramp($1) }

  static let steps = Key(
    "steps", .list(.mapping(StepKeys.table)), "One rate after another; they add up to the duration.",
    examples: ["[{rate: 1k/s, for: 10s}, {rate: 5k/s, for: 10s}]"]
  ) { $0.steps($1) }

  static let sine = Key(
    "sine", .mapping(SineKeys.table), "Swings around a mean.", examples: ["{mean: 10k/s, amplitude: 5k/s, period: 1m}"]
  ) { $0.sine($1) }

  static let burst = Key(
    "burst", .mapping(BurstKeys.table), "A peak at the beginning of every period.",
    examples: ["{base: 5k/s, peak: 60k/s, every: 10s, for: 1s}"]
  ) { $0.burst($1) }

  static let poisson = Key(
    "poisson", .constantRate, "Independent arrivals with this mean, from the seed.", examples: ["500/s"]
  ) { $0.poisson($1) }

  static let replay = Key(
    "replay", .mapping(ReplayKeys.table), "Gaps between messages from a file, one duration per line.",
    examples: ["{file: gaps.txt, speed: 2}"]
  ) { $0.replay($1) }

  /// Profiles that set the duration of the stage.
  static let bringingDuration = [steps.name, replay.name]
  /// Profiles that follow the stage's duration, so that it has to be written.
  static let needingDuration = [ramp.name, sine.name, burst.name]

  static let table = KeyTable(
    name: "rate", title: "A rate profile", summary: "A rate that changes over time: one of these.",
    rows: [ramp.row, steps.row, sine.row, burst.row, poisson.row, replay.row],
    rules: [.oneKey, .notEmpty("steps")], isReplacedWhole: true,
    example: MappingExample(in: "stage", "rate: {poisson: 500/s}\nduration: 30s"))
}

/// Keys of a ramp.
enum RampKeys {
  static let from = Key(
    "from", .rateOrNone, "The rate at the beginning; may be `0/s`.", examples: ["0/s"], required: true
  ) {
    $0.rateOrNone($1)
  }
  static let to = Key("to", .rateOrNone, "The rate at the end; may be `0/s`.", examples: ["20k/s"], required: true) {
    $0.rateOrNone($1)
  }
  static let table = KeyTable(
    name: "ramp", title: "A ramp",
    summary: "A rate that changes linearly from one to another; the stage has a duration.",
    rows: [from.row, to.row],
    example: MappingExample(in: "stage", "rate: {ramp: {from: 0/s, to: 20k/s}}\nduration: 30s"))
}

/// Keys of a step.
enum StepKeys {
  static let rate = Key("rate", .rateOrNone, "The rate of this step; may be `0/s`.", examples: ["1k/s"], required: true)
  {
    $0.rateOrNone($1)
  }
  static let length = Key("for", .duration, "Duration of this step.", examples: ["10s"], required: true) {
    $0.duration($1)
  }
  static let table = KeyTable(
    name: "step", title: "A step", summary: "One of the `steps` of a rate profile.", rows: [rate.row, length.row],
    example: MappingExample(in: "stage", "rate: {steps: [{rate: 1k/s, for: 10s}, {rate: 5k/s, for: 10s}]}"))
}

/// Keys of a sine.
enum SineKeys {
  static let mean = Key("mean", .constantRate, "The rate around which it swings.", examples: ["10k/s"], required: true)
  {
    $0.constantRate($1)
  }
  static let amplitude = Key(
    "amplitude", .constantRate, "Distance that it swings to either side; at most the mean.", examples: ["5k/s"],
    required: true
  ) {
    $0.constantRate($1)
  }
  static let period = Key("period", .duration, "Duration of one swing.", examples: ["1m"], required: true) {
    $0.duration($1)
  }
  static let table = KeyTable(
    name: "sine", title: "A sine", summary: "A rate that swings around a mean.",
    rows: [mean.row, amplitude.row, period.row],
    example: MappingExample(
      in: "stage", "rate: {sine: {mean: 10k/s, amplitude: 5k/s, period: 1m}}\nduration: 10m"))
}

/// Keys of a burst.
enum BurstKeys {
  static let base = Key(
    "base", .rateOrNone, "The rate between the peaks; may be `0/s`.", examples: ["5k/s"], required: true
  ) {
    $0.rateOrNone($1)
  }
  static let peak = Key("peak", .constantRate, "The rate in a peak.", examples: ["60k/s"], required: true) {
    $0.constantRate($1)
  }
  static let every = Key("every", .duration, "Time from one peak to the next.", examples: ["10s"], required: true) {
    $0.duration($1)
  }
  static let length = Key("for", .duration, "Duration of a peak.", examples: ["1s"], required: true) {
    $0.duration($1)
  }
  static let table = KeyTable(
    name: "burst", title: "A burst", summary: "A rate with regular peaks; every period begins with its peak.",
    rows: [base.row, peak.row, every.row, length.row],
    example: MappingExample(
      in: "stage", "rate: {burst: {base: 5k/s, peak: 60k/s, every: 10s, for: 1s}}\nduration: 60s"))
}

/// Keys of a replay.
enum ReplayKeys {
  static let file = Key(
    "file", .path, "The file: the gap before each message as a duration, one per line.", examples: ["gaps.txt"],
    required: true
  ) { $0.path($1) }
  static let speed = Key(
    "speed", integer: 1...1_000_000, "Factor by which the gaps are shortened.", examples: ["2"]
  ).defaulting(to: 1)
  static let table = KeyTable(
    name: "replay", title: "A replay", summary: "The gaps between messages, from a file.", rows: [file.row, speed.row],
    example: MappingExample(in: "stage", "rate: {replay: {file: gaps.txt, speed: 2}}"))
}

/// Rates: `20k/s`, `max`, and the profiles.
extension ValueReader {
  mutating func rate(_ pair: YAMLPair) -> RateProfile? {
    guard case .mapping = pair.value.content else {
      return quantity(pair, expected: "a rate such as 500/s", Quantity.rate)
    }
    guard let fields = fields(of: pair.value, named: "rate", in: " in rate", as: RateKeys.table) else { return nil }
    switch only(RateKeys.table.rows.map(\.name), of: fields, in: " in rate") {
    case "ramp": return setting(RateKeys.ramp, fields).value
    case "steps": return setting(RateKeys.steps, fields).value
    case "sine": return setting(RateKeys.sine, fields).value
    case "burst": return setting(RateKeys.burst, fields).value
    case "poisson": return setting(RateKeys.poisson, fields).value
    case "replay": return setting(RateKeys.replay, fields).value
    default: return nil
    }
  }

  /// A rate that is more than none and less than as fast as possible.
  mutating func constantRate(_ pair: YAMLPair) -> Rate? {
    let profile = quantity(pair, expected: "a rate such as 500/s", Quantity.rate)
    guard case .maximum? = profile else { return profile?.steady }
    badValue(pair, nil, QuantityError(reason: "is not allowed here", remedy: "write a rate such as 500/s"))
    return nil
  }

  /// A rate, or `0/s`, which is `.some(nil)`.
  mutating func rateOrNone(_ pair: YAMLPair) -> Rate?? {
    if pair.value.scalar?.text == "0/s" { return .some(nil) }
    return constantRate(pair).map { .some($0) }
  }

  mutating func ramp(_ pair: YAMLPair) -> RateProfile? {
    guard let fields = fields(of: pair.value, named: "ramp", in: " in ramp", as: RampKeys.table) else { return nil }
    let from = required(RampKeys.from, fields, in: " in ramp")
    let to = required(RampKeys.to, fields, in: " in ramp")
    guard let from, let to else { return nil }
    guard from != nil || to != nil else {
      report(Self.sendsNothing(" in ramp", at: pair.value.range, "one of the two must be more than 0/s"))
      return nil
    }
    return common(Ramp(from: from, to: to).map(RateProfile.ramp), pair)
  }

  mutating func steps(_ pair: YAMLPair) -> RateProfile? {
    guard let items = sequence(pair.value, named: "steps") else { return nil }
    guard !items.isEmpty else {
      report(
        Diagnostic(
          code: .missingKey, "\"steps\" is empty", at: pair.key.range,
          remedy: "for example \"steps: \(RateKeys.steps.row.examples[0])\""))
      return nil
    }
    let steps = every(items) { reader, item -> RateProfile.Step? in
      guard let fields = reader.fields(of: item, named: "a step", in: " in a step", as: StepKeys.table) else {
        return nil
      }
      let rate = reader.required(StepKeys.rate, fields, in: " in a step")
      let length = reader.required(StepKeys.length, fields, in: " in a step")
      guard let rate, let length else { return nil }
      return RateProfile.Step(rate: rate, length: length)
    }
    guard let steps else { return nil }
    guard steps.contains(where: { $0.rate != nil }) else {
      report(Self.sendsNothing(" in steps", at: pair.value.range, "one of the steps must be more than 0/s"))
      return nil
    }
    return common(Steps(steps).map(RateProfile.steps), pair)
  }

  mutating func sine(_ pair: YAMLPair) -> RateProfile? {
    guard let fields = fields(of: pair.value, named: "sine", in: " in sine", as: SineKeys.table) else { return nil }
    let mean = required(SineKeys.mean, fields, in: " in sine")
    let amplitude = required(SineKeys.amplitude, fields, in: " in sine")
    let period = required(SineKeys.period, fields, in: " in sine")
    guard let mean, let amplitude, let period else { return nil }
    if amplitude.isGreater(than: mean), let pair = fields["amplitude"] {
      badValue(pair, nil, QuantityError(reason: "is more than the mean", remedy: "a rate cannot fall below 0/s"))
      return nil
    }
    return common(Sine(mean: mean, amplitude: amplitude, period: period).map(RateProfile.sine), pair)
  }

  mutating func burst(_ pair: YAMLPair) -> RateProfile? {
    guard let fields = fields(of: pair.value, named: "burst", in: " in burst", as: BurstKeys.table) else { return nil }
    let base = required(BurstKeys.base, fields, in: " in burst")
    let peak = required(BurstKeys.peak, fields, in: " in burst")
    let every = required(BurstKeys.every, fields, in: " in burst")
    let length = required(BurstKeys.length, fields, in: " in burst")
    guard let base, let peak, let every, let length else { return nil }
    if length >= every, let pair = fields["for"] {
      badValue(
        pair, nil,
        QuantityError(reason: "must be shorter than the period", remedy: "a peak ends before the next begins"))
      return nil
    }
    return common(Burst(base: base, peak: peak, every: every, length: length).map(RateProfile.burst), pair)
  }

  mutating func poisson(_ pair: YAMLPair) -> RateProfile? {
    constantRate(pair).map { .poisson(Poisson($0)) }
  }

  mutating func replay(_ pair: YAMLPair) -> RateProfile? {
    guard let fields = fields(of: pair.value, named: "replay", in: " in replay", as: ReplayKeys.table) else {
      return nil
    }
    let file = required(ReplayKeys.file, fields, in: " in replay")
    let speed = value(ReplayKeys.speed, fields)
    guard let file, let written = fields[ReplayKeys.file.name] else { return nil }
    return recording(file, speed: speed, at: written.value.range).map(RateProfile.replay)
  }

  /// The profile, or a report that its rates have no common denominator that fits.
  private mutating func common(_ profile: RateProfile?, _ pair: YAMLPair) -> RateProfile? {
    if let profile { return profile }
    report(
      Diagnostic(
        code: .badValue, "the rates of \(quoted(pair.key.text)) have too many decimal places together",
        at: pair.value.range, remedy: "write fewer"))
    return nil
  }

  static func sendsNothing(_ context: String, at range: SourceRange, _ remedy: String) -> Diagnostic {
    Diagnostic(code: .sendsNothing, "nothing would be sent\(context)", at: range, remedy: remedy)
  }
}

extension Rate {
  /// Compared as fractions, without rounding.
  fileprivate func isGreater(than other: Rate) -> Bool {
    let left = messages.multipliedFullWidth(by: other.period.count.magnitude)
    let right = other.messages.multipliedFullWidth(by: period.count.magnitude)
    return (left.high, left.low) > (right.high, right.low)
  }
}
