internal import Diagnostics
internal import Templates

/// Keys of a template's `size`.
enum SizeKeys {
  /// A size, or a range of sizes.
  static let kind: Kind = .either([.size, .mapping(table)])

  static let min = Key(
    "min", .size, "The smallest size.", examples: ["1KiB"], required: true
  ) { $0.quantity($1, expected: "a size such as 1KiB", Quantity.size) }

  static let max = Key(
    "max", .size, "The largest size.", examples: ["2KiB"], required: true
  ) { $0.quantity($1, expected: "a size such as 2KiB", Quantity.size) }

  static let table = KeyTable(
    name: "size", title: "A size", summary: "A range from which the size of each value is drawn, from the seed.",
    rows: [min.row, max.row],
    isReplacedWhole: true,
    example: MappingExample(in: "template", "size: {min: 1KiB, max: 2KiB}"))
}

extension ValueReader {
  /// The least and the greatest size.
  mutating func messageSize(_ pair: YAMLPair) -> ClosedRange<UInt64>? {
    guard case .mapping = pair.value.content else {
      return quantity(pair, expected: "a size such as 1KiB", Quantity.size).flatMap { bounded($0...$0, pair) }
    }
    guard let fields = fields(of: pair.value, named: "size", in: " in size", as: SizeKeys.table) else { return nil }
    let least = required(SizeKeys.min, fields, in: " in size")
    let most = required(SizeKeys.max, fields, in: " in size")
    guard let least, let most else { return nil }
    if least <= most { return bounded(least...most, pair) }
    if let pair = fields["min"] { badValue(pair, nil, QuantityError(reason: "is greater than max")) }
    return nil
  }

  private mutating func bounded(_ size: ClosedRange<UInt64>, _ pair: YAMLPair) -> ClosedRange<UInt64>? {
    if size.upperBound <= UInt64(Template.mostBytes) { return size }
    report(
      Diagnostic(
        code: .badValue, "size is more than \(Template.mostBytes >> 20) MiB", at: pair.value.range,
        remedy: "write less"))
    return nil
  }
}
