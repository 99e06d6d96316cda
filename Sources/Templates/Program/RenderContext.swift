/// What a template's text is rendered with, beside the message itself.
package struct RenderContext: Sendable {
  package var seed: UInt64
  package var stageName: String
  package var runID: String
  /// Of the run, milliseconds since 1970.
  package var startedAt: Int64
  /// What may stand in messages, and in nothing that is said of them.
  package var secrets: [String]

  package init(seed: UInt64, stageName: String, runID: String, startedAt: Int64, secrets: [String] = []) {
    self.seed = seed
    self.stageName = stageName
    self.runID = runID
    self.startedAt = startedAt
    self.secrets = secrets
  }
}

extension RenderContext {
  /// Of messages that no run sends: run id zero, and the first moment of the year 2000.
  package static func outsideOfRuns(seed: UInt64, stageName: String, secrets: [String] = []) -> RenderContext {
    RenderContext(
      seed: seed, stageName: stageName, runID: "0000000000000", startedAt: 946_684_800_000, secrets: secrets)
  }
}
