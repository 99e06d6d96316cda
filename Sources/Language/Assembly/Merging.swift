/// Merges an inherited mapping beneath a mapping's own keys. Mappings merge key by key; choices and lists are
/// replaced whole; `KEY: null` takes an inherited value away; of keys that exclude each other the stronger level's drops
/// the weaker's.
enum Merging {
  static func merged(weak: YAMLNode, strong: YAMLNode, as kind: Kind) -> YAMLNode {
    guard kind.merges, let below = weak.mapping, let above = strong.mapping else { return strong }
    return YAMLNode(content: .mapping(merged(weak: below, strong: above, as: kind)), range: strong.range)
  }

  static func merged(weak: YAMLMapping, strong: YAMLMapping, as kind: Kind) -> YAMLMapping {
    var result = strong
    result.isOpen = weak.isOpen || strong.isOpen
    let dropped = dropped(by: strong, in: kind)
    for pair in weak.pairs {
      guard let index = result.pairs.firstIndex(where: { $0.key.text == pair.key.text }) else {
        if !dropped.contains(pair.key.text) { result.pairs.append(pair) }
        continue
      }
      let own = result.pairs[index]
      if own.value.isNull {
        result.pairs.remove(at: index)
      } else if let child = kind.child(pair.key.text) {
        result.pairs[index].value = merged(weak: pair.value, strong: own.value, as: child)
      }
    }
    return result
  }

  /// The inherited keys that the keys of `strong` exclude.
  private static func dropped(by strong: YAMLMapping, in kind: Kind) -> Set<String> {
    guard case .mapping(let table) = kind else { return [] }
    let written = Set(strong.pairs.filter { !$0.value.isNull }.map(\.key.text))
    var dropped: Set<String> = []
    for group in table.excluding where group.contains(where: written.contains) {
      dropped.formUnion(group.filter { !written.contains($0) })
    }
    for rule in table.rules { dropped.formUnion(rule.dropped(by: written.contains)) }
    return dropped
  }
}
