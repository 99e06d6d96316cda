internal import Kafka
internal import Scenarios
internal import Verification

/// The topics that one client reads for sinks, the client that asks about them, and what their leaders answered.
final class TopicSinks {
  private static let patience = Duration.seconds(2)
  /// A topic whose reading is interrupted again and again is not read again more often than this.
  private static let rest = Nanoseconds.seconds(3)

  let mode: Verify.Mode
  let reader: SinkReader
  let topics: [PreparedTopic]
  private let sources: [SinkReader.Source]
  private let asker: ClientHandle
  private let watch: SinkWatch
  private let surroundings: SinkReadings.Surroundings
  private var ends: [TopicEnds]
  private var askedAt: Nanoseconds?
  private var readAgainAt: [Nanoseconds?]
  private var isClosed = false

  init(
    _ sources: [SinkReader.Source], mode: Verify.Mode, profile: ClientProfile, _ isolation: Verify.Isolation,
    _ surroundings: SinkReadings.Surroundings
  ) throws(KafkaError) {
    self.sources = sources
    self.mode = mode
    self.surroundings = surroundings
    topics = sources.map(\.topic)
    ends = topics.map { TopicEnds(partitions: $0.partitions) }
    readAgainAt = topics.map { _ in nil }
    let asker = try ClientHandle.prober(profile.prober)
    asker.endWaits(when: surroundings.stop.mustFinish)
    let reader: SinkReader
    do throws(KafkaError) {
      reader = try SinkReader(
        sources, settings: profile.reader(isolation), clock: surroundings.clock, liveness: surroundings.liveness,
        log: surroundings.log, mustFinish: surroundings.stop.mustFinish)
    } catch {
      asker.close()
      throw error
    }
    self.asker = asker
    self.reader = reader
    watch = SinkWatch(
      asker: asker, prober: surroundings.prober, topics: topics.map(\.name), liveness: surroundings.liveness,
      log: surroundings.log, note: { reader.note(topic: $0, $1) }, noteCompacted: { reader.noteCompacted(topic: $0) })
  }

  func intake(of sink: Sink, inTopic topic: Int) -> SinkIntake? {
    sources[topic].sinks.first { $0.sink.name == sink.name }
  }

  // MARK: Beginning and ending

  func begin() throws(LoadError) {
    do throws(KafkaError) {
      try reader.begin(beginnings: mode == .after ? topics.indices.map(beginnings) : [])
    } catch { throw .readerFailed(error) }
  }

  /// The permission that the reader turned out to lack.
  var refusal: LoadError? {
    for (index, topic) in topics.enumerated() {
      if case .fetchFailed(let error)? = reader.state(ofTopic: index).interruption, error.kind == .authorization {
        return .readingRefused(topic: topic.name, error)
      }
    }
    return nil
  }

  var isAwake: Bool { topics.indices.allSatisfy { reader.state(ofTopic: $0).isAwake } }

  func close() {
    guard !isClosed else { return }
    isClosed = true
    watch.end()
    reader.end()
    asker.close()
  }

  // MARK: Asking

  private func partitions(_ topic: Int, _ count: Int) -> [TopicPartition] {
    (0..<count).map { TopicPartition(topic: topics[topic].name, partition: Int32($0)) }
  }

  /// Where each partition of a topic begins by now; nil where its leader does not answer.
  private func beginnings(of topic: Int) -> [Int64?] {
    let leaders = reader.state(ofTopic: topic).leaders
    return LeaderQuestions.ask(
      .beginning, of: partitions(topic, leaders.count), leaders: leaders, on: asker, timeout: Self.patience
    ).map { try? $0.get() }
  }

  /// Asks for the ends of these topics, at most once a second.
  func askWhereDue(_ wanted: Set<Int>) {
    guard !wanted.isEmpty, askedAt.map({ surroundings.clock.time - $0 >= TopicEnds.agreement }) ?? true else { return }
    for topic in wanted.sorted() {
      let leaders = reader.state(ofTopic: topic).leaders
      ends[topic].grow(to: leaders.count)
      let answers = LeaderQuestions.ask(
        .end, of: partitions(topic, leaders.count), leaders: leaders, on: asker, timeout: Self.patience)
      let now = surroundings.clock.time
      for (partition, answer) in answers.enumerated() {
        ends[topic].note(try? answer.get(), of: partition, leader: leaders[partition], at: now)
      }
    }
    // From the answers on: the next ones are then at least so much younger.
    askedAt = surroundings.clock.time
  }

  /// Reads a topic once more as a whole, where its reading was interrupted; true where it does.
  func readAgainWhereInterrupted(_ topic: Int) -> Bool {
    guard let interruption = reader.state(ofTopic: topic).interruption, !interruption.isRefusal else { return false }
    let now = surroundings.clock.time
    guard readAgainAt[topic].map({ now - $0 >= Self.rest }) ?? true else { return false }
    readAgainAt[topic] = now
    let state = reader.state(ofTopic: topic)
    guard state.leaders.allSatisfy({ $0 >= 0 }) else { return false }
    ends[topic] = TopicEnds(partitions: state.leaders.count)
    _ = reader.beginAgain(topic: topic, beginnings: beginnings(of: topic))
    return true
  }

  // MARK: State

  /// The state of a topic's reading.
  func reading(ofTopic topic: Int) -> (reading: SinkWaiting.Reading, state: SinkReader.State) {
    let state = reader.state(ofTopic: topic)
    let isInSync = state.inSync.allSatisfy { $0 >= topics[topic].minimumInSync }
    return (
      .topic(
        agreedFor: ends[topic].agreedFor(at: surroundings.clock.time), heardAt: ends[topic].heardAt,
        isAtEnd: ends[topic].isReached(by: state.positions), isInSync: isInSync), state
    )
  }

  /// The end of a topic's sink: what is absent may have been there, where records could have gone.
  func end(_ end: SinkEnd, ofTopic topic: Int) -> SinkEnd {
    guard end == .proven else { return end }
    let prepared = topics[topic]
    var compaction = prepared.compaction
    if !surroundings.stop.mustFinish(), !surroundings.liveness.isLost {
      compaction.note(surroundings.prober.settings(of: prepared.name))
    }
    let state = reader.state(ofTopic: topic)
    if state.wasCompacted { compaction.noteCompacted() }
    switch compaction.compaction {
    case .yes: return .absentUnseen(because: "its topic is compacted")
    case .unknown: return .absentUnseen(because: "the cleanup.policy of its topic could not be read")
    case .no: break
    }
    let beginnings = beginnings(of: topic)
    let hasMoved = zip(beginnings, prepared.noted).contains { ($0 ?? .max) > $1 }
    let hasLost = beginnings.dropFirst(prepared.noted.count).contains { ($0 ?? .max) > 0 }
    guard state.lostBeginning || hasMoved || hasLost else { return end }
    return .absentUnseen(because: "its topic may have lost records that were read or were to be read: it begins later")
  }
}

extension Interruption {
  /// A permission is missing: reading once more changes nothing.
  var isRefusal: Bool {
    switch self {
    case .fetchFailed(let error): error.kind == .authorization
    case .leaderChanged, .connectionLost, .outOfRange, .damaged: false
    }
  }
}
