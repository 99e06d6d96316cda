internal import Diagnostics
internal import Templates

extension ValueReader {
  /// Texts under names, with placeholders, which are read where it is known what names they can use.
  mutating func texts(_ pair: YAMLPair) -> [YAMLPair]? { mapping(pair.value, named: pair.key.text)?.pairs }

  /// The same, under names that placeholders can use.
  mutating func namedTexts(_ pair: YAMLPair) -> [YAMLPair]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in reader.isVariableName(entry.key) ? entry : nil }
  }

  /// `fields:`: simple placeholders.
  mutating func templateFields(_ pair: YAMLPair) -> [TemplateField]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      let context = " in field \(quoted(entry.key.text))"
      guard reader.isVariableName(entry.key),
        let fields = reader.fields(
          of: entry.value, named: entry.key.text, in: context, as: FieldKeys.table, place: entry.key.range),
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

  private mutating func bounded(_ size: ClosedRange<UInt64>, _ pair: YAMLPair) -> ClosedRange<UInt64>? {
    if size.upperBound <= UInt64(Template.mostBytes) { return size }
    report(
      Diagnostic(
        code: .badValue, "size is more than \(Template.mostBytes >> 20) MiB", at: pair.value.range,
        remedy: "write less"))
    return nil
  }

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
    if let pair = fields["min"] { badValue(pair, nil, QuantityFault(reason: "is more than the most")) }
    return nil
  }

  /// The language of names and addresses.
  mutating func locale(_ pair: YAMLPair) -> FakerLocale? {
    guard let name = text(pair) else { return nil }
    if let locale = FakerLocale(rawValue: name) { return locale }
    report(
      .unknown(
        "locale", name, in: "", code: .badValue, at: pair.value.range, read: FakerLocale.allCases.map(\.rawValue),
        later: [], listed: "write one of"))
    return nil
  }
}
