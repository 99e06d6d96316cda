internal import Diagnostics
internal import Scenarios

/// How many messages a stage sends, and how fast.
struct StageExtent {
  var rate: RateProfile
  var count: UInt64?
  var duration: UInt64?
}

extension ScenarioReader {
  /// Nil where the stage would not end, or would send nothing, or more than can be counted.
  mutating func extent(
    _ fields: Fields, _ name: StageName, rate: Setting<RateShape>, count: Setting<UInt64>, duration: Setting<UInt64>
  ) -> StageExtent? {
    if let shape = rate.value, shape.profile == nil {
      checkShape(shape, fields, name)
      return nil
    }
    let rate = rate.map(\.profile)
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
      report(Self.sendsNothing(name.context, at: range, "write a count above 0"))
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
        report(Self.sendsNothing(name.context, at: range, "not one message is due in this time"))
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

  /// A profile that is not supported yet is held to what it needs nevertheless.
  private mutating func checkShape(_ shape: RateShape, _ fields: Fields, _ name: StageName) {
    if shape.bringsDuration {
      for key in ["count", "duration"] {
        guard let pair = fields[key] else { continue }
        report(
          Diagnostic(
            code: .conflict, "the rate brings its own duration\(name.context)", at: pair.key.range,
            remedy: "remove \(quoted(key))"))
      }
      return
    }
    if case .poisson = shape {
      if fields.lacks("count"), fields.lacks("duration") { missing("count", orDurationIn: name, at: fields.place) }
    } else if fields.lacks("duration") {
      missing("duration", in: name.context, at: fields.place, remedy: "this rate profile needs it")
    }
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

  private mutating func missing(_ key: String, orDurationIn name: StageName, at place: SourceRange) {
    report(
      Diagnostic(
        code: .missingKey, "neither \"\(key)\" nor \"duration\" is written\(name.context)", at: place,
        remedy: "write such as \"duration: 30s\""))
  }
}

private func max(_ a: SourceRange, _ b: SourceRange) -> SourceRange { a.start < b.start ? b : a }
