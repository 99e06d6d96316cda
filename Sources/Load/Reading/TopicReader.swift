internal import Dispatch
internal import Kafka
internal import Scenarios
internal import Templates
internal import Verification

/// Reads all topics of a run back and owns its ledger. Everything happens on one serial queue: the producers' settlements
/// come in by it, and a tick of every millisecond takes what the client has fetched.
///
/// `@unchecked Sendable`: everything mutable is touched on `queue` alone.
final class TopicReader: @unchecked Sendable {
  private static let idleTick = 1_000_000
  private static let tickLimit = Nanoseconds.milliseconds(5)

  let queue = DispatchQueue(label: "rehearse.reader", qos: .userInteractive)
  private let plan: ReadingPlan
  private let clock: RunClock
  private let liveness: Liveness
  private let log: ClientLog
  private let ledger: Ledger
  private var consumer: Consumer?
  private let intake: FixedValue<RecordIntake>
  private let quota: EmbeddedQuota?
  private let bases: [Int]

  /// The first interruption of each partition's tail; nil where there was none.
  private var interruptions: [Interruption?]
  /// The leader that each partition is read from.
  private var leaders: [Int32]
  /// The work file takes no more: from then on memory grows instead, and nothing is lost.
  private var diskFailed = false
  /// Partitions that the client gave up and fetches no more.
  private var abandoned: [Bool]
  private var damaged = DamagedPartitions()
  /// The partitions that the client reads.
  private var assigned: [Int] = []
  /// The presence of each topic.
  private var presences: [TopicPresence]
  private var watch = TickWatch()
  /// The times for which brokers held the reader back.
  private var throttled = Intervals()
  /// Records and events that were taken in.
  private var handled: UInt64 = 0

  init(_ plan: ReadingPlan, clock: RunClock, quota: EmbeddedQuota?, liveness: Liveness, log: @escaping ClientLog) {
    self.plan = plan
    self.clock = clock
    self.liveness = liveness
    self.log = log
    self.quota = quota
    let scenario = plan.scenario
    let ledgerPlan = LedgerPlan(
      topics: plan.topics.map { ($0.name, $0.partitions) },
      stages: scenario.stages.map { stage in
        LedgerPlan.Stage(
          topic: stage.topic, producers: stage.topic == nil ? 0 : stage.producers,
          sequenceLimit: stage.schedule.total ?? 1 << 36,
          hasKeys: stage.shares.contains { scenario.templates[$0.template].key != nil })
      }, order: scenario.verify.order, showsAborted: scenario.verify.isolation == .readUncommitted)
    ledger = Ledger(run: plan.run, plan: ledgerPlan, noted: plan.topics.flatMap(\.noted))
    intake = FixedValue(RecordIntake(plan, ledger: ledger, clock: clock, quota: quota))
    bases = ledgerPlan.topics.map(\.base)
    leaders = plan.topics.flatMap(\.leaders)
    interruptions = Array(repeating: nil, count: ledgerPlan.partitionCount)
    abandoned = Array(repeating: false, count: ledgerPlan.partitionCount)
    presences = plan.topics.map { TopicPresence(partitions: $0.partitions) }
    tick(after: 0)
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
  func resume(_ partitions: [ReadingRounds.StartingPoint]) throws(KafkaError) {
    end()
    queue.sync {
      intake.value.beginSecondReading()
      for resumed in partitions {
        ledger.notePosition(partition: resumed.partition, offset: resumed.offset)
        abandoned[resumed.partition] = false
      }
    }
    try assign(partitions.map { ($0.partition, ledger.position(of: $0.partition)) })
  }

  private func assign(_ partitions: [(index: Int, offset: Int64)]) throws(KafkaError) {
    let made = try Consumer(plan.profile.reader(plan.scenario.verify.isolation))
    made.handle.endWaits(when: plan.mustFinish)
    try made.assign(
      partitions.map { (partition: partition(at: $0.index), offset: $0.offset) }, topics: plan.topics.map(\.name))
    queue.sync {
      consumer = made
      assigned = partitions.map(\.index)
      damaged = DamagedPartitions()
      for partition in partitionIndices { intake.value.ignore(partition, false) }
    }
  }

  /// Has the client go on behind the last record that it handed out of each partition.
  private func assignAnew(_ consumer: Consumer) {
    let rest = assigned.filter { !abandoned[$0] }
    for partition in partitionIndices { intake.value.ignore(partition, false) }
    // Where this fails nothing more comes, and the reading is given up for that.
    try? consumer.assign(
      rest.map { (partition: partition(at: $0), offset: ledger.position(of: $0)) }, topics: plan.topics.map(\.name))
  }

  /// Reads these partitions once more; that reading decides. The client of the first is ended.
  /// Returns what the first had found, which still counts where this throws.
  func beginAgain(_ partitions: [ReadingRounds.StartingPoint]) throws -> [FormerReading] {
    end()
    var former: [FormerReading] = []
    do {
      try queue.sync {
        intake.value.beginSecondReading()
        for (partition, offset) in partitions.map({ ($0.partition, $0.offset) }) {
          former.append(try ledger.forgetReading(of: partition, from: offset, read: plan.workFile.read))
          interruptions[partition] = nil
          intake.value.forget(partition)
          abandoned[partition] = false
        }
      }
      try assign(partitions.map { ($0.partition, $0.offset) })
    } catch {
      for reading in former { try? restore(reading) }
      throw error
    }
    return former
  }

  /// Reads the first record of the run in these partitions once more.
  func firstRecords(in partitions: [Int]) throws(KafkaError) -> ReadingRounds.FirstRecordFindings {
    let records = queue.sync {
      partitions.compactMap { index in
        ledger.firstMessage(in: index).map {
          FirstRecords.Record(index: index, partition: partition(at: index), message: $0)
        }
      }
    }
    return try FirstRecords(settings: plan.profile.reader, run: plan.run, mustFinish: plan.mustFinish).confirm(records)
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

  /// The last stable offset of each of these partitions, which its leader names to the reader's own client.
  ///
  /// One that reads what is not committed as well gets the high watermark, and nothing is held back from it.
  func lastStable(of partitions: [Int], leaders: [Int32]) -> [Int64?] {
    guard let handle = queue.sync(execute: { consumer?.handle }) else { return partitions.map { _ in nil } }
    return LeaderQuestions.ask(
      .end, of: partitions.map(partition), leaders: leaders, on: handle, timeout: .seconds(2)
    ).map { try? $0.get() }
  }

  /// The present beginning of each partition; nil where its leader does not answer.
  func beginnings(asking prober: ClientHandle) -> [Int64?] {
    LeaderQuestions.ask(
      .beginning, of: partitionIndices.map(partition), leaders: queue.sync { leaders }, on: prober, timeout: .seconds(3)
    ).map { try? $0.get() }
  }

  var partitionIndices: Range<Int> { 0..<interruptions.count }

  func partition(at index: Int) -> TopicPartition {
    let (topic, number) = ledger.plan.partition(at: index)
    return TopicPartition(topic: plan.topics[topic].name, partition: number)
  }

  // MARK: From the producers and the watch

  func settle(stage: Int, _ settlements: [Settlement]) {
    // A topic that is expected to be missing has no partitions, and nothing of it is read.
    guard let topic = plan.scenario.stages[stage].topic, plan.topics[topic].partitions > 0 else { return }
    queue.async { @Sendable [self] in
      settlements.withUnsafeBufferPointer { ledger.settle(stage: stage, $0) }
      guard ledger.log.exceedsMemory, !diskFailed else { return }
      do { try ledger.log.spill(plan.workFile.write) } catch { diskFailed = true }
    }
  }

  func note(_ change: LeaderChange) {
    queue.async { @Sendable [self] in
      let index = bases[change.topic] + Int(change.partition)
      leaders[index] = change.to
      interrupt(index, .leaderChanged(from: change.from, to: change.to))
    }
  }

  func note(topic: Int, _ presence: TopicPresence) { queue.async { @Sendable [self] in presences[topic] = presence } }

  /// From now on the keys of these topics' records are noted: they are compacted.
  func noteKeys(ofTopics compacted: [Bool]) { queue.sync { intake.value.noteKeys(ofTopics: compacted) } }

  /// `start` counts from the run's.
  func begin(stage: Int, at start: Nanoseconds) {
    queue.async { @Sendable [self] in intake.value.begin(stage: stage, at: start) }
  }

  /// All messages of the stage are answered, or given up.
  func end(stage: Int) { queue.async { @Sendable [self] in intake.value.end(stage: stage) } }

  private func interrupt(_ partition: Int, _ reason: Interruption) {
    interruptions[partition] = interruptions[partition] ?? reason
  }

  // MARK: One tick

  private func tick() {
    let begun = clock.time
    watch.runs(at: begun)
    intake.value.hinderedUntil = watch.hinderedUntil
    var total = 0
    if let consumer {
      while true {
        let now = clock.time
        watch.runs(at: now)
        intake.value.hinderedUntil = watch.hinderedUntil
        intake.value.passTime(now)
        let count = consumer.poll({ intake.value.note($0, now) }, event: note)
        total += count
        if count == 0 || now - begun > Self.tickLimit { break }
      }
      if total > 0 { liveness.heard() }
      if damaged.assigns(at: clock.time) { assignAnew(consumer) }
      serve(consumer)
    }
    intake.value.passTime(begun)
    let lag = intake.value.measureGaps(watch)
    let now = clock.time
    // It has caught up once it has read what was acknowledged until it went on.
    handled += UInt64(total)
    watch.progress(offered: handled + lag, settled: handled, isBehind: false, at: now)
    let pause = total > 0 ? Self.idleTick / 4 : Self.idleTick
    watch.ends(at: now, wake: now + Nanoseconds(Int64(pause)))
    tick(after: pause)
  }

  /// Sleeps on the queue, which what others put there waits for, rather than by a timer: that would go by another thread and
  /// back, and cost three times the processor time.
  private func tick(after nanoseconds: Int) {
    queue.async { @Sendable [weak self] in
      nap(nanoseconds: nanoseconds)
      self?.tick()
    }
  }

  private func serve(_ consumer: Consumer) {
    consumer.handle.serve { event in
      log("reader", event)
      switch event {
      case .error(let error): connectionBroke(error)
      case .throttled(_, let milliseconds):
        let since = clock.time
        throttled.insert(from: since, to: since + .milliseconds(Int64(milliseconds)))
      case .log, .statistics: break
      }
    }
  }

  private func note(_ event: PartitionEvent) {
    switch event {
    case .end(let topic, let partition, let offset):
      liveness.heard()
      let index = bases[topic] + Int(partition)
      guard !damaged.contains(index) else { return }
      intake.value.hear(index)
      ledger.notePosition(partition: index, offset: offset)
    case .failed(let topic, let partition, let error):
      let index = bases[topic] + Int(partition)
      guard !damaged.contains(index) else { return }
      let interruption = Interruption(fetching: error)
      interrupt(index, interruption)
      if case .damaged = interruption {
        damaged.note(index)
        intake.value.ignore(index, true)
      }
      if interruption.isFinal {
        abandoned[index] = true
        quota?.abandon(partition: index)
      }
    }
  }

  /// Interrupts the partitions that something was read of by the lost connection.
  private func connectionBroke(_ error: KafkaError) {
    guard let lost = LostConnection(error) else { return }
    for partition in partitionIndices
    where intake.value.hasHeard(partition) && lost.concerns(leader: leaders[partition]) {
      interrupt(partition, .connectionLost(error))
    }
  }

  // MARK: State

  struct State: Sendable {
    var partitions: [PartitionProgress]
    /// More messages were found in wrong partitions than are remembered.
    var mustReadAllAgain: Bool
    /// Messages found so far, by stage.
    var read: [UInt64]
    var lag: UInt64
  }

  var state: State {
    queue.sync {
      // What the client has to report belongs to this state, and not to the next.
      if let consumer { serve(consumer) }
      let found = plan.topics.indices.map(ledger.isAllFound)
      return State(
        partitions: partitionIndices.map { progress(of: $0, allFound: found) },
        mustReadAllAgain: ledger.misroutedOverflowed,
        read: plan.scenario.stages.indices.map(ledger.seen), lag: ledger.lag)
    }
  }

  private func progress(of partition: Int, allFound: [Bool]) -> PartitionProgress {
    let topic = ledger.plan.partition(at: partition).topic
    return PartitionProgress(
      position: ledger.position(of: partition), highestAcknowledged: ledger.highestAcknowledged(in: partition),
      leader: leaders[partition], interruption: interruptions[partition],
      acknowledgedBeforeNoted: ledger.acknowledgedBeforeNoted(in: partition),
      wasDeleted: presences[topic].wasAbsent, gone: gone(partition),
      isAcknowledgedWithOffsets: ledger.isAcknowledgedWithOffsets(in: partition), isAllFound: allFound[topic],
      isAwake: intake.value.hasHeard(partition), isAbandoned: abandoned[partition])
  }

  private func gone(_ index: Int) -> PartitionReading.Gone? {
    let (topic, partition) = ledger.plan.partition(at: index)
    guard Int(partition) >= presences[topic].present else { return nil }
    return presences[topic].isGone ? .topic : .partition
  }

  /// Those of the partitions in which two messages were acknowledged at one offset, or where that cannot be read.
  func areAcknowledgedTwice(_ partitions: [Int]) -> Set<Int> {
    queue.sync {
      Set(
        partitions.filter { partition in
          do { return try ledger.isAcknowledgedTwice(in: partition, read: plan.workFile.read) } catch { return true }
        })
    }
  }

  /// Reads what the ledger has, on its queue.
  func access<Result>(_ body: (Ledger) -> Result) -> Result { queue.sync { body(ledger) } }

  func firstFindings() throws -> FirstFindings {
    try queue.sync { try ledger.firstFindings(read: plan.workFile.read) }
  }

  /// The times for which this process was stopped, and for which brokers held the reader back.
  func hindrances() -> (standstills: Intervals, throttled: Intervals) {
    queue.sync {
      let now = clock.time
      return (watch.standstills(until: now), throttled.clipped(from: .zero, to: now))
    }
  }

  /// `starts` are the times at which stages began: with them the due time of a message is known.
  func close(_ readings: [PartitionReading], starts: [Int: Nanoseconds]) throws -> [(StageReading, ReadingTally)] {
    try queue.sync {
      intake.value.finish()
      let closed = try ledger.close(
        readings,
        sent: { stage, sequence in
          let due = plan.scenario.stages[stage].schedule.due(sequence)
          return intake.value.sent(sequence, due: (starts[stage] ?? 0) + due, stage: stage)
        }, read: plan.workFile.read)
      let isCorrected = intake.value.isSecondReading || ledger.hasClaimed
      return closed.enumerated().map { index, reading in
        var tally = intake.value.tally(of: index)
        tally.isCorrected = isCorrected
        return (reading, tally)
      }
    }
  }
}
