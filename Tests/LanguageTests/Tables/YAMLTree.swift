/// YAML to be written in block style, in which a value is indented as in a file.
indirect enum YAMLTree: Sendable {
  struct Pair: Sendable {
    var key: String
    var value: YAMLTree

    init(_ key: String, _ value: YAMLTree) {
      self.key = key
      self.value = value
    }

    /// A key with `text` as its value.
    init(_ key: String, _ text: String) { self.init(key, .text(text)) }
  }

  case text(String)
  /// Beneath its key.
  case block(String)
  case mapping([Pair])
  case list([YAMLTree])

  var lines: [String] {
    switch self {
    case .text(let text), .block(let text):
      text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    case .mapping(let pairs):
      pairs.flatMap { pair -> [String] in
        let lines = pair.value.lines
        if case .text = pair.value { return ["\(pair.key): \(lines.joined(separator: " "))"] }
        return ["\(pair.key):"] + lines.map { "  \($0)" }
      }
    case .list(let items):
      items.flatMap { item in item.lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 } }
    }
  }
}

extension [YAMLTree.Pair] {
  /// The pairs with `others` instead of the pairs that they replace or exclude.
  func replacing(_ others: [YAMLTree.Pair], excluding groups: [[String]] = []) -> [YAMLTree.Pair] {
    let keys = Set(others.map(\.key))
    let dropped = groups.filter { $0.contains(where: keys.contains) }.flatMap { $0 }
    return filter { !keys.contains($0.key) && !dropped.contains($0.key) } + others
  }

  /// The pairs of a block mapping's text.
  init(_ text: String) {
    self = []
    for line in text.split(separator: "\n") {
      if line.first == " ", let last = popLast() {
        let above = last.value.lines.joined(separator: "\n")
        let whole = (above.isEmpty ? "" : above + "\n") + line.dropFirst(2)
        append(.init(last.key, .block(whole)))
      } else if let colon = line.firstIndex(of: ":") {
        append(.init(String(line[..<colon]), String(line[line.index(after: colon)...].drop { $0 == " " })))
      }
    }
  }
}
