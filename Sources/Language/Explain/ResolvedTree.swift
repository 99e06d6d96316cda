internal import Diagnostics
package import Scenarios

/// A scenario with everything in its place, as `explain` shows it: what is written, what the language adds, and where each
/// value stands.
package struct ResolvedTree: Sendable {
  let root: YAMLNode
  /// The values of the variables with which the scenario was read.
  let variable: @Sendable (String) -> String?

  init(_ root: YAMLNode, variable: @escaping @Sendable (String) -> String? = { _ in nil }) {
    self.root = root
    self.variable = variable
  }

  /// Every value, in the order of the language's tables, names of the writer's own as they are written.
  /// `isSecretProperty` tells which of librdkafka's properties are not shown.
  package func entries(isSecretProperty: @escaping (String) -> Bool) -> [ExplainedValue] {
    var walk = ResolvedWalk(variable: variable, isSecretProperty: isSecretProperty)
    walk.mapping(root, as: ScenarioKeys.table, at: [])
    return walk.entries
  }
}
