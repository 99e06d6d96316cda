internal import Diagnostics

/// The values that are left by the expectations on one metric.
struct AllowedValues {
  /// A value at which something ends, and the expectation that put it there.
  private struct Edge {
    var value: Fraction
    /// The value itself is still allowed.
    var isIncluded: Bool
  }

  private var lower = Edge(value: Fraction(0), isIncluded: true)
  private var upper: Edge?
  private let isWhole: Bool

  /// Counts and bytes are whole: nothing lies between 5 and 6.
  init(of unit: MetricFacts.Unit) {
    isWhole = unit == .count || unit == .size || unit == .duration
    // Of a target never more than all of it is counted.
    if unit == .ratio { upper = Edge(value: Fraction(1), isIncluded: true) }
  }

  /// Leaves what also meets `comparison` with `bound`.
  mutating func narrow(_ comparison: Expectation.Comparison, _ bound: Fraction) {
    if comparison.limitsAbove {
      let edge = Edge(value: bound, isIncluded: comparison != .less)
      if upper.map({ Self.isTighter(edge, than: $0, below: true) }) ?? true { upper = edge }
    }
    if comparison.limitsBelow {
      let edge = Edge(value: bound, isIncluded: comparison != .greater)
      if Self.isTighter(edge, than: lower, below: false) { lower = edge }
    }
  }

  var isEmpty: Bool {
    guard let upper else { return false }
    guard isWhole else {
      return upper.value < lower.value || (upper.value == lower.value && !(upper.isIncluded && lower.isIncluded))
    }
    // Whole numbers have a first and a last: compared as first > last, without a step below 0.
    let first = lower.value.numerator.addingReportingOverflow(lower.isIncluded ? 0 : 1)
    let beyond = upper.value.numerator.addingReportingOverflow(upper.isIncluded ? 1 : 0)
    return first.overflow || (!beyond.overflow && first.partialValue >= beyond.partialValue)
  }

  private static func isTighter(_ edge: Edge, than other: Edge, below: Bool) -> Bool {
    if edge.value == other.value { return !edge.isIncluded && other.isIncluded }
    return below ? edge.value < other.value : other.value < edge.value
  }
}

extension Scenario {
  /// Expectations of one scope that cannot hold together, or say the same again: an error at the later one.
  func contradictions() -> [Diagnostic] {
    var scopes = stages.map { stage in
      stage.expectations + expectations.filter { $0.scope == .stage(stage.name) }
    }
    scopes += sinks.map(named) + groups.map(named)
    scopes += [Expectation.Scope.eachStage, .run, .eachSink, .eachGroup].map { scope in
      expectations.filter { $0.scope == scope }
    }
    return scopes.flatMap(Self.contradictions)
  }

  private static func contradictions(of scope: [Expectation]) -> [Diagnostic] {
    struct Key: Hashable {
      var metric: Metric
      var unit: MetricFacts.Unit
    }
    var allowed: [Key: AllowedValues] = [:]
    var diagnostics: [Diagnostic] = []
    for (index, expectation) in scope.enumerated() {
      guard let bound = expectation.bound.fraction else { continue }
      let key = Key(metric: expectation.metric, unit: expectation.bound.unit)
      let earlier = scope[..<index].filter { $0.metric == key.metric && $0.bound.unit == key.unit }
      if let twin = earlier.first(where: { $0.comparison == expectation.comparison && $0.bound == expectation.bound }) {
        diagnostics.append(.writtenTwice(expectation, first: twin))
        continue
      }
      var values = allowed[key] ?? AllowedValues(of: key.unit)
      values.narrow(expectation.comparison, bound)
      if values.isEmpty {
        diagnostics.append(.cannotHold(expectation, beside: earlier))
      } else {
        allowed[key] = values
      }
    }
    return diagnostics
  }
}

extension Diagnostic {
  /// `in line 11`, with the file where that is another.
  private static func place(of first: Expectation, from expectation: Expectation) -> String {
    let line = "in line \(first.position.line)"
    return first.position.file == expectation.position.file
      ? line : "\(line) of \(first.position.file ?? "the scenario")"
  }

  /// Two test cases of one name could not be distinguished.
  fileprivate static func writtenTwice(_ expectation: Expectation, first: Expectation) -> Diagnostic {
    Diagnostic(
      code: .expectation, "\(quoted(expectation.text)) is written twice", at: expectation.range,
      remedy: "the first is \(place(of: first, from: expectation))")
  }

  fileprivate static func cannotHold(_ expectation: Expectation, beside earlier: [Expectation]) -> Diagnostic {
    guard let first = earlier.first else {
      return Diagnostic(
        code: .expectation, "\(quoted(expectation.text)) can never hold", at: expectation.range,
        remedy: expectation.comparison.limitsAbove ? "nothing is less than 0" : "nothing is more than 100%")
    }
    guard earlier.count == 1 else {
      return Diagnostic(
        code: .expectation, "\(quoted(expectation.text)) cannot hold together with those before it",
        at: expectation.range, remedy: "they begin \(place(of: first, from: expectation))")
    }
    return Diagnostic(
      code: .expectation, "\(quoted(expectation.text)) and \(quoted(first.text)) cannot hold together",
      at: expectation.range, remedy: "that one is \(place(of: first, from: expectation))")
  }
}
