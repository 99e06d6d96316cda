/// The rules of a table as JSON Schema.
extension KeyRule {
  private static let written = Kind.named("written")

  /// The part of the rule that applies even if keys are inherited, because the keys are in one mapping.
  var always: [JSON] {
    switch self {
    case .exclusive(let firsts, let second, _): firsts.prefix(1).map { Self.excluding($0, second) }
    case .overriding(let first, let others, _): others.map { Self.excluding(first, $0) }
    case .conflicting(let first, let second, _): [Self.excluding(first, second)]
    case .oneKey: [["minProperties": 1, "maxProperties": 1]]
    case .oneOf(let keys): [["oneOf": .list(keys.map { Self.requiring([$0]) })]]
    case .notEmpty(let key): [["properties": .object([.init(name: key, value: ["minItems": 1])])]]
    case .extent(let bringing, let needing):
      [Self.countOrDuration, Self.duration(bringing: bringing, needing: needing)]
    case .replacing, .needs, .required: []
    }
  }

  /// The part of the rule that applies to a mapping that inherits nothing.
  var whenWhole: [JSON] {
    switch self {
    case .needs(let keys, let key, let words):
      if words.isEmpty {
        [["if": Self.requiring([key]), "then": Self.requiring(keys)]]
      } else {
        [["if": Self.requiring([key]).with(Self.having(key, ["enum": .texts(words)])), "then": Self.requiring(keys)]]
      }
    case .required(let key, let others):
      [
        [
          "if": others.count == 1 ? Self.requiring(others) : ["anyOf": .list(others.map { Self.requiring([$0]) })],
          "else": Self.requiring([key]),
        ]
      ]
    case .exclusive, .overriding, .conflicting, .replacing, .oneKey, .oneOf, .notEmpty, .extent: []
    }
  }

  /// The stage has a rate that is one of these profiles.
  static func profile(_ names: [String]) -> JSON {
    let one = JSON.list(names.map { requiring([$0]) })
    return ["required": ["rate"], "properties": ["rate": ["type": "object", "anyOf": one]]]
  }

  private static func requiring(_ keys: [String]) -> JSON { ["required": .texts(keys)] }

  private static func having(_ key: String, _ value: JSON) -> JSON {
    ["properties": .object([.init(name: key, value: value)])]
  }

  /// The two keys exclude each other; the second is marked.
  private static func excluding(_ first: String, _ second: String) -> JSON {
    [
      "if": [
        "required": .texts([first, second]),
        "properties": .object([.init(name: first, value: written), .init(name: second, value: written)]),
      ],
      "then": having(second, false),
    ]
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

  /// Some profiles bring their duration; others need one.
  private static func duration(bringing: [String], needing: [String]) -> JSON {
    [
      "if": profile(bringing),
      "then": ["properties": ["count": Kind.named("value.none"), "duration": Kind.named("value.none")]],
      "else": [
        "if": profile(needing),
        "then": ["anyOf": [["required": ["duration"]], ["required": ["extends"]]]],
      ],
    ]
  }
}
