internal import Scenarios

/// The values that a key takes, as JSON Schema.
///
/// `null` is accepted wherever a value could be inherited: it removes that value. Elsewhere, `written` refuses it.
extension Kind {
  var schema: JSON {
    switch self {
    case .words(let words): Self.any(Self.words(words) + [Self.named("value.variable"), Self.named("value.none")])
    case .list(let kind): ["type": ["array", "null"], "items": kind.item]
    case .mapping(let table): Self.named(table.name)
    case .named(let kind, let names):
      JSON.object([.init(name: "type", value: ["object", "null"])])
        .with(names.schema).with(["additionalProperties": kind.schema])
    case .properties: Self.named("value.properties")
    case .topicSettings: Self.named("value.settings")
    case .trueOr(let table):
      Self.any([["enum": [true, "true"]], Self.named(table.name), Self.named("value.variable")])
    case .urlOr(let table): Self.any([Self.named("value.url"), Self.named(table.name)])
    case .textOrSecret: Self.any([Self.named("value.text"), Self.named(SecretKeys.table.name)])
    case .either(let kinds): Self.any(kinds.flatMap(\.choices) + [Self.named("value.none")])
    case .integer(let bounds): Spelling.wholeNumber(in: bounds).schema
    default: definitionName.map(Self.named) ?? [:]
    }
  }

  /// The name of the definition of its spelling; nil if it has none, or a different one at each key.
  var definitionName: String? {
    switch self {
    case .constantRate: "value.constant-rate"
    case .rateOrNone: "value.rate-or-none"
    case .reference: "value.text"
    case .integer: nil
    default: spelling.map { "value.\($0.name)" }
    }
  }

  /// All kinds that have a definition of their own.
  static let defined: [Kind] = [
    .version, .name, .text, .template, .boolean, .count, .repetition, .duration, .rate, .constantRate, .rateOrNone,
    .size, .ratio, .path, .brokers, .separator, .expectation, .url, .status, .field, .scalar,
  ]

  static func named(_ name: String) -> JSON { ["$ref": .text("#/$defs/\(name)")] }

  /// An element of a list, which inherits nothing.
  private var item: JSON {
    if case .mapping = self { return schema.with(["type": "object"]) }
    return schema.with(["allOf": [Self.named("written")]])
  }

  /// As one of several: in place, and as a whole.
  private var choices: [JSON] {
    switch self {
    case .words(let words): Self.words(words) + [Self.named("value.variable")]
    case .mapping(let table) where table.isMerged:
      [Self.named(table.name).with(["type": "object", "allOf": [Self.named("whole.\(table.name)")]])]
    case .mapping: [schema.with(["type": "object"])]
    default: [schema]
    }
  }

  private static func words(_ words: [Word]) -> [JSON] {
    let read = words.filter { !$0.isLater }.map(\.text)
    let later = words.filter(\.isLater).map(\.text)
    let refused = JSON.object([.init(name: "enum", value: .texts(later))]).with(KeyRow.later)
    return [["enum": .texts(read)]] + (later.isEmpty ? [] : [refused])
  }

  private static func any(_ schemas: [JSON]) -> JSON { ["anyOf": .list(schemas)] }
}

extension Kind.NameRule {
  fileprivate var schema: JSON {
    switch self {
    case .name: ["propertyNames": Kind.named("name-of-yours")]
    case .partition: ["propertyNames": ["pattern": "^[0-9]+$"]]
    case .variable: ["propertyNames": ["pattern": "^[A-Za-z_][A-Za-z0-9_]*$"]]
    case .header, .environment: [:]
    case .field: ["propertyNames": ["pattern": .text(Spelling.field.wholePattern ?? "")]]
    case .metric: ["propertyNames": ["enum": .texts(ComparedMetric.all.map(\.name).sorted())]]
    }
  }
}

extension Spelling {
  var schema: JSON {
    var members: [JSON.Member] = [.init(name: "type", value: .texts(types + ["null"]))]
    if let bounds, types.contains("integer") {
      members.append(.init(name: "minimum", value: .number(String(bounds.lowerBound))))
      members.append(.init(name: "maximum", value: .number(String(bounds.upperBound))))
    }
    if let pattern = wholePattern {
      members.append(.init(name: "pattern", value: .text(pattern)))
      // Shown by yaml-language-server instead of the pattern.
      let example = good.isEmpty ? "" : " Such as \(good.prefix(3).joined(separator: ", "))."
      members.append(.init(name: "errorMessage", value: .text(summary + example)))
    }
    return .object(members)
  }
}

extension KeyRow {
  /// The mark of values that are not supported yet: an editor shows this text, and does not propose them.
  static let later: JSON = [
    "deprecated": true, "deprecationMessage": "Not supported yet: rehearse refuses it.",
  ]
}
