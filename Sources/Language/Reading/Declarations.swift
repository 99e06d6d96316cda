internal import Diagnostics

/// The entries that a scenario declares, each under a key, in the order written. One that could not be read keeps its
/// name, so that it can be referred to without a second report.
struct Declarations<Value> {
  struct Entry {
    var name: String
    var value: Value?
    /// The fields of the entry; nil if it is not a mapping.
    var fields: Fields?
  }

  var entries: [Entry] = []
  /// Two entries were reported to be the same: their intended number is unknown.
  var hasTwins = false

  /// All values; nil if one could not be read.
  var values: [Value]? {
    let values = entries.compactMap(\.value)
    return values.count == entries.count ? values : nil
  }

  func index(of name: String) -> Int? { entries.firstIndex { $0.name == name } }
}

extension ValueReader {
  /// The entries declared at `key`, each read by `read`. Nil if they are not known.
  mutating func declarations<Value>(
    _ key: String, of scenario: Fields, example: String, badName: String? = nil,
    _ read: (inout ValueReader, YAMLPair) -> (Value?, Fields?)
  ) -> Declarations<Value>? {
    guard let pair = scenario[key] else {
      if scenario.lacks(key) { missing(key, in: "", at: scenario.headRange, remedy: "for example \"\(example)\"") }
      return nil
    }
    guard let mapping = mapping(pair.value, named: key) else { return nil }
    var declarations = Declarations<Value>()
    for entry in mapping.pairs {
      let name = declaredName(entry.key, remedy: badName)
      let (value, fields) = read(&self, entry)
      declarations.entries.append(.init(name: entry.key.text, value: name == nil ? nil : value, fields: fields))
    }
    if mapping.pairs.isEmpty, !mapping.isOpen {
      report(
        Diagnostic(
          code: .missingKey, "\(quoted(key)) declares nothing", at: pair.key.range,
          remedy: "for example \"\(example)\""))
      return nil
    }
    // Keys that could not be read may declare more.
    return mapping.isOpen || scenario.mayMean(key) ? nil : declarations
  }

  /// The index of the entry that a stage names; faulty if that was reported, or cannot be known.
  mutating func reference<Value>(
    _ named: Setting<String>, _ key: String, in declarations: Declarations<Value>?
  ) -> Setting<Int> {
    guard case .given(let name, let range) = named else { return named.map { _ in nil } }
    guard let declarations else { return .faulty }
    if let index = declarations.index(of: name) { return .given(index, at: range) }
    report(
      .unknown(
        key, name, in: "", code: .unknownName, at: range, read: declarations.entries.map(\.name), later: [],
        listed: "declared"))
    return .faulty
  }

  /// The values that `read` makes of the elements; nil if one could not be read. All are read in any case.
  mutating func every<Element, Value>(
    _ elements: [Element], _ read: (inout ValueReader, Element) -> Value?
  ) -> [Value]? {
    var values: [Value] = []
    for element in elements {
      if let value = read(&self, element) { values.append(value) }
    }
    return values.count == elements.count ? values : nil
  }
}
