internal import Kafka
internal import Scenarios
internal import Templates
internal import Verification

/// Everything that a producer worker has to know of its stage.
struct SendingPlan {
  /// The stage's index in the scenario.
  var index: Int
  var stage: Stage
  var recipe: RenderRecipe
  var topicName: String
  var partitions: Int32
  /// The index of the producer among those that share the stage.
  var producer: Int
  /// The messages of the stage that are its.
  var part: Numbering.Part
  /// The name of its transactions.
  var transactionalID: String
  /// Readers see aborted messages: `verify.isolation` is read_uncommitted.
  var showsAborted: Bool
  /// The index of the topic's first partition among those of all topics.
  var partitionBase: Int
  var run: RunID
  /// The topic's `max.message.bytes`, which a batch must not exceed; nil where it is not known.
  var batchLimit: Int?
  /// The reason for which it must be refused; nil for most stages.
  var expectedRefusal: RefusalReason?
  /// The refusal of its identity at the listener, known before it begins.
  var refusal: KafkaError?
}
