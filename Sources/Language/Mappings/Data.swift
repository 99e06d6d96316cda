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

  static let table = KeyTable(
    name: "data", title: "Data", summary: "A file of rows whose values a template uses as `{{data.COLUMN}}`.",
    rows: [file.row, order.row],
    example: MappingExample(in: "template", "data: {file: users.csv, order: shuffled}"))
}

/// `data:` as it is written.
struct DataSetting {
  var path: String
  var order: DataOrder
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
    if case .faulty = order { return nil }
    return DataSetting(path: path, order: order.value ?? DataKeys.order.standard, range: range)
  }
}
