/// A kind of mapping as JSON Schema, in two parts: the values of its keys, and the requirements of a mapping that
/// inherits nothing (`whole`).
extension KeyTable {
  /// Its keys, each by itself.
  var schema: JSON {
    var members: [JSON.Member] = [
      .init(name: "title", value: .text(title)),
      .init(name: "description", value: .text(summary)),
      .init(name: "type", value: isMerged ? ["object", "null"] : "object"),
      .init(name: "properties", value: .object(rows.map { .init(name: $0.name, value: $0.schema) })),
    ]
    if takesOwnBlocks { members.append(.init(name: "patternProperties", value: ["^x-": true])) }
    members.append(.init(name: "additionalProperties", value: false))
    let required = rows.filter { $0.isRequired && (!isMerged || own.contains($0.name)) }.map(\.name)
    if !required.isEmpty { members.append(.init(name: "required", value: .texts(required))) }
    let rules = inheritableRules
    if !rules.isEmpty { members.append(.init(name: "allOf", value: .list(rules))) }
    return .object(members)
  }

  /// Rules that apply even if keys are inherited.
  private var inheritableRules: [JSON] {
    let written = Kind.named("written")
    if !isMerged { return [Kind.named("no-nulls")] + rules.flatMap(\.always) }
    let own: [JSON] =
      own.isEmpty ? [] : [["properties": .object(own.map { .init(name: $0, value: written) })]]
    return own + rules.flatMap(\.always)
  }

  /// The requirements of a mapping that inherits nothing.
  var whole: JSON {
    let children = rows.compactMap { row in row.kind.whole.map { JSON.Member(name: row.name, value: $0) } }
    var members: [JSON.Member] = []
    let required = rows.filter(\.isRequired).map(\.name)
    if !required.isEmpty { members.append(.init(name: "required", value: .texts(required))) }
    if !children.isEmpty { members.append(.init(name: "properties", value: .object(children))) }
    let nulls = nullable.map { JSON.Member(name: $0, value: true) }
    let noNulls: JSON =
      nulls.isEmpty
      ? Kind.named("no-nulls") : ["properties": .object(nulls), "additionalProperties": Kind.named("written")]
    members.append(.init(name: "allOf", value: .list([noNulls] + rules.flatMap(\.whenWhole))))
    let schema = JSON.object(members)
    return row("extends") == nil ? schema : ["if": ["required": ["extends"]], "else": schema]
  }
}

extension Kind {
  /// The requirements of the mapping at this key if it inherits nothing.
  var whole: JSON? {
    switch self {
    case .mapping(let table) where table.isMerged, .trueOr(let table): Self.named("whole.\(table.name)")
    case .named(.mapping(let table), _) where table.isDeclaredByName:
      ["additionalProperties": Self.named("whole.\(table.name)")]
    case .named(.urlOr(let table), _):
      [
        "allOf": [Self.named("no-nulls")],
        "additionalProperties": ["if": ["type": "object"], "then": Self.named("whole.\(table.name)")],
      ]
    case .named(.mapping(let table), _):
      ["allOf": [Self.named("no-nulls")], "additionalProperties": Self.named("whole.\(table.name)")]
    case .named, .properties, .topicSettings: Self.named("no-nulls")
    default: nil
    }
  }
}

extension KeyRow {
  /// The values that the key takes, and the text that an editor shows.
  var schema: JSON {
    var members: [JSON.Member] = [.init(name: "description", value: .text(description))]
    if case .value(let text) = fallback { members.append(.init(name: "default", value: JSON(yaml: text))) }
    members.append(.init(name: "examples", value: .list(examples.map(JSON.init(yaml:)))))
    let said = JSON.object(members)
    // An editor reads the mark next to the description, and ignores one next to a `$ref`.
    return isLater ? said.with(Self.later).with(["allOf": [kind.schema]]) : said.with(kind.schema)
  }

  private var description: String {
    var text = isLater ? "Not supported yet. \(summary)" : summary
    let words = kind.words.map { "`\($0.text)`: \($0.summary)\($0.isLater ? " (not supported yet)" : "")" }
    if !words.isEmpty { text += "\n\n" + words.map { "- \($0)" }.joined(separator: "\n") }
    if case .described(let fallback) = fallback { text += "\n\nDefault: \(fallback)." }
    return text
  }
}

extension Kind {
  /// The words that may be written.
  var words: [Word] {
    switch self {
    case .words(let words): words
    case .either(let kinds): kinds.flatMap(\.words)
    default: []
    }
  }
}
