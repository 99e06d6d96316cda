internal import Diagnostics
internal import Scenarios
internal import Templates

extension StageReader {
  /// The rule of a stage, checked with its template and topic as far as these are known.
  func partitionRule(
    _ setting: Setting<PartitionRule>, templates: (Declarations<Template>?, [Int])?,
    topic: (Declarations<Topic>?, Int)?, written: YAMLPair?, _ values: inout ValueReader
  ) -> PartitionRule? {
    let entries = templates.flatMap { declarations, indices in
      declarations.map { declarations in indices.map { declarations.entries[$0] } }
    }
    // One template with a key is enough for by-key in a mix; messages without a key are spread as by default.
    let fields = entries?.first { $0.fields?.has("key") == true }?.fields ?? entries?.first?.fields
    let templateEntry = entries?.first
    switch setting {
    case .faulty: return nil
    case .absent: return fields?.has("key") == true ? .byKey : .sticky
    case .given(let rule, let range) where rule == .byKey || rule == .byKeyCRC32:
      guard let templateEntry, let fields, fields.lacks("key") else { return rule }
      values.report(
        Diagnostic(
          code: .conflict, "messages of template \(quoted(templateEntry.name)) have no key", at: range,
          remedy: "give the template a key, or write sticky or round-robin"))
      return nil
    case .given(let rule, let range):
      let topic = topic.flatMap { declarations, index in declarations?.entries[index].value }
      guard let topic, let partitions = topic.partitions else { return rule }
      let beyond = Self.named(by: rule, at: range, written).filter { $0.number >= partitions }
      let last = partitions == 1 ? "it has only 0" : "they are 0 to \(partitions - 1)"
      for (number, range) in beyond {
        values.report(
          Diagnostic(
            code: .conflict, "topic \(quoted(topic.name)) has no partition \(number)", at: range, remedy: last))
      }
      return beyond.isEmpty ? rule : nil
    }
  }

  /// The partitions that a rule names, each where it is written; with weights those of weight 0 as well.
  private static func named(
    by rule: PartitionRule, at range: SourceRange, _ written: YAMLPair?
  ) -> [(number: UInt64, range: SourceRange)] {
    switch rule {
    case .fixed(let number): [(UInt64(number.magnitude), range)]
    case .weights:
      (written?.value.mapping?[PartitionKeys.weights.name]?.value.mapping?.pairs ?? []).compactMap { pair in
        UInt64(pair.key.text).map { ($0, pair.key.range) }
      }
    case .byKey, .byKeyCRC32, .sticky, .roundRobin, .random: []
    }
  }
}
