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
  /// For a topic of the scenario that is declared as a sink, too: makes what recognises the records that the sink claims. They are
  /// not foreign. Nil for other topics.
  var claims: @Sendable (_ topic: Int) -> RecordClaim? = { _ in nil }
  /// True once nothing more is to be waited for.
  var mustFinish: @Sendable () -> Bool = { false }
}

/// Recognises records without the header of this run that a sink claims, by their key and value. For one queue at a time.
typealias RecordClaim = (_ key: UnsafeRawBufferPointer?, _ value: UnsafeRawBufferPointer?) -> Bool
