package import Kafka
package import Scenarios

/// A cluster's answers about itself and a scenario's topics, with the errors that would keep a run from beginning.
package struct ClusterInspection: Sendable {
  package enum TopicState: Sendable, Equatable {
    case present(partitions: Int, replication: Int)
    /// It is not there, and the cluster says that a run can create it.
    case missing
    /// It is not there, and is left to the cluster, which has these settings.
    case leftToCluster(AutomaticTopics)
    /// No stage sends to it, and it was not asked about.
    case unused
    /// It is not known; the reason is among the errors.
    case unknown
  }

  package var brokers: [ClusterMetadata.Broker] = []
  package var clusterID: String?
  /// The answers that the scenario's identities got, in its order; empty where no broker answered.
  package var admissions: [Admission] = []
  /// The topics' states, in the order of the scenario.
  package var topics: [TopicState]
  /// The greatest batch that each topic takes, in bytes; nil where that is not known.
  package var maxMessageBytes: [Int?]
  package var errors: [LoadError] = []
  package var notes: [RunNote] = []

  /// After this time no further topic is asked about; each question has its own limit below that.
  private static let patience = Nanoseconds.seconds(20)

  /// Asks, and creates nothing. Every wait has a limit, whatever the cluster does.
  package init(_ scenario: Scenario, on connection: ClusterConnection, log: @escaping ClientLog = { _, _ in }) {
    topics = scenario.topics.indices.map { index in
      scenario.usesTopic(index) ? .unknown : .unused
    }
    maxMessageBytes = topics.map { _ in nil }
    do throws(LoadError) {
      let prober: ClientHandle
      do { prober = try ClientHandle.prober(connection.profile.prober) } catch { throw .settings(error) }
      defer { prober.close() }
      let asker = try connection.asker(for: scenario, beside: prober)
      defer { if asker !== prober { asker.close() } }
      let preparation = TopicPreparation(
        connection: connection, scenario: scenario, selected: Array(scenario.stages.indices), prober: prober,
        asker: asker, stop: StopRequest(), log: log)
      brokers = try preparation.reach()
      clusterID = prober.clusterID(timeout: .seconds(2))
      let signedIn = Admissions(
        connection: connection, scenario: scenario, selected: Array(scenario.stages.indices), stop: StopRequest(),
        log: log
      ).each(prober)
      admissions = signedIn.admissions
      errors += signedIn.errors
      notes += connection.notesOnAccess(scenario, admissions)
      // Offsets are asked for by the reader, which is not signed in then.
      if let reader = scenario.verify.reader, admissions[reader] == .unused { return }
      inspect(preparation)
    } catch {
      errors.append(error)
    }
  }

  private mutating func inspect(_ preparation: TopicPreparation) {
    let clock = RunClock()
    for index in topics.indices where topics[index] == .unknown {
      do throws(LoadError) {
        topics[index] = try state(of: index, preparation)
        errors += partitionsBeyond(topic: index, preparation.scenario)
      } catch {
        errors.append(error)
        // A cluster that has stopped answering would take as long for each of the others.
        if error.isSilence || clock.time > Self.patience { return }
      }
    }
  }

  private mutating func state(of index: Int, _ preparation: TopicPreparation) throws(LoadError) -> TopicState {
    let topic = preparation.scenario.topics[index]
    let isEmbedded = preparation.connection.embedded != nil
    // The mock creates any topic that is asked for by name.
    let metadata = try preparation.metadata(isEmbedded ? .allTopics : .topic(topic.name), topic: index)
    switch TopicLookup(metadata.topic(topic.name), topic.create) {
    case .exists:
      var record = TopicRecord()
      TopicCreation(
        connection: preparation.connection, scenario: preparation.scenario, prober: preparation.prober,
        stop: preparation.stop
      ).compare(index, &record)
      notes += record.notes
    case .recreate:
      notes.append(.wouldBeDeleted(topic: topic.name))
      let partitions = metadata.topic(topic.name)?.partitions ?? []
      return .present(partitions: topic.partitions ?? 1, replication: partitions.map(\.replicas).max() ?? 1)
    case .missing: throw .topicMissing(topic: index)
    case .refused(let error): throw .topicRefused(topic: index, error)
    case .createByBroker:
      let automatic =
        isEmbedded
        ? AutomaticTopics(isOn: true, partitions: topic.partitions ?? 1) : preparation.prober.automaticTopics(brokers)
      if automatic.isOn == false { throw .topicNotMade(topic: index, .switchedOff) }
      if let stated = topic.partitions, let actual = automatic.partitions, stated != actual {
        throw .partitionCount(topic: index, stated: stated, actual: actual)
      }
      return .leftToCluster(automatic)
    case .create:
      if !isEmbedded { try validateCreation(index, topic, preparation) }
      return .missing
    }
    let led = try preparation.whenLed(index)
    var prepared = preparation.describe(led)
    // It concerns what is read back.
    if preparation.scenario.verify.unread == nil { notes += prepared.compaction.notes(topic: prepared.name) }
    maxMessageBytes[index] = prepared.maxMessageBytes
    // A leader that does not answer is where advertised addresses are wrong.
    prepared.noted = try preparation.noteEnds(prepared, brokers)
    return .present(partitions: prepared.partitions, replication: prepared.replication)
  }

  /// Asks the cluster whether it would create the topic; it is not created.
  private func validateCreation(_ index: Int, _ topic: Topic, _ preparation: TopicPreparation) throws(LoadError) {
    do {
      try preparation.prober.createTopic(
        topic.name, partitions: topic.partitions ?? 1, replication: topic.replication,
        settings: topic.settings.map { ($0.name, $0.value) }, timeout: .seconds(5), onlyValidate: true)
    } catch {
      if !error.isTopicExists { throw preparation.notCreated(index, error) }
    }
  }

  /// Stages that send to a partition which the topic does not have, or will not have when it is created.
  private func partitionsBeyond(topic: Int, _ scenario: Scenario) -> [LoadError] {
    let actual: Int
    switch topics[topic] {
    case .present(let partitions, _): actual = partitions
    case .missing: actual = scenario.topics[topic].partitions ?? 1
    case .leftToCluster(let automatic):
      guard let partitions = automatic.partitions else { return [] }
      actual = partitions
    case .unused, .unknown: return []
    }
    return scenario.stages.indices.compactMap { index in
      scenario.stages[index].topic == topic ? scenario.partitionBeyond(stage: index, actual: actual) : nil
    }
  }
}

extension LoadError {
  /// No broker answers: the result would be the same for every other topic.
  fileprivate var isSilence: Bool {
    switch self {
    case .unreachable, .leaderUnreachable, .brokersUnreachable: true
    case .topicRefused(_, let error), .topicNotCreated(_, let error):
      error.kind == .timeout || error.kind == .transport
    default: false
    }
  }
}
