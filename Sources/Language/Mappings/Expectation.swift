internal import Diagnostics
internal import Scenarios

/// Where an expectation is written: what `stage(…)` may mean there.
enum ExpectationPlace {
  /// In a stage's own `expect`.
  case stage
  /// At the top; the names of the stages, nil where they are not all known.
  case scenario(stages: [String]?)
}

/// What is written at `expect`, as far as it could be read.
struct ExpectationList: Sendable {
  var expectations: [Expectation] = []
  /// Those that expect somebody to be turned away.
  var refusals: [ExpectedRefusal] = []
}

/// An expectation `refused == REASON`.
struct ExpectedRefusal: Sendable {
  var reason: RefusalReason
  var range: SourceRange
}

extension ValueReader {
  /// The list at `expect:`. Of what could not be read it was reported why; the rest is returned.
  mutating func expectations(
    _ pair: YAMLPair, in place: ExpectationPlace, as table: KeyTable = CheckKeys.table
  ) -> ExpectationList {
    var list = ExpectationList()
    for item in sequence(pair.value, named: pair.key.text) ?? [] {
      expectation(item, in: place, as: table, to: &list)
    }
    return list
  }

  /// A text, or `{check: TEXT, level: warn}`.
  private mutating func expectation(
    _ item: YAMLNode, in place: ExpectationPlace, as table: KeyTable, to list: inout ExpectationList
  ) {
    guard case .mapping(let mapping) = item.content else {
      return expectation(text: item, level: .fail, in: place, to: &list)
    }
    if let pair = mapping.pairs.first, mapping["check"] == nil, Metric(name: pair.key.text) != nil {
      let value = pair.value.scalar?.text ?? "0"
      report(
        Diagnostic(
          code: .wrongKind, "\(quoted(pair.key.text)) is written as a key", at: pair.key.range,
          remedy: "write such as \"\(pair.key.text) == \(value)\""))
      return
    }
    guard let fields = fields(of: item, named: "an expectation", in: " in an expectation", as: table) else { return }
    if fields.lacks("check") {
      missing(
        "check", in: " in an expectation", at: fields.place, remedy: "write such as {check: lost == 0, level: warn}")
    }
    let level = value(CheckKeys.level, fields)
    _ = setting(CheckKeys.scope, fields)
    if let check = fields["check"] { expectation(text: check.value, level: level, in: place, to: &list) }
  }

  private mutating func expectation(
    text node: YAMLNode, level: Expectation.Level, in place: ExpectationPlace, to list: inout ExpectationList
  ) {
    guard let scalar = scalar(node, named: "an expectation", expected: "text such as \"lost == 0\"") else { return }
    let origin = origin(of: scalar.text, at: node.range)
    let read: ExpectationText
    do {
      read = try ExpectationText(scalar.text)
    } catch {
      report(
        Diagnostic(
          code: error.code, error.message, at: error.offsets.isEmpty ? node.range : origin.range(of: error.offsets),
          remedy: error.remedy))
      return
    }
    guard let scope = scope(of: read, in: place, origin: origin) else { return }
    if case .reason(let reason) = read.bound {
      list.refusals.append(ExpectedRefusal(reason: reason, range: node.range))
    }
    guard read.metric.facts.isSupported else {
      report(.notSupported(read.metric.name, at: origin.range(of: read.metricOffsets)))
      return
    }
    list.expectations.append(
      Expectation(
        scope: scope, metric: read.metric, comparison: read.comparison, bound: read.bound, level: level,
        range: node.range))
  }

  private mutating func scope(
    of read: ExpectationText, in place: ExpectationPlace, origin: ScalarOrigin
  ) -> Expectation.Scope? {
    switch (place, read.scope) {
    case (.stage, nil): return .own
    case (.scenario, nil): return .run
    case (.stage, _):
      report(
        Diagnostic(
          code: .notAllowed, "a stage's own expectation names no stage", at: origin.range(of: read.scopeOffsets),
          remedy: "write \"\(read.condition)\" here, or this at the top"))
      return nil
    case (.scenario(let stages?), .stage(let name)?) where !stages.contains(name):
      report(
        .unknown(
          "stage", name, in: "", code: .unknownName, at: origin.range(of: read.scopeOffsets), read: stages, later: [],
          listed: "its stages"))
      return nil
    case (.scenario, let scope?): return scope
    }
  }
}

extension ExpectationText {
  fileprivate var condition: String { "\(metric.name) \(comparison.rawValue) \(bound.text)" }
}
