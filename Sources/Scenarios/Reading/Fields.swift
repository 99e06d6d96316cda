/// A mapping whose keys have been held against the vocabulary: those that are read, and those that cannot be missed
/// because something else was said about them.
struct Fields {
  fileprivate(set) var pairs: [String: YAMLPair] = [:]
  /// Where something that is missing is reported.
  let place: SourceRange
  fileprivate var excused: Set<String> = []
  fileprivate var merges = false
  /// There is an unknown key that is near no other: it may be another word for whatever is missing.
  fileprivate var hasStranger = false

  init(place: SourceRange) { self.place = place }

  subscript(key: String) -> YAMLPair? { pairs[key] }

  func has(_ key: String) -> Bool { pairs[key] != nil }

  /// Whether it is to be reported as missing: it is not written, and nothing that was reported may be what is meant.
  func lacks(_ key: String) -> Bool { !has(key) && !mayMean(key) && !hasStranger }

  /// Whether something that was reported stands for it.
  func mayMean(_ key: String) -> Bool { merges || excused.contains(key) }

  /// What is written at `key`, read by `read`, which reports why where it yields nil.
  func setting<T>(_ key: String, _ read: (YAMLPair) -> T?) -> Setting<T> {
    guard let pair = pairs[key] else { return mayMean(key) ? .faulty : .absent }
    guard let value = read(pair) else { return .faulty }
    return .given(value, at: pair.value.range)
  }
}

/// What was found at a key.
enum Setting<Value> {
  case absent
  /// Something that was reported: there is no value to work with, and no more to say.
  case faulty
  case given(Value, at: SourceRange)

  /// What is inherited where nothing is written.
  func otherwise(_ inherited: Setting) -> Setting {
    if case .absent = self { inherited } else { self }
  }

  var value: Value? {
    if case .given(let value, _) = self { value } else { nil }
  }

  var range: SourceRange? {
    if case .given(_, let range) = self { range } else { nil }
  }

  var isAbsent: Bool {
    if case .absent = self { true } else { false }
  }
}

extension ScenarioReader {
  /// The fields of a mapping, with everything reported that its vocabulary does not hold. `context` goes on behind
  /// `unknown key "…"`: ` in stage "steady"`; `place` is where something missing is reported, by default the first key.
  mutating func fields(
    of node: YAMLNode, named name: String, in context: String, as vocabulary: Vocabulary, place: SourceRange? = nil
  ) -> Fields? {
    guard let mapping = mapping(node, named: name) else { return nil }
    var fields = Fields(place: place ?? mapping.pairs.first?.key.range ?? node.range.first(1))
    fields.merges = mapping.merges
    for pair in mapping.pairs {
      let key = pair.key.text
      if vocabulary.read.contains(key) {
        fields.pairs[key] = pair
      } else if let replaced = vocabulary.later[key] {
        report(.notSupported(key, at: pair.key.range))
        fields.excused.formUnion(replaced)
      } else if vocabulary.takesOwnBlocks, key.hasPrefix("x-") {
        report(.notSupported(key, at: pair.key.range))
      } else if let remedy = vocabulary.misplaced[key] {
        report(
          Diagnostic(
            code: .notAllowed, "\(quoted(key)) is not allowed\(context)", at: pair.key.range, remedy: remedy)
        )
      } else {
        let unknown = Diagnostic.unknown(
          "key", key, in: context, code: .unknownKey, at: pair.key.range, read: vocabulary.read,
          later: vocabulary.later.keys, listed: "allowed keys")
        report(unknown)
        let nearest = Suggestion.nearest(to: key, in: vocabulary.read + vocabulary.later.keys.sorted())
        guard let nearest else {
          fields.hasStranger = true
          continue
        }
        fields.excused.formUnion([nearest] + (vocabulary.later[nearest] ?? []))
      }
    }
    return fields
  }

  /// Reports what is missing, with `remedy` as what to write.
  mutating func missing(_ key: String, in context: String, at place: SourceRange, remedy: String) {
    report(
      Diagnostic(code: .missingKey, "\(quoted(key)) is missing\(context)", at: place, remedy: remedy))
  }
}
