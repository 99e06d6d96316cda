/// Rules across the mappings of a file: the requirements of a scenario that includes no file.
enum SchemaRules {
  private static let written = Kind.named("written")

  /// A scenario that includes no file has every required key, and no nulls.
  static var scenario: [JSON] {
    let whole = ScenarioKeys.table.rows.compactMap { row -> JSON.Member? in
      if row.name == "stages" { return nil }
      let declares = ["topics", "templates", "identities"].contains(row.name)
      let some: JSON = declares ? ["minProperties": 1] : [:]
      return row.kind.whole.map { JSON.Member(name: row.name, value: some.with($0)) }
    }
    let required = ScenarioKeys.table.rows.filter(\.isRequired).map(\.name)
    return [
      [
        "if": ["required": ["include"]],
        "else": [
          "required": .texts(required), "properties": .object(whole), "patternProperties": ["^[^x]": written],
        ],
      ],
      ["properties": ["stages": ["minItems": 1]]],
      [
        "if": ["anyOf": [["required": ["include"]], ["required": ["defaults"]]]],
        "else": ["properties": ["stages": ["items": Kind.named("whole.stage")]]],
      ],
      [
        "if": ["anyOf": [["required": ["include"]], defaultProfile, rowsOnce]],
        "else": ["properties": ["stages": ["items": Kind.named("stage-with-an-end")]]],
      ],
    ]
  }

  /// A stage that extends none must say when it ends.
  static let stageEnd: JSON = [
    "if": ["anyOf": [["required": ["extends"]], KeyRule.profile(RateKeys.bringingDuration)]],
    "else": ["anyOf": [["required": ["count"]], ["required": ["duration"]], ["required": ["pause"]]]],
  ]

  /// A template may take each row of its data once: then its stage ends with them. Inherited keys are not checked.
  private static let rowsOnce: JSON = [
    "required": ["templates"],
    "properties": ["templates": ["not": ["additionalProperties": ["not": ["anyOf": [ownRowsOnce, inheritedRows]]]]]],
  ]

  private static let ownRowsOnce: JSON = [
    "required": ["data"],
    "properties": ["data": ["required": ["order"], "properties": ["order": ["pattern": "^once$|[$]"]]]],
  ]

  private static let inheritedRows: JSON = ["required": ["extends"]]

  /// The stages' rate may bring their duration.
  private static let defaultProfile: JSON = [
    "required": ["defaults"],
    "properties": ["defaults": ["required": ["rate"], "properties": ["rate": ["type": "object"]]]],
  ]
}
