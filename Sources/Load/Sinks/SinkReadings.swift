internal import Kafka
internal import Scenarios
internal import Verification

/// The sinks of a run: topics are read by a client for each reader's identity and isolation, commands are asked again and again. It begins
/// before the first send, and reads to the end once all is answered (`SinkEnding`).
final class SinkReadings {
  /// The way in which a sink is read.
  enum Place {
    /// By a reader, and its topic there.
    case topic(reader: Int, topic: Int)
    case command(SinkCommand)
    /// Made of others.
    case members
    /// Not at all: `mode: later`.
    case unread
  }

  /// The sinks and topics that a sink depends on.
  struct Surroundings {
    var clock: RunClock
    var stop: StopRequest
    var liveness: Liveness
    var limits: RunLimits
    var connection: ClusterConnection
    var commands: CommandPlace
    var log: ClientLog
    /// The client that asks for the settings of topics.
    var prober: ClientHandle
    /// True if a group of the scenario had no lag in its last sample since a time; nil where there is none since then.
    var hasCaughtUp: (_ group: Int, _ since: Nanoseconds) -> Bool?
  }

  let plan: SinkPlan
  let surroundings: Surroundings
  private(set) var places: [Place]
  private(set) var readers: [TopicSinks] = []
  private let starts = StageStarts()

  /// - Parameter topics: all of the scenario, with the offsets noted before the first send.
  init(_ plan: SinkPlan, topics: [PreparedTopic], _ surroundings: Surroundings) throws(KafkaError) {
    self.plan = plan
    self.surroundings = surroundings
    places = plan.sinks.map { _ in .unread }
    try makeReaders(topics)
    let (starts, stop) = (starts, surroundings.stop)
    for (index, sink) in plan.sinks.enumerated() where plan.isRead(index) {
      switch sink.source {
      case .topic: break
      case .anyOf: places[index] = .members
      case .command(let query):
        places[index] = .command(
          SinkCommand(
            query, in: surroundings.commands, tag: plan.tag, limit: sink.within, clock: surroundings.clock,
            mustFinish: stop.mustFinish
          ) {
            let intake = plan.intake(of: index)
            for (stage, start) in starts.all { intake.begin(stage: stage, at: start) }
            return intake
          })
      }
    }
  }

  private func makeReaders(_ topics: [PreparedTopic]) throws(KafkaError) {
    struct Key: Hashable {
      var identity: Int
      var isolation: Verify.Isolation
      var mode: Verify.Mode
    }
    var keys: [Key] = []
    var sinks: [[Int]] = []
    for (index, sink) in plan.sinks.enumerated() where plan.isRead(index) {
      guard case .topic = sink.source else { continue }
      let key = Key(identity: sink.reader, isolation: sink.isolation, mode: sink.mode)
      if let known = keys.firstIndex(of: key) {
        sinks[known].append(index)
      } else {
        keys.append(key)
        sinks.append([index])
      }
    }
    for (number, key) in keys.enumerated() {
      var sources: [SinkReader.Source] = []
      for index in sinks[number] {
        guard case .topic(let topic) = plan.sinks[index].source else { continue }
        let intake = plan.intake(of: index)
        if let known = sources.firstIndex(where: { $0.index == topic }) {
          sources[known].sinks.append(intake)
          places[index] = .topic(reader: number, topic: known)
        } else {
          sources.append(SinkReader.Source(index: topic, topic: topics[topic], sinks: [intake]))
          places[index] = .topic(reader: number, topic: sources.count - 1)
        }
      }
      let made: TopicSinks
      do throws(KafkaError) {
        made = try TopicSinks(
          sources, mode: key.mode, profile: surroundings.connection.profile(of: key.identity), key.isolation,
          surroundings)
      } catch {
        close()
        throw error
      }
      readers.append(made)
    }
  }

  // MARK: Beginning and ending

  /// Begins to read the topics that are read while the load runs, and returns once something was heard of each partition, or for as
  /// long as that may take.
  func begin() throws(LoadError) {
    for reader in readers where reader.mode == .tail { try reader.begin() }
    let clock = surroundings.clock
    let begun = clock.time
    while clock.time - begun < surroundings.limits.warmUp, !surroundings.stop.isStopped() {
      var isAwake = true
      for reader in readers where reader.mode == .tail {
        if let refusal = reader.refusal { throw refusal }
        isAwake = isAwake && reader.isAwake
      }
      if isAwake { return }
      pause(for: .milliseconds(2))
    }
  }

  /// `start` counts from the run's.
  func begin(stage: Int, at start: Nanoseconds) {
    starts.note(stage: stage, at: start)
    for reader in readers { reader.reader.begin(stage: stage, at: start) }
  }

  /// Ends everything, within the time of one question; nothing more is read.
  func close() {
    for reader in readers { reader.close() }
    for case .command(let command) in places { command.end() }
  }

  // MARK: What was read

  /// The intakes of a sink: its own, or those of the sinks that it is made of. None where nothing was read.
  func intakes(of sink: Int) -> [SinkIntake] { memberIntakes(of: sink).map(\.intake) }

  /// The same with the indices of the sinks that they are of. Of members with another kind of ids than the sink there are none.
  func memberIntakes(of sink: Int) -> [(member: Int, intake: SinkIntake)] {
    plan.members(of: sink).compactMap { member in
      guard plan.ids[member] == plan.ids[sink] else { return nil }
      let intake: SinkIntake? =
        switch places[member] {
        case .topic(let reader, let topic): readers[reader].intake(of: plan.sinks[member], inTopic: topic)
        case .command(let command): command.state.intake
        case .members, .unread: nil
        }
      return intake.map { (member, $0) }
    }
  }

  /// Has `body` look at all ledgers while nothing changes in them.
  func access<Result>(_ body: () -> Result) -> Result { access(readers[...], body) }

  private func access<Result>(_ rest: ArraySlice<TopicSinks>, _ body: () -> Result) -> Result {
    guard let first = rest.first else { return body() }
    return first.reader.access { access(rest.dropFirst(), body) }
  }
}
