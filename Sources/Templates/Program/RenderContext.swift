/// The inputs of rendering that are the same for all messages of a stage.
package struct RenderContext: Sendable {
  package var seed: UInt64
  package var stageName: String
  package var runID: String
  /// The start of the run in milliseconds since 1970.
  package private(set) var startedAt: Int64
  /// The forms of the run's ids, by the names of the stages that they are of.
  package var ids: [String: IDForm]
  /// Values that messages may contain, and that no error message quotes.
  package var secrets: [String]

  package init(
    seed: UInt64, stageName: String, runID: String, startedAt: Int64, ids: [String: IDForm] = [:],
    secrets: [String] = []
  ) {
    self.seed = seed
    self.stageName = stageName
    self.runID = runID
    // A run that is read from a file may have any; dates are written with four digits.
    self.startedAt = min(max(startedAt, Self.earliest), Self.latest)
    self.ids = ids
    self.secrets = secrets
  }
}

extension RenderContext {
  var stageKey: UInt64 { MessageRandom.stageKey(seed: seed, stageName: stageName) }

  /// The first and the last millisecond of the years 0 to 9999.
  private static let earliest: Int64 = -62_167_219_200_000
  private static let latest: Int64 = 253_402_300_799_999

  /// The form of an id; one of a stage that is not known is as long as any.
  func form(_ use: IDUse) -> IDForm? {
    let stage =
      switch use {
      case .own: stageName
      case .ofStage(let name): name
      }
    return ids[stage] ?? IDForm(RunTag(run: runID), rank: 0, count: nil)
  }

  /// The id of a run that is none, as text.
  package static let noRun = "0000000000000"

  /// The context of messages outside a run: run id zero, and the start of the year 2000.
  package static func outsideOfRuns(
    seed: UInt64, stageName: String, ids: [String: IDForm] = [:], secrets: [String] = []
  ) -> RenderContext {
    RenderContext(
      seed: seed, stageName: stageName, runID: noRun, startedAt: 946_684_800_000, ids: ids, secrets: secrets)
  }
}
