internal import Diagnostics
internal import Templates

/// `data:` as it is written.
struct DataSetting {
  var path: String
  var order: DataOrder
  /// Of the file's name.
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
