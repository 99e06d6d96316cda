internal import Kafka
internal import Scenarios
internal import Verification

/// Reaches the cluster, finds or makes the topics, and notes where each partition ends: all of it before anything is sent,
/// all of it within a deadline. Nothing here produces, since only a consumer asks about a topic without creating it.
struct TopicPreparation {
  let connection: ClusterConnection
  let scenario: Scenario
  /// Indices of the stages to run: topics that none of them sends to are left alone.
  let selected: [Int]
  /// The client of the cluster's identity, which asks about topics and creates them.
  let prober: ClientHandle
  /// The client of the reader's identity, which asks for offsets.
  let asker: ClientHandle
  let stop: StopRequest
  let log: ClientLog
  /// `--allow-delete`: topics that exist may be deleted.
  var allowsDeletion = false

  /// The limits from the start of each step, together below the 10 s within which a user hears of a mistake.
  private static let leaderPatience = Nanoseconds.seconds(8)
  private static let endsPatience = Nanoseconds.seconds(5)
  private static let answerPatience = Duration.seconds(4)

  private var creation: TopicCreation {
    TopicCreation(connection: connection, scenario: scenario, prober: prober, stop: stop)
  }

  /// `record` has what was done to topics also where this throws.
  func prepare(_ record: inout TopicRecord) throws(LoadError) -> PreparedCluster {
    let brokers = try reach()
    let admissions = try Admissions(
      connection: connection, scenario: scenario, selected: selected, stop: stop, log: log
    ).all(prober)
    var notes = connection.notesOnAccess(scenario, admissions)
    var topics: [PreparedTopic] = []
    try refuseDeletions()
    for index in scenario.topics.indices {
      guard scenario.usesTopic(index, in: selected) else {
        topics.append(.unused(scenario.topics[index].name))
        continue
      }
      let topic = try connection.embedded == nil ? find(index, brokers, &record) : findEmbedded(index, &record)
      topics.append(topic.map(describe) ?? .unused(scenario.topics[index].name))
    }
    for index in selected {
      guard let topic = scenario.stages[index].topic, topics[topic].partitions > 0 else { continue }
      let actual = topics[topic].partitions
      if let fault = scenario.partitionBeyond(stage: index, actual: actual) { throw fault }
    }
    for index in topics.indices { topics[index].noted = try noteEnds(topics[index], brokers) }
    notes += topics.compactMap(connection.profile.noteOnBatches)
    if scenario.verify.isolation == .readUncommitted, scenario.verify.unread == nil { notes.append(.readsUncommitted) }
    if !connection.profile.isIdempotent { notes.append(.idempotenceOff(acks: connection.profile.acks)) }
    let sent = topics.indices.map { index in
      scenario.isSentTo(index, in: selected) ? topics[index] : .unused(scenario.topics[index].name)
    }
    return PreparedCluster(
      brokerCount: brokers.count, topics: sent, watched: topics, notes: notes, admissions: admissions)
  }

  // MARK: Reaching

  func reach() throws(LoadError) -> [ClusterMetadata.Broker] {
    try SignIn(
      handle: prober, identity: scenario.cluster.identity, connection: connection, stop: stop, log: log
    ).brokers()
  }

  /// The errors that the prober reported since it was last asked for them.
  private func reportedErrors() -> [KafkaError] { prober.reportedErrors(log) }

  // MARK: Topics

  /// Before anything is created, deleted or sent: topics that exist are deleted only where that is allowed.
  private func refuseDeletions() throws(LoadError) {
    guard !allowsDeletion, connection.embedded == nil else { return }
    for index in scenario.topics.indices where scenario.topics[index].create == .always {
      guard scenario.usesTopic(index, in: selected) else { continue }
      let name = scenario.topics[index].name
      if case .recreate = TopicLookup(try metadata(.topic(name), topic: index).topic(name), .always) {
        throw .deletionNotAllowed(topic: index)
      }
    }
  }

  private func findEmbedded(_ index: Int, _ record: inout TopicRecord) throws(LoadError) -> ClusterMetadata.Topic {
    let topic = scenario.topics[index]
    if !topic.settings.isEmpty { record.notes.append(.settingsOnEmbedded(topic: topic.name)) }
    // The mock creates any topic that is asked for by name, so all are listed instead.
    switch TopicLookup(try metadata(.allTopics, topic: index).topic(topic.name), topic.create) {
    // A fresh one has none: a test made it.
    case .exists, .recreate: break
    case .missing: throw .topicMissing(topic: index)
    case .refused(let error): throw .topicRefused(topic: index, error)
    case .create, .createByBroker:
      do { try connection.embedded?.createTopic(topic.name, partitions: topic.partitions ?? 1) } catch {
        throw .topicNotCreated(topic: index, error)
      }
    }
    return try whenLed(index)
  }

  /// The topic; nil where it is not there, and that is expected.
  private func find(
    _ index: Int, _ brokers: [ClusterMetadata.Broker], _ record: inout TopicRecord
  ) throws(LoadError) -> ClusterMetadata.Topic? {
    let topic = scenario.topics[index]
    switch TopicLookup(try metadata(.topic(topic.name), topic: index).topic(topic.name), topic.create) {
    case .exists: creation.compare(index, &record)
    case .recreate: try creation.recreate(index, &record)
    case .missing:
      if isExpectedMissing(index) { return nil }
      throw .topicMissing(topic: index)
    case .refused(let error): throw .topicRefused(topic: index, error)
    case .create:
      let isCreated: Bool
      do { isCreated = try creation.create(index, &record) } catch { throw notCreated(index, error) }
      // Another run may have been a moment earlier.
      if !isCreated {
        if topic.create == .always {
          guard allowsDeletion else { throw .deletionNotAllowed(topic: index) }
          try creation.recreate(index, &record)
        } else {
          creation.compare(index, &record)
        }
      }
    case .createByBroker where isExpectedMissing(index): return nil
    case .createByBroker:
      let automatic = prober.automaticTopics(brokers)
      // Before the cluster creates a topic that the stage cannot send to.
      if automatic.isOn == true, let actual = automatic.partitions {
        for stage in selected where scenario.stages[stage].topic == index {
          if let fault = scenario.partitionBeyond(stage: stage, actual: actual) { throw fault }
        }
      }
      if try !creation.createByBroker(index, automatic, &record) { creation.compare(index, &record) }
    }
    return try whenLed(index)
  }

  /// True where every stage that sends to the topic expects that the cluster does not know it.
  private func isExpectedMissing(_ topic: Int) -> Bool {
    let senders = selected.filter { scenario.stages[$0].topic == topic }
    return !senders.isEmpty && senders.allSatisfy { scenario.expectedRefusal(ofStage: $0) == .unknownTopic }
  }

  /// The bootstrap address has answered by now: a controller that does not is one that is not where it says it is.
  func notCreated(_ index: Int, _ error: KafkaError) -> LoadError {
    guard error.kind == .timeout || error.kind == .transport,
      let brokers = try? prober.metadata(.brokersOnly, timeout: .seconds(1)).brokers
    else { return creation.refusal(of: index, error) }
    let addresses = brokers.map(\.address)
    guard let last = reportedErrors().last(naming: addresses) else { return .topicNotCreated(topic: index, error) }
    return .brokersUnreachable(bootstrap: connection.profile.bootstrap, addresses: addresses, last: last)
  }

  func metadata(_ scope: ClientHandle.MetadataScope, topic: Int) throws(LoadError) -> ClusterMetadata {
    do {
      return try askedAgain { () throws(KafkaError) in try prober.metadata(scope, timeout: Self.answerPatience) }
    } catch {
      if let reason = stop.reason { throw .stopped(reason) }
      guard error.kind == .timeout || error.kind == .transport else { throw .topicRefused(topic: topic, error) }
      throw .unreachable(
        identity: scenario.cluster.identity, addresses: connection.profile.bootstrap, last: error,
        seconds: Int(2 * Self.answerPatience.components.seconds))
    }
  }

  /// The answer to a question that is put again if none comes: that is no refusal, and it may be this process that was stopped.
  private func askedAgain<Reply>(_ ask: () throws(KafkaError) -> Reply) throws(KafkaError) -> Reply {
    do { return try ask() } catch {
      guard error.kind == .timeout || error.kind == .transport, !stop.isStopped() else { throw error }
    }
    return try ask()
  }

  /// Waits until every partition of the topic has a leader, as a topic made just now has not at once.
  func whenLed(_ index: Int) throws(LoadError) -> ClusterMetadata.Topic {
    let name = scenario.topics[index].name
    let clock = RunClock()
    // A new topic has its leaders within milliseconds where the brokers have nothing else to do.
    var interval = Duration.milliseconds(5)
    var leaderless: Int32 = 0
    while clock.time < Self.leaderPatience {
      if let reason = stop.reason { throw .stopped(reason) }
      let topic = try metadata(.topic(name), topic: index).topic(name)
      switch TopicReadiness(topic, stated: scenario.topics[index].partitions) {
      case .ready(let topic): return topic
      case .unknown: break
      case .leaderless(let partition): leaderless = partition
      case .otherPartitionCount(let stated, let actual):
        throw .partitionCount(topic: index, stated: stated, actual: actual)
      }
      pause(for: interval, unless: stop.isStopped)
      interval = min(interval * 2, .milliseconds(50))
    }
    throw .noLeader(
      partition: TopicPartition(topic: name, partition: leaderless), seconds: Int(Self.leaderPatience.seconds))
  }

  func describe(_ topic: ClusterMetadata.Topic) -> PreparedTopic {
    let answer =
      connection.embedded == nil ? prober.settings(of: topic.name) : .settings(TopicSettings([:]))
    var prepared = PreparedTopic(
      name: topic.name, partitions: topic.partitions.count,
      replication: topic.partitions.map(\.replicas).max() ?? 1, noted: [], leaders: topic.partitions.map(\.leader),
      compaction: CompactionAnswers(answer), minimumInSync: 1)
    if case .settings(let settings) = answer {
      prepared.minimumInSync = settings.minimumInSync
      prepared.maxMessageBytes = settings.maxMessageBytes
    }
    return prepared
  }

  // MARK: Noting the ends

  /// A leader that was elected a moment ago refuses for some milliseconds still, so refusals are asked again. Where nothing is read
  /// there are no offsets, and the question shows only that every leader is reached: who may not ask it may write all the same.
  func noteEnds(_ topic: PreparedTopic, _ brokers: [ClusterMetadata.Broker]) throws(LoadError) -> [Int64] {
    let partitions = topic.leaders.indices.map { TopicPartition(topic: topic.name, partition: Int32($0)) }
    var answers = [Result<Int64, KafkaError>](repeating: .failure(.timedOut), count: partitions.count)
    let clock = RunClock()
    while true {
      let open = answers.indices.filter { !isEnough(answers[$0]) }
      let left = Self.endsPatience - clock.time
      guard !open.isEmpty, left > .zero else { break }
      if let reason = stop.reason { throw .stopped(reason) }
      let again = LeaderQuestions.ask(
        .end, of: open.map { partitions[$0] }, leaders: open.map { topic.leaders[$0] }, on: asker,
        timeout: .nanoseconds(max(left, .milliseconds(1)).count))
      for (index, answer) in zip(open, again) { answers[index] = answer }
      guard !answers.allSatisfy(isEnough) else { break }
      pause(for: .milliseconds(20), unless: stop.isStopped)
    }
    var offsets: [Int64] = []
    for (index, answer) in answers.enumerated() {
      switch answer {
      case .success(let offset): offsets.append(offset)
      case .failure where isEnough(answer): continue
      case .failure(let error):
        if error.kind == .authorization { throw .readingRefused(topic: topic.name, error) }
        throw unreachable(leader: topic.leaders[index], of: partitions[index], brokers, error)
      }
    }
    return scenario.verify.unread == .later ? [] : offsets
  }

  /// True for an offset; and where nothing is read, for a leader that does not say it. A reader that must be refused needs offsets: it
  /// is tried at them.
  private func isEnough(_ answer: Result<Int64, KafkaError>) -> Bool {
    switch answer {
    case .success: true
    case .failure(let error): scenario.verify.unread == .later && error.kind == .authorization
    }
  }

  private func unreachable(
    leader: Int32, of partition: TopicPartition, _ brokers: [ClusterMetadata.Broker], _ error: KafkaError
  ) -> LoadError {
    let address = brokers.first { $0.id == leader }?.address
    let said = reportedErrors().filter { !$0.isAllBrokersDown }
    let last = (address.map { said.last(naming: [$0]) } ?? said.last) ?? error
    return .leaderUnreachable(
      bootstrap: connection.profile.bootstrap, partition: partition, leader: leader, address: address, last: last)
  }
}
