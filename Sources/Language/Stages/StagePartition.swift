internal import Diagnostics
internal import Scenarios
internal import Templates

extension StageReader {
  /// The rule of a stage, checked with its template and topic as far as these are known.
  func partitionRule(
    _ setting: Setting<PartitionRule>, templates: (Declarations<Template>?, [Int])?,
    topic: (Declarations<Topic>?, Int)?, _ values: inout ValueReader
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
    case .given(.fixed(let number), let range):
      let topic = topic.flatMap { declarations, index in declarations?.entries[index].value }
      guard let topic, let partitions = topic.partitions, Int(number) >= partitions else { return .fixed(number) }
      let last = partitions == 1 ? "it has only 0" : "they are 0 to \(partitions - 1)"
      values.report(
        Diagnostic(
          code: .conflict, "topic \(quoted(topic.name)) has no partition \(number)", at: range, remedy: last))
      return nil
    case .given(let rule, _): return rule
    }
  }
}
