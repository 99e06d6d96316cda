internal import Diagnostics
internal import Payloads
internal import Scenarios

/// The place of an id in a record.
enum SinkIdentityKeys {
  fileprivate static let words = [
    Word("header", "in the header `rehearse`, where it is passed on"), Word("key", "the key"),
    Word("line", "a whole line of a command"),
  ]

  /// A word, or a mapping.
  static let kind: Kind = .either([.words(words), .mapping(MessageIdentityKeys.table)])
}

extension ValueReader {
  /// The place of an id in a record: a word, or one path.
  mutating func recordIdentity(_ pair: YAMLPair) -> RecordIdentity? {
    guard case .mapping = pair.value.content else {
      switch word(pair, SinkIdentityKeys.words) {
      case "header": return .header
      case "key": return .key
      case "line": return .line
      default: return nil
      }
    }
    let context = " in identity"
    guard let fields = fields(of: pair.value, named: "identity", in: context, as: MessageIdentityKeys.table) else {
      return nil
    }
    switch only(MessageIdentityKeys.table.rows.map(\.name), of: fields, in: context) {
    case "json": return fields["json"].flatMap { fieldPath($0) }.map(RecordIdentity.json)
    case "xml": return fields["xml"].flatMap { elementPath($0) }.map(RecordIdentity.xml)
    case "regex": return fields["regex"].flatMap { regularExpression($0) }.map(RecordIdentity.regex)
    default: return nil
    }
  }

  /// A path in a JSON value.
  mutating func fieldPath(_ pair: YAMLPair) -> FieldPath? {
    guard let scalar = scalarText(pair) else { return nil }
    return fieldPath(scalar.text, named: pair.key.text, at: pair.value.range)
  }

  mutating func fieldPath(_ text: String, named name: String, at range: SourceRange) -> FieldPath? {
    do throws(FieldPathError) {
      return try FieldPathReading.path(text)
    } catch {
      let place = error.offsets.isEmpty ? range : origin(of: text, at: range).range(of: error.offsets)
      report(
        Diagnostic(
          code: .badValue, "\(name) \(quoted(text)) \(error.reason)", at: place,
          remedy: Self.slipRemedy(for: text) ?? error.remedy))
      return nil
    }
  }

  /// `//id`, `/order/@id`.
  mutating func elementPath(_ pair: YAMLPair) -> String? {
    guard let scalar = scalarText(pair) else { return nil }
    if ElementPath.isPath(scalar.text) { return scalar.text }
    let name = scalar.text.contains("/") ? "" : scalar.text
    badValue(
      pair, scalar,
      QuantityError(
        reason: "is not a path of elements",
        remedy: ElementPath.isPath("//\(name)") ? "write //\(name)" : "for example //id, or /order/@id"))
    return nil
  }

  /// A regular expression that compiles.
  mutating func regularExpression(_ pair: YAMLPair) -> String? {
    guard let scalar = scalarText(pair) else { return nil }
    guard let mistake = RegularExpressionCheck.mistake(in: scalar.text) else { return scalar.text }
    report(
      Diagnostic(
        code: .badValue, "\(pair.key.text) \(quoted(scalar.shown)) is not a regular expression: \(mistake)",
        at: pair.value.range, remedy: nil))
    return nil
  }
}

/// Paths of elements: `//id`, `/order/id`, `//order/@id`.
enum ElementPath {
  static func isPath(_ text: String) -> Bool {
    var rest = text[...]
    var elements = 0
    while !rest.isEmpty {
      guard rest.first == "/" else { return false }
      let isAnywhere = rest.hasPrefix("//")
      rest = rest.dropFirst(isAnywhere ? 2 : 1)
      let step = rest.prefix { $0 != "/" }
      rest = rest.dropFirst(step.count)
      if step.first == "@" { return rest.isEmpty && (elements > 0 || isAnywhere) && isName(step.dropFirst()) }
      guard isName(step) else { return false }
      elements += 1
    }
    return elements > 0
  }

  private static func isName(_ name: Substring) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
    return name.unicodeScalars.allSatisfy {
      $0 == "_" || $0 == "-" || $0 == "." || $0.properties.isAlphabetic || "0"..."9" ~= $0
    }
  }
}
