internal import Diagnostics
internal import Scenarios
internal import Templates

/// The mapping `mix`, whose keys are names of templates.
enum MixKeys {
  /// Templates by their names, each with its weight.
  static let kind: Kind = .named(.integer(weights), names: .name)

  static let example = "{login: 80, logout: 20}"

  fileprivate static let weights: ClosedRange<UInt64> = 1...1_000_000
}

extension ValueReader {
  /// Templates by weight.
  mutating func mix(_ pair: YAMLPair) -> [(name: YAMLKey, weight: UInt64)]? {
    guard let mapping = mapping(pair.value, named: "mix") else { return nil }
    let weights = every(mapping.pairs) { reader, entry in
      reader.integer(entry, in: MixKeys.weights).map { (name: entry.key, weight: $0) }
    }
    guard let weights, !weights.isEmpty else {
      if mapping.pairs.isEmpty, !mapping.isOpen {
        report(
          Diagnostic(
            code: .missingKey, "\"mix\" has no templates", at: pair.key.range,
            remedy: "for example \"mix: \(MixKeys.example)\""))
      }
      return nil
    }
    return weights
  }

  /// The shares of a mix, as far as its templates are known.
  mutating func shares(
    _ mix: [(name: YAMLKey, weight: UInt64)], of templates: Declarations<Template>?
  ) -> [TemplateShare]? {
    guard let templates else { return nil }
    let shares = every(mix) { reader, share -> TemplateShare? in
      if let index = templates.index(of: share.name.text) {
        return TemplateShare(template: index, weight: share.weight)
      }
      reader.report(
        .unknown(
          "template", share.name.text, in: "", code: .unknownName, at: share.name.range,
          read: templates.entries.map(\.name), later: [], listed: "declared"))
      return nil
    }
    guard let shares, let first = mix.first else { return nil }
    let weights = MixOrder.reduced(shares.map(\.weight))
    guard weights.reduce(0, +) <= MixOrder.longestRun else {
      report(
        Diagnostic(
          code: .badValue, "the weights add up to more than \(MixOrder.longestRun) even when they are reduced",
          at: first.name.range, remedy: "write smaller ones"))
      return nil
    }
    return zip(shares, weights).map { TemplateShare(template: $0.template, weight: $1) }
  }
}
