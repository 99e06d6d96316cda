internal import Diagnostics
internal import Scenarios

/// Keys of an expectation that is a mapping, and of a condition of `abort_when`.
enum CheckKeys {
  /// Expectations, as texts or as mappings.
  static let kind: Kind = .list(.either([.expectation, .mapping(table)]))

  static let check = Key(
    "check", .expectation, "The condition that must be true.", examples: ["ack_latency_p99 < 50ms"], required: true
  ) { _, pair in pair }

  static let watched = Key(
    "check", .expectation, "The condition that ends the sending: on a count or a rate of sending.",
    examples: ["rejected > 100"], required: true
  ) { _, pair in pair }

  static let level = Key(
    "level", words: [Word("fail", "the run fails"), Word("warn", "only a warning is reported")],
    "The effect if the condition is false.", examples: ["warn"]
  ) { Expectation.Level(rawValue: $0) }.defaulting(to: .fail)

  static let scope = Key(
    "scope", words: [Word("run", "all sending ends"), Word("stage", "only this stage ends")],
    "The sending that an `abort_when` ends.", examples: ["stage"]
  ) { AbortCondition.Scope(rawValue: $0) }.defaulting(to: .run)

  static let table = KeyTable(
    name: "check", title: "A check", summary: "An expectation that has more than a condition.",
    rows: [check.row, level.row], misplaced: ["scope": "only abort_when has it"],
    example: MappingExample(
      in: "scenario", "expect:\n  - lost == 0\n  - {check: stage(*).rate_kept >= 95%, level: warn}"))

  static let condition = KeyTable(
    name: "condition", title: "A condition",
    summary: "An entry of `abort_when` that has more than a condition.",
    rows: [watched.row, scope.row], misplaced: ["level": "only expect has it"],
    example: MappingExample(in: "stage", "abort_when:\n  - {check: rejected > 100, scope: stage}"))
}

/// The mapping in which an expectation is written, which decides what `stage(…)` may mean.
enum ExpectationPlace {
  /// In a stage's own `expect`.
  case stage
  /// In the `expect` of a sink or a group.
  case place(PlaceKind)
  /// At the top; the names of the stages, the sinks and the groups, nil if they are not all known.
  case scenario(stages: [String]?, sinks: [String]? = nil, groups: [String]? = nil)

  /// The kind of place whose metrics are written without a name before them; nil for stages.
  fileprivate var own: PlaceKind? {
    switch self {
    case .stage, .scenario: nil
    case .place(let kind): kind
    }
  }

  fileprivate func hasMetric(named name: String) -> Bool {
    own.map { $0.metric(named: name) != nil } ?? (Metric(name: name) != nil)
  }

  /// The word for what has the list.
  fileprivate var noun: String {
    switch self {
    case .stage, .scenario: "stage"
    case .place(let kind): kind.rawValue
    }
  }
}

/// The expectations of a list, as far as they could be read.
struct ExpectationList: Sendable {
  var expectations: [Expectation] = []
  /// Expectations that a client is refused.
  var refusals: [ExpectedRefusal] = []
}

/// An expectation `refused == REASON`.
struct ExpectedRefusal: Sendable {
  var reason: RefusalReason
  var range: SourceRange
}

extension ValueReader {
  /// The list at `expect:`. Entries that cannot be read are reported; the others are returned.
  mutating func expectations(
    _ pair: YAMLPair, in place: ExpectationPlace, as table: KeyTable = CheckKeys.table
  ) -> ExpectationList {
    var list = ExpectationList()
    for item in sequence(pair.value, named: pair.key.text) ?? [] {
      expectation(item, in: place, as: table, to: &list)
    }
    return list
  }

  /// The list at `abort_when:`. Entries that cannot be read are reported; the others are returned.
  mutating func abortConditions(_ pair: YAMLPair) -> [AbortCondition]? {
    var conditions: [AbortCondition] = []
    for item in sequence(pair.value, named: pair.key.text) ?? [] {
      var list = ExpectationList()
      let scope = expectation(item, in: .stage, as: CheckKeys.condition, to: &list)
      for condition in list.expectations where !condition.metric.isKnownWhileSending {
        report(.unknownWhileSending(condition))
      }
      conditions += list.expectations.map { AbortCondition($0, scope: scope) }
    }
    return conditions
  }

  /// A text, or `{check: TEXT, level: warn}`. The scope is that of a condition.
  @discardableResult
  private mutating func expectation(
    _ item: YAMLNode, in place: ExpectationPlace, as table: KeyTable, to list: inout ExpectationList
  ) -> AbortCondition.Scope {
    let scope = CheckKeys.scope.standard
    guard case .mapping(let mapping) = item.content else {
      expectation(text: item, level: .fail, in: place, to: &list)
      return scope
    }
    if let pair = mapping.pairs.first, mapping["check"] == nil, place.hasMetric(named: pair.key.text) {
      let value = pair.value.scalar?.text ?? "0"
      report(
        Diagnostic(
          code: .wrongKind, "\(quoted(pair.key.text)) is written as a key", at: pair.key.range,
          remedy: "for example \"\(pair.key.text) == \(value)\""))
      return scope
    }
    guard let fields = fields(of: item, named: "an expectation", in: " in an expectation", as: table) else {
      return scope
    }
    if fields.lacks("check") {
      missing(
        "check", in: " in an expectation", at: fields.headRange, remedy: "for example {check: lost == 0, level: warn}")
    }
    let level = value(CheckKeys.level, fields)
    if let check = fields["check"] { expectation(text: check.value, level: level, in: place, to: &list) }
    return value(CheckKeys.scope, fields)
  }

  private mutating func expectation(
    text node: YAMLNode, level: Expectation.Level, in place: ExpectationPlace, to list: inout ExpectationList
  ) {
    guard let scalar = scalar(node, named: "an expectation", expected: .textSuch(as: "lost == 0")) else { return }
    let origin = origin(of: scalar.text, at: node.range)
    let read: ExpectationText
    do {
      read = try ExpectationText(scalar.text, own: place.own)
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
    case (.stage, nil), (.place, nil): return .own
    case (.scenario, nil): return .run
    case (.stage, let scope?), (.place, let scope?):
      let named = scope.placeKind?.rawValue ?? "stage"
      report(
        Diagnostic(
          code: .notAllowed, "an expectation of a \(place.noun) cannot name a \(named)",
          at: origin.range(of: read.scopeOffsets),
          remedy: named == place.noun
            ? "write \"\(read.condition)\" here, or move this to the top of the file"
            : "move this to the top of the file"))
      return nil
    case (.scenario(let stages?, _, _), .stage(let name)?) where !stages.contains(name):
      return unknown("stage", name, stages, at: origin.range(of: read.scopeOffsets))
    case (.scenario(_, let sinks?, _), .sink(let name)?) where !sinks.contains(name):
      return unknown("sink", name, sinks, at: origin.range(of: read.scopeOffsets))
    case (.scenario(_, _, let groups?), .group(let name)?) where !groups.contains(name):
      return unknown("group", name, groups, at: origin.range(of: read.scopeOffsets))
    case (.scenario, let scope?): return scope
    }
  }

  /// Reports a name that no stage, sink or group has.
  private mutating func unknown(
    _ noun: String, _ name: String, _ names: [String], at range: SourceRange
  ) -> Expectation.Scope? {
    report(
      .unknown(
        noun, name, in: "", code: .unknownName, at: range, read: names, later: [], listed: "its \(noun)s"))
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unknownWhileSending(_ condition: Expectation) -> Diagnostic {
    Diagnostic(
      code: .expectation, "\(quoted(condition.metric.name)) is not known while messages are sent", at: condition.range,
      remedy: "write a condition on a count or a rate of sending, for example \"rejected > 100\"")
  }
}

extension ExpectationText {
  fileprivate var condition: String { "\(metric.name) \(comparison.rawValue) \(bound.text)" }
}
