extension ClientHandle {
  /// A client that asks a cluster about itself and reads nothing: a consumer's handle, since only that asks about a topic
  /// without creating it, and with `isolation.level=read_uncommitted`, since any other is told the last stable offset for a
  /// partition's end. It has no group, for a client that has one asks for the group's coordinator, and the first such question
  /// makes a cluster create `__consumer_offsets`.
  package static func prober(_ settings: ClientSettings) throws(KafkaError) -> ClientHandle {
    var settings = settings
    settings["isolation.level"] = "read_uncommitted"
    settings["enable.auto.commit"] = "false"
    settings["allow.auto.create.topics"] = "false"
    return try ClientHandle(.consumer, settings)
  }

  /// A producer that sends nothing: where a broker creates topics by itself, it does so when a producer asks about one.
  package static func askingAsProducer(_ settings: ClientSettings) throws(KafkaError) -> ClientHandle {
    try ClientHandle(.producer, settings)
  }
}
