internal import Diagnostics
internal import Templates

/// JSON as text: the members of an object keep their order, and numbers their digits.
indirect enum JSON: Sendable, Equatable {
  struct Member: Sendable, Equatable {
    var name: String
    var value: JSON
  }

  case null
  case boolean(Bool)
  case number(String)
  case text(String)
  case list([JSON])
  case object([Member])

  /// The longest line. Values that fit, and have no object within an object, are written in one line.
  private static let width = 120

  /// The text over several lines, indented by two spaces a level, without a line end at the end.
  func pretty(indent: Int = 0, behind taken: Int = 0) -> String {
    if depth <= 2 {
      let line = compact
      if indent + taken + line.count < Self.width { return line }
    }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .list(let values) where !values.isEmpty:
      let lines = values.map { inner + $0.pretty(indent: indent + 2) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(outer)]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map { member in
        let name = "\(Self.quoted(member.name)): "
        return inner + name + member.value.pretty(indent: indent + 2, behind: name.count)
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(outer)}"
    default: return compact
    }
  }

  private var compact: String {
    switch self {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let digits): digits
    case .text(let text): Self.quoted(text)
    case .list(let values): "[\(values.map(\.compact).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.map { "\(Self.quoted($0.name)): \($0.value.compact)" }.joined(separator: ", "))}"
    }
  }

  /// The number of objects that are nested; lists count as their elements.
  private var depth: Int {
    switch self {
    case .list(let values): values.map(\.depth).max() ?? 0
    case .object(let members): 1 + (members.map(\.value.depth).max() ?? 0)
    default: 0
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"\(String(decoding: JSONText.escaped(text), as: UTF8.self))\""
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(integerLiteral value: Int) { self = .number(String(value)) }
  init(arrayLiteral elements: JSON...) { self = .list(elements) }
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(name: $0.0, value: $0.1) })
  }

  static func texts(_ texts: [String]) -> JSON { .list(texts.map(JSON.text)) }

  /// The object followed by the members of another; the first member of a name is kept.
  func with(_ other: JSON) -> JSON {
    guard case .object(let members) = self, case .object(let more) = other else { return self }
    let names = Set(members.map(\.name))
    return .object(members + more.filter { !names.contains($0.name) })
  }
}

extension JSON {
  /// The value that YAML makes of a text without a tag: examples and defaults of the language's tables.
  init(yaml text: String) {
    let outcome = YAMLReader.read(Array(text.utf8)[...], as: SourceText(text.utf8, path: ""))
    self = outcome.root.map(JSON.init(node:)) ?? .null
  }

  private init(node: YAMLNode) {
    switch node.content {
    case .unread: self = .null
    case .scalar(let scalar): self = JSON(scalar: scalar)
    case .sequence(let items): self = .list(items.map(JSON.init(node:)))
    case .mapping(let mapping):
      self = .object(mapping.pairs.map { Member(name: $0.key.text, value: JSON(node: $0.value)) })
    }
  }

  private init(scalar: YAMLScalar) {
    let text = scalar.text
    if !scalar.isPlain {
      self = .text(text)
    } else if scalar.isNull {
      self = .null
    } else if text == "true" || text == "false" {
      self = .boolean(text == "true")
    } else {
      self = Quantity.isDigits(text) && (text == "0" || text.first != "0") ? .number(text) : .text(text)
    }
  }
}
