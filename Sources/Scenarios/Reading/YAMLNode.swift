/// A value of the file with the place where it stands.
struct YAMLNode {
  enum Content {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping(YAMLMapping)
    /// Stands for something that was reported already, such as an alias: nothing more is to be said about it.
    case unread
  }

  var content: Content
  var range: SourceRange

  var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// `~`, `null` or nothing at all, without quotes.
  var isNull: Bool { scalar?.isNull ?? false }
}

struct YAMLScalar {
  /// Without the quotes, escapes resolved, lines folded.
  var text: String
  /// Written without quotes and not as a block, so that YAML readers give some words a meaning of their own.
  var isPlain: Bool

  var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text) }
}

struct YAMLMapping {
  var pairs: [YAMLPair]
  /// Written in braces.
  var isFlow: Bool
  /// Has a merge key `<<`: more keys may be meant than are here.
  var merges: Bool

  subscript(key: String) -> YAMLPair? { pairs.first { $0.key.text == key } }
}

struct YAMLPair {
  struct Key {
    var text: String
    var isPlain: Bool
    var range: SourceRange
  }

  var key: Key
  var value: YAMLNode
}
