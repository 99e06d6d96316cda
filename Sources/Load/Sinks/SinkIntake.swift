internal import Scenarios
internal import Templates
internal import Verification

/// Takes in what is read in one sink, record after record or line after line: ids into its ledger, fields that are not what was sent,
/// values that are not of its format. Confined to the queue of its reader.
final class SinkIntake {
  let sink: Sink
  let ids: SinkIDs
  let ledger: SinkLedger
  private let fields: SinkFields
  private let validator: ValueValidator?
  /// By rank: the place in `held` of the stage that the sink holds; nil for ids of other stages.
  private let holders: [Int?]
  private var held: [HeldStage]
  private let comparesContent: Bool
  /// By stage: no message has such a number, or a greater one.
  private let limits: [UInt64]
  private(set) var tally = SinkTally()
  /// Texts that have the form of an id, whatever run they are of.
  private(set) var formed: UInt64 = 0
  /// Latencies and seconds stay those of the first reading.
  private(set) var isFirstReading = true

  /// A stage that the sink holds.
  private struct HeldStage {
    let index: Int
    let stage: Stage
    let messages: SentMessages
    /// The time since the run's start; nil while it has not begun.
    var start: Nanoseconds?
  }

  /// - Parameters:
  ///   - stages: all of the scenario.
  ///   - secrets: texts that are not shown.
  init(_ sink: Sink, ids: SinkIDs, stages: [SinkStage], secrets: [String] = []) {
    self.sink = sink
    self.ids = ids
    ledger = SinkLedger(ranks: ids.ranks, copies: sink.copies)
    fields = SinkFields(sink, secrets: secrets)
    validator = ValueValidator(format: sink.format, schema: sink.schema, secrets: secrets)
    comparesContent = !sink.comparisons.isEmpty
    limits = stages.map { $0.stage.schedule.total ?? IDForm.mostMessages }
    var holders = [Int?](repeating: nil, count: ids.ranks)
    var held: [HeldStage] = []
    for stage in stages where sink.heldStages.contains(stage.index) {
      guard let rank = ids.rank(ofStage: stage.index, carrier: stage.carrier) else { continue }
      holders[rank] = held.count
      held.append(
        HeldStage(
          index: stage.index, stage: stage.stage,
          messages: SentMessages(stage.stage, stage.recipe, heldTemplates: sink.heldTemplates)))
    }
    self.holders = holders
    self.held = held
  }

  /// False where its identity cannot be understood.
  var canIdentify: Bool { fields.canIdentify }

  /// Records in which ids may be that were not found.
  var givenUp: UInt64 { fields.givenUp }

  /// `start` counts from the run's.
  func begin(stage: Int, at start: Nanoseconds) {
    for index in held.indices where held[index].index == stage { held[index].start = start }
  }

  // MARK: Reading

  /// Takes in a record, or a line as its value. `now` counts from the run's start.
  func note(
    key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?, at position: SinkLedger.Position?, _ now: Nanoseconds
  ) {
    guard fields.take(key: key, value: value) else { return }
    var hasID = false
    fields.forEachID(key: key, value: value) { id in
      hasID = true
      guard case .tokens(let ids) = ids else { return ledger.noteForeign() }
      let read = ids.read(id)
      if read != .noID { formed += 1 }
      guard case .message(let rank, let n) = read else { return ledger.noteForeign() }
      note(rank: rank, n: n, key: key, value: value, at: position, now)
    }
    if !hasID { ledger.noteForeign() }
  }

  /// The same of a record with the header that messages sent to Kafka have; nil for one without.
  func note(
    header: Identity?, key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?, at position: SinkLedger.Position?,
    _ now: Nanoseconds
  ) {
    guard fields.take(key: key, value: value) else { return }
    guard case .headers(let run, let stages) = ids, let header, header.run == run, Int(header.stage) < stages,
      header.sequence < limits[Int(header.stage)]
    else { return ledger.noteForeign() }
    note(rank: Int(header.stage), n: header.sequence, key: key, value: value, at: position, now)
  }

  /// Takes in a line that is too long to be looked at.
  func noteOverlong() { ledger.noteForeign() }

  private func note(
    rank: Int, n: UInt64, key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?,
    at position: SinkLedger.Position?, _ now: Nanoseconds
  ) {
    let noted = ledger.note(rank: rank, n: n, at: position)
    let holder = holders[rank].flatMap { holds(n, at: $0) ? $0 : nil }
    switch noted {
    case .repeated:
      if isFirstReading, holder != nil { tally.series.noteDuplicated(at: now) }
      return
    case .first, .copy: break
    }
    tally.noteProgress(rank: rank, n: n, at: now)
    guard let holder else { return }
    if isFirstReading {
      tally.series.noteFound(at: now)
      if noted == .first, held[holder].stage.measured, let due = due(n, of: holder) {
        tally.endToEnd.record(now - due)
      }
    }
    if comparesContent, let difference = difference(n, of: holder, key: key) {
      ledger.noteCorrupted(rank: rank, n: n, at: position, detail: difference)
    }
    if let validator, let fault = validator.fault(in: value ?? UnsafeRawBufferPointer(start: nil, count: 0)) {
      ledger.noteInvalid(rank: rank, n: n, at: position, detail: fault.text)
    }
  }

  /// The first field that is not what was sent; nil where all are. At `max` nothing says when a message was due: a field that depends
  /// on it is not judged.
  private func difference(_ n: UInt64, of holder: Int, key: UnsafeRawBufferPointer?) -> String? {
    let due = due(n, of: holder)
    guard let difference = difference(n, of: holder, key: key, due: due ?? .zero) else { return nil }
    guard due == nil else { return difference }
    return difference == self.difference(n, of: holder, key: key, due: .hours(30_000)) ? difference : nil
  }

  private func difference(
    _ n: UInt64, of holder: Int, key: UnsafeRawBufferPointer?, due: Nanoseconds
  ) -> String? {
    let messages = held[holder].messages
    messages.render(n, due: due)
    return fields.difference(key: key, sentKey: messages.key, sentValue: messages.value)
  }

  private func holds(_ n: UInt64, at holder: Int) -> Bool {
    // Another stage with the same ids may have more of them.
    if let total = held[holder].stage.schedule.total, n >= total { return false }
    return held[holder].messages.holds(n)
  }

  private func due(_ n: UInt64, of holder: Int) -> Nanoseconds? {
    let schedule = held[holder].stage.schedule
    guard let start = held[holder].start, schedule.isPaced, schedule.total.map({ n < $0 }) ?? true else { return nil }
    return start + schedule.due(n)
  }

  /// The time since the run's start at which message n of a stage that the sink holds was due; nil where that is not known.
  func due(_ n: UInt64, ofStage stage: Int) -> Nanoseconds? {
    held.firstIndex { $0.index == stage }.flatMap { due(n, of: $0) }
  }

  /// False for a message of a held stage whose template the sink does not hold.
  func holds(_ n: UInt64, ofStage stage: Int) -> Bool {
    held.first { $0.index == stage }?.messages.holds(n) ?? false
  }

  /// Forgets what was read: the whole sink is read once more.
  func beginAnew() {
    ledger.beginAnew()
    fields.beginAnew()
    tally.beginAnew()
    isFirstReading = false
  }
}

/// The messages of a stage as they were sent, and which of them a sink holds.
private final class SentMessages {
  private var renderer: MessageRenderer
  /// By the stage's templates; nil where it holds all.
  private let heldTemplates: [Bool]?

  init(_ stage: Stage, _ recipe: RenderRecipe, heldTemplates: [Int]?) {
    renderer = MessageRenderer(recipe)
    self.heldTemplates = heldTemplates.map { held in stage.shares.map { held.contains($0.template) } }
  }

  func holds(_ n: UInt64) -> Bool {
    guard let heldTemplates else { return true }
    return heldTemplates[renderer.template(of: n)]
  }

  func render(_ n: UInt64, due: Nanoseconds) { renderer.render(n, due: due) }

  /// Null without one.
  var key: UnsafeRawBufferPointer? { renderer.key.baseAddress == nil ? nil : renderer.key }
  var value: UnsafeRawBufferPointer? { renderer.value.baseAddress == nil ? nil : renderer.value }
}
