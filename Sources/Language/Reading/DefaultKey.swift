internal import Scenarios

/// A key with its default, which also replaces a value that could not be read.
struct DefaultKey<Value: Sendable>: Sendable {
  let key: Key<Value>
  let standard: Value

  var row: KeyRow { key.row }
  var name: String { key.name }
}

extension Key where Value: Sendable {
  /// The key with its default; `text` is the default as it would be written.
  func defaulting(to standard: Value, written text: String) -> DefaultKey<Value> {
    var row = row
    row.fallback = .value(text)
    return DefaultKey(key: Key(row, read), standard: standard)
  }
}

extension Key where Value: Sendable & RawRepresentable<String> {
  func defaulting(to standard: Value) -> DefaultKey<Value> { defaulting(to: standard, written: standard.rawValue) }
}

extension Key where Value == Bool {
  func defaulting(to standard: Bool) -> DefaultKey<Bool> { defaulting(to: standard, written: String(standard)) }
}

extension Key where Value == UInt64 {
  func defaulting(to standard: UInt64) -> DefaultKey<UInt64> { defaulting(to: standard, written: String(standard)) }
}

extension Key where Value == Nanoseconds {
  func defaulting(to standard: Nanoseconds) -> DefaultKey<Nanoseconds> {
    defaulting(to: standard, written: Bound.duration(standard).text)
  }
}

extension ValueReader {
  /// The value at a key; its default where there is none.
  mutating func value<Value>(_ key: DefaultKey<Value>, _ fields: Fields) -> Value {
    setting(key.key, fields).value ?? key.standard
  }
}
