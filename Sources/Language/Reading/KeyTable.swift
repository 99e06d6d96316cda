/// The keys of one kind of mapping, with everything about the mapping; the reader knows no other keys.
struct KeyTable: Sendable {
  /// The name in the JSON Schema: `stage`.
  var name: String
  /// The heading of the reference: `A stage`.
  var title: String
  /// One or two sentences.
  var summary: String
  var rows: [KeyRow]
  /// Requirements between keys.
  var rules: [KeyRule] = []
  /// Keys that belong elsewhere, with the remedy.
  var misplaced: [String: String] = [:]
  /// Keys that begin with `x-` are blocks of the writer's own.
  var takesOwnBlocks = false
  /// Keys that are never inherited.
  var own: [String] = []
  /// Keys at which `null` is a value, and does not remove an inherited one.
  var nullable: [String] = []
  /// True for a mapping that is replaced as a whole where it is inherited: half of one choice and half of another has no
  /// meaning.
  var isReplacedWhole = false
  /// True if a name without a mapping declares one.
  var isDeclaredByName = false
  /// The example of the reference; nil if the mapping is too small or too large for one.
  var example: MappingExample?
  /// Advice about a key that the table does not have; nil if there is none.
  var advice: @Sendable (String) -> String? = { _ in nil }

  func row(_ name: String) -> KeyRow? { rows.first { $0.name == name } }

  /// The names of the keys that are read, and those that are not supported yet.
  var read: [String] { rows.filter { !$0.isLater }.map(\.name) }
  var later: [String] { rows.filter(\.isLater).map(\.name) }

  /// Pairs of keys of which a stronger level's drops the weaker's when they are inherited.
  var excluding: [[String]] { rules.flatMap(\.excluding) }

  /// True for a choice: one of its keys is written, and the others have no meaning beside it.
  var isAlternative: Bool { rules.contains { if case .oneKey = $0 { true } else { false } } }
}

/// An example of a mapping, with the key at which it is written.
struct MappingExample: Sendable {
  /// The name of the table whose keys the example's outermost keys are.
  var place: String
  var text: String

  init(in place: String, _ text: String) {
    self.place = place
    self.text = text
  }
}
