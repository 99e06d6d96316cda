internal import Diagnostics
internal import Scenarios

extension StageReader {
  /// The schedule of a stage. Nil if the stage would not end, or would send nothing, or more than can be counted; that
  /// is reported.
  func schedule(
    _ fields: Fields, _ name: StageName, rate: Setting<RateProfile>, count: Setting<UInt64>,
    duration: Setting<Nanoseconds>, _ values: inout ValueReader
  ) -> Schedule? {
    guard checkExtent(rate, fields, name, count: count, duration: duration, &values) else { return nil }
    let profile = rate.value ?? StageKeys.rate.standard
    if case .countOrDuration = profile.extent, let first = count.range ?? fields["count"]?.value.range,
      fields.has("duration")
    {
      let later = max(first, fields["duration"]?.value.range ?? first)
      values.report(
        Diagnostic(
          code: .conflict,
          "\"count\" and \"duration\" exclude each other \(profile.steady == nil ? "with poisson" : "at a constant rate")"
            + name.context,
          at: later, remedy: "remove one of them"))
      return nil
    }
    if case .given(0, let range) = count {
      values.report(ValueReader.sendsNothing(name.context, at: range, "write a count above 0"))
      return nil
    }
    if case .faulty = rate { return nil }
    if case .faulty = count { return nil }
    if case .faulty = duration { return nil }
    let schedule = Schedule(profile, count: count.value, duration: duration.value)
    if let total = schedule.total, let range = duration.range ?? rate.range {
      if total == 0 {
        values.report(ValueReader.sendsNothing(name.context, at: range, "no message is due in this time"))
        return nil
      }
      guard isCountable(total, below: Quantity.greatestCount, "messages", name, at: range, &values) else { return nil }
    }
    if let length = schedule.length, let range = count.range ?? rate.range,
      !isCountable(
        length.count.magnitude, below: Quantity.longest.count.magnitude, "nanoseconds", name, at: range, &values)
    {
      return nil
    }
    return schedule
  }

  /// False if `count` or `duration` is missing, or is not allowed beside this profile; that is reported.
  private func checkExtent(
    _ rate: Setting<RateProfile>, _ fields: Fields, _ name: StageName, count: Setting<UInt64>,
    duration: Setting<Nanoseconds>, _ values: inout ValueReader
  ) -> Bool {
    switch (rate.value ?? StageKeys.rate.standard).extent {
    case .own:
      let written = ["count", "duration"].compactMap { fields[$0] }
      for pair in written {
        values.report(
          Diagnostic(
            code: .conflict, "this rate profile has its own duration\(name.context)", at: pair.key.range,
            remedy: "remove \(quoted(pair.key.text))"))
      }
      return written.isEmpty
    case .duration:
      if !fields.lacks("duration") { return true }
      values.missing("duration", in: name.context, at: fields.headRange, remedy: "this rate profile needs it")
      return false
    case .countOrDuration, .countOrDurationOrBoth:
      if !count.isAbsent || !duration.isAbsent { return true }
      // A rate that could not be read may bring its own duration, as steps do.
      if case .faulty = rate { return false }
      if fields.lacks("count") { missing("count", orDurationIn: name, at: fields.headRange, &values) }
      return false
    }
  }

  private func isCountable(
    _ number: UInt64, below limit: UInt64, _ unit: String, _ name: StageName, at range: SourceRange,
    _ values: inout ValueReader
  ) -> Bool {
    if number <= limit { return true }
    values.report(
      Diagnostic(
        code: .badValue, "more than \(limit) \(unit)\(name.context)", at: range, remedy: "write less"))
    return false
  }

  private func missing(
    _ key: String, orDurationIn name: StageName, at place: SourceRange, _ values: inout ValueReader
  ) {
    values.report(
      Diagnostic(
        code: .missingKey, "neither \"\(key)\" nor \"duration\" is written\(name.context)", at: place,
        remedy: "for example \"duration: 30s\""))
  }
}

private func max(_ a: SourceRange, _ b: SourceRange) -> SourceRange { a.start < b.start ? b : a }
