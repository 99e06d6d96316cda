internal import Diagnostics
internal import Scenarios
internal import Templates

/// The checks of what order within each key needs: templates with keys, idempotent producers, and one partition for each key.
enum OrderPerKey {
  /// One diagnostic for each template without a key that stages send.
  static func diagnostics(
    at range: SourceRange?, _ templates: Declarations<Template>?, used: Set<Int>
  ) -> [Diagnostic] {
    guard let range, let templates else { return [] }
    return used.sorted().compactMap { index in
      guard let fields = templates.entries[index].fields, fields.lacks("key") else { return nil }
      return Diagnostic(
        code: .conflict, "messages of template \(quoted(templates.entries[index].name)) have no key to be ordered by",
        at: range, remedy: "give the template a key, or write per-partition")
    }
  }

  /// A retry of a producer that is not idempotent changes the order of its messages; and there is no order across partitions.
  static func diagnostics(at range: SourceRange?, cluster: [ClientProperty], _ stages: [Stage]) -> [Diagnostic] {
    guard let range else { return [] }
    let ofCluster = cluster.last(where: isNotIdempotent)
    let culprits = stages.compactMap { stage -> (text: String, range: SourceRange)? in
      if let own = stage.client.properties.last(where: isNotIdempotent) { return (quoted(own.name), own.range) }
      guard stage.client.isIdempotent != true else { return nil }
      if stage.client.isIdempotent == false { return ("idempotent: false in stage \(quoted(stage.name))", stage.range) }
      return ofCluster.map { (quoted($0.name), $0.range) }
    }
    var diagnostics: [Diagnostic] = []
    if let culprit = culprits.first {
      diagnostics.append(
        Diagnostic(
          code: .conflict, "order per key needs idempotent producers, and \(culprit.text) rules them out", at: range,
          remedy: "remove that, or write per-partition", notes: [.init("it is set", at: culprit.range)]))
    }
    if let spread = stages.first(where: { !keepsKeysTogether($0.partition) }) {
      diagnostics.append(
        Diagnostic(
          code: .conflict,
          "stage \(quoted(spread.name)) spreads a key over partitions, and there is no order across them",
          at: range, remedy: "give it \"partition: by-key\", or write per-partition"))
    }
    return diagnostics
  }

  private static func isNotIdempotent(_ property: ClientProperty) -> Bool {
    switch property.name {
    case "acks", "request.required.acks": !["all", "-1"].contains(property.value.lowercased())
    case "enable.idempotence": ["false", "f", "0"].contains(property.value.lowercased())
    default: false
    }
  }

  /// All messages of a key are in one partition.
  private static func keepsKeysTogether(_ rule: PartitionRule) -> Bool {
    switch rule {
    case .byKey, .byKeyCRC32, .fixed: true
    case .sticky, .roundRobin, .random, .weights: false
    }
  }
}

extension Scenario {
  /// Expectations on what is not measured with `order: none`.
  func uncheckedOrder() -> [Diagnostic] {
    guard verify.order == .none else { return [] }
    let written = stages.flatMap(\.expectations) + expectations
    return written.filter(\.metric.isOfOrder).map {
      Diagnostic(
        code: .expectation, "\(quoted($0.metric.name)) is not measured with \"order: none\"", at: $0.range,
        remedy: "remove it, or write \"order: per-partition\"")
    }
  }
}
