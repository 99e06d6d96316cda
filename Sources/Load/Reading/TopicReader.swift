internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Templates
internal import Verification

/// Reads all topics of a run back and owns its ledger. Everything happens on one serial queue: the producers' settlements
/// come in by it, and a timer takes what the client has fetched.
///
/// `@unchecked Sendable`: everything mutable is touched on `queue` alone.
final class TopicReader: @unchecked Sendable {
  struct Plan {
    var scenario: Scenario
    /// Of each stage.
    var recipes: [RenderRecipe]
    var topics: [PreparedTopic]
    var run: RunID
    var profile: ClientProfile
    var workFile: WorkFile
    var sabotage: Sabotage?
  }

  private static let idleTick = 1_000_000
  private static let tickLimit: Int64 = 5 * .millisecond

  let queue = DispatchQueue(label: "rehearse.reader", qos: .userInteractive)
  private let plan: Plan
  private let clock: RunClock
  private let liveness: Liveness
  private let log: ClientLog
  private let ledger: Ledger
  private let timer: any DispatchSourceTimer
  private var consumer: Consumer?
  /// Never moved: what the hot loop touches is not checked at every access, as a property would be.
  private let intake: UnsafeMutablePointer<RecordIntake>
  private let bases: [Int]

  /// What interrupted each partition's tail; nil where nothing did.
  private var interruptions: [String?]
  /// The leader that each partition is read from.
  private var leaders: [Int32]
  /// The work file takes no more: from then on memory grows instead, and nothing is lost.
  private var diskFailed = false
  /// Partitions that the client gave up and fetches no more.
  private var abandoned: [Bool]

  init(_ plan: Plan, clock: RunClock, room: EmbeddedRoom?, liveness: Liveness, log: @escaping ClientLog) {
    self.plan = plan
    self.clock = clock
    self.liveness = liveness
    self.log = log
    let scenario = plan.scenario
    let ledgerPlan = LedgerPlan(
      topics: plan.topics.map { ($0.name, $0.partitions) },
      stages: scenario.stages.map { stage in
        LedgerPlan.Stage(
          topic: stage.topic, producers: 1, sequenceLimit: stage.schedule.total ?? 1 << 36,
          hasKeys: stage.shares.contains { scenario.templates[$0.template].key != nil })
      })
    ledger = Ledger(run: plan.run, plan: ledgerPlan, noted: plan.topics.flatMap(\.noted))
    intake = .allocate(capacity: 1)
    intake.initialize(to: RecordIntake(plan, ledger: ledger, clock: clock, room: room))
    bases = ledgerPlan.topics.map(\.base)
    leaders = plan.topics.flatMap(\.leaders)
    interruptions = Array(repeating: nil, count: ledgerPlan.partitionCount)
    abandoned = Array(repeating: false, count: ledgerPlan.partitionCount)
    timer = DispatchSource.makeTimerSource(flags: .strict, queue: queue)
    timer.setEventHandler { @Sendable [weak self] in self?.tick() }
    timer.schedule(deadline: .now(), leeway: .nanoseconds(0))
    timer.activate()
  }

  deinit {
    timer.cancel()
    intake.deinitialize(count: 1)
    intake.deallocate()
  }

  // MARK: Beginning and ending

  /// Reads every partition from its noted offset from now on, or from its beginning where that has moved behind it.
  func begin(beginnings: [Int64?] = []) throws(KafkaError) {
    queue.sync {
      for (index, beginning) in beginnings.enumerated() {
        if let beginning { ledger.notePosition(partition: index, offset: beginning) }
      }
    }
    try assign(partitionIndices.map { ($0, ledger.position(of: $0)) })
  }

  /// Goes on reading partitions that the client gave up, from where they begin now. What was found stays found.
  func resume(_ partitions: [(index: Int, beginning: Int64)]) throws(KafkaError) {
    end()
    queue.sync {
      intake.pointee.isSecondReading = true
      for (index, beginning) in partitions {
        ledger.notePosition(partition: index, offset: beginning)
        abandoned[index] = false
      }
    }
    try assign(partitions.map { ($0.index, ledger.position(of: $0.index)) })
  }

  private func assign(_ partitions: [(index: Int, offset: Int64)]) throws(KafkaError) {
    let made = try Consumer(plan.profile.reader)
    try made.assign(
      partitions.map { (partition: place(of: $0.index), offset: $0.offset) }, topics: plan.topics.map(\.name))
    queue.sync { consumer = made }
  }

  /// Reads these partitions once more from their noted offsets; that reading decides. The client of the first is ended.
  /// Returns what the first had found.
  func beginAgain(_ partitions: [Int]) throws -> [FormerReading] {
    end()
    let former = try queue.sync {
      intake.pointee.isSecondReading = true
      return try partitions.map { partition in
        let former = try ledger.forgetReading(of: partition, read: plan.workFile.read)
        interruptions[partition] = nil
        intake.pointee.forget(partition)
        abandoned[partition] = false
        return former
      }
    }
    try assign(partitions.map { ($0, ledger.position(of: $0)) })
    return former
  }

  /// Takes back a second reading that did not come to its end.
  func restore(_ former: FormerReading) throws {
    end()
    try queue.sync { try ledger.restore(former, read: plan.workFile.read) }
  }

  /// Ends the client; nothing more is read.
  func end() {
    let ended = queue.sync {
      defer { consumer = nil }
      return consumer
    }
    ended?.handle.close()
  }

  /// The last stable offset of each of these partitions, as the reader is told it.
  func lastStable(of partitions: [Int], leaders: [Int32]) -> [Int64?] {
    guard let handle = queue.sync(execute: { consumer?.handle }) else { return partitions.map { _ in nil } }
    return LeaderQuestions.ask(
      .end, of: partitions.map(place), leaders: partitions.map { leaders[$0] }, on: handle, milliseconds: 2000
    ).map { try? $0.get() }
  }

  var partitionIndices: Range<Int> { 0..<interruptions.count }

  func place(of index: Int) -> TopicPartition {
    let place = ledger.plan.place(of: index)
    return TopicPartition(topic: plan.topics[place.topic].name, partition: place.partition)
  }

  // MARK: From the producers and the watch

  func settle(stage: Int, _ settlements: [Settlement]) {
    queue.async { @Sendable [self] in
      settlements.withUnsafeBufferPointer { ledger.settle(stage: stage, $0) }
      guard ledger.log.exceedsMemory, !diskFailed else { return }
      do { try ledger.log.spill(plan.workFile.write) } catch { diskFailed = true }
    }
  }

  func leaderChanged(topic: Int, partition: Int32, from: Int32, to: Int32) {
    queue.async { @Sendable [self] in
      let index = bases[topic] + Int(partition)
      leaders[index] = to
      interrupt(index, "its leader changed from \(from) to \(to)")
    }
  }

  func enter(stage: Int) {
    queue.async { @Sendable [self] in intake.pointee.enter(stage: stage) }
  }

  private func interrupt(_ partition: Int, _ reason: String) {
    interruptions[partition] = interruptions[partition] ?? reason
  }

  // MARK: One tick

  private func tick() {
    let begun = clock.now()
    var total = 0
    if let consumer {
      while true {
        let now = clock.now()
        let count = consumer.poll({ intake.pointee.note($0, now) }, event: note)
        total += count
        if count == 0 || now - begun > Self.tickLimit { break }
      }
      consumer.handle.serve { event in
        log("reader", event)
        if case .error(let error) = event { connectionBroke(error) }
      }
    }
    intake.pointee.measureGap(total)
    timer.schedule(
      deadline: .now() + .nanoseconds(total > 0 ? Self.idleTick / 4 : Self.idleTick), leeway: .nanoseconds(0))
  }

  private func note(_ event: PartitionEvent) {
    switch event {
    case .end(let topic, let partition, let offset):
      liveness.heard()
      let index = bases[topic] + Int(partition)
      intake.pointee.hear(index)
      ledger.notePosition(partition: index, offset: offset)
    case .failed(let topic, let partition, let error):
      let reason = error.isOutOfRange ? "its position went out of range" : error.text
      interrupt(bases[topic] + Int(partition), reason)
      // Of these the client does not try again by itself.
      if error.isOutOfRange || error.kind == .authorization { abandoned[bases[topic] + Int(partition)] = true }
    }
  }

  /// Librdkafka names the broker in its text: `127.0.0.1:9092/1: Disconnected`. What is said of a bootstrap address concerns
  /// no partition; what names no broker concerns all.
  private func connectionBroke(_ error: KafkaError) {
    guard error.kind == .transport || error.kind == .timeout, !error.isAllBrokersDown else { return }
    let name = error.text.prefix { $0 != " " }
    guard !name.contains("/bootstrap") else { return }
    let broker = name.split(separator: "/").last.flatMap { Int32($0.prefix { $0.isNumber }) }
    for partition in partitionIndices where intake.pointee.hasHeard(partition) {
      if let broker, leaders[partition] != broker { continue }
      interrupt(partition, "the reader's connection broke: \(error.text)")
    }
  }

  // MARK: What is known so far

  struct State: Sendable {
    var positions: [Int64]
    var highestAcknowledged: [Int64]
    var interruptions: [String?]
    var awake: [Bool]
    var abandoned: [Bool]
    var leaders: [Int32]
    var read: [UInt64]
    var lag: UInt64
  }

  var state: State {
    queue.sync {
      State(
        positions: partitionIndices.map(ledger.position),
        highestAcknowledged: partitionIndices.map(ledger.highestAcknowledged),
        interruptions: interruptions, awake: partitionIndices.map { intake.pointee.hasHeard($0) }, abandoned: abandoned,
        leaders: leaders,
        read: plan.scenario.stages.indices.map(ledger.seen), lag: ledger.lag)
    }
  }

  func partitionsWithMissing() throws -> Set<Int> {
    try queue.sync { try ledger.partitionsWithMissing(read: plan.workFile.read) }
  }

  /// More messages stood in partitions not theirs than are remembered.
  var mustReadAllAgain: Bool { queue.sync { ledger.misroutedOverflowed } }

  func close(_ readings: [PartitionReading]) throws -> [(StageReading, ReadingTally)] {
    try queue.sync {
      let closed = try ledger.close(readings, read: plan.workFile.read)
      return closed.enumerated().map { ($1, intake.pointee.tally(of: $0)) }
    }
  }
}
