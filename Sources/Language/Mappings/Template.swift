internal import Diagnostics
internal import Templates

/// Keys of a template.
enum TemplateKeys {
  static let format = Key(
    "format",
    words: [
      Word("json", "every value is checked to be JSON before it is sent"), Word("string", "text, as is"),
      Word("xml", "every value is checked to be XML before it is sent"),
      Word("bytes", "bytes, as is"),
    ],
    "Format of the value.", examples: ["json"]
  ) { Template.Format(rawValue: $0) }.defaulting(to: .string)

  static let key = Key(
    "key", .template, "The message's key, with placeholders.", default: .described("none"), examples: ["\"{{seq}}\""]
  ) { _, pair in pair }

  static let value = Key(
    "value", .template, "The message's value, with placeholders; `null` for none. A template has this or `file`.",
    examples: [#"'{"order": {{seq}}}'"#]
  ) { _, pair in pair }

  static let file = Key(
    "file", .path, "A file with the value.", examples: ["payloads/event.xml"]
  ) { $0.path($1) }

  static let headers = Key(
    "headers", .named(.either([.template, .list(.template)]), names: .header),
    "Headers by their names, with placeholders; a list sends the header once for each value, in this order.",
    examples: ["{source: rehearsal}", "{route: [north, east]}"]
  ) { $0.texts($1) }

  static let letting = Key(
    "let", .named(RepeatedTextKeys.kind, names: .variable),
    "Values that are computed once per message, with names for placeholders.",
    examples: [
      #"{user: "user-{{random.zipf(n=10000)}}"}"#, "{tags: {repeat: 0..3, value: '\"{{faker.word()}}\"'}}",
    ]
  ) { $0.namedTexts($1) }

  static let fields = Key(
    "fields", .named(.mapping(FieldKeys.table), names: .variable),
    "Simple placeholders `{name}`, each with a sequence.",
    examples: [#"{id: {sequence: {start: 1, prefix: "id-"}}}"#]
  ) { $0.templateFields($1) }

  static let data = Key(
    "data", .mapping(DataKeys.table), "A file of values, one row per message.",
    examples: ["{file: users.csv}"]
  ) { $0.dataSource($1) }

  static let schema = Key(
    "schema", .path, "A JSON Schema or an XSD that every value must satisfy.", examples: ["schemas/login.schema.json"]
  ) { $0.path($1) }

  static let locale = Key(
    "locale", .text,
    "Language and country of generated names, addresses and the like: \(FakerLocale.allCases.map(\.rawValue).joined(separator: ", ")).",
    examples: ["de_DE"]
  ) { $0.locale($1) }.defaulting(to: .american)

  static let size = Key(
    "size", SizeKeys.kind,
    "Pads the value with trailing white space to this size, or to one in a range.",
    examples: ["1KiB", "{min: 1KiB, max: 2KiB}"]
  ) { $0.messageSize($1) }

  static let extends = Key(
    "extends", .reference(.template), "Inherits the keys of another template, or of a block `x-NAME`.",
    examples: ["order"]
  ) { $0.text($1) }

  static let table = KeyTable(
    name: "template", title: "A template",
    summary: "The content of a message. Stages refer to it by its key.",
    rows: [
      format.row, key.row, value.row, file.row, headers.row, letting.row, fields.row, data.row, schema.row, locale.row,
      size.row, extends.row,
    ],
    rules: [.exclusive(["value"], "file"), .required("value", unless: ["file"])],
    nullable: ["value"],
    example: MappingExample(
      in: "scenario",
      """
      templates:
        order:
          format: json
          key: "customer-{{seq}}"
          value: '{"order": {{seq}}, "stage": "{{stage.name}}"}'
      """))
}

extension ValueReader {
  /// Texts with placeholders, by name. They are read later, when the names that they can use are known.
  mutating func texts(_ pair: YAMLPair) -> [YAMLPair]? {
    isHeaderList(pair) ? nil : mapping(pair.value, named: pair.key.text)?.pairs
  }

  /// The same, under names that placeholders can use.
  mutating func namedTexts(_ pair: YAMLPair) -> [YAMLPair]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in reader.isVariableName(entry.key) ? entry : nil }
  }

  /// The language of names and addresses.
  mutating func locale(_ pair: YAMLPair) -> FakerLocale? {
    guard let name = text(pair) else { return nil }
    if let locale = FakerLocale(rawValue: name) { return locale }
    var fault = Diagnostic.unknown(
      "locale", name, in: "", code: .badValue, at: pair.value.range, read: FakerLocale.allCases.map(\.rawValue),
      later: [], listed: "write one of")
    let ofLanguage = FakerLocale.ofLanguage(name).map(\.rawValue)
    if !ofLanguage.isEmpty { fault.remedy = "write \(ofLanguage.joined(separator: " or "))" }
    report(fault)
    return nil
  }
}
