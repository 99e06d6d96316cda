internal import Diagnostics
internal import Scenarios

/// The check that no stage has transactions on the embedded broker.
enum EmbeddedTransactions {
  /// One diagnostic for each place where transactions are written.
  static func diagnostics(of cluster: Cluster, _ clients: [WrittenClient]) -> [Diagnostic] {
    guard cluster.brokers == .embedded else { return [] }
    return clients.compactMap { client in
      client.transactional.map { range in
        Diagnostic(
          code: .conflict,
          "transactions prove nothing on the embedded broker: it shows aborted messages to every reader",
          at: range, remedy: "remove it, or write the addresses of a cluster")
      }
    }
  }
}
