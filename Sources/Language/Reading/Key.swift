/// One key of a mapping, with everything about it: the values that it takes, its meaning, and its default. The reader, the
/// JSON Schema and the reference of the language are made from these rows.
struct KeyRow: Sendable {
  /// The value of a key that is not written.
  enum Default: Sendable {
    case nothing
    /// As it would be written.
    case value(String)
    /// In words, where it depends on something else.
    case described(String)
  }

  var name: String
  var kind: Kind
  /// One or two sentences.
  var summary: String
  var fallback: Default
  /// Values, as they are written in YAML.
  var examples: [String]
  var isRequired: Bool
  /// True for a key that is part of the language, but refused as not supported yet.
  var isLater: Bool
}

/// A row with the function that reads its value, and reports why if it yields nil.
struct Key<Value>: Sendable {
  typealias Reading = @Sendable (inout ValueReader, YAMLPair) -> Value?

  let row: KeyRow
  let read: Reading

  init(_ row: KeyRow, _ read: @escaping Reading) {
    self.row = row
    self.read = read
  }

  init(
    _ name: String, _ kind: Kind, _ summary: String, default fallback: KeyRow.Default = .nothing, examples: [String],
    required: Bool = false, later: Bool = false, read: @escaping Reading
  ) {
    row = KeyRow(
      name: name, kind: kind, summary: summary, fallback: fallback, examples: examples, isRequired: required,
      isLater: later)
    self.read = read
  }

  var name: String { row.name }
}
