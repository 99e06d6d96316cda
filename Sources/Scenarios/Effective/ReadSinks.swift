extension Scenario {
  /// False for a sink that is read later, and for one that takes from such a sink or is made of one.
  package func isRead(sink: Int) -> Bool { isRead(sink, depth: 0) }

  /// A circle, which the language refuses, ends at `depth`.
  private func isRead(_ sink: Int, depth: Int) -> Bool {
    guard sinks[sink].mode != .later, depth <= sinks.count else { return false }
    if case .sink(let other) = sinks[sink].origin, !isRead(other, depth: depth + 1) { return false }
    guard case .anyOf(let members) = sinks[sink].source else { return true }
    return members.allSatisfy { isRead($0, depth: depth + 1) }
  }
}
