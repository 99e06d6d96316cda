internal import Scenarios

/// Keys of a topic.
enum TopicKeys {
  static let name = Key(
    "name", .text, "The topic's name in the cluster.", default: .described("the key"),
    examples: ["orders-${CI_JOB_ID:-local}"]
  ) { $0.text($1) }

  static let partitions = Key(
    "partitions", .integer(1...UInt64(Int32.max)),
    "How many partitions it has. A topic that is there with another number is an error.",
    default: .described("1 where it is created, else what is there"), examples: ["6"]
  ) { $0.integer($1, in: 1...UInt64(Int32.max)) }

  static let replication = Key(
    "replication", .integer(1...UInt64(Int16.max)), "How many copies there are, where it is created.",
    default: .described("the cluster's"), examples: ["3"]
  ) { $0.integer($1, in: 1...UInt64(Int16.max)) }

  static let create = Key(
    "create",
    words: [
      Word("if-missing", "created where it is not there"), Word("never", "must be there"),
      Word("by-broker", "the cluster creates it when it is first written to"),
      Word("always", "deleted first, and created anew", later: true),
    ],
    "Who creates it, and when.", examples: ["never"]
  ) { Topic.Creation(rawValue: $0) }.defaulting(to: .ifMissing)

  static let delete = Key(
    "delete",
    words: [
      Word("never", "it stays"), Word("passed", "only where the run passed"), Word("after", "once reading has ended"),
    ],
    "Whether a topic that this run created is deleted.", default: .value("never"), examples: ["passed"], later: true
  ) { $0 }

  static let config = Key(
    "config", .topicSettings, "Settings of the topic by Kafka's own names, where it is created.",
    examples: ["{retention.ms: 3600000}"], later: true
  ) { $0.topicConfiguration($1) }

  static let table = KeyTable(
    name: "topic", title: "A topic",
    summary: "A topic that stages send to, under a key by which the scenario names it.",
    rows: [name.row, partitions.row, replication.row, create.row, delete.row, config.row],
    isDeclaredByName: true,
    example: MappingExample(
      in: "scenario", "topics:\n  orders: {name: orders-v2, partitions: 6, replication: 3}"))
}
