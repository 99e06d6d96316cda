internal import Kafka
internal import Scenarios
internal import Verification

/// Takes in one record after another: its origin, its checksum, its arrival. Its reader reaches it in memory that does not
/// move and from its queue alone, so that no access of the hot loop is checked while the program runs.
struct RecordIntake: ~Copyable {
  private struct Stage {
    var rule: PartitionRule
    /// The partitions of its topic; 0 where that was not prepared.
    var partitions: Int32
    var measured: Bool
  }

  private let run: RunID
  private let ledger: Ledger
  private let clock: RunClock
  private let quota: EmbeddedQuota?
  private let sabotage: Sabotage?
  private let stageCount: Int
  private let stages: FixedArray<Stage>
  private let inspectors: FixedArray<RecordInspector>
  private let tallies: FixedArray<ReadingTally>
  /// The first partition of each topic, counted over all.
  private let bases: FixedArray<Int>
  /// The topics whose records' keys are noted.
  private let notesKeys: FixedArray<Bool>
  private let ordersKeys: Bool
  /// Partitions from which something was heard: only a connection in use can break.
  private let heard: FixedArray<Bool>
  /// Partitions of which nothing counts until they are assigned anew.
  private let ignored: FixedArray<Bool>
  /// By topic: what recognises records that belong to a sink.
  private let claims: [RecordClaim?]
  /// Latencies and time series stay those of the first.
  private(set) var isSecondReading = false
  /// The stages that have begun, in that order.
  private var begun: [Int] = []
  /// The stages that are sent, or of which something is to be read still.
  private var open: [Int] = []
  /// Messages that were due up to this time waited while this process was stopped.
  var hinderedUntil = Nanoseconds.min

  init(_ plan: ReadingPlan, ledger: Ledger, clock: RunClock, quota: EmbeddedQuota?) {
    run = plan.run
    self.ledger = ledger
    self.clock = clock
    self.quota = quota
    sabotage = plan.sabotage
    let scenario = plan.scenario
    stageCount = scenario.stages.count
    stages = FixedArray(count: stageCount) { index in
      let stage = scenario.stages[index]
      return Stage(
        rule: stage.partition, partitions: stage.topic.map { Int32(plan.topics[$0].partitions) } ?? 0,
        measured: stage.measured)
    }
    inspectors = FixedArray(count: stageCount) { RecordInspector(plan.recipes[$0]) }
    tallies = FixedArray(repeating: ReadingTally(), count: stageCount)
    ordersKeys = ledger.plan.order == .perKey
    let topics = ledger.plan.topics
    bases = FixedArray(count: topics.count) { topics[$0].base }
    notesKeys = FixedArray(count: topics.count) { plan.topics[$0].compaction.compaction == .yes }
    heard = FixedArray(repeating: false, count: ledger.plan.partitionCount)
    ignored = FixedArray(repeating: false, count: ledger.plan.partitionCount)
    claims = topics.indices.map(plan.claims)
  }

  // MARK: One record

  /// `now` counts from the run's start.
  mutating func note(_ record: RecordView, _ now: Nanoseconds) {
    let partition = bases[record.topic] + Int(record.partition)
    guard !ignored[partition] else { return }
    heard[partition] = true
    var identity: Identity?
    var payload = PayloadChecksum()
    payload.add(record.key)
    var bytes = (record.key?.count ?? 0) + (record.value?.count ?? 0)
    record.forEachHeader { name, value in
      if Self.isIdentity(name) {
        identity = value.flatMap { Identity($0) }
      } else {
        bytes += name.count + (value?.count ?? 0)
        payload.add(name)
        payload.add(value)
      }
    }
    quota?.release(partition: partition, bytes: bytes)
    if notesKeys[record.topic], let key = FieldFingerprint(record.key) {
      ledger.noteKey(key, partition: partition, offset: record.offset)
    }
    switch RecordOrigin(identity, run: run) {
    case .unidentified where isClaimed(record), .anotherRun where isClaimed(record):
      ledger.notePosition(partition: partition, offset: record.offset + 1)
    case .unidentified:
      ledger.noteForeign(
        .unidentified(Self.fingerprint(record)), partition: partition, offset: record.offset, bytes: bytes)
    case .anotherRun:
      ledger.noteForeign(.anotherRun, partition: partition, offset: record.offset, bytes: bytes)
    case .thisRun(let identity):
      let arrival = Arrival(identity: identity, partition: partition, moment: now, bytes: bytes, payload: payload)
      if let fault = sabotage?.fault(for: identity) {
        note(record, arrival, fault)
      } else {
        note(record, arrival, value: record.value)
      }
    }
  }

  private func isClaimed(_ record: RecordView) -> Bool { claims[record.topic]?(record.key, record.value) ?? false }

  /// A record of this run, and what its key and headers say.
  private struct Arrival {
    var identity: Identity
    /// The index among those of all topics.
    var partition: Int
    var moment: Nanoseconds
    /// The bytes of key, value and user headers.
    var bytes: Int
    /// The checksum so far: of the key and the user headers.
    var payload: PayloadChecksum
  }

  private mutating func note(_ record: RecordView, _ arrival: Arrival, value: UnsafeRawBufferPointer?) {
    let (identity, partition) = (arrival.identity, arrival.partition)
    let stage = Int(identity.stage)
    // Only known messages are rendered again.
    guard stage < stageCount, stages[stage].partitions > 0, ledger.knows(identity) else {
      return ledger.noteForeign(.anotherRun, partition: partition, offset: record.offset, bytes: arrival.bytes)
    }
    var payload = arrival.payload
    payload.add(value)
    let isIntact = payload.value == identity.payload
    let named =
      isIntact
      ? stages[stage].rule.partition(
        sequence: identity.sequence, key: record.key ?? UnsafeRawBufferPointer(start: nil, count: 0),
        of: stages[stage].partitions)
      : inspectors[stage].partition(
        of: identity.sequence, due: identity.due, by: stages[stage].rule, of: stages[stage].partitions)
    let recognition = ledger.noteMessage(
      identity, partition: partition, offset: record.offset, bytes: arrival.bytes, named: named,
      key: ordersKeys ? KeyOrder.fingerprint(record.key) : 0)
    guard recognition == .first else { return }
    if !isIntact {
      let finding = inspectors[stage].inspect(
        identity.sequence, due: identity.due, key: record.key, value: value)
      ledger.noteCorrupted(
        identity, partition: partition, offset: record.offset, detail: finding.difference, invalid: finding.invalid)
    }
    guard !isSecondReading else { return }
    tallies[stage].records += 1
    tallies[stage].lastRead = arrival.moment
    guard stages[stage].measured else { return }
    tallies[stage].present.record(arrival.moment - identity.due)
    if identity.due <= hinderedUntil { tallies[stage].hinderedEndToEnd.record(arrival.moment - identity.due) }
  }

  private mutating func note(_ record: RecordView, _ arrival: Arrival, _ fault: Sabotage.Fault) {
    switch fault {
    case .hide: return
    case .destroyIdentity:
      ledger.noteForeign(
        .unidentified(Self.fingerprint(record)), partition: arrival.partition, offset: record.offset,
        bytes: arrival.bytes)
    case .redeliver:
      for _ in 0..<2 { note(record, arrival, value: record.value) }
    case .alter(let byte):
      var value = Array(record.value ?? UnsafeRawBufferPointer(start: nil, count: 0))
      if byte < value.count { value[byte] ^= 0xff }
      value.withUnsafeBytes { note(record, arrival, value: $0) }
    }
  }

  private static func fingerprint(_ record: RecordView) -> PayloadFingerprint {
    PayloadFingerprint(key: FieldFingerprint(record.key), value: FieldFingerprint(record.value))
  }

  static func isIdentity(_ name: UnsafeRawBufferPointer) -> Bool {
    let reserved = Identity.headerName
    guard name.count == reserved.utf8CodeUnitCount else { return false }
    for index in 0..<name.count where name[index] != reserved.utf8Start[index] { return false }
    return true
  }

  // MARK: Between records

  /// The stage's seconds count from its start.
  mutating func begin(stage: Int, at start: Nanoseconds) {
    tallies[stage].series.begin(at: start)
    begun.append(stage)
    open.append(stage)
  }

  /// Nothing more of the stage is acknowledged.
  mutating func end(stage: Int) { tallies[stage].isAnswered = true }

  /// Closes the seconds that are past. A record counts in the second in which the client handed it out.
  mutating func passTime(_ now: Nanoseconds) {
    guard !isSecondReading else { return }
    for stage in begun where now >= tallies[stage].series.end {
      tallies[stage].series.close(ledger.progress(of: stage), tallies[stage].present, at: now)
      closeLatencies(of: stage)
    }
  }

  private func closeLatencies(of stage: Int) {
    guard tallies[stage].present.count > 0 else { return }
    tallies[stage].endToEnd.merge(tallies[stage].present)
    tallies[stage].present = LatencyHistogram()
  }

  /// From now on partitions are read again.
  mutating func beginSecondReading() {
    finishSeries()
    isSecondReading = true
  }

  private func finishSeries() {
    guard !isSecondReading else { return }
    for stage in begun {
      tallies[stage].series.finish(ledger.progress(of: stage), tallies[stage].present, at: clock.time)
    }
    for stage in 0..<stageCount { closeLatencies(of: stage) }
  }

  /// Notes how far reading is behind, and for how long nothing came, for each stage that is open; returns how many messages are
  /// to be read.
  mutating func measureGaps(_ watch: borrowing TickWatch) -> UInt64 {
    guard !isSecondReading else { return 0 }
    let now = clock.time
    var isAnyDone = false
    for stage in open {
      let (lag, seen) = (ledger.lag(of: stage), ledger.seen(stage: stage))
      let records = seen - tallies[stage].seen
      tallies[stage].seen = seen
      tallies[stage].lagMax = max(tallies[stage].lagMax, lag)
      tallies[stage].series.note(lag: lag)
      if let gap = tallies[stage].gap.note(records: records, lag: lag, at: now) {
        tallies[stage].gapMax = max(tallies[stage].gapMax, gap)
        tallies[stage].gaps.note(from: now - gap, to: now)
        if gap > tallies[stage].gapMaxRunning {
          tallies[stage].gapMaxRunning = max(
            tallies[stage].gapMaxRunning, gap - watch.stopped(from: now - gap, to: now))
        }
      }
      if lag == 0, tallies[stage].isAnswered { isAnyDone = true }
    }
    if isAnyDone { open = open.filter { !tallies[$0].isAnswered || ledger.lag(of: $0) > 0 } }
    return ledger.lag
  }

  /// Something came from the partition, if only its end.
  func hear(_ partition: Int) { heard[partition] = true }

  func noteKeys(ofTopics compacted: [Bool]) {
    for (topic, isCompacted) in compacted.enumerated() where isCompacted { notesKeys[topic] = true }
  }

  /// The key and the value of a message as it was sent.
  mutating func sent(_ sequence: UInt64, due: Nanoseconds, stage: Int) -> PayloadFingerprint {
    inspectors[stage].fingerprint(of: sequence, due: due)
  }

  func ignore(_ partition: Int, _ isIgnored: Bool) { ignored[partition] = isIgnored }

  func forget(_ partition: Int) { heard[partition] = false }

  func hasHeard(_ partition: Int) -> Bool { heard[partition] }

  /// Once reading has ended, and before the ledger is closed, which may count records anew.
  func finish() { finishSeries() }

  func tally(of stage: Int) -> ReadingTally { tallies[stage] }
}
