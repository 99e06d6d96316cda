internal import Diagnostics
internal import Scenarios

/// The value of an expectation, in the unit that its metric asks for.
enum BoundReading {
  /// Reads up to the end: the value must be last. `start` is where the metric begins.
  static func read(
    _ scanner: inout ExpectationScanner, of metric: Metric, _ comparison: Expectation.Comparison, from start: Int
  ) throws(ExpectationError) -> Bound {
    let place = scanner.offset
    let written = scanner.take { !ExpectationScanner.isBlank($0) && !ExpectationScanner.isOperator($0) }
    let offsets = place..<scanner.offset
    guard !written.isEmpty else {
      let end = scanner.end
      throw ExpectationError(
        message: "\(quoted(scanner.text(start..<end))) has no value",
        remedy: "for example \"\(metric.name) \(MetricName.example(for: metric))\"",
        offsets: start..<end)
    }
    let bound: Bound
    do {
      bound = try value(written, of: metric)
    } catch {
      if let comma = written.last, ",;".contains(comma), (try? value(String(written.dropLast()), of: metric)) != nil {
        throw Self.more(in: offsets.upperBound - 1..<scanner.end, of: scanner)
      }
      // `50 ms` is one value with a space in it.
      let all = place..<scanner.end
      let joined = scanner.text(all).filter { $0 != " " }
      if all.upperBound > offsets.upperBound, let meant = try? value(joined, of: metric) {
        throw ExpectationError(
          message: "\(metric.name) \(quoted(scanner.text(all))) has a space in it",
          remedy: "write \"\(meant.text)\"", offsets: all)
      }
      throw ExpectationError(
        code: .badValue, message: "\(metric.name) \(quoted(written)) \(error.reason)", remedy: error.remedy,
        offsets: offsets)
    }
    try refuseMore(behind: &scanner)
    if case .reason = bound, comparison != .equal {
      throw ExpectationError(
        message: "a reason can only be compared with ==",
        remedy: "write \"\(metric.name) == \(written)\"", offsets: start..<offsets.upperBound)
    }
    return bound
  }

  private static func refuseMore(behind scanner: inout ExpectationScanner) throws(ExpectationError) {
    scanner.skipBlanks()
    guard !scanner.isAtEnd else { return }
    throw more(in: scanner.offset..<scanner.end, of: scanner)
  }

  private static func more(in range: Range<Int>, of scanner: ExpectationScanner) -> ExpectationError {
    let rest = scanner.text(range)
    let joins = ["and", "or", "&&", "||", ",", ";", "<", ">", "="].contains { rest.lowercased().hasPrefix($0) }
    return ExpectationError(
      message: "\(quoted(rest)) is not allowed after the value",
      remedy: joins ? "an expectation is one condition: write a second one" : "remove it", offsets: range)
  }

  private static func value(_ text: String, of metric: Metric) throws(QuantityError) -> Bound {
    switch metric.facts.units.first {
    case .count, nil: .count(try count(text))
    case .duration: .duration(try duration(text, inSeconds: metric.facts.isInSeconds))
    case .ratio where text.contains("/"): .rate(try Quantity.ratePerSecond(text))
    case .ratio: .ratio(try share(text))
    case .rate: .rate(try Quantity.ratePerSecond(text))
    case .byteRate: .byteRate(try Quantity.byteRate(text))
    case .size: .size(try Quantity.size(text))
    case .reason: .reason(try reason(text))
    }
  }

  private static func count(_ text: String) throws(QuantityError) -> UInt64 {
    let (digits, unit) = Quantity.numberAndRest(text[...])
    guard !digits.isEmpty, !["", "k", "M", "K", "m"].contains(unit), !Quantity.isDigits(text) else {
      return try Quantity.count(text)
    }
    // A ratio, a duration or a rate: a count has a number only.
    let isUnit = unit == "%" || unit.contains("/") || DurationUnit(unit) != nil || unit.uppercased().hasSuffix("B")
    guard isUnit else { return try Quantity.count(text) }
    throw QuantityError(
      reason: "is not a count", remedy: "a count has no unit: for example \"\(digits)\" or \"100k\"")
  }

  /// Zero is allowed: it makes sense as a bound.
  private static func duration(_ text: String, inSeconds: Bool) throws(QuantityError) -> Nanoseconds {
    let unit = inSeconds ? "s" : "ms"
    let isNumber = Quantity.numberAndRest(text[...]).rest.isEmpty && !text.isEmpty
    if isNumber { throw QuantityError(reason: "has no unit", remedy: "write \"\(text)\(unit)\"") }
    return try Quantity.duration(text)
  }

  private static func share(_ text: String) throws(QuantityError) -> Fraction {
    let (digits, rest) = Quantity.numberAndRest(text[...])
    if !digits.isEmpty, ["k", "M"].contains(rest) {
      throw QuantityError(reason: "has no unit", remedy: "write \"\(text)/s\"")
    }
    if rest.isEmpty, let number = UInt64(digits), number > 1000 {
      throw QuantityError(reason: "has no unit", remedy: "write \"\(number)/s\"")
    }
    let ratio = try Quantity.ratio(text)
    // The ratio of the target is never more than all of it.
    if ratio.numerator > ratio.denominator {
      throw QuantityError(reason: "is more than 100%", remedy: "at most \"100%\"")
    }
    return ratio
  }

  private static func reason(_ text: String) throws(QuantityError) -> RefusalReason {
    if let reason = RefusalReason(rawValue: text) { return reason }
    let words = RefusalReason.words.map(\.rawValue)
    if text.first?.isNumber == true {
      throw QuantityError(
        reason: "is not a status", remedy: "write one from \(RefusalReason.statuses.lowerBound) to 599, for example 422"
      )
    }
    let nearest = Suggestion.nearest(to: text, in: words).map { "did you mean \"\($0)\"?" }
    throw QuantityError(
      reason: "is not a reason", remedy: nearest ?? "write one of \(words.joined(separator: ", ")), or a status")
  }
}
