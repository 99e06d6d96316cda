internal import Scenarios
internal import Templates
internal import Verification

/// Everything that the reader has to know of its run.
struct ReadingPlan {
  var scenario: Scenario
  /// One for each stage.
  var recipes: [RenderRecipe]
  var topics: [PreparedTopic]
  var run: RunID
  var profile: ClientProfile
  var workFile: WorkFile
  var sabotage: Sabotage?
  /// True once nothing more is to be waited for.
  var mustFinish: @Sendable () -> Bool = { false }
}
