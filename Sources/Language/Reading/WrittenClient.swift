package import Diagnostics
package import Scenarios

/// The properties of clients as a scenario has them, for a check by librdkafka: those of the cluster, or of one stage's producers.
package struct WrittenClient: Sendable {
  /// The cluster's properties, as far as they were read.
  package var properties: [ClientProperty]
  /// The settings of the stage; nil for the cluster's own clients.
  package var stage: StageClient?
  /// The position of `client: {idempotent: true}`, where that is written.
  package var idempotence: SourceRange?
  /// The position of `transactional`, where that is written.
  package var transactional: SourceRange?

  package init(
    properties: [ClientProperty], stage: StageClient? = nil, idempotence: SourceRange? = nil,
    transactional: SourceRange? = nil
  ) {
    self.properties = properties
    self.stage = stage
    self.idempotence = idempotence
    self.transactional = transactional
  }
}
