internal import Diagnostics

/// A mapping whose keys were checked with their table: its pairs, and the keys that are not reported as missing because
/// another diagnostic may be about them.
struct Fields {
  fileprivate(set) var pairs: [String: YAMLPair] = [:]
  /// The range of the mapping's name or first key, where missing keys are reported.
  let headRange: SourceRange
  fileprivate var excused: Set<String> = []
  fileprivate var isOpen = false
  /// True if there is an unknown key that resembles no other: it may mean any key that is missing.
  fileprivate var hasUnrelatedKey = false

  init(headRange: SourceRange) { self.headRange = headRange }

  subscript(key: String) -> YAMLPair? { pairs[key] }

  func has(_ key: String) -> Bool { pairs[key] != nil }

  /// True if a key must be reported as missing: it is not written, and no key that was reported may be meant for it.
  func lacks(_ key: String) -> Bool { !has(key) && !mayMean(key) && !hasUnrelatedKey }

  /// True if a key that was reported may be meant for it.
  func mayMean(_ key: String) -> Bool { isOpen || excused.contains(key) }
}

/// The value found at a key.
enum Setting<Value> {
  case absent
  /// There is a mistake, which was reported: there is no value, and nothing more to report.
  case faulty
  case given(Value, at: SourceRange)

  var value: Value? {
    if case .given(let value, _) = self { value } else { nil }
  }

  var range: SourceRange? {
    if case .given(_, let range) = self { range } else { nil }
  }

  var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }

  func map<Other>(_ transform: (Value) -> Other?) -> Setting<Other> {
    switch self {
    case .absent: .absent
    case .faulty: .faulty
    case .given(let value, let range): transform(value).map { .given($0, at: range) } ?? .faulty
    }
  }
}

extension ValueReader {
  /// The value at a key, read as its table says.
  mutating func setting<Value>(_ key: Key<Value>, _ fields: Fields) -> Setting<Value> {
    guard let pair = fields[key.name] else { return fields.mayMean(key.name) ? .faulty : .absent }
    guard let value = key.read(&self, pair) else { return .faulty }
    return .given(value, at: pair.value.range)
  }

  /// The value at a key that has to be there; nil if it was reported.
  mutating func required<Value>(_ key: Key<Value>, _ fields: Fields, in context: String) -> Value? {
    if fields.lacks(key.name) {
      let example = key.row.examples.first ?? ""
      missing(key.name, in: context, at: fields.headRange, remedy: "for example \"\(key.name): \(example)\"")
    }
    return setting(key, fields).value
  }

  /// The one key of a mapping that is a choice; nil if there is none or more than one, which was reported.
  mutating func only(_ keys: [String], of fields: Fields, in context: String) -> String? {
    let written = keys.filter { fields.has($0) }
    if written.isEmpty, keys.allSatisfy(fields.lacks) {
      report(
        Diagnostic(
          code: .missingKey, "one of \(Diagnostic.list(keys)) is missing\(context)", at: fields.headRange,
          remedy: "write one of them"))
    }
    if written.count > 1, let second = fields[written[1]] {
      report(
        Diagnostic(
          code: .conflict, "\(quoted(written[0])) and \(quoted(written[1])) exclude each other\(context)",
          at: second.key.range, remedy: "remove one of them"))
    }
    return written.count == 1 ? written[0] : nil
  }

  /// The fields of a mapping; keys that are not in its table are reported. `context` follows
  /// `unknown key "…"`: ` in stage "steady"`; missing keys are reported at `headRange`, by default the first key.
  mutating func fields(
    of node: YAMLNode, named name: String, in context: String, as table: KeyTable, headRange: SourceRange? = nil
  ) -> Fields? {
    guard let mapping = mapping(node, named: name) else { return nil }
    var fields = Fields(headRange: headRange ?? mapping.pairs.first?.key.range ?? node.range.first(1))
    fields.isOpen = mapping.isOpen
    for pair in mapping.pairs {
      let key = pair.key.text
      // A setting of null removes a value; without an inherited value, nothing is left.
      if pair.value.isNull, pair.value.range.start.file == ReadingEnvironment.settingsFile { continue }
      if let row = table.row(key) {
        fields.pairs[key] = pair
        if row.isLater { report(.notSupported(key, at: pair.key.range)) }
      } else if table.takesOwnBlocks, key.hasPrefix("x-") {
        continue
      } else if let remedy = table.misplaced[key] {
        report(
          Diagnostic(
            code: .notAllowed, "\(quoted(key)) is not allowed\(context)", at: pair.key.range, remedy: remedy)
        )
      } else {
        var unknown = Diagnostic.unknown(
          "key", key, in: context, code: .unknownKey, at: pair.key.range, read: table.read, later: table.later,
          listed: "allowed keys")
        let isNear = Suggestion.nearest(to: key, in: table.read + table.later) != nil
        if let remedy = LookAlike.remedy(for: key) {
          unknown.remedy = remedy
        } else if pair.key.isPlain, key.first == "-", table.row(String(key.dropFirst())) != nil {
          unknown = YAMLHint.missingBlank(behind: "dash", at: pair.key.range.first(1)).diagnostic
        } else if !isNear, let remedy = locationRemedy(for: key, in: table) {
          unknown.remedy = remedy
        }
        report(unknown)
        guard let nearest = Suggestion.nearest(to: key, in: table.read + table.later) else {
          fields.hasUnrelatedKey = true
          continue
        }
        fields.excused.insert(nearest)
      }
    }
    for rule in table.rules { report(rule, in: fields, context) }
    return fields
  }

  /// Advice about a key that belongs to another mapping; nil if none has it, or too many do.
  private func locationRemedy(for key: String, in table: KeyTable) -> String? {
    table.advice(key) ?? keyLocations.first { $0.table.name != table.name && $0.table.row(key) != nil }?.remedy
  }

  /// Reports keys that exclude each other. The other rules are checked where the keys are read.
  private mutating func report(_ rule: KeyRule, in fields: Fields, _ context: String) {
    switch rule {
    case .exclusive(let keys, let other, let why): report(keys, exclude: other, why, in: fields, context)
    case .conflicting(let key, let other, let why): report([key], exclude: other, why, in: fields, context)
    case .overriding(let key, let others, let why):
      for other in others { report([key], exclude: other, why, in: fields, context) }
    case .replacing, .oneKey, .oneOf, .notEmpty, .needs, .required, .extent: return
    }
  }

  private mutating func report(
    _ firsts: [String], exclude second: String, _ reason: String?, in fields: Fields, _ context: String
  ) {
    guard let first = firsts.first(where: fields.has), let pair = fields[second] else { return }
    report(
      Diagnostic(
        code: .conflict, "\(quoted(first)) and \(quoted(second)) exclude each other\(context)", at: pair.key.range,
        remedy: "remove one of them\(reason.map { ": \($0)" } ?? "")"))
  }

  /// Reports a missing key; `remedy` says what to write.
  mutating func missing(_ key: String, in context: String, at place: SourceRange, remedy: String) {
    report(Diagnostic(code: .missingKey, "\(quoted(key)) is missing\(context)", at: place, remedy: remedy))
  }
}
