internal import Diagnostics

extension Key {
  /// A key that takes one of some words; `make` turns the word into a value.
  init(
    _ name: String, words: [Word], _ summary: String, default fallback: KeyRow.Default = .nothing, examples: [String],
    later: Bool = false, make: @escaping @Sendable (String) -> Value?
  ) {
    self.init(name, .words(words), summary, default: fallback, examples: examples, later: later) { reader, pair in
      reader.word(pair, words).flatMap(make)
    }
  }
}

extension Key where Value == UInt64 {
  /// A key that takes a whole number within bounds.
  init(
    _ name: String, integer bounds: ClosedRange<UInt64>, _ summary: String, default fallback: KeyRow.Default = .nothing,
    examples: [String], later: Bool = false
  ) {
    self.init(name, .integer(bounds), summary, default: fallback, examples: examples, later: later) { reader, pair in
      reader.integer(pair, in: bounds)
    }
  }
}

extension ValueReader {
  /// One of the words that the key's table has.
  mutating func word(_ pair: YAMLPair, _ words: [Word]) -> String? {
    let (read, later) = (words.filter { !$0.isLater }.map(\.text), words.filter(\.isLater).map(\.text))
    let expected: ExpectedValue = "one of \(read.joined(separator: ", "))"
    guard let scalar = scalar(pair.value, named: pair.key.text, expected: expected) else { return nil }
    if read.contains(scalar.text) { return scalar.text }
    if later.contains(scalar.text) {
      report(.notSupported("\(pair.key.text): \(scalar.text)", at: pair.value.range))
    } else {
      var unknown = Diagnostic.unknown(
        pair.key.text, scalar.text, in: "", code: .badValue, at: pair.value.range, read: read, later: later,
        listed: "write one of")
      if scalar.holdsSecret { unknown.message = "unknown \(pair.key.text) \(quoted(scalar.shown))" }
      report(unknown)
    }
    return nil
  }
}
