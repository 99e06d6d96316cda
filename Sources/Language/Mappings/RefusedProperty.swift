/// Properties of librdkafka that a scenario cannot set, because the verdict depends on them. Some have two names in
/// librdkafka; both are refused.
struct RefusedProperty {
  var names: [String] = []
  var prefix: String?
  var why: String
  var instead: String?
  /// The value that it has anyway, which may be written.
  var usual: String?

  static let all: [RefusedProperty] = [
    RefusedProperty(
      names: ["bootstrap.servers", "metadata.broker.list"], why: "the brokers of a run are set in one place",
      instead: "write cluster.brokers"),
    RefusedProperty(
      prefix: "test.mock.", why: "a run against brokers that are not real must say so in every report",
      instead: "write brokers: embedded"),
    RefusedProperty(
      names: ["plugin.library.paths"], why: "a plugin could change what is sent and read without a trace",
      instead: "remove it"),
    RefusedProperty(
      names: ["delivery.report.only.error"], why: "only delivery reports show what was acknowledged",
      instead: "remove it"),
    RefusedProperty(
      names: ["enable.partition.eof"], why: "the reader needs it to detect the end of a partition",
      instead: "remove it"),
    RefusedProperty(
      names: ["auto.offset.reset"], why: "the reader starts at the offsets noted before the first send",
      instead: "remove it"),
    RefusedProperty(
      names: ["isolation.level"], why: "how far the reader reads decides what counts as lost", instead: "remove it"),
    RefusedProperty(
      names: ["auto.commit.enable"], prefix: "enable.auto.", why: "the reader commits and stores no offsets",
      instead: "remove it"),
    RefusedProperty(
      names: ["group.id"], why: "the reader joins no consumer group: it is assigned every partition",
      instead: "remove it"),
    RefusedProperty(
      names: ["transactional.id"],
      why: "each producer of a run has one of its own",
      instead: "write client: {transactional: {every: 1000}} in the stage"),
    RefusedProperty(
      names: ["partitioner", "partitioner_cb", "sticky.partitioning.linger.ms"],
      why: "the partition is chosen by \"partition\" of the stage, before the client has the message",
      instead: "write partition: in the stage"),
    RefusedProperty(
      names: ["allow.auto.create.topics"], why: "a topic that is read must not be created by that",
      instead: "remove it", usual: "false"),
    RefusedProperty(
      names: ["check.crcs"], why: "a bit that flips on the way would be taken for a difference in the topic",
      instead: "remove it", usual: "true"),
    RefusedProperty(
      names: ["enable.sasl.oauthbearer.unsecure.jwt"],
      why: "anyone can make its tokens, and librdkafka 2.0.2 crashes when one expires",
      instead: "write auth: with mechanism: OAUTHBEARER and token:"),
    RefusedProperty(
      names: ["log.queue"], why: "the run reads the client's log", instead: "remove it", usual: "true"),
    RefusedProperty(
      names: ["enabled_events"], why: "the run needs the client's events as they are", instead: "remove it"),
  ]

  /// The rules by which librdkafka's partitioners choose, as far as there are such.
  private static let partitioners = [
    "consistent": "by-key-crc32", "consistent_random": "by-key-crc32", "murmur2": "by-key", "murmur2_random": "by-key",
    "random": "round-robin",
  ]

  static func reason(for name: String, value: String?) -> RefusedProperty? {
    // librdkafka takes the properties of topics with this before them, too.
    let bare = name.hasPrefix("topic.") ? String(name.dropFirst(6)) : name
    var refused = all.first { $0.names.contains(bare) || $0.prefix.map(bare.hasPrefix) == true }
    if let usual = refused?.usual, usual == value { return nil }
    if bare == "partitioner", let rule = value.flatMap({ partitioners[$0] }) {
      refused?.instead = "write partition: \(rule) in the stage"
    }
    return refused
  }
}
