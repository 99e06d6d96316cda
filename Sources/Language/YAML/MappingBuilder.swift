internal import Diagnostics

/// A mapping that is being read. `<<` brings in the pairs of other mappings, which are weaker than those written
/// here; among several the earlier is stronger (yaml.org/type/merge.html).
struct MappingBuilder {
  var mapping: YAMLMapping
  /// False after a key could not be read.
  var isRead = true
  private var lines: [String: SourceRange] = [:]
  private var merged: [YAMLPair] = []

  /// A header can be sent more than once.
  private let isHeaders: Bool

  init(isFlow: Bool, isHeaders: Bool) {
    mapping = YAMLMapping(pairs: [], isFlow: isFlow)
    self.isHeaders = isHeaders
  }

  mutating func add(_ pair: YAMLPair, _ diagnostics: inout [Diagnostic]) {
    let key = pair.key
    if let first = lines[key.text] {
      diagnostics.append(
        .duplicateKey(key.text, at: key.range, first: first.start.line, isHeader: isHeaders && key.text != "<<"))
      return
    }
    lines[key.text] = key.range
    if key.text == "<<", key.isPlain {
      merge(pair.value, at: key.range, &diagnostics)
    } else {
      mapping.pairs.append(pair)
    }
  }

  private mutating func merge(_ value: YAMLNode, at range: SourceRange, _ diagnostics: inout [Diagnostic]) {
    switch value.content {
    case .mapping(let other):
      merged += other.pairs
      mapping.isOpen = mapping.isOpen || other.isOpen
    case .sequence(let others): for other in others { merge(other, at: range, &diagnostics) }
    case .unread: mapping.isOpen = true
    case .scalar:
      mapping.isOpen = true
      diagnostics.append(
        Diagnostic(
          code: .wrongKind, "\"<<\" merges mappings, but this is text", at: value.range,
          remedy: "write an alias of a mapping, such as <<: *base"))
    }
  }

  var content: YAMLNode.Content {
    guard isRead else { return .unread }
    var whole = mapping
    var known = Set(mapping.pairs.map(\.key.text))
    for pair in merged where known.insert(pair.key.text).inserted { whole.pairs.append(pair) }
    return .mapping(whole)
  }
}
