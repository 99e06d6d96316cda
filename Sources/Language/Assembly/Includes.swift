internal import Diagnostics

extension Assembly {
  /// The file, with the keys that it includes beneath its own. Earlier files are weaker; each file's own includes are
  /// weaker than it.
  mutating func including(_ root: YAMLNode, path: String, chain: [String]) -> YAMLNode {
    guard var mapping = root.mapping, let pair = mapping["include"] else { return root }
    mapping.pairs.removeAll { $0.key.text == "include" }
    guard let items = values.sequence(pair.value, named: "include") else {
      mapping.isOpen = true
      return YAMLNode(content: .mapping(mapping), range: root.range)
    }
    var below = YAMLMapping(pairs: [], isFlow: false)
    for item in items {
      if let included = included(item, from: path, chain: chain + [path]) {
        below = Merging.merged(weak: below, strong: included, as: .mapping(ScenarioKeys.table))
      } else {
        below.isOpen = true
      }
    }
    let whole = Merging.merged(weak: below, strong: mapping, as: .mapping(ScenarioKeys.table))
    return YAMLNode(content: .mapping(whole), range: root.range)
  }

  /// The keys of one included file; nil if it was reported why it cannot be read.
  private mutating func included(_ item: YAMLNode, from path: String, chain: [String]) -> YAMLMapping? {
    let pair = YAMLPair(key: .init(text: "include", isPlain: true, range: item.range), value: item)
    guard let named = values.text(pair) else { return nil }
    if named.contains("://") {
      values.report(Self.notIncluded(named, "is not a file", at: item.range, remedy: "only files can be included"))
      return nil
    }
    let file = RelativePath.resolve(named, from: path)
    if let index = chain.firstIndex(of: file) {
      let circle = (chain[index...] + [file]).joined(separator: " → ")
      values.report(Self.notIncluded(named, "includes itself: \(circle)", at: item.range, remedy: "remove one of them"))
      return nil
    }
    let bytes: [UInt8]
    switch values.environment.file(file) {
    case .success(let read): bytes = read
    case .failure(let failure):
      values.report(
        Self.notIncluded(named, failure.complaint, at: item.range, remedy: failure.remedy))
      return nil
    }
    guard let root = load(bytes, path: file, isMain: false) else { return nil }
    guard
      let fields = values.fields(
        of: root, named: "included file", in: " in an included file", as: ScenarioKeys.included),
      isReadable(version: root)
    else { return nil }
    if fields.lacks("version") {
      values.missing("version", in: " in an included file", at: fields.headRange, remedy: "write \"version: 1\"")
    }
    var whole = including(root, path: file, chain: chain).mapping
    whole?.pairs.removeAll { ScenarioKeys.table.own.contains($0.key.text) }
    return whole
  }

  private static func notIncluded(
    _ name: String, _ reason: String, at range: SourceRange, remedy: String
  ) -> Diagnostic {
    Diagnostic(code: .include, "\(quoted(name)) \(reason)", at: range, remedy: remedy)
  }
}
