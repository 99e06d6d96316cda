internal import Diagnostics
internal import Scenarios

/// Where an expectation is written: what `stage(…)` may mean there.
enum ExpectationPlace {
  /// In a stage's own `expect`.
  case stage
  /// At the top; the names of the stages, nil where they are not all known.
  case scenario(stages: [String]?)
}

extension ScenarioReader {
  /// The list at `expect:`. Of what could not be read it was reported why; the rest is returned.
  mutating func expectations(
    _ pair: YAMLPair, in place: ExpectationPlace, as table: KeyTable = CheckKeys.table
  ) -> [Expectation] {
    guard let items = sequence(pair.value, named: pair.key.text) else { return [] }
    return items.compactMap { expectation($0, in: place, as: table) }
  }

  /// A text, or `{check: TEXT, level: warn}`.
  private mutating func expectation(
    _ item: YAMLNode, in place: ExpectationPlace, as table: KeyTable
  ) -> Expectation? {
    guard case .mapping(let mapping) = item.content else {
      return expectation(text: item, level: .fail, in: place)
    }
    if let pair = mapping.pairs.first, mapping["check"] == nil, Metric(name: pair.key.text) != nil {
      let value = pair.value.scalar?.text ?? "0"
      report(
        Diagnostic(
          code: .wrongKind, "\(quoted(pair.key.text)) is written as a key", at: pair.key.range,
          remedy: "write such as \"\(pair.key.text) == \(value)\""))
      return nil
    }
    guard let fields = fields(of: item, named: "an expectation", in: " in an expectation", as: table) else {
      return nil
    }
    if fields.lacks("check") {
      missing(
        "check", in: " in an expectation", at: fields.place, remedy: "write such as {check: lost == 0, level: warn}")
    }
    let level = setting(CheckKeys.level, fields)
    _ = setting(CheckKeys.scope, fields)
    guard let check = fields["check"] else { return nil }
    return expectation(text: check.value, level: level.value.flatMap(Expectation.Level.init) ?? .fail, in: place)
  }

  private mutating func expectation(
    text node: YAMLNode, level: Expectation.Level, in place: ExpectationPlace
  ) -> Expectation? {
    guard let scalar = scalar(node, named: "an expectation", expected: "text such as \"lost == 0\"") else { return nil }
    let origin = ScalarOrigin(of: scalar.text, at: node.range, in: files.text(of: node.range.start))
    let read: ExpectationText
    do {
      read = try ExpectationText(scalar.text)
    } catch {
      report(
        Diagnostic(
          code: error.code, error.message, at: error.offsets.isEmpty ? node.range : origin.range(of: error.offsets),
          remedy: error.remedy))
      return nil
    }
    guard let scope = scope(of: read, in: place, origin: origin) else { return nil }
    if case .reason(let reason) = read.bound { refusals.append((reason: reason, range: node.range)) }
    guard read.metric.facts.isSupported else {
      report(.notSupported(read.metric.name, at: origin.range(of: read.metricOffsets)))
      return nil
    }
    return Expectation(
      scope: scope, metric: read.metric, comparison: read.comparison, bound: read.bound, level: level,
      range: node.range)
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
