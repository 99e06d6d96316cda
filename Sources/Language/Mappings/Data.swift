internal import Diagnostics
internal import Templates

/// Keys of a template's `data`.
enum DataKeys {
  static let file = Key(
    "file", .path, "CSV with a header row, or NDJSON.", examples: ["users.csv"], required: true
  ) { $0.path($1) }

  static let order = Key(
    "order",
    words: [
      Word("in-order", "from first to last, then from the first again"),
      Word("shuffled", "in random order, from the seed"),
      Word("once", "each row once, and then the stage ends"),
    ],
    "Order in which rows are used.", examples: ["shuffled"]
  ) { DataOrder(rawValue: $0) }.defaulting(to: .inOrder)

  static let separator = Key(
    "separator", .separator, "The character between the cells of CSV.", default: .described("`,`"),
    examples: [#"";""#, #""\t""#]
  ) { $0.separator($1) }

  static let table = KeyTable(
    name: "data", title: "Data", summary: "A file of rows whose values a template uses as `{{data.COLUMN}}`.",
    rows: [file.row, order.row, separator.row],
    example: MappingExample(in: "template", "data: {file: users.csv, order: shuffled}"))
}

/// `data:` as it is written.
struct DataSetting {
  var path: String
  var order: DataOrder
  /// Nil where none is written.
  var separator: CSVSeparator?
  /// The place of the file's name.
  var range: SourceRange
}

extension ValueReader {
  /// The file that gives values, and their order.
  mutating func dataSource(_ pair: YAMLPair) -> DataSetting? {
    guard let fields = fields(of: pair.value, named: "data", in: " in data", as: DataKeys.table) else { return nil }
    let order = setting(DataKeys.order.key, fields)
    guard let path = required(DataKeys.file, fields, in: " in data"), let range = fields["file"]?.value.range else {
      return nil
    }
    let separator = setting(DataKeys.separator, fields)
    if case .faulty = order { return nil }
    if case .faulty = separator { return nil }
    if separator.value != nil, DataFile.isNDJSON(path), let pair = fields["separator"] {
      report(
        Diagnostic(
          code: .conflict, "\"separator\" is for CSV, and \(quoted(path)) is NDJSON by its name", at: pair.key.range,
          remedy: "remove it"))
      return nil
    }
    return DataSetting(
      path: path, order: order.value ?? DataKeys.order.standard, separator: separator.value, range: range)
  }

  /// One character that separates cells.
  mutating func separator(_ pair: YAMLPair) -> CSVSeparator? {
    guard let scalar = scalar(pair.value, named: pair.key.text, expected: "one character such as \";\"") else {
      return nil
    }
    if let separator = CSVSeparator(scalar.text) { return separator }
    let meant: String? =
      switch scalar.text.lowercased() {
      case "tab", "\\t", "tsv": #""\t" in double quotes"#
      case "semicolon": #"";""#
      case "comma": #"",""#
      case "pipe": #""|""#
      default: nil
      }
    badValue(
      pair, scalar,
      QuantityError(
        reason: "must be one character of ASCII, and neither a quote nor a letter nor a digit",
        remedy: meant.map { "write \($0)" } ?? #"for example ";", or "\t" for a tab"#))
    return nil
  }
}
