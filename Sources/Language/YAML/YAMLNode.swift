internal import Diagnostics

/// A value of a file with its position.
struct YAMLNode: Sendable {
  enum Content: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping(YAMLMapping)
    /// A value that was reported already, such as an unknown alias; nothing more is reported about it.
    case unread
  }

  var content: Content
  /// The range of its definition, also for an alias.
  var range: SourceRange

  var scalar: YAMLScalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  var mapping: YAMLMapping? {
    if case .mapping(let mapping) = content { mapping } else { nil }
  }

  /// The elements of a list.
  var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  /// `~`, `null` or empty, without quotes.
  var isNull: Bool { scalar?.isNull ?? false }
}

struct YAMLScalar: Sendable {
  /// Without the quotes, escapes resolved, lines folded.
  var text: String
  /// Written without quotes and not as a block: YAML readers give some words a special meaning.
  var isPlain: Bool

  var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text) }
}

struct YAMLMapping: Sendable {
  var pairs: [YAMLPair]
  /// Written in braces.
  var isFlow: Bool
  /// True if the file could not be read to the mapping's end, or a mistake in it was reported: it may have more keys.
  var isOpen = false

  subscript(key: String) -> YAMLPair? { pairs.first { $0.key.text == key } }
}

struct YAMLKey: Sendable {
  var text: String
  var isPlain: Bool
  var range: SourceRange
}

struct YAMLPair: Sendable {
  var key: YAMLKey
  var value: YAMLNode
}

/// A place at which something that is defined elsewhere is used: an alias, a stage that extends another.
struct YAMLUse {
  var definition: SourceRange
  var use: SourceRange
  /// The kind of use: `used as *base`.
  var text: String
}
