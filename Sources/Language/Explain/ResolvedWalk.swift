internal import Diagnostics
internal import Scenarios
internal import Templates

/// The walk through a resolved tree, along the tables of the language.
struct ResolvedWalk {
  let variable: (String) -> String?
  private(set) var entries: [ExplainedValue] = []

  init(variable: @escaping (String) -> String?) { self.variable = variable }

  /// Keys that are not shown: the values that they bring in are already at their own keys.
  private static let spent = ["include", "extends", "defaults"]

  /// Adds every row of the table: the value that is written, or the default.
  mutating func mapping(_ node: YAMLNode, as table: KeyTable, at path: [String]) {
    let written = node.mapping
    let isPartial = written?.isOpen == true || table.isAlternative
    for row in table.rows where !Self.spent.contains(row.name) {
      let path = path + [row.name]
      if let pair = written?[row.name], !pair.value.isNull {
        value(pair.value, as: row.kind, at: path)
      } else if !isPartial, !Self.isExcluded(row.name, by: written, in: table),
        !Self.isUseless(row.name, beside: written, in: table)
      {
        missing(row, at: path)
      }
    }
  }

  /// True for a key that is of use beside another alone, which is not written.
  private static func isUseless(_ key: String, beside written: YAMLMapping?, in table: KeyTable) -> Bool {
    table.rules.contains { rule in
      guard case .needs(let keys, key, let words) = rule, words.isEmpty else { return false }
      return keys.contains { written?[$0] == nil }
    }
  }

  private static func isExcluded(_ key: String, by written: YAMLMapping?, in table: KeyTable) -> Bool {
    table.rules.contains { $0.barred { written?[$0]?.value.isNull == false }.contains(key) }
      || table.excluding.contains { group in
        group.contains(key) && group.contains { $0 != key && written?[$0]?.value.isNull == false }
      }
  }

  /// Adds the default of a key. Keys that are not supported yet are left out unless they are written.
  private mutating func missing(_ row: KeyRow, at path: [String]) {
    if row.isLater { return }
    switch row.fallback {
    case .value(let text): add(path, text, .byLanguage)
    case .described(let words): add(path, "", .computed(words))
    case .nothing:
      // A mapping in which every key has a default has one itself.
      guard case .mapping(let table) = row.kind, table.rows.allSatisfy(\.hasDefault) else { return }
      for row in table.rows { missing(row, at: path + [row.name]) }
    }
  }

  private mutating func value(_ node: YAMLNode, as kind: Kind, at path: [String]) {
    if kind.isSecret, !(kind.isText(named: path.last ?? "") && node.scalar != nil) { return secret(node, at: path) }
    switch (node.content, kind) {
    case (.scalar(let scalar), _) where kind.takesTemplate:
      let isSecret = SecretName.matches(key: path.last ?? "") && !scalar.text.contains("{{")
      add(path, isSecret ? Redaction.mask : Self.quotedIfNeeded(scalar), node)
    // A user and a password before a host, or properties as one text.
    case (.scalar(let scalar), .brokers) where scalar.text.contains("@"),
      (.scalar(let scalar), .properties) where SecretLines.areIn(scalar.text):
      add(path, "***", node, [.plainSecret])
    // The short form of a mapping with its defaults.
    case (.scalar(let scalar), .urlOr(let table)):
      self.scalar(scalar, node, at: path + ["url"])
      for row in table.rows where row.name != "url" { missing(row, at: path + [row.name]) }
    case (.scalar(let scalar), _): self.scalar(scalar, node, at: path)
    case (.mapping, .mapping(let table)), (.mapping, .trueOr(let table)), (.mapping, .urlOr(let table)):
      mapping(node, as: table, at: path)
    case (.mapping(let mapping), .named(let kind, _)): named(mapping, as: kind, at: path)
    case (.mapping(let mapping), .properties):
      for pair in mapping.pairs { property(pair, at: path + [pair.key.text]) }
    case (.mapping, .either(let kinds)):
      guard let kind = kinds.first(where: \.takesMapping) else { return }
      value(node, as: kind, at: path)
    case (.sequence(let items), .list(let kind)): list(items, as: kind, at: path)
    case (.sequence(let items), .either(let kinds)):
      for case .list(let kind) in kinds { list(items, as: kind, at: path) }
    case (.mapping, _), (.sequence, _), (.unread, _): break
    }
  }

  /// A name without a value declares an entry too, with all defaults.
  private mutating func named(_ mapping: YAMLMapping, as kind: Kind, at path: [String]) {
    for pair in mapping.pairs {
      if pair.value.isNull, case .mapping(let table) = kind {
        self.mapping(pair.value, as: table, at: path + [pair.key.text])
      } else {
        value(pair.value, as: kind, at: path + [pair.key.text])
      }
    }
  }

  /// Stages by their names, everything else by its number.
  private mutating func list(_ items: [YAMLNode], as kind: Kind, at path: [String]) {
    for (index, item) in items.enumerated() {
      let name = item.mapping?["name"]?.value.scalar?.text
      value(item, as: kind, at: path + [name ?? String(index)])
    }
  }

  private mutating func property(_ pair: YAMLPair, at path: [String]) {
    guard let scalar = pair.value.scalar, !SecretLines.areIn(pair.key.text) else { return }
    guard SecretName.matches(property: pair.key.text, value: scalar.text) else {
      return self.scalar(scalar, pair.value, at: path)
    }
    if let name = Interpolation(scalar.text).onlyVariable {
      add(path, "{env: \(name)}", pair.value)
    } else {
      add(path, "***", pair.value, [.plainSecret])
    }
  }

  private mutating func scalar(_ scalar: YAMLScalar, _ node: YAMLNode, at path: [String]) {
    if path.first == "vars", path.count == 2, SecretName.matches(path[1]),
      Interpolation(scalar.text).onlyVariable == nil
    {
      return add(path, "***", node, [.plainSecret])
    }
    let shown = ShownScalar(scalar, variable: variable)
    add(path, shown.text.withoutUserInfo, node, shown.notes)
  }

  /// The place where a secret is found, never the secret.
  private mutating func secret(_ node: YAMLNode, at path: [String]) {
    switch node.content {
    case .scalar(let scalar):
      if let name = Interpolation(scalar.text).onlyVariable {
        add(path, "{env: \(name)}", node)
      } else {
        add(path, "***", node, [.plainSecret])
      }
    case .mapping(let mapping):
      for pair in mapping.pairs {
        // In a mapping of another form, or where no variable can have that name, the secret itself may be written.
        let isPlace = ["env", "file", "command", "within"].contains(pair.key.text)
        let words = pair.key.text == "command" ? pair.value.items?.map { $0.scalar?.text ?? Redaction.mask } : nil
        let text = words.map { "[\($0.joined(separator: ", "))]" } ?? pair.value.scalar?.text ?? ""
        let isShown = isPlace && (pair.key.text != "env" || Identifier.isName(text)) && !SecretLines.areIn(text)
        add(path, "{\(isPlace ? pair.key.text : "***"): \(isShown ? text.withoutUserInfo : "***")}", pair.value)
      }
    case .sequence, .unread: break
    }
  }

  private static func quotedIfNeeded(_ scalar: YAMLScalar) -> String { scalar.text.isEmpty ? "\"\"" : scalar.text }

  private mutating func add(_ path: [String], _ value: String, _ node: YAMLNode, _ notes: [ExplainedValue.Note] = []) {
    add(path, value, .written(node.range.start), notes)
  }

  private mutating func add(
    _ path: [String], _ value: String, _ origin: ExplainedValue.Origin, _ notes: [ExplainedValue.Note] = []
  ) {
    entries.append(ExplainedValue(keys: path, value: value, origin: origin, notes: notes))
  }
}

/// A scalar with its variables in place, as far as they may be shown.
private struct ShownScalar {
  var text = ""
  var notes: [ExplainedValue.Note] = []

  init(_ scalar: YAMLScalar, variable: (String) -> String?) {
    guard Interpolation.isIn(scalar.text) else {
      text = scalar.text.isEmpty ? "\"\"" : scalar.text
      return
    }
    for part in Interpolation(scalar.text).parts {
      switch part {
      case .literal(let literal): text += literal
      case .variable(let named):
        let set = variable(named.name).flatMap { $0.isEmpty ? nil : $0 }
        if SecretName.matches(named.name) {
          text += "${\(named.name)}"
          notes.append(.secretVariable(named.name))
        } else if let set {
          text += set
          notes.append(.variable(named.name))
        } else if case .fallback(let fallback) = named.whenUnset {
          text += fallback
          notes.append(.unset(named.name))
        } else {
          text += "${\(named.name)}"
          notes.append(.unset(named.name))
        }
      }
    }
  }
}

extension KeyRow {
  /// True if the key has a default.
  fileprivate var hasDefault: Bool {
    if case .nothing = fallback { false } else { true }
  }
}

extension Kind {
  /// A secret's place.
  fileprivate var isSecret: Bool {
    if case .textOrSecret = self { return true }
    guard case .either(let kinds) = self else { return false }
    return kinds.contains { kind in
      guard case .mapping(let table) = kind else { return false }
      return table.name == SecretKeys.table.name
    }
  }

  /// True if a scalar is text with placeholders.
  fileprivate var takesTemplate: Bool {
    switch self {
    case .template: true
    case .either(let kinds): kinds.contains(where: \.takesTemplate)
    default: false
    }
  }

  /// True where a text under this name is none that must be hidden.
  fileprivate func isText(named name: String) -> Bool {
    if case .textOrSecret = self { !SecretName.matches(key: name) } else { false }
  }

  fileprivate var takesMapping: Bool {
    switch self {
    case .mapping, .trueOr, .urlOr, .named, .properties: true
    default: false
    }
  }
}
