internal import Kafka
internal import Scenarios

/// The creation of a topic by a broker that was asked for it as a producer asks: the meaning of its answers, and how long more of them are
/// awaited. Pure.
///
/// Kafka answers the first question with UNKNOWN_TOPIC_OR_PARTITION whether it creates the topic or not, and so it does until the topic is
/// there, which takes 50 to 700 ms.
struct BrokerCreation: Sendable, Equatable {
  enum Step: Sendable, Equatable {
    case askAgain
    case exists(isOwn: Bool)
    case end(TopicAbsence)
  }

  /// A broker that was not asked for its settings may create the topic.
  private static let patienceWhenOff = Nanoseconds.seconds(2)
  private static let patience = Nanoseconds.seconds(5)

  private var wasAbsent = false

  /// The next step after an answer that came `time` after the first question.
  mutating func note(_ topic: ClusterMetadata.Topic?, isAutomatic: Bool?, at time: Nanoseconds) -> Step {
    guard let error = topic?.error else {
      // No broker has a new topic in its answer to the question that creates it.
      if let topic, !topic.partitions.isEmpty { return .exists(isOwn: wasAbsent && isAutomatic != false) }
      return absent(isAutomatic, time)
    }
    // Brokers of old answer so while they create it.
    if error.isLeaderNotAvailable { return .exists(isOwn: isAutomatic != false) }
    guard error.kind == .unknownTopic else { return .end(.refused(error)) }
    return absent(isAutomatic, time)
  }

  private mutating func absent(_ isAutomatic: Bool?, _ time: Nanoseconds) -> Step {
    wasAbsent = true
    let isOff = isAutomatic == false
    guard time >= (isOff ? Self.patienceWhenOff : Self.patience) else { return .askAgain }
    return .end(isOff ? .switchedOff : .overdue(isAutomatic: isAutomatic, seconds: Int(time.seconds.rounded())))
  }
}

/// The settings with which a cluster creates topics by itself, as its brokers report them.
package struct AutomaticTopics: Sendable, Equatable {
  /// Nil where it may not be read.
  package var isOn: Bool?
  /// Nil where it may not be read, or is stated nowhere: then the controller decides by its own settings, which may be others.
  package var partitions: Int?

  package init(isOn: Bool? = nil, partitions: Int? = nil) {
    self.isOn = isOn
    self.partitions = partitions
  }

  init(_ settings: [String: ClientHandle.Setting]) {
    isOn = settings["auto.create.topics.enable"].flatMap { Bool($0.value) }
    partitions = settings["num.partitions"].flatMap { $0.isDefault ? nil : Int($0.value) }
  }

  /// The settings on which all of these brokers agree: any of them may be the one that creates a topic.
  static func agreed(_ brokers: [AutomaticTopics]) -> AutomaticTopics {
    guard var agreed = brokers.first else { return AutomaticTopics() }
    for broker in brokers.dropFirst() {
      if broker.isOn != agreed.isOn { agreed.isOn = nil }
      if broker.partitions != agreed.partitions { agreed.partitions = nil }
    }
    return agreed
  }
}

extension ClientHandle {
  /// The number of brokers that are asked: in a larger cluster some are enough.
  private static let mostBrokers = 4

  /// Nothing is known where a broker does not answer, or may not be asked.
  func automaticTopics(_ brokers: [ClusterMetadata.Broker]) -> AutomaticTopics {
    var all: [AutomaticTopics] = []
    for broker in brokers.sorted(by: { $0.id < $1.id }).prefix(Self.mostBrokers) {
      guard let settings = try? brokerSettings(broker.id, timeout: .seconds(1)) else { return AutomaticTopics() }
      all.append(AutomaticTopics(settings))
    }
    return .agreed(all)
  }
}
