internal import Diagnostics
internal import Scenarios
internal import Templates

extension ValueReader {
  mutating func seed(_ pair: YAMLPair) -> Seed? {
    if pair.value.scalar?.text == "random" { return .random }
    return quantity(pair, expected: "a whole number or random") { text throws(QuantityFault) in
      if text == "random" { return Seed.random }
      if let nearest = Suggestion.nearest(to: text, in: ["random"]) {
        throw QuantityFault(reason: "is not a whole number", remedy: "did you mean \"\(nearest)\"?")
      }
      return Seed.fixed(try Quantity.integer(text))
    }
  }

  /// `vars:`, in the order written.
  mutating func variables(_ pair: YAMLPair) -> [Variable]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      guard reader.isVariableName(entry.key), let value = reader.scalarText(entry) else { return nil }
      return Variable(name: entry.key.text, value: value.text, isSecret: value.holdsSecret)
    }
  }

}
