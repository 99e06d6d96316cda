internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Verification

/// Reads the topics of sinks with one client, from the offsets noted before the first send; a topic that several sinks have is read
/// once. It joins no group and commits nothing. Everything happens on one serial queue.
///
/// `@unchecked Sendable`: everything mutable is touched on `queue` alone.
final class SinkReader: @unchecked Sendable {
  private static let idleTick = 1_000_000
  private static let tickLimit = Nanoseconds.milliseconds(5)

  /// A topic, and the sinks that are in it.
  struct Source {
    /// Index in the scenario.
    var index: Int
    var topic: PreparedTopic
    var sinks: [SinkIntake]
  }

  private struct Partition {
    /// The greater of the last record's offset + 1 and the client's end of the partition.
    var position: Int64
    /// Reading begins here.
    var noted: Int64
    var leader: Int32
    var inSync: Int
    /// Something was heard of it, if only its end: only a connection in use can break.
    var isAwake = false
    /// The client fetches no more of it.
    var isAbandoned = false
    var isIgnored = false
  }

  private struct Topic {
    let source: Source
    var partitions: [Partition]
    var interruption: Interruption?
    /// Records lay before where reading began.
    var lostBeginning = false
    var readings = 0
    /// The last time at which anything was read.
    var movedAt = Nanoseconds.zero
    var wasCompacted = false
    var needsHeaders: Bool { source.sinks.contains { $0.sink.identity == .header } }
  }

  let queue = DispatchQueue(label: "rehearse.sinks", qos: .userInitiated)
  private let clock: RunClock
  private let liveness: Liveness
  private let log: ClientLog
  private let consumer: Consumer
  private var topics: [Topic]
  private var hasBegun = false
  private var hasEnded = false
  private var damaged = DamagedPartitions()

  /// `settings` are those of its client.
  init(
    _ sources: [Source], settings: ClientSettings, clock: RunClock, liveness: Liveness, log: @escaping ClientLog,
    mustFinish: @escaping @Sendable () -> Bool
  ) throws(KafkaError) {
    self.clock = clock
    self.liveness = liveness
    self.log = log
    consumer = try Consumer(settings)
    consumer.handle.endWaits(when: mustFinish)
    topics = sources.map { source in
      Topic(
        source: source,
        partitions: source.topic.noted.enumerated().map { index, noted in
          Partition(
            position: noted, noted: noted, leader: source.topic.leaders[index], inSync: source.topic.replication)
        })
    }
  }

  // MARK: Beginning and ending

  /// Reads every partition from its noted offset on, or from where it begins by now if that is behind it. `beginnings` are by topic and
  /// partition; nil where they are not known.
  func begin(beginnings: [[Int64?]] = []) throws(KafkaError) {
    let result = queue.sync { () -> Result<Void, KafkaError> in
      for (topic, offsets) in beginnings.enumerated() {
        for (partition, offset) in offsets.enumerated() { moveBeginning(topic, partition, to: offset) }
      }
      for topic in topics.indices { topics[topic].readings += 1 }
      hasBegun = true
      return assign()
    }
    try result.get()
    tick(after: 0)
  }

  /// Reads a topic once more as a whole, into the emptied ledgers of its sinks: that reading decides.
  func beginAgain(topic: Int, beginnings: [Int64?]) -> KafkaError? {
    queue.sync {
      for intake in topics[topic].source.sinks { intake.beginAnew() }
      topics[topic].interruption = nil
      topics[topic].readings += 1
      topics[topic].movedAt = clock.time
      for partition in topics[topic].partitions.indices {
        topics[topic].partitions[partition].isAwake = false
        topics[topic].partitions[partition].isAbandoned = false
        topics[topic].partitions[partition].isIgnored = false
        topics[topic].partitions[partition].position = topics[topic].partitions[partition].noted
      }
      for (partition, offset) in beginnings.enumerated() { moveBeginning(topic, partition, to: offset) }
      if case .failure(let error) = assign() { return error }
      return nil
    }
  }

  private func moveBeginning(_ topic: Int, _ partition: Int, to offset: Int64?) {
    guard let offset, topics[topic].partitions.indices.contains(partition),
      offset > topics[topic].partitions[partition].position
    else { return }
    topics[topic].partitions[partition].position = offset
    if offset > topics[topic].partitions[partition].noted { topics[topic].lostBeginning = true }
  }

  /// Has the client go on behind the last record of each partition.
  private func assign() -> Result<Void, KafkaError> {
    var all: [(partition: TopicPartition, offset: Int64)] = []
    for topic in topics {
      for (number, partition) in topic.partitions.enumerated() where !partition.isAbandoned {
        all.append(
          (TopicPartition(topic: topic.source.topic.name, partition: Int32(number)), partition.position))
      }
    }
    damaged = DamagedPartitions()
    do throws(KafkaError) { try consumer.assign(all, topics: topics.map(\.source.topic.name)) } catch {
      return .failure(error)
    }
    return .success(())
  }

  /// Ends the client; nothing more is read.
  func end() {
    queue.sync { hasEnded = true }
    consumer.handle.close()
  }

  // MARK: From the watch and the time line

  /// `start` counts from the run's.
  func begin(stage: Int, at start: Nanoseconds) {
    queue.async { @Sendable [self] in
      for topic in topics { for intake in topic.source.sinks { intake.begin(stage: stage, at: start) } }
    }
  }

  /// Takes in what metadata says of a topic: other leaders, and partitions that were added, which are read from their first record.
  func note(topic: Int, _ metadata: ClusterMetadata.Topic) {
    queue.async { @Sendable [self] in
      guard metadata.error == nil, !hasEnded else { return }
      var isGrown = false
      for partition in metadata.partitions {
        let number = Int(partition.id)
        if topics[topic].partitions.indices.contains(number) {
          topics[topic].partitions[number].inSync = partition.inSync
          let known = topics[topic].partitions[number].leader
          guard partition.leader >= 0, partition.leader != known else { continue }
          topics[topic].partitions[number].leader = partition.leader
          interrupt(topic, .leaderChanged(from: known, to: partition.leader))
        } else if number == topics[topic].partitions.count {
          topics[topic].partitions.append(
            Partition(position: 0, noted: 0, leader: partition.leader, inSync: partition.inSync))
          isGrown = true
        }
      }
      if isGrown, hasBegun, case .failure(let error) = assign() { interrupt(topic, .fetchFailed(error)) }
    }
  }

  func noteCompacted(topic: Int) { queue.async { @Sendable [self] in topics[topic].wasCompacted = true } }

  private func interrupt(_ topic: Int, _ reason: Interruption) {
    guard hasBegun else { return }
    topics[topic].interruption = topics[topic].interruption ?? reason
  }

  // MARK: One tick

  private func tick(after nanoseconds: Int) {
    queue.async { @Sendable [weak self] in
      nap(nanoseconds: nanoseconds)
      self?.tick()
    }
  }

  private func tick() {
    guard !hasEnded else { return }
    let begun = clock.time
    var total = 0
    while true {
      let now = clock.time
      let count = consumer.poll({ note($0, now) }, event: { note($0, now) })
      total += count
      if count == 0 || now - begun > Self.tickLimit { break }
    }
    if total > 0 { liveness.heard() }
    if damaged.assigns(at: clock.time) {
      for topic in topics.indices {
        for partition in topics[topic].partitions.indices { topics[topic].partitions[partition].isIgnored = false }
      }
      // Where this fails nothing more comes, and the sinks are given up for that.
      _ = assign()
    }
    serve()
    tick(after: total > 0 ? Self.idleTick / 4 : Self.idleTick)
  }

  private func note(_ record: RecordView, _ now: Nanoseconds) {
    let (topic, partition) = (record.topic, Int(record.partition))
    guard topics[topic].partitions.indices.contains(partition), !topics[topic].partitions[partition].isIgnored else {
      return
    }
    topics[topic].partitions[partition].isAwake = true
    topics[topic].partitions[partition].position = record.offset + 1
    topics[topic].movedAt = now
    let position = SinkLedger.Position(partition: record.partition, offset: record.offset)
    let identity = topics[topic].needsHeaders ? Self.identity(of: record) : nil
    for intake in topics[topic].source.sinks {
      if intake.sink.identity == .header {
        intake.note(header: identity, key: record.key, value: record.value, at: position, now)
      } else {
        intake.note(key: record.key, value: record.value, at: position, now)
      }
    }
  }

  private static func identity(of record: RecordView) -> Identity? {
    var identity: Identity?
    record.forEachHeader { name, value in
      if RecordIntake.isIdentity(name) { identity = value.flatMap { Identity($0) } }
    }
    return identity
  }

  private func note(_ event: PartitionEvent, _ now: Nanoseconds) {
    switch event {
    case .end(let topic, let number, let offset):
      let partition = Int(number)
      guard topics[topic].partitions.indices.contains(partition), !topics[topic].partitions[partition].isIgnored else {
        return
      }
      topics[topic].partitions[partition].isAwake = true
      if offset > topics[topic].partitions[partition].position {
        topics[topic].partitions[partition].position = offset
        topics[topic].movedAt = now
      }
    case .failed(let topic, let number, let error):
      let partition = Int(number)
      guard topics[topic].partitions.indices.contains(partition) else { return }
      let interruption = Interruption(fetching: error)
      interrupt(topic, interruption)
      if case .damaged = interruption {
        damaged.note(partition)
        topics[topic].partitions[partition].isIgnored = true
      }
      if interruption.isFinal { topics[topic].partitions[partition].isAbandoned = true }
    }
  }

  private func serve() {
    consumer.handle.serve { event in
      log("sink reader", event)
      guard case .error(let error) = event, let lost = LostConnection(error) else { return }
      for topic in topics.indices
      where topics[topic].partitions.contains(where: { $0.isAwake && lost.concerns(leader: $0.leader) }) {
        interrupt(topic, .connectionLost(error))
      }
    }
  }

  // MARK: State

  /// A topic as it was read so far.
  struct State: Sendable {
    var positions: [Int64]
    var leaders: [Int32]
    var inSync: [Int]
    var interruption: Interruption?
    /// A partition that cannot be read any more.
    var isAbandoned: Bool
    /// Something was heard of every partition.
    var isAwake: Bool
    var lostBeginning: Bool
    var wasCompacted: Bool
    var movedAt: Nanoseconds
    var readings: Int
  }

  func state(ofTopic topic: Int) -> State {
    queue.sync {
      if !hasEnded { serve() }
      let read = topics[topic]
      return State(
        positions: read.partitions.map(\.position), leaders: read.partitions.map(\.leader),
        inSync: read.partitions.map(\.inSync), interruption: read.interruption,
        isAbandoned: read.partitions.contains(where: \.isAbandoned),
        isAwake: read.partitions.allSatisfy(\.isAwake), lostBeginning: read.lostBeginning,
        wasCompacted: read.wasCompacted, movedAt: read.movedAt, readings: read.readings)
    }
  }

  /// Reads what the intakes have, on their queue.
  func access<Result>(_ body: () -> Result) -> Result { queue.sync(execute: body) }
}
