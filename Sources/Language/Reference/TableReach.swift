/// The mappings that are reached from the top of a file.
extension KeyTable {
  /// True if every path to it leads through keys that are not supported yet.
  var isLater: Bool { !Self.reached.contains(name) }

  /// True if an inherited one is merged with it, key by key.
  var isMerged: Bool { Self.merged.contains(name) }

  private static let reached: Set<String> = {
    var found: [String: KeyTable] = [:]
    var open = [ScenarioKeys.table, ScenarioKeys.included]
    while let table = open.popLast() {
      guard found.updateValue(table, forKey: table.name) == nil else { continue }
      open += table.rows.filter { !$0.isLater }.flatMap(\.kind.mappings)
    }
    // A choice without a supported key.
    return Set(found.values.filter { table in table.rows.contains { !$0.isLater } }.map(\.name))
  }()

  private static let merged: Set<String> = {
    var found: Set<String> = []
    var open = [ScenarioKeys.table, ScenarioKeys.included, StageKeys.table]
    while let table = open.popLast() {
      guard found.insert(table.name).inserted else { continue }
      open += table.rows.filter(\.kind.merges).compactMap(\.kind.mergedMapping)
    }
    return found
  }()
}

extension Kind {
  /// The mappings that may be written at it.
  fileprivate var mappings: [KeyTable] {
    switch self {
    case .mapping(let table), .trueOr(let table), .urlOr(let table): [table]
    case .textOrSecret: [SecretKeys.table]
    case .list(let kind), .named(let kind, _): kind.mappings
    case .either(let kinds): kinds.flatMap(\.mappings)
    default: []
    }
  }

  /// The mapping that is merged at this place, or in its entries.
  fileprivate var mergedMapping: KeyTable? {
    switch self {
    case .mapping(let table), .trueOr(let table), .urlOr(let table), .named(.mapping(let table), _),
      .named(.urlOr(let table), _):
      table
    default: nil
    }
  }
}
