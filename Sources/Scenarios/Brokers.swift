package enum Brokers: Sendable, Equatable {
  /// librdkafka's mock cluster inside this process; only ever by the literal `embedded`.
  case embedded
  /// Bootstrap addresses, `host:port` each.
  case addresses([String])
}
