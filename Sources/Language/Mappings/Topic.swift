internal import Diagnostics
internal import Scenarios
internal import Templates

extension ValueReader {
  mutating func topics(_ scenario: Fields) -> Declarations<Topic>? {
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
    guard !pair.value.isNull else { return (topic, Fields(place: key.range)) }
    let context = " in topic \(quoted(key.text))"
    guard let fields = fields(of: pair.value, named: key.text, in: context, as: TopicKeys.table, place: key.range)
    else {
      return (nil, nil)
    }
    let name = setting(TopicKeys.name, fields)
    let partitions = setting(TopicKeys.partitions, fields)
    let replication = setting(TopicKeys.replication, fields)
    let creation = value(TopicKeys.create, fields)
    _ = setting(TopicKeys.delete, fields)
    _ = setting(TopicKeys.config, fields)
    if case .given(let written, let range) = name {
      (topic.name, topic.range) = (written, range)
    }
    guard Self.isTopicName(topic.name) else {
      // A key that is no name at all has been reported as that.
      if !name.isAbsent || topic.name.utf8.count > 249 { report(Self.badTopicName(topic)) }
      return (nil, fields)
    }
    topic.partitions = partitions.value.map { Int($0) }
    topic.replication = replication.value.map { Int($0) }
    topic.create = creation
    return (topic, fields)
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
      code: .badName, "\(quoted(topic.name)) is not a topic's name", at: topic.range,
      remedy: "Kafka takes 1 to 249 letters, digits, dots, _ and -")
  }

  private static func sameTopic(_ topic: Topic, as key: String) -> Diagnostic {
    Diagnostic(
      code: .duplicateName, "topic \(quoted(topic.name)) is declared twice", at: topic.range,
      remedy: "\(quoted(key)) is the same topic of the cluster")
  }
}
