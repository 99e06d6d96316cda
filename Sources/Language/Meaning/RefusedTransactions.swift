internal import Diagnostics
internal import Scenarios

extension Scenario {
  /// Errors about stages that must be refused and have transactions: it is their coordinator that would refuse them, before anything
  /// is sent.
  func refusedTransactions() -> [Diagnostic] {
    stages.indices.compactMap { index in
      guard stages[index].client.transactions != nil, expectedRefusal(ofStage: index) != nil else { return nil }
      return Diagnostic(
        code: .conflict, "a stage that is expected to be refused cannot have transactions", at: stages[index].range,
        remedy: "remove transactional, or the expectation")
    }
  }
}
