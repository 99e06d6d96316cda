/// A kind of mapping as JSON Schema, in two parts: what its keys may hold, and what holds beside that where nothing is
/// merged beneath it (`whole`).
extension MappingName {
  /// Whether one's own can be merged, key by key, with an inherited one.
  var isMerged: Bool { Self.merged.contains(self) }

  private static let merged: Set<MappingName> = {
    var found: Set<MappingName> = [.stage]
    var open: [MappingName] = [.scenario, .included, .stage]
    while let name = open.popLast() {
      found.insert(name)
      for row in name.table.rows where row.kind.merges {
        guard let child = row.kind.mergedMapping, !found.contains(child) else { continue }
        open.append(child)
      }
    }
    return found
  }()

  /// Keys that are never inherited: one's own, always.
  var own: [String] {
    switch self {
    case .scenario: ["version", "name", "seed", "stages"]
    case .included: ["version"]
    case .stage: ["name", "start"]
    default: []
    }
  }

  /// Its keys, each by itself.
  var schema: JSON {
    let table = table
    var members: [JSON.Member] = [
      .init(name: "title", value: .text(table.title)),
      .init(name: "description", value: .text(table.summary)),
      .init(name: "type", value: isMerged ? ["object", "null"] : "object"),
      .init(name: "properties", value: .object(table.rows.map { .init(name: $0.name, value: $0.schema) })),
    ]
    if table.takesOwnBlocks { members.append(.init(name: "patternProperties", value: ["^x-": true])) }
    members.append(.init(name: "additionalProperties", value: false))
    let required = table.rows.filter { $0.isRequired && (!isMerged || own.contains($0.name)) }.map(\.name)
    if !required.isEmpty { members.append(.init(name: "required", value: .texts(required))) }
    if !rules.isEmpty { members.append(.init(name: "allOf", value: .list(rules))) }
    return .object(members)
  }

  /// Rules that hold whatever is inherited.
  private var rules: [JSON] {
    let written = Kind.named("written")
    if !isMerged { return [Kind.named("no-nulls")] + SchemaRules.always(self) }
    let own: [JSON] =
      own.isEmpty ? [] : [["properties": .object(own.map { .init(name: $0, value: written) })]]
    return own + SchemaRules.always(self)
  }

  /// What holds beside its keys where nothing is merged beneath it.
  var whole: JSON {
    let children = table.rows.compactMap { row in row.kind.whole.map { JSON.Member(name: row.name, value: $0) } }
    var members: [JSON.Member] = []
    let required = table.rows.filter(\.isRequired).map(\.name)
    if !required.isEmpty { members.append(.init(name: "required", value: .texts(required))) }
    if !children.isEmpty { members.append(.init(name: "properties", value: .object(children))) }
    // A template's value that is null is a message without one.
    let noNulls: JSON =
      self == .template
      ? ["properties": ["value": true], "additionalProperties": Kind.named("written")] : Kind.named("no-nulls")
    members.append(.init(name: "allOf", value: .list([noNulls] + SchemaRules.whenWhole(self))))
    let schema = JSON.object(members)
    return table.row("extends") == nil ? schema : ["if": ["required": ["extends"]], "else": schema]
  }
}

extension Kind {
  /// The mapping that is merged at this place, or in its entries.
  fileprivate var mergedMapping: MappingName? {
    switch self {
    case .mapping(let name), .trueOr(let name), .named(.mapping(let name), _): name
    default: nil
    }
  }

  /// What holds at this place where nothing is merged beneath it.
  var whole: JSON? {
    switch self {
    case .mapping(let name) where name.isMerged, .trueOr(let name): Self.named("whole.\(name.rawValue)")
    // A topic of which nothing is said is one, too.
    case .named(.mapping(.topic), _): ["additionalProperties": Self.named("whole.topic")]
    case .named(.mapping(let name), _):
      ["allOf": [Self.named("no-nulls")], "additionalProperties": Self.named("whole.\(name.rawValue)")]
    case .named, .properties, .topicSettings: Self.named("no-nulls")
    default: nil
    }
  }
}

extension KeyRow {
  /// What may be written at it, and what an editor says of it.
  var schema: JSON {
    var members: [JSON.Member] = [.init(name: "description", value: .text(description))]
    if case .value(let text) = fallback { members.append(.init(name: "default", value: JSON(yaml: text))) }
    members.append(.init(name: "examples", value: .list(examples.map(JSON.init(yaml:)))))
    let said = JSON.object(members)
    // An editor looks for the mark beside the description, and moves what stands beside a `$ref` elsewhere.
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
  /// The words among what may be written.
  var words: [Word] {
    switch self {
    case .words(let words): words
    case .either(let kinds): kinds.flatMap(\.words)
    default: []
    }
  }
}
