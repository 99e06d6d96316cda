internal import Diagnostics
internal import Scenarios

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
    badValue(pair, nil, QuantityFault(reason: "is no rate to count with", remedy: "write such as \"500/s\""))
    return nil
  }

  /// A rate, or `0/s`, which is nil inside of what is returned.
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
    return .ramp(from: from, to: to)
  }

  mutating func steps(_ pair: YAMLPair) -> RateProfile? {
    guard let items = sequence(pair.value, named: "steps") else { return nil }
    guard !items.isEmpty else {
      report(
        Diagnostic(
          code: .missingKey, "\"steps\" is empty", at: pair.key.range,
          remedy: "write such as \"steps: \(RateKeys.steps.row.examples[0])\""))
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
    return .steps(steps)
  }

  mutating func sine(_ pair: YAMLPair) -> RateProfile? {
    guard let fields = fields(of: pair.value, named: "sine", in: " in sine", as: SineKeys.table) else { return nil }
    let mean = required(SineKeys.mean, fields, in: " in sine")
    let amplitude = required(SineKeys.amplitude, fields, in: " in sine")
    let period = required(SineKeys.period, fields, in: " in sine")
    guard let mean, let amplitude, let period else { return nil }
    if amplitude.isGreater(than: mean), let pair = fields["amplitude"] {
      badValue(pair, nil, QuantityFault(reason: "is more than the mean", remedy: "a rate cannot fall below 0/s"))
      return nil
    }
    return .sine(mean: mean, amplitude: amplitude, period: period)
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
        pair, nil, QuantityFault(reason: "is no shorter than the period", remedy: "a peak ends before the next begins"))
      return nil
    }
    return .burst(base: base, peak: peak, every: every, length: length)
  }

  mutating func poisson(_ pair: YAMLPair) -> RateProfile? { constantRate(pair).map(RateProfile.poisson) }

  mutating func replay(_ pair: YAMLPair) -> RateProfile? {
    guard let fields = fields(of: pair.value, named: "replay", in: " in replay", as: ReplayKeys.table) else {
      return nil
    }
    let file = required(ReplayKeys.file, fields, in: " in replay")
    let speed = value(ReplayKeys.speed, fields)
    return file.map { .replay(file: $0, speed: speed) }
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
