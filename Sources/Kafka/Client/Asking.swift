extension ClientHandle {
  /// A client for metadata and offsets that reads no records. It is a consumer's handle, because only that requests a topic's
  /// metadata without creating the topic, with `isolation.level=read_uncommitted`, because otherwise a partition's end is its
  /// last stable offset. It has no group: a client with a group looks for the group's coordinator, and the first such request
  /// makes a cluster create `__consumer_offsets`.
  package static func prober(_ settings: ClientSettings) throws(KafkaError) -> ClientHandle {
    var settings = settings
    settings["isolation.level"] = "read_uncommitted"
    settings["enable.auto.commit"] = "false"
    settings["allow.auto.create.topics"] = "false"
    return try ClientHandle(.consumer, settings)
  }

  /// A producer that sends nothing: a broker with `auto.create.topics.enable` creates a topic when a producer requests its
  /// metadata.
  package static func askingAsProducer(_ settings: ClientSettings) throws(KafkaError) -> ClientHandle {
    try ClientHandle(.producer, settings)
  }
}
