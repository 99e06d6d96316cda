package import Kafka
package import Scenarios

/// Why a run could not begin, or could not go on. Data only; the sentences are `Rehearsal`'s.
package enum LoadError: Error, Sendable, Equatable {
  /// A property that librdkafka refuses, or settings that no client can be made of.
  case settings(KafkaError)
  /// No broker of an identity's bootstrap list answered for this many seconds. `identity` is its index, as in what follows.
  case unreachable(identity: Int, addresses: [String], last: KafkaError?, seconds: Int)
  /// An identity does not get in at its listener.
  case accessRefused(identity: Int, address: String, AccessRefusal)
  /// The listener of an identity belongs to another cluster than that of `cluster.brokers`.
  case otherCluster(identity: Int, id: String, expected: String)
  /// The identity of a stage may not write to its topic.
  case writingRefused(stage: Int, KafkaError)
  /// The reader's identity may not read a topic.
  case readingRefused(topic: String, KafkaError)
  /// A broker answers at a bootstrap address, but a partition's leader cannot be reached where it says it is.
  case leaderUnreachable(
    bootstrap: [String], partition: TopicPartition, leader: Int32, address: String?, last: KafkaError)
  /// A broker answers at a bootstrap address, but none can be reached at the addresses they say they are at.
  case brokersUnreachable(bootstrap: [String], addresses: [String], last: KafkaError)
  /// A partition has had no leader for all of this time.
  case noLeader(partition: TopicPartition, seconds: Int)
  /// The topic does not exist, and the scenario says not to create it. `topic` is its index.
  case topicMissing(topic: Int)
  /// The topic does not exist, and the cluster did not create it when it was asked to by a producer's question.
  case topicNotMade(topic: Int, TopicAbsence)
  case topicRefused(topic: Int, KafkaError)
  case topicNotCreated(topic: Int, KafkaError)
  /// The cluster does not take a setting of the topic; `setting` is its index where the answer names it.
  case settingRefused(topic: Int, setting: Int?, KafkaError)
  /// `create: always` with a topic that exists, and the run may not delete it.
  case deletionNotAllowed(topic: Int)
  case topicNotDeleted(topic: Int, KafkaError)
  /// The topic was deleted, and this broker still has it after so many seconds.
  case topicNotGone(topic: Int, broker: String, seconds: Int)
  /// A client made the topic again each time that it was deleted.
  case topicMadeAgain(topic: Int)
  case partitionCount(topic: Int, stated: Int, actual: Int)
  /// A stage sends to a partition that the topic does not have.
  case partitionBeyond(stage: Int, partition: Int32, actual: Int)
  /// `mode: after` on the embedded broker, which keeps no more than `bound` bytes of a partition.
  case tooMuchForEmbedded(stage: Int, bound: Int)
  /// Messages that may follow one another in a partition of the embedded broker, which cannot keep both: the size of the larger
  /// in bytes, and the most that it keeps of a partition.
  case tooLargeForEmbedded(stage: Int, bytes: Int, bound: Int)
  /// The embedded broker took no message of the stage for this long, since what it holds was not read.
  case heldByEmbedded(stage: Int, Nanoseconds)
  /// Before the first send: a target's `ready` did not answer 2xx, or no connection to it could be made. The reason is in words that
  /// have no secret in them, as are those that follow.
  case targetNotReady(target: Int, because: String)
  /// No answer of a target has come for this many seconds while messages were posted to it.
  case targetLost(target: Int, seconds: Int)
  /// Before the first send: a sink that cannot be read in this run.
  case sinkUnreadable(sink: Int, because: String)
  /// Before the first send: the cluster does not say what a group has committed.
  case groupRefused(group: Int, KafkaError)
  /// Before the first send: a command of an action that cannot be started.
  case actionCommand(action: Int, because: String)
  /// No broker has answered for this many seconds while the run was on.
  case clusterLost(seconds: Int)
  /// The client of a stage can do nothing more.
  case fatal(stage: Int, KafkaError)
  /// A stage was ended at its `at_most`.
  case stageTooLong(stage: Int, atMost: Nanoseconds)
  /// All sending was ended at the scenario's `at_most`.
  case runTooLong(atMost: Nanoseconds)
  /// The client's queue was full, or every connection to the stage's target was busy, which ends a stage with `on_full: fail`.
  case queueFull(stage: Int)
  /// A condition of `abort_when` of the stage was true.
  case aborted(stage: Int, Expectation)
  /// The coordinator does not take the transactions of the stage's producers.
  case transactionsRefused(stage: Int, KafkaError)
  /// A transaction of the stage was neither committed nor aborted; its coordinator aborts it after `timeout`.
  case transactionLeftOpen(stage: Int, timeout: Nanoseconds)
  /// Reading was given up without progress for `within`, or `atMost` after the last send.
  case readingGivenUp(
    within: Nanoseconds?, atMost: Nanoseconds?, partition: TopicPartition, position: Int64, end: Int64?)
  /// Another producer's open transaction holds back what lies from `from` up to the partition's end.
  case openTransaction(partition: TopicPartition, from: Int64, end: Int64)
  /// The topic was deleted while the run went on, and is not there any more.
  case topicGone(topic: Int)
  /// The ledger's work file could not be read back.
  case workFile(WorkFileError)
  /// The reader's client could not be made or could not be assigned its partitions.
  case readerFailed(KafkaError)
  case stopped(StopRequest.Reason)
}
