internal import Diagnostics
internal import Kafka
internal import Load
internal import Reporting
internal import Scenarios
internal import Verification

/// The circumstances that limit what a run can prove, as sentences.
enum NoteSentences {
  static func text(_ note: RunNote) -> String {
    switch note {
    case .idempotenceOff(let acks):
      "the producers are not idempotent (acks \(acks)): duplicates and reordering are counted, but do not fail the run"
    case .nothingReadBack(let unanswered, let isEmbedded):
      "nothing was read back (verify.mode: later): it is not shown that acknowledged messages are in the topic"
        + (unanswered > 0
          ? "; \(Plural.count(unanswered, "message")) \(Plural.form(unanswered, "was", "were")) not answered, and may be there or not"
          : "")
        + (isEmbedded
          ? "; the embedded broker keeps \(MockCluster.keptPerPartition >> 20) MiB of a partition, and drops what is older"
          : "")
    case .compacted(let topic):
      "topic \"\(topic)\" is compacted: a message that is not found may have been compacted away, and is not counted as lost"
    case .compactionUnknown(let topic, let error):
      "cannot read cleanup.policy of topic \"\(topic)\" (\(error.name)): a message with a key that is not found may have been "
        + "compacted away, and is not counted as lost; \(remedy(error))"
    case .policyChanged(let topic, let isCompacted):
      "cleanup.policy of topic \"\(topic)\" was changed during the run: "
        + (isCompacted
          ? "it is compacted now, so a message that is not found may have been compacted away, and is not counted as lost"
          : "it was compacted for a time, so a message that is not found may have been compacted away, and is not counted as lost")
    case .partitionsAdded(let topic, let before, let now):
      "topic \"\(topic)\" had \(Plural.count(before, "partition")) at the start and has \(now) now; those that were added are not read"
    case .logReplaced(let topic, let partitions, let wasDeleted, let isAccountedFor):
      logReplaced(topic, partitions, wasDeleted, isAccountedFor)
    case .batchesLimited(let topic, let limit, let batchSize):
      "topic \"\(topic)\" takes batches of at most \(HumanNumber.count(bytes: limit)) (max.message.bytes), so the producer's "
        + "batches are kept below that (batch.size \(HumanNumber.grouped(bytes: batchSize)))"
    case .batchesAboveLimit(let topic, let limit, let batchSize):
      "topic \"\(topic)\" takes batches of at most \(HumanNumber.count(bytes: limit)) (max.message.bytes), and the scenario's "
        + "batch.size is \(HumanNumber.grouped(bytes: batchSize)): batches of small messages can be rejected, with every message in "
        + "them; leave batch.size out"
    case .stoodStill(let time):
      "this process was stopped for \(time.inTenths) in all (suspended, or the machine was busy): latencies, gaps and rates have that "
        + "time in them"
    case .throttled(let time): "brokers held this client back for \(time.inTenths) in all (a quota)"
    case .unverified(let names):
      "the certificates of brokers were not checked"
        + (names == [.unauthenticated] ? "" : " for \(names.map { "\"\($0.text)\"" }.joined(separator: ", "))")
        + " (verify: false): anyone on the way could have posed as the cluster"
    case .reconnectsForTokens(let name):
      "librdkafka \(ClientLibrary.version) does not sign in again on an open connection: where connections.max.reauth.ms is set, brokers "
        + "cut those of \"\(name.text)\" when a token expires, and it connects again with the next"
    case .deletedFirst(let topic): "topic \"\(topic)\" was there, and was deleted before the run (create: always)"
    case .deletionUnanswered(let topic):
      "the cluster was asked to delete topic \"\(topic)\", and its answer did not come: it may be there or not"
    case .notCreatedAgain(let topic): "topic \"\(topic)\" was deleted by this run, and not created again"
    case .creationUnanswered(let topic):
      "the cluster was asked to create topic \"\(topic)\", and an answer did not come: it may be this run's, and is not deleted"
    case .settingsDiffer(let topic, let differences):
      "topic \"\(topic)\" was there before, and is left as it is: it has "
        + differences.map { "\($0.name) \($0.actual ?? "not at all") (asked for: \($0.asked))" }.joined(separator: ", ")
    case .settingsNotCompared(let topic, let error):
      "topic \"\(topic)\" was there before, and its settings cannot be read (\(error.name)): they are not compared with config; "
        + remedy(error)
    case .settingsOnEmbedded(let topic):
      "the embedded broker has no topic settings: config of topic \"\(topic)\" has no effect"
    case .wouldBeDeleted(let topic):
      "topic \"\(topic)\" exists, and create: always deletes it: run needs --allow-delete for that"
    case .notOwnTopic(let topic): "topic \"\(topic)\" was there before this run, and is not deleted"
    case .deletedAfter(let topic): "topic \"\(topic)\" was created by this run, and deleted after it"
    case .keptForInspection(let topic):
      "topic \"\(topic)\" was created by this run, and is kept because the run did not pass"
    case .notDeleted(let topic, let error):
      "topic \"\(topic)\" was created by this run, and could not be deleted "
        + "(\(error.map(\.name) ?? "the run was ended before")): type kafka-topics --delete --topic \(topic)"
    case .readsUncommitted:
      "the reader's isolation is read_uncommitted: records of transactions that are open or were aborted are read as well"
    case .keysNotOrdered(let stage, let records): keysNotOrdered(stage, records)
    case .created(let topic): "topic \"\(topic)\" was created by this run, and is not deleted"
    }
  }

  private static func keysNotOrdered(_ stage: String, _ records: UInt64) -> String {
    let known = HumanNumber.grouped(UInt64(Verify.keysInOrder))
    return
      "order was checked for the first \(known) keys: in stage \"\(stage)\" \(Plural.count(Int(clamping: records), "record")) "
      + "of other keys \(records == 1 ? "was" : "were") not checked"
  }

  private static func logReplaced(
    _ topic: String, _ partitions: [Int32], _ wasDeleted: Bool, _ isAccountedFor: Bool
  ) -> String {
    let shown = partitions.prefix(10).map { "\($0)" }.joined(separator: ", ") + (partitions.count > 10 ? ", …" : "")
    let of = "\(Plural.form(partitions.count, "partition")) \(shown)"
    let cause =
      wasDeleted
      ? "topic \"\(topic)\" was deleted and made again during the run (\(of))"
      : "\(of) of topic \"\(topic)\" changed under the run: deleted and made again, or cut back by an unclean election: "
        + "this client cannot tell which"
    return cause
      + (isAccountedFor
        ? "; it was read again from its beginning, and every message is accounted for in what is there now"
        : "; it could not be read again to its end")
  }

  /// Only an authorization error is about rights.
  private static func remedy(_ error: KafkaError) -> String {
    switch error.kind {
    case .authorization: "grant DescribeConfigs on the topic"
    case .timeout:
      "the cluster was asked again, and did not answer: check its controller and the brokers that do not respond"
    case .transport, .authentication, .tls, .resolving, .unknownTopic, .other:
      "check the cluster: client.log has the errors"
    }
  }
}
