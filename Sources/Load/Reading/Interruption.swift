internal import Kafka

/// An event that makes what was read of a partition provisional (ARCHITECTURE.md, decision 10).
enum Interruption: Sendable, Equatable {
  case leaderChanged(from: Int32, to: Int32)
  case connectionLost(KafkaError)
  /// Retention moved the beginning of the partition past the reader.
  case outOfRange
  /// A batch was not what its checksum says: it was damaged on its way, or is in the broker's log.
  case damaged(KafkaError)
  /// Fetching from the partition failed.
  case fetchFailed(KafkaError)

  /// The meaning of an error that the client reported of a partition.
  init(fetching error: KafkaError) {
    self = error.isOutOfRange ? .outOfRange : error.isDamage ? .damaged(error) : .fetchFailed(error)
  }

  /// The client does not try the partition again by itself.
  var isFinal: Bool {
    switch self {
    case .outOfRange: true
    case .fetchFailed(let error): error.kind == .authorization
    case .leaderChanged, .connectionLost, .damaged: false
    }
  }

  /// The words that reports have for it.
  var text: String {
    switch self {
    case .leaderChanged(let from, let to): "its leader changed from \(from) to \(to)"
    case .connectionLost(let error): "the reader's connection broke: \(error.text)"
    case .damaged(let error): "a batch was damaged on its way: \(error.text)"
    case .outOfRange: "its position went out of range"
    case .fetchFailed(let error): error.text
    }
  }
}

/// The broker whose connection was lost, as librdkafka names it in its text: `127.0.0.1:9092/1: Disconnected`.
enum LostConnection: Sendable, Equatable {
  case broker(Int32)
  /// A text that names no broker.
  case anyBroker

  /// Nil where `error` does not concern a connection that partitions are read by: none is read by that of a bootstrap address, or by
  /// that of a group's coordinator, which librdkafka looks for though nothing is done with a group.
  init?(_ error: KafkaError) {
    guard error.kind == .transport || error.kind == .timeout, !error.isAllBrokersDown else { return nil }
    let name = error.text.prefix { $0 != " " }
    guard !name.contains("/bootstrap"), !name.hasPrefix("GroupCoordinator") else { return nil }
    let number = name.lastIndex(of: "/").map { name[name.index(after: $0)...].prefix { $0.isNumber } }
    self = number.flatMap { Int32($0) }.map(Self.broker) ?? .anyBroker
  }

  /// A partition of this leader was read by the connection.
  func concerns(leader: Int32) -> Bool {
    switch self {
    case .broker(let broker): broker == leader
    case .anyBroker: true
    }
  }
}
