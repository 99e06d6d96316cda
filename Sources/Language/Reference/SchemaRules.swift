/// What the tables of keys do not say: which keys need or exclude each other. The reader knows it from what it makes of
/// them; a refused sample of each in the tests holds the two together.
enum SchemaRules {
  private static let written = Kind.named("written")

  /// Rules that hold whatever is inherited, because the keys stand beside each other.
  static func always(_ mapping: MappingName) -> [JSON] {
    switch mapping {
    case .template: [excluding("value", "file")]
    case .identity: [excluding("certificate", "keystore")]
    case .defaults: [excluding("template", "mix")]
    case .stage:
      [excluding("template", "mix")] + ["rate", "count", "duration", "expect"].map { excluding("pause", $0) }
        + [countOrDuration, profileWithDuration]
    case .rate: [one, ["properties": ["steps": ["minItems": 1]]]]
    case .secret, .messageIdentity: [one]
    case .start: [["oneOf": [["required": ["with"]], ["required": ["after"]]]]]
    default: []
    }
  }

  /// Rules that hold where nothing is merged beneath the mapping.
  static func whenWhole(_ mapping: MappingName) -> [JSON] {
    switch mapping {
    case .template: [["if": ["required": ["file"]], "else": ["required": ["value"]]]]
    case .identity:
      [
        given("mechanism", ["PLAIN", "SCRAM-SHA-256", "SCRAM-SHA-512"], needs: ["username", "password"]),
        given("mechanism", ["OAUTHBEARER"], needs: ["token"]),
        ["if": ["required": ["certificate"]], "then": ["required": ["key"]]],
        [
          "if": ["anyOf": [["required": ["certificate"]], ["required": ["keystore"]]]],
          "else": ["required": ["mechanism"]],
        ],
      ]
    default: []
    }
  }

  /// A scenario into which no file is included has all that it needs, and nothing to take away.
  static var scenario: [JSON] {
    let whole = MappingName.scenario.table.rows.compactMap { row -> JSON.Member? in
      if row.name == "stages" { return nil }
      let declares = ["topics", "templates", "identities"].contains(row.name)
      let some: JSON = declares ? ["minProperties": 1] : [:]
      return row.kind.whole.map { JSON.Member(name: row.name, value: some.with($0)) }
    }
    let required = MappingName.scenario.table.rows.filter(\.isRequired).map(\.name)
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

  /// A stage that extends nothing says when it ends.
  static let stageEnd: JSON = [
    "if": ["anyOf": [["required": ["extends"]], profile(["steps", "replay"])]],
    "else": ["anyOf": [["required": ["count"]], ["required": ["duration"]], ["required": ["pause"]]]],
  ]

  /// A template may take each row of its data once: then its stage ends with them. What is inherited is not looked at.
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

extension SchemaRules {
  private static let one: JSON = ["minProperties": 1, "maxProperties": 1]

  /// Both are not written beside each other; the second is marked.
  private static func excluding(_ first: String, _ second: String) -> JSON {
    [
      "if": [
        "required": .texts([first, second]),
        "properties": .object([.init(name: first, value: written), .init(name: second, value: written)]),
      ],
      "then": ["properties": .object([.init(name: second, value: false)])],
    ]
  }

  private static func given(_ key: String, _ words: [String], needs keys: [String]) -> JSON {
    [
      "if": [
        "required": .texts([key]), "properties": .object([.init(name: key, value: ["enum": .texts(words)])]),
      ],
      "then": ["required": .texts(keys)],
    ]
  }

  /// The stage has a rate that is one of these profiles.
  private static func profile(_ names: [String]) -> JSON {
    let one = JSON.list(names.map { ["required": .texts([$0])] })
    return ["required": ["rate"], "properties": ["rate": ["type": "object", "anyOf": one]]]
  }

  /// At a constant rate a stage has one of the two; a rate that is a variable may be `max`.
  private static var countOrDuration: JSON {
    [
      "if": [
        "required": ["count", "duration", "rate"],
        "properties": [
          "count": written, "duration": written, "rate": ["type": "string", "pattern": "^[0-9][^$]*$"],
        ],
      ],
      "then": ["properties": ["duration": false]],
    ]
  }

  /// `steps` and `replay` bring their duration; other profiles but `poisson` need one.
  private static var profileWithDuration: JSON {
    [
      "if": profile(["steps", "replay"]),
      "then": ["properties": ["count": Kind.named("value.none"), "duration": Kind.named("value.none")]],
      "else": [
        "if": profile(["ramp", "sine", "burst"]),
        "then": ["anyOf": [["required": ["duration"]], ["required": ["extends"]]]],
      ],
    ]
  }
}
