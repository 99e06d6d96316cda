internal import Diagnostics
internal import Reporting
internal import Scenarios
package import Verification

/// The findings in a request that is not sent.
package struct PostingCheck: Sendable {
  /// The diagnostics as text; empty if there are none.
  package var text: String
  /// The first error in one line; nil for none.
  package var error: String?
  /// `passed` where it could be sent.
  package var exit: ExitCode
  package var broker: Provenance.Broker
  /// The warnings, and what the cluster has otherwise than the request expects.
  package var notes: [String]
}

extension Posting {
  /// - Parameter connects: true to ask the cluster, which creates nothing.
  package func checked(connects: Bool) -> PostingCheck {
    var file = file.checkedForEmbedded(with: nil).checkedForAccess(overrides)
    var notes: [String] = []
    let isEmbedded = file.scenario?.cluster.brokers == .embedded
    if connects, let scenario = file.scenario {
      let check = ClusterCheck(scenario, overrides)
      let errors = check.diagnostics.filter { $0.severity == .error }
      let isInput = errors.allSatisfy { $0.code.area != .infrastructure }
      file = file.adding(ofCluster: check.diagnostics, exit: isInput ? .invalidInput : .infrastructure)
      if let note = PostResponse.note(partitions: partitions, actual: check.partitionCounts.first ?? nil) {
        notes = [note]
      }
    }
    return PostingCheck(
      text: file.text, error: file.firstError, exit: file.exit, broker: isEmbedded ? .embedded : .kafka,
      notes: file.warnings + notes)
  }
}
