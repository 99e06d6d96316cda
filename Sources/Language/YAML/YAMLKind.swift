/// The kind of text that is read as YAML: its bounds, and the words of diagnostics that depend on it.
enum YAMLKind {
  /// The file of a scenario, or one that it includes; must not be empty.
  case scenario
  /// The value of a setting of the command line.
  case setting
  /// A file that is turned into JSON, such as a schema.
  case document

  /// The number of levels.
  var deepest: Int {
    switch self {
    case .scenario, .setting: 50
    case .document: 200
    }
  }

  /// The number of nodes; an alias counts as the nodes that it refers to.
  var mostNodes: Int {
    switch self {
    case .scenario, .setting: 100_000
    case .document: 1_000_000
    }
  }
}
