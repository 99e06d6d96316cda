internal import Scenarios
internal import Templates
internal import Verification

/// Everything that a producer worker has to know of its stage.
struct SendingPlan {
  /// Index in the scenario.
  var index: Int
  var stage: Stage
  var recipe: RenderRecipe
  var topicName: String
  var partitions: Int32
  /// Of the topic's first partition, counted over all topics.
  var partitionBase: Int
  var run: RunID
}
