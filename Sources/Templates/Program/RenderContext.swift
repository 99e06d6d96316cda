/// The inputs of rendering that are the same for all messages of a stage.
package struct RenderContext: Sendable {
  package var seed: UInt64
  package var stageName: String
  package var runID: String
  /// The start of the run in milliseconds since 1970.
  package var startedAt: Int64
  /// Values that messages may contain, and that no error message quotes.
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
  /// The context of messages outside a run: run id zero, and the start of the year 2000.
  package static func outsideOfRuns(seed: UInt64, stageName: String, secrets: [String] = []) -> RenderContext {
    RenderContext(
      seed: seed, stageName: stageName, runID: "0000000000000", startedAt: 946_684_800_000, secrets: secrets)
  }
}
