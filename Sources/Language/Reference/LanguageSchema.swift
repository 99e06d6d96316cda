/// The JSON Schema of the language, made from its tables: what an editor proposes, explains and marks.
///
/// It sees one file, as YAML made it. So it cannot see what is included, extended or set on the command line, what a
/// variable holds, what a name refers to, what a quantity comes to, or whether quotes were there: `rehearse check` does.
/// It accepts whatever `check` may accept, and marks what is not supported yet as deprecated, in these words, where
/// `check` refuses it.
package enum LanguageSchema: String, CaseIterable, Sendable {
  case scenario, included

  /// Where it is kept, beside the examples.
  package var fileName: String {
    switch self {
    case .scenario: "scenario.v1.schema.json"
    case .included: "included.v1.schema.json"
    }
  }

  /// The whole document, with a line end.
  package var text: String {
    switch self {
    case .scenario: Self.scenarioDocument.pretty() + "\n"
    case .included: Self.includedDocument.pretty() + "\n"
    }
  }

  private static var head: JSON {
    [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$comment": "Made by `rehearse schema` from the tables that scenarios are read by; do not edit.",
    ]
  }

  /// Refers to the other, which holds every definition and lies beside it. Neither has an `$id`: a relative one would be
  /// resolved in whatever folder the validator runs in, and an absolute one would have to be a place on the network.
  private static var includedDocument: JSON {
    head.with([
      "title": "An included file of rehearse, version 1",
      "$ref": .text("\(LanguageSchema.scenario.fileName)#/$defs/included"), "type": "object",
    ])
  }

  private static var scenarioDocument: JSON {
    guard case .object(var members) = ScenarioKeys.table.schema else { return [:] }
    for index in members.indices {
      switch (members[index].name, members[index].value) {
      case ("title", _): members[index].value = "A scenario of rehearse, version 1"
      case ("type", _): members[index].value = "object"
      case ("allOf", .list(let rules)): members[index].value = .list(rules + SchemaRules.scenario)
      default: break
      }
    }
    return head.with(.object(members)).with(["$defs": .object(definitions)])
  }

  private static var definitions: [JSON.Member] {
    let tables = LanguageTables.all.filter { $0.name != ScenarioKeys.table.name }
    let mappings = tables.map { JSON.Member(name: $0.name, value: $0.schema) }
    let wholes = tables.filter { $0.isMerged && $0.name != ScenarioKeys.included.name }
      .map { JSON.Member(name: "whole.\($0.name)", value: $0.whole) }
    let values = Kind.defined.compactMap { kind -> JSON.Member? in
      guard let name = kind.definitionName, let spelling = kind.spelling else { return nil }
      return JSON.Member(name: name, value: spelling.schema)
    }
    return mappings + wholes + [.init(name: "stage-with-an-end", value: SchemaRules.stageEnd)] + values + others
  }

  private static var others: [JSON.Member] {
    let scalar: JSON = ["type": ["string", "number", "boolean", "null"]]
    return [
      .init(name: "value.variable", value: ["type": "string", "pattern": .text(Spelling.variable)]),
      .init(
        name: "value.none", value: ["type": "null", "description": "Takes an inherited value away."]),
      .init(
        name: "value.properties",
        value: [
          "type": ["object", "null"],
          "propertyNames": ["not": ["pattern": .text(RefusedProperty.pattern)]],
          "additionalProperties": scalar,
        ]),
      .init(name: "value.settings", value: ["type": ["object", "null"], "additionalProperties": scalar]),
      .init(name: "name-of-yours", value: ["pattern": .text("^(?:\(Spelling.name.pattern ?? ""))$")]),
      .init(name: "written", value: ["type": ["string", "number", "boolean", "object", "array"]]),
      .init(name: "no-nulls", value: ["additionalProperties": Kind.named("written")]),
    ]
  }
}

extension RefusedProperty {
  /// The pattern of all names that are refused.
  fileprivate static var pattern: String {
    let escaped = { (name: String) in name.replacing(".", with: #"\."#) }
    let names = all.flatMap(\.names).map { escaped($0) + "$" }
    return "^(?:\((names + all.compactMap(\.prefix).map(escaped)).joined(separator: "|")))"
  }
}
