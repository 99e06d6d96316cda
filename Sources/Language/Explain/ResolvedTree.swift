internal import Diagnostics
package import Scenarios

/// A scenario as `explain` shows it: the values that are written, the defaults that the language adds, and the position of
/// each value.
package struct ResolvedTree: Sendable {
  let root: YAMLNode
  /// The values of the variables with which the scenario was read.
  let variable: @Sendable (String) -> String?

  init(_ root: YAMLNode, variable: @escaping @Sendable (String) -> String? = { _ in nil }) {
    self.root = root
    self.variable = variable
  }

  /// Every value, in the order of the language's tables; names that the writer chose are in the order written.
  package var entries: [ExplainedValue] {
    var walk = ResolvedWalk(variable: variable)
    walk.mapping(root, as: ScenarioKeys.table, at: [])
    return walk.entries
  }
}
