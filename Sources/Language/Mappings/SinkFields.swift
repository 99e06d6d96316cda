internal import Diagnostics
internal import Scenarios

// `where` and `same`.
extension ValueReader {
  /// Fields with the values that they must have.
  mutating func conditions(_ pair: YAMLPair) -> [FieldCondition]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      let field = reader.field(entry.key.text, named: "field", at: entry.key.range)
      let value = reader.scalar(entry.value, named: entry.key.text, expected: "a value")
      if field?.isList == true {
        reader.report(
          Diagnostic(
            code: .badValue, "\"where\" compares one value, and \(quoted(entry.key.text)) can be several",
            at: entry.key.range, remedy: "write [0] for one of them"))
        return nil
      }
      guard let field, let value else { return nil }
      return FieldCondition(field: field, value: value.text)
    }
  }

  /// Fields of the record, each with one of the message sent.
  mutating func comparisons(_ pair: YAMLPair) -> [FieldComparison]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      let record = reader.field(entry.key.text, named: "field", at: entry.key.range)
      guard let text = reader.text(entry) else { return nil }
      let message = reader.field(text, named: "field", at: entry.value.range)
      guard let record, let message else { return nil }
      return FieldComparison(record: record, message: message, range: entry.key.range)
    }
  }

  /// `key`, or a path.
  private mutating func field(_ text: String, named name: String, at range: SourceRange) -> RecordField? {
    text == "key" ? .key : fieldPath(text, named: name, at: range).map(RecordField.path)
  }
}

extension RecordField {
  /// It can yield several values.
  fileprivate var isList: Bool {
    switch self {
    case .key: false
    case .path(let path): path.isList
    }
  }
}
