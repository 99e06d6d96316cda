/// A requirement between keys of one mapping. The reader, inheritance and the JSON Schema follow the same rules.
enum KeyRule: Sendable {
  /// Keys that exclude another one, in one mapping and where they are inherited. The JSON Schema names only the first,
  /// which the others require.
  case exclusive([String], String, because: String? = nil)
  /// A key that excludes others in one mapping; where it is written, it drops those that a weaker level has.
  case overriding(String, [String], because: String? = nil)
  /// Two keys that exclude each other in one mapping.
  case conflicting(String, String, because: String)
  /// Two keys of which a stronger level's drops the weaker's. In one mapping they may exclude each other, depending on
  /// other keys.
  case replacing(String, String)
  /// The mapping has one key.
  case oneKey
  /// The mapping has one of these keys.
  case oneOf([String])
  /// The list at a key has an item.
  case notEmpty(String)
  /// Keys that have to be written where `by` has one of the words, or any value.
  case needs([String], by: String, words: [String] = [])
  /// A key that has to be written where none of the others is.
  case required(String, unless: [String])
  /// The length of a stage: `count` or `duration` at a constant rate; profiles bring their duration, or need one.
  case extent(bringing: [String], needing: [String])

  /// Pairs of keys of which a stronger level's drops the weaker's.
  var excluding: [[String]] {
    switch self {
    case .exclusive(let firsts, let second, _): firsts.map { [$0, second] }
    case .replacing(let first, let second): [[first, second]]
    case .overriding, .conflicting, .oneKey, .oneOf, .notEmpty, .needs, .required, .extent: []
    }
  }

  /// The keys of a weaker level that a key of a stronger one drops, beside those of `excluding`.
  func dropped(by written: (String) -> Bool) -> [String] {
    if case .overriding(let key, let others, _) = self, written(key) { others } else { [] }
  }

  /// The keys that one which is written excludes in its own mapping, beside those of `excluding`.
  func barred(by written: (String) -> Bool) -> [String] {
    switch self {
    case .overriding(let key, let others, _): written(key) ? others : []
    case .conflicting(let key, let other, _): written(key) ? [other] : []
    default: []
    }
  }

  /// True if the rule is about a key.
  func names(_ key: String) -> Bool {
    switch self {
    case .exclusive(let firsts, let second, _): firsts.contains(key) || second == key
    case .overriding(let first, let others, _): first == key || others.contains(key)
    case .conflicting(let first, let second, _), .replacing(let first, let second): [first, second].contains(key)
    case .oneOf(let keys): keys.contains(key)
    case .notEmpty(let named): named == key
    case .needs(let keys, let named, _), .required(let named, let keys): named == key || keys.contains(key)
    case .extent: ["rate", "count", "duration"].contains(key)
    case .oneKey: false
    }
  }
}
