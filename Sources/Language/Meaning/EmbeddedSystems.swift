internal import Diagnostics
internal import Scenarios

/// The check that nothing outside is expected to reach the embedded broker.
enum EmbeddedSystems {
  /// One diagnostic for each key that speaks of a system.
  static func diagnostics(of cluster: Cluster?, _ scenario: Fields) -> [Diagnostic] {
    guard cluster?.brokers == .embedded else { return [] }
    return ["targets", "sinks", "groups"].compactMap { key in
      scenario[key].map { pair in
        Diagnostic(
          code: .conflict, "the embedded broker is inside this program, and a system under test cannot reach it",
          at: pair.key.range, remedy: "remove \(quoted(key)), or write the addresses of a cluster")
      }
    }
  }
}
