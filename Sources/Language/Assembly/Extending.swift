internal import Diagnostics

extension Assembly {
  /// The scenario with all inherited keys in place: those that templates, identities and stages extend, and the defaults
  /// of stages.
  mutating func resolved(_ root: YAMLNode) -> YAMLNode {
    guard var mapping = root.mapping else { return root }
    for (key, table) in [("templates", TemplateKeys.table), ("identities", IdentityKeys.table)] {
      guard let index = mapping.pairs.firstIndex(where: { $0.key.text == key }),
        var declared = mapping.pairs[index].value.mapping
      else { continue }
      let siblings = declared.pairs.map { ($0.key.text, $0.value) }
      var extending = Extending(table: table, siblings: siblings, blocks: mapping)
      for item in declared.pairs.indices {
        declared.pairs[item].value = extending.whole(
          declared.pairs[item].value, called: declared.pairs[item].key.text, &values)
      }
      mapping.pairs[index].value.content = .mapping(declared)
    }
    guard let index = mapping.pairs.firstIndex(where: { $0.key.text == "stages" }),
      case .sequence(let items) = mapping.pairs[index].value.content
    else { return YAMLNode(content: .mapping(mapping), range: root.range) }
    let siblings = items.compactMap { item in item.mapping?["name"]?.value.scalar.map { ($0.text, item) } }
    var extending = Extending(table: StageKeys.table, siblings: siblings, blocks: mapping)
    let defaults = inherited(mapping["defaults"]?.value)
    let stages = items.map { item -> YAMLNode in
      let name = item.mapping?["name"]?.value.scalar?.text
      let whole = extending.whole(item, called: name, &values)
      return defaults.map { Merging.merged(weak: $0, strong: whole, as: .mapping(StageKeys.table)) } ?? whole
    }
    mapping.pairs[index].value.content = .sequence(stages)
    return YAMLNode(content: .mapping(mapping), range: root.range)
  }

  /// The defaults that stages can inherit. The others are reported where they are written.
  private func inherited(_ defaults: YAMLNode?) -> YAMLNode? {
    guard var node = defaults, var mapping = node.mapping else { return nil }
    let written = mapping.pairs.count
    mapping.pairs.removeAll { StageKeys.defaults.row($0.key.text) == nil }
    // Keys that were left out were meant for every stage: they are reported in the defaults, not as missing in each stage.
    if mapping.pairs.count < written { mapping.isOpen = true }
    node.content = .mapping(mapping)
    return node
  }
}

/// Follows `extends` among the entries of one kind, and to blocks `x-NAME` at the top of the file.
struct Extending {
  let table: KeyTable
  let siblings: [(name: String, node: YAMLNode)]
  let blocks: YAMLMapping
  /// Entries that are done, by name.
  private var finished: [String: YAMLNode] = [:]
  private var chain: [String] = []

  init(table: KeyTable, siblings: [(String, YAMLNode)], blocks: YAMLMapping) {
    self.table = table
    self.siblings = siblings.map { (name: $0.0, node: $0.1) }
    self.blocks = blocks
  }

  mutating func whole(_ node: YAMLNode, called name: String?, _ values: inout ValueReader) -> YAMLNode {
    guard var mapping = node.mapping, let pair = mapping["extends"], !pair.value.isNull else { return node }
    mapping.pairs.removeAll { $0.key.text == "extends" }
    let link = name ?? "?"
    guard let base = values.text(pair), let below = self.base(base, pair, from: link, &values) else {
      mapping.isOpen = true
      return YAMLNode(content: .mapping(mapping), range: node.range)
    }
    values.reports.note([YAMLUse(definition: below.range, use: pair.value.range, text: "extended as \"\(base)\"")])
    guard var inherited = below.mapping else {
      values.report(
        Diagnostic(code: .extends, "\(quoted(base)) is not a mapping", at: pair.value.range, remedy: "extend a mapping")
      )
      mapping.isOpen = true
      return YAMLNode(content: .mapping(mapping), range: node.range)
    }
    inherited.pairs.removeAll { table.own.contains($0.key.text) || $0.key.text == "extends" }
    let merged = Merging.merged(weak: inherited, strong: mapping, as: .mapping(table))
    return YAMLNode(content: .mapping(merged), range: node.range)
  }

  /// The entry or block with this name, with all that it extends; nil if a mistake was reported.
  private mutating func base(
    _ name: String, _ pair: YAMLPair, from link: String, _ values: inout ValueReader
  ) -> YAMLNode? {
    if let node = finished[name] { return node }
    let block = blocks["x-\(name)"]?.value
    guard let node = siblings.first(where: { $0.name == name })?.node ?? block else {
      let blocks = blocks.pairs.map(\.key.text).filter { $0.hasPrefix("x-") }.map { String($0.dropFirst(2)) }
      let known = siblings.map(\.name).filter { $0 != link } + blocks
      if !self.blocks.isOpen {
        var unknown = Diagnostic.unknown(
          "\(table.name) to extend", name, in: "", code: .extends, at: pair.value.range, read: known, later: [],
          listed: "known are")
        unknown.remedy = unknown.remedy ?? "declare it, or a block \"x-\(name)\" at the top"
        values.report(unknown)
      }
      return nil
    }
    if chain.contains(name) || link == name {
      let circle = (chain.drop { $0 != name } + [link, name]).joined(separator: " → ")
      values.report(
        Diagnostic(
          code: .extends, "\(quoted(name)) extends itself: \(circle)", at: pair.value.range,
          remedy: "remove one of them"))
      return nil
    }
    chain.append(link)
    let whole = self.whole(node, called: name, &values)
    chain.removeLast()
    finished[name] = whole
    return whole
  }
}
