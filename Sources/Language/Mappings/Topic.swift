internal import Diagnostics
internal import Scenarios
internal import Templates

/// Keys of a topic.
enum TopicKeys {
  static let name = Key(
    "name", .text, "The topic's name in the cluster.", default: .described("the key"),
    examples: ["orders-${CI_JOB_ID:-local}"]
  ) { $0.text($1) }

  static let partitions = Key(
    "partitions", integer: 1...UInt64(Int32.max),
    "Number of partitions. An existing topic with another number is an error.",
    default: .described("1 if it is created, else the number it has"), examples: ["6"]
  )

  static let replication = Key(
    "replication", integer: 1...UInt64(Int16.max), "Replication factor, if it is created.",
    default: .described("the cluster's"), examples: ["3"]
  )

  static let create = Key(
    "create",
    words: [
      Word("if-missing", "created if it does not exist"), Word("never", "must exist"),
      Word("by-broker", "the cluster creates it on the first write"),
      Word("always", "deleted first, and created again; an existing one needs --allow-delete"),
    ],
    "Who creates it, and when.", examples: ["never"]
  ) { Topic.Creation(rawValue: $0) }.defaulting(to: .ifMissing)

  static let delete = Key(
    "delete",
    words: [
      Word("never", "it is kept"), Word("passed", "only if the run passed"), Word("after", "after reading has ended"),
    ],
    "Deletes the topic if this run created it.", examples: ["passed"]
  ) { Topic.Deletion(rawValue: $0) }.defaulting(to: .never)

  static let config = Key(
    "config", .topicSettings,
    "Kafka's topic settings by their own names, if it is created. A topic that exists is left as it is, and what differs is noted.",
    examples: ["{retention.ms: 3600000}"]
  ) { $0.topicConfiguration($1) }

  static let table = KeyTable(
    name: "topic", title: "A topic",
    summary: "A topic that stages send to. The scenario refers to it by its key.",
    rows: [name.row, partitions.row, replication.row, create.row, delete.row, config.row],
    isDeclaredByName: true,
    example: MappingExample(
      in: "scenario", "topics:\n  orders: {name: orders-v2, partitions: 6, replication: 3}"))
}

extension ValueReader {
  mutating func topics(_ scenario: Fields) -> Declarations<Topic>? {
    // A scenario that only posts to targets has none.
    if scenario.has("targets"), scenario.lacks("topics") { return Declarations() }
    var topics: Declarations<Topic>? = declarations(
      "topics", of: scenario, example: "topics: {orders: {partitions: 6}}",
      badName: "write another key, with name: for the topic's name in the cluster"
    ) { $0.topic($1) }
    for (index, entry) in (topics?.entries ?? []).enumerated() {
      guard let topic = entry.value else { continue }
      let earlier = topics?.entries.prefix(index).first { $0.value?.name == topic.name }
      guard let earlier else { continue }
      report(Self.sameTopic(topic, as: earlier.name))
      topics?.hasTwins = true
    }
    return topics
  }

  private mutating func topic(_ pair: YAMLPair) -> (Topic?, Fields?) {
    let key = pair.key
    var topic = Topic(
      name: key.text, range: key.range, partitions: nil, replication: nil, create: TopicKeys.create.standard)
    guard !pair.value.isNull else { return (topic, Fields(headRange: key.range)) }
    let context = " in topic \(quoted(key.text))"
    guard let fields = fields(of: pair.value, named: key.text, in: context, as: TopicKeys.table, headRange: key.range)
    else {
      return (nil, nil)
    }
    let name = setting(TopicKeys.name, fields)
    let partitions = setting(TopicKeys.partitions, fields)
    let replication = setting(TopicKeys.replication, fields)
    let creation = value(TopicKeys.create, fields)
    topic.createRange = fields["create"]?.value.range
    topic.deletion = value(TopicKeys.delete, fields)
    topic.settings = setting(TopicKeys.config, fields).value ?? []
    if case .given(let written, let range) = name {
      (topic.name, topic.range) = (written, range)
    }
    guard Self.isTopicName(topic.name) else {
      // A key that is not a name was reported already.
      if !name.isAbsent || topic.name.utf8.count > 249 { report(Self.badTopicName(topic)) }
      return (nil, fields)
    }
    topic.partitions = partitions.value.map { Int($0) }
    topic.replication = replication.value.map { Int($0) }
    topic.create = creation
    return (topic, fields)
  }

  /// Settings of a topic by Kafka's own names.
  mutating func topicConfiguration(_ pair: YAMLPair) -> [TopicSetting]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      reader.scalar(entry.value, named: entry.key.text, expected: "a value for Kafka").map {
        TopicSetting(name: entry.key.text, value: $0.text, range: entry.key.range)
      }
    }
  }

  /// Kafka's own rule (`org.apache.kafka.common.internals.Topic`).
  private static func isTopicName(_ name: String) -> Bool {
    1...249 ~= name.utf8.count && name != "." && name != ".."
      && name.utf8.allSatisfy { Identifier.isAlphanumeric($0) || "._-".utf8.contains($0) }
  }
}

extension ValueReader {
  private static func badTopicName(_ topic: Topic) -> Diagnostic {
    Diagnostic(
      code: .badName, "\(quoted(topic.name)) is not a topic name", at: topic.range,
      remedy: "Kafka allows 1 to 249 letters, digits, dots, _ and -")
  }

  private static func sameTopic(_ topic: Topic, as key: String) -> Diagnostic {
    Diagnostic(
      code: .duplicateName, "topic \(quoted(topic.name)) is declared twice", at: topic.range,
      remedy: "\(quoted(key)) is the same topic in the cluster")
  }
}
