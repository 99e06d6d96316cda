/// How many messages a stage sends, and how fast.
struct StageExtent {
  var rate: RateProfile
  var count: UInt64?
  var duration: UInt64?
}

extension ScenarioReader {
  /// `20k/s`, `max`; mappings are profiles that are not supported yet.
  mutating func rate(_ pair: YAMLPair) -> RateProfile? {
    if case .mapping = pair.value.content {
      _ = fields(of: pair.value, named: "rate", in: " in rate", as: .rate)
      return nil
    }
    return quantity(pair, expected: "a rate such as 500/s", Quantity.rate)
  }

  /// Nil where the stage would not end, or would send nothing, or more than can be counted.
  mutating func extent(
    _ fields: Fields, _ name: StageName, rate: Setting<RateProfile>, count: Setting<UInt64>, duration: Setting<UInt64>
  ) -> StageExtent? {
    if count.isAbsent, duration.isAbsent {
      // A rate that could not be read may bring its own duration, as steps do.
      if case .faulty = rate { return nil }
      if fields.lacks("count") { missing("count", orDurationIn: name, at: fields.place) }
      return nil
    }
    if case .given(.constant, _) = rate, let first = count.range ?? fields["count"]?.value.range, fields.has("duration")
    {
      let later = max(first, fields["duration"]?.value.range ?? first)
      report(
        Diagnostic(
          code: .conflict, "\"count\" and \"duration\" exclude each other at a constant rate\(name.context)",
          at: later, remedy: "remove one of them"))
      return nil
    }
    if case .given(0, let range) = count {
      report(Self.sendsNothing(name, at: range, "write a count above 0"))
      return nil
    }
    if case .faulty = rate { return nil }
    if case .faulty = count { return nil }
    if case .faulty = duration { return nil }
    let extent = StageExtent(rate: rate.value ?? .maximum, count: count.value, duration: duration.value)
    guard case .constant(let rate) = extent.rate else { return extent }
    if let length = extent.duration, let range = duration.range {
      let total = rate.messages(in: length)
      if total == 0 {
        report(Self.sendsNothing(name, at: range, "not one message is due in this time"))
        return nil
      }
      return isCountable(total, below: Quantity.greatestCount, "messages", name, at: range) ? extent : nil
    }
    if let total = extent.count, let range = count.range {
      let length = rate.duration(of: total)
      return isCountable(length, below: Quantity.longest, "nanoseconds", name, at: range) ? extent : nil
    }
    return extent
  }

  private mutating func isCountable(
    _ number: UInt64, below limit: UInt64, _ unit: String, _ name: StageName, at range: SourceRange
  ) -> Bool {
    if number <= limit { return true }
    report(
      Diagnostic(
        code: .badValue, "more than \(limit) \(unit)\(name.context)", at: range, remedy: "write less"))
    return false
  }

  private static func sendsNothing(_ name: StageName, at range: SourceRange, _ remedy: String) -> Diagnostic {
    Diagnostic(code: .sendsNothing, "nothing would be sent\(name.context)", at: range, remedy: remedy)
  }

  private mutating func missing(_ key: String, orDurationIn name: StageName, at place: SourceRange) {
    report(
      Diagnostic(
        code: .missingKey, "neither \"\(key)\" nor \"duration\" is written\(name.context)", at: place,
        remedy: "write such as \"duration: 30s\""))
  }
}

private func max(_ a: SourceRange, _ b: SourceRange) -> SourceRange { a.start < b.start ? b : a }
