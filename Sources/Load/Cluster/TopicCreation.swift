internal import Kafka
internal import Scenarios

/// The topics that a run created, and what is to be reported of those that it created or deleted. It is kept where the preparation
/// fails or is ended in the middle: what is half done is named.
struct TopicRecord {
  /// Indices of topics.
  var created: Set<Int> = []
  var notes: [RunNote] = []
}

/// Creates topics, and deletes those first that `create: always` asks for.
struct TopicCreation {
  let connection: ClusterConnection
  let scenario: Scenario
  let prober: ClientHandle
  let stop: StopRequest

  private static let answerPatience = Duration.seconds(4)
  private static let gonePatience = Nanoseconds.seconds(10)
  private static let attempts = 3

  /// Creates the topic. False where it is there already: another client was first, or the answer to a first request was lost.
  func create(_ index: Int, _ record: inout TopicRecord) throws(KafkaError) -> Bool {
    let topic = scenario.topics[index]
    do { try request(topic) } catch {
      guard error.kind == .timeout || error.kind == .transport else { return try isThere(error) }
      guard !stop.isStopped() else {
        record.notes.append(.creationUnanswered(topic: topic.name))
        throw error
      }
      do { try request(topic) } catch {
        if error.isTopicExists || error.kind == .timeout { record.notes.append(.creationUnanswered(topic: topic.name)) }
        return try isThere(error)
      }
    }
    record.created.insert(index)
    if topic.deletion == .never { record.notes.append(.created(topic: topic.name)) }
    return true
  }

  private func isThere(_ error: KafkaError) throws(KafkaError) -> Bool {
    guard error.isTopicExists else { throw error }
    return false
  }

  private func request(_ topic: Topic) throws(KafkaError) {
    try prober.createTopic(
      topic.name, partitions: topic.partitions ?? 1, replication: topic.replication,
      settings: topic.settings.map { ($0.name, $0.value) }, timeout: Self.answerPatience)
  }

  /// Has a broker create the topic, as `auto.create.topics.enable` allows it: a producer's question for it is what makes it do so. False where
  /// another client was first.
  func createByBroker(
    _ index: Int, _ automatic: AutomaticTopics, _ record: inout TopicRecord
  ) throws(LoadError) -> Bool {
    let topic = scenario.topics[index]
    let asker: ClientHandle
    do { asker = try ClientHandle.askingAsProducer(connection.profile.producer) } catch { throw .settings(error) }
    asker.endWaits(when: stop.isStopped)
    defer { asker.close() }
    var creation = BrokerCreation()
    var clock: RunClock?
    var interval = Duration.milliseconds(10)
    while true {
      let answer: ClusterMetadata
      do { answer = try asker.metadata(.topic(topic.name), timeout: .seconds(2)) } catch {
        throw stop.reason.map(LoadError.stopped) ?? .topicNotCreated(topic: index, error)
      }
      let since = clock ?? RunClock()
      clock = since
      switch creation.note(answer.topic(topic.name), isAutomatic: automatic.isOn, at: since.time) {
      case .exists(let isOwn):
        guard isOwn else { return false }
        record.created.insert(index)
        if topic.deletion == .never { record.notes.append(.created(topic: topic.name)) }
        return true
      case .end(let refusal):
        if refusal.mayComeLater { record.notes.append(.creationUnanswered(topic: topic.name)) }
        throw .topicNotMade(topic: index, refusal)
      case .askAgain: break
      }
      if let reason = stop.reason { throw .stopped(reason) }
      pause(for: interval, unless: stop.isStopped)
      interval = min(interval * 2, .milliseconds(100))
    }
  }

  /// Deletes the topic, waits until no broker has it, and creates it. A client that writes to it meanwhile may have it created by
  /// the cluster: then it is deleted again.
  func recreate(_ index: Int, _ record: inout TopicRecord) throws(LoadError) {
    let name = scenario.topics[index].name
    for attempt in 1...Self.attempts {
      try delete(index, &record)
      if attempt == 1 { record.notes.append(.deletedFirst(topic: name)) }
      do throws(LoadError) {
        try waitUntilGone(index)
        if let reason = stop.reason { throw .stopped(reason) }
      } catch {
        record.notes.append(.notCreatedAgain(topic: name))
        throw error
      }
      do { if try create(index, &record) { return } } catch {
        if !record.notes.contains(.creationUnanswered(topic: name)) {
          record.notes.append(.notCreatedAgain(topic: name))
        }
        throw refusal(of: index, error)
      }
    }
    throw .topicMadeAgain(topic: index)
  }

  /// Deletes the topic, and waits until no broker has it.
  func remove(_ index: Int) throws(LoadError) {
    var record = TopicRecord()
    try delete(index, &record)
    try waitUntilGone(index)
  }

  private func delete(_ index: Int, _ record: inout TopicRecord) throws(LoadError) {
    let name = scenario.topics[index].name
    for isLast in [false, true] {
      do {
        try prober.deleteTopic(name, timeout: Self.answerPatience)
        return
      } catch {
        // Gone already, perhaps by a first request whose answer was lost.
        if error.kind == .unknownTopic { return }
        let isUnanswered = error.kind == .timeout || error.kind == .transport
        if !isLast, isUnanswered, !stop.isStopped() { continue }
        if isUnanswered { record.notes.append(.deletionUnanswered(topic: name)) }
        throw stop.reason.map(LoadError.stopped) ?? .topicNotDeleted(topic: index, error)
      }
    }
  }

  /// Each broker learns of a deletion by itself, and one that has not yet could give a producer the old topic.
  private func waitUntilGone(_ index: Int) throws(LoadError) {
    let name = scenario.topics[index].name
    let brokers: [ClusterMetadata.Broker]
    do { brokers = try prober.metadata(.brokersOnly, timeout: Self.answerPatience).brokers } catch {
      throw .topicNotDeleted(topic: index, error)
    }
    let clock = RunClock()
    for broker in brokers {
      // A new client asks at the only address that it knows.
      let asker: ClientHandle
      do { asker = try ClientHandle.prober(connection.profile.at(broker.address).prober) } catch {
        throw .settings(error)
      }
      asker.endWaits(when: stop.isStopped)
      defer { asker.close() }
      while true {
        if let reason = stop.reason { throw .stopped(reason) }
        if let answer = try? asker.metadata(.topic(name), timeout: .seconds(2)) {
          guard let topic = answer.topic(name), topic.error?.kind != .unknownTopic else { break }
        }
        guard clock.time < Self.gonePatience else {
          throw .topicNotGone(topic: index, broker: broker.address, seconds: Int(Self.gonePatience.seconds))
        }
        pause(for: .milliseconds(50), unless: stop.isStopped)
      }
    }
  }

  /// The fault of a creation that the cluster refused.
  func refusal(of index: Int, _ error: KafkaError) -> LoadError {
    guard error.isInvalidSetting else { return .topicNotCreated(topic: index, error) }
    return .settingRefused(topic: index, setting: scenario.topics[index].setting(namedIn: error.text), error)
  }

  // MARK: A topic that exists

  /// Notes what the topic has other than the scenario asks for; it is left as it is.
  func compare(_ index: Int, _ record: inout TopicRecord) {
    let topic = scenario.topics[index]
    if topic.deletion != .never { record.notes.append(.notOwnTopic(topic: topic.name)) }
    guard !topic.settings.isEmpty else { return }
    do {
      let actual = try prober.topicSettings(topic.name, timeout: Self.answerPatience)
      let differences = topic.differences(from: actual)
      if !differences.isEmpty { record.notes.append(.settingsDiffer(topic: topic.name, differences)) }
    } catch {
      record.notes.append(.settingsNotCompared(topic: topic.name, error))
    }
  }
}

extension Topic {
  /// The setting that a text of the cluster is about: the one with the longest name in it.
  func setting(namedIn text: String) -> Int? {
    settings.indices.filter { text.contains(settings[$0].name) }.max {
      settings[$0].name.utf8.count < settings[$1].name.utf8.count
    }
  }

  /// The settings that are not as the scenario asks for.
  func differences(from actual: [String: String]) -> [SettingDifference] {
    settings.filter { actual[$0.name] != $0.value }.map {
      SettingDifference(name: $0.name, asked: $0.value, actual: actual[$0.name])
    }
  }
}
