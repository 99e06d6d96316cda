internal import Diagnostics
internal import Templates

/// Keys of one of a template's `fields`.
enum FieldKeys {
  static let sequence = Key(
    "sequence", .mapping(SequenceKeys.table), "Counts the messages of the template.",
    examples: ["{start: 1, prefix: \"id-\"}"],
    required: true
  ) { $0.fieldSequence($1) }

  static let table = KeyTable(
    name: "field", title: "A field", summary: "The value of a simple placeholder `{name}` of a template.",
    rows: [sequence.row],
    example: MappingExample(
      in: "template", "value: \"<id>{id}</id>\"\nfields: {id: {sequence: {start: 1, prefix: \"id-\"}}}"))
}

/// Keys of a field's `sequence`.
enum SequenceKeys {
  static let start = Key(
    "start", .integer(0...UInt64.max), "The first number.", examples: ["1"]
  ) { $0.quantity($1, expected: "a whole number", Quantity.integer) }.defaulting(to: 0)

  static let prefix = Key("prefix", .text, "Text before the number.", examples: ["\"id-\""]) { $0.text($1) }

  static let table = KeyTable(
    name: "sequence", title: "A sequence", summary: "Numbers for a field, one per message.",
    rows: [start.row, prefix.row])
}

extension ValueReader {
  /// `fields:`: simple placeholders.
  mutating func templateFields(_ pair: YAMLPair) -> [TemplateField]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      let context = " in field \(quoted(entry.key.text))"
      guard reader.isVariableName(entry.key),
        let fields = reader.fields(
          of: entry.value, named: entry.key.text, in: context, as: FieldKeys.table, headRange: entry.key.range),
        let sequence = reader.required(FieldKeys.sequence, fields, in: context)
      else { return nil }
      return TemplateField(name: entry.key.text, start: sequence.start, prefix: sequence.prefix)
    }
  }

  /// The first number and the prefix of a sequence.
  mutating func fieldSequence(_ pair: YAMLPair) -> (start: UInt64, prefix: String)? {
    guard let fields = fields(of: pair.value, named: "sequence", in: " in sequence", as: SequenceKeys.table) else {
      return nil
    }
    let start = value(SequenceKeys.start, fields)
    let prefix = setting(SequenceKeys.prefix, fields)
    return (start, prefix.value ?? "")
  }
}
