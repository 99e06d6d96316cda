internal import Templates

/// Keys of a template.
enum TemplateKeys {
  static let format = Key(
    "format",
    words: [
      Word("json", "every value is proven to be JSON before it is sent"), Word("string", "text, as it is"),
      Word("xml", "every value is proven to be XML before it is sent"),
      Word("bytes", "bytes, as they are"),
    ],
    "What a value is.", examples: ["json"]
  ) { Template.Format(rawValue: $0) }.defaulting(to: .string)

  static let key = Key(
    "key", .template, "The message's key, with placeholders.", default: .described("none"), examples: ["\"{{seq}}\""]
  ) { _, pair in pair }

  static let value = Key(
    "value", .template, "The message's value, with placeholders; `null` for none. A template has this or `file`.",
    examples: [#"'{"order": {{seq}}}'"#]
  ) { _, pair in pair }

  static let file = Key(
    "file", .path, "A file that holds the value.", examples: ["payloads/event.xml"]
  ) { $0.path($1) }

  static let headers = Key(
    "headers", .named(.template, names: .header), "Headers by their names, with placeholders.",
    examples: ["{source: rehearsal}"]
  ) { $0.texts($1) }

  static let letting = Key(
    "let", .named(.template, names: .variable), "Values that are made once a message, under names for placeholders.",
    examples: [#"{user: "user-{{random.zipf(n=10000)}}"}"#]
  ) { $0.namedTexts($1) }

  static let fields = Key(
    "fields", .named(.mapping(FieldKeys.table), names: .variable),
    "Simple placeholders `{name}`, each with a sequence.",
    examples: [#"{id: {sequence: {start: 1, prefix: "id-"}}}"#]
  ) { $0.templateFields($1) }

  static let data = Key(
    "data", .mapping(DataKeys.table), "A file whose rows give values, one row a message.",
    examples: ["{file: users.csv}"]
  ) { $0.dataSource($1) }

  static let schema = Key(
    "schema", .path, "A JSON Schema or an XSD that every value is held to.", examples: ["schemas/login.schema.json"]
  ) { $0.path($1) }

  static let locale = Key(
    "locale", .text, "The language of names and addresses.", examples: ["de_DE"]
  ) { $0.locale($1) }.defaulting(to: .american)

  static let size = Key(
    "size", .either([.size, .mapping(SizeKeys.table)]),
    "Pads the value with white space behind it to this size, or to one in a range.",
    examples: ["1KiB", "{min: 1KiB, max: 2KiB}"]
  ) { $0.messageSize($1) }

  static let extends = Key(
    "extends", .reference(.template), "Takes over the keys of another template, or of a block `x-NAME`.",
    examples: ["order"]
  ) { $0.text($1) }

  static let table = KeyTable(
    name: "template", title: "A template",
    summary: "How one message is made. It stands under a key by which stages name it.",
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

/// Keys of one of a template's `fields`.
enum FieldKeys {
  static let sequence = Key(
    "sequence", .mapping(SequenceKeys.table), "Counts a template's own messages.",
    examples: ["{start: 1, prefix: \"id-\"}"],
    required: true
  ) { $0.fieldSequence($1) }

  static let table = KeyTable(
    name: "field", title: "A field", summary: "What stands for a simple placeholder `{name}` of a template.",
    rows: [sequence.row],
    example: MappingExample(
      in: "template", "value: \"<id>{id}</id>\"\nfields: {id: {sequence: {start: 1, prefix: \"id-\"}}}"))
}

/// Keys of a field's `sequence`.
enum SequenceKeys {
  static let start = Key(
    "start", .integer(0...UInt64.max), "The first number.", examples: ["1"]
  ) { $0.quantity($1, expected: "a whole number", Quantity.integer) }.defaulting(to: 0)

  static let prefix = Key("prefix", .text, "Stands before the number.", examples: ["\"id-\""]) { $0.text($1) }

  static let table = KeyTable(
    name: "sequence", title: "A sequence", summary: "Numbers for a field, one a message.",
    rows: [start.row, prefix.row])
}

/// Keys of a template's `data`.
enum DataKeys {
  static let file = Key(
    "file", .path, "CSV with a header row, or NDJSON.", examples: ["users.csv"], required: true
  ) { $0.path($1) }

  static let order = Key(
    "order",
    words: [
      Word("in-order", "from the top, and again from the top at the end"), Word("shuffled", "by the seed"),
      Word("once", "each row once, and then the stage ends"),
    ],
    "In which order rows are taken.", examples: ["shuffled"]
  ) { DataOrder(rawValue: $0) }.defaulting(to: .inOrder)

  static let table = KeyTable(
    name: "data", title: "Data", summary: "A file of rows, from which a template takes values as `{{data.COLUMN}}`.",
    rows: [file.row, order.row],
    example: MappingExample(in: "template", "data: {file: users.csv, order: shuffled}"))
}

/// Keys of a template's `size`.
enum SizeKeys {
  static let min = Key(
    "min", .size, "The smallest size.", examples: ["1KiB"], required: true
  ) { $0.quantity($1, expected: "a size such as 1KiB", Quantity.size) }

  static let max = Key(
    "max", .size, "The greatest size.", examples: ["2KiB"], required: true
  ) { $0.quantity($1, expected: "a size such as 2KiB", Quantity.size) }

  static let table = KeyTable(
    name: "size", title: "A size", summary: "A range, from which the size of each value is drawn by the seed.",
    rows: [min.row, max.row],
    isReplacedWhole: true,
    example: MappingExample(in: "template", "size: {min: 1KiB, max: 2KiB}"))
}
