/// Properties of librdkafka that a scenario cannot set, because the verdict depends on them. Some have two names in
/// librdkafka; both are refused.
struct RefusedProperty {
  var names: [String] = []
  var prefix: String?
  var why: String
  var instead: String?

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
      why: "a stage's producers begin and end transactions, which is not supported yet",
      instead: "remove it"),
  ]

  static func reason(for name: String) -> RefusedProperty? {
    all.first { $0.names.contains(name) || $0.prefix.map(name.hasPrefix) == true }
  }
}
