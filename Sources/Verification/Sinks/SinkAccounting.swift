package import Scenarios

/// Makes the account of a sink from what was read and what was sent. It changes nothing, so it can be asked while a sink is still
/// read, to see whether anything is absent.
package struct SinkAccounting {
  private let sink: String
  private let topic: String?
  private let holding: SinkHolding
  private let end: SinkEnd
  /// One, or those of `any_of` together: a message is found if it is in one of them.
  private let members: [SinkLedger]

  /// Called with every deviation: its kind, the index of the message's stage, n, and the number of records.
  package var observe: ((Anomaly.Kind, Int, UInt64, UInt64) -> Void)?

  /// - Parameters:
  ///   - sink: its name.
  ///   - topic: the topic's name, in a sink that is one.
  package init(of sink: String, topic: String? = nil, _ holding: SinkHolding, _ members: [SinkLedger], end: SinkEnd) {
    self.sink = sink
    self.topic = topic
    self.holding = holding
    self.members = members
    self.end = end
  }

  /// - Parameters:
  ///   - id: the id of a message, by the rank of the stage whose ids it has, and n.
  ///   - due: the time since the run's start at which a message was due, by the stage's index and n.
  package func account(
    id: @escaping (Int, UInt64) -> String, due: @escaping (Int, UInt64) -> Nanoseconds? = { _, _ in nil }
  ) -> SinkAccount {
    var account = SinkAccount()
    var witnesses = Witnesses(sink: sink, topic: topic, id: id, due: due)
    let foreign = members.reduce(0) { $0 + $1.foreign }
    account.counts[.foreign] += foreign
    account.counts[.read] += foreign
    for stage in holding.stages {
      let (counts, unknown) = counts(of: stage, &witnesses)
      account.stages.append(SinkStageResult(stage: stage.name, counts: counts))
      account.counts += counts
      account.unknown += unknown
    }
    for carrier in holding.carriers where !holding.stages.contains(where: { $0.rank == carrier.rank }) {
      let counts = countsOfUnheld(carrier, &witnesses)
      if counts[.stray] > 0 { account.unheld.append(SinkStageResult(stage: carrier.name, counts: counts)) }
      account.counts += counts
    }
    account.witnesses = witnesses.all(preferring: noted())
    return account
  }

  /// True where something that must be there, or was not answered, is absent so far. It ends at the first of them.
  package var lacksAny: Bool {
    guard !holding.isPartial else { return false }
    return holding.stages.contains { stage in
      (0..<stage.limit).contains { n in
        guard records(stage.rank, n) < holding.copies else { return false }
        switch holding.standing(stage, n) {
        case .expected, .unknown: return true
        case .unsent, .rejected, .stray, .possible: return false
        }
      }
    }
  }

  // MARK: Counting

  private func counts(of stage: SinkHolding.Stage, _ witnesses: inout Witnesses) -> (SinkCounts, unknown: UInt64) {
    var counts = SinkCounts()
    var tally = Tally()
    var inLimit: UInt64 = 0
    let hasFaults = members.contains { $0.hasFaults(rank: stage.rank) }
    for n in 0..<stage.limit {
      let records = records(stage.rank, n)
      inLimit += records
      let standing = holding.standing(stage, n)
      switch standing {
      case .unsent: if records > 0 { countUnsent(stage, n, records, &tally, &witnesses) }
      case .rejected:
        tally.phantom += records
        if records > 0 { deviation(.phantom, stage, n, records, &witnesses) }
      case .stray(let reason):
        tally.stray += records
        if records > 0 { deviation(.stray, stage, n, records, detail: reason, &witnesses) }
      case .expected, .possible, .unknown:
        count(stage, n, records, standing, &tally, &witnesses)
        if hasFaults, records > 0 { countFaults(stage, n, min(records, holding.copies), &tally, &witnesses) }
      }
    }
    tally.records = members.reduce(0) { $0 + $1.records(rank: stage.rank) }
    if tally.records > inLimit {
      forEachMessage(rank: stage.rank) { n, records in
        if n >= stage.limit { countUnsent(stage, n, records, &tally, &witnesses) }
      }
    }
    tally.add(to: &counts)
    return (counts, tally.unknown)
  }

  /// Records with an id that no message of the stage has. Where its ids are another's, that one may have sent it.
  private func countUnsent(
    _ stage: SinkHolding.Stage, _ n: UInt64, _ records: UInt64, _ tally: inout Tally, _ witnesses: inout Witnesses
  ) {
    let owner = holding.carriers.first { $0.rank == stage.rank && $0.index != stage.index }
    guard let owner, n < owner.limit, holding.answer(owner.index, n) != nil else {
      tally.foreign += records
      return
    }
    tally.stray += records
    deviation(.stray, owner, n, records, detail: "\(stage.name) sent no message with it", &witnesses)
  }

  /// Calls `body` with each message of the ids at `rank` that was read in any member, and its records.
  private func forEachMessage(rank: Int, _ body: (UInt64, UInt64) -> Void) {
    for (index, member) in members.enumerated() {
      member.forEachMessage(rank: rank) { n in
        // A message that is in several members was counted with the first.
        guard !members[..<index].contains(where: { $0.contains(rank: rank, n: n) }) else { return }
        body(n, records(rank, n))
      }
    }
  }

  /// A message that may be found.
  private func count(
    _ stage: SinkHolding.Stage, _ n: UInt64, _ records: UInt64, _ standing: SinkHolding.Standing, _ tally: inout Tally,
    _ witnesses: inout Witnesses
  ) {
    let found = min(records, holding.copies)
    let absent = standing == .possible || holding.isPartial ? 0 : holding.copies - found
    let isUnknown = standing == .unknown
    if isUnknown {
      tally.unknown += found + absent
      tally.unknownFound += found
    } else {
      tally.found += found
    }
    if records > found {
      tally.duplicated += records - found
      deviation(.duplicated, stage, n, records - found, &witnesses)
    }
    guard absent > 0 else { return }
    let isProven = end == .proven
    switch (isUnknown, isProven) {
    case (false, true): tally.missing += absent
    case (false, false): tally.unseen += absent
    case (true, true): tally.unknownAbsent += absent
    case (true, false): tally.unknownUnseen += absent
    }
    let kind: Anomaly.Kind =
      isUnknown ? (isProven ? .unknownAbsent : .unknownUnseen) : isProven ? .missing : .unseen
    deviation(kind, stage, n, absent, detail: found > 0 ? "\(found) of \(holding.copies) are there" : nil, &witnesses)
  }

  /// The records of a message that are not as they should be; more than were found are among the duplicates.
  private func countFaults(
    _ stage: SinkHolding.Stage, _ n: UInt64, _ found: UInt64, _ tally: inout Tally, _ witnesses: inout Witnesses
  ) {
    let corrupted = min(members.reduce(0) { $0 + $1.corrupted(rank: stage.rank, n: n) }, found)
    if corrupted > 0 {
      tally.corrupted += corrupted
      deviation(.corrupted, stage, n, corrupted, &witnesses)
    }
    let invalid = min(members.reduce(0) { $0 + $1.invalid(rank: stage.rank, n: n) }, found)
    if invalid > 0 {
      tally.invalid += invalid
      deviation(.invalid, stage, n, invalid, &witnesses)
    }
  }

  /// The records with the ids of a stage that the sink does not hold.
  private func countsOfUnheld(_ carrier: SinkHolding.Stage, _ witnesses: inout Witnesses) -> SinkCounts {
    var counts = SinkCounts()
    forEachMessage(rank: carrier.rank) { n, records in
      counts[.read] += records
      guard n < carrier.limit, holding.answer(carrier.index, n) != nil else {
        counts[.foreign] += records
        return
      }
      counts[.stray] += records
      deviation(.stray, carrier, n, records, detail: "its stage is not held here", &witnesses)
    }
    return counts
  }

  private func records(_ rank: Int, _ n: UInt64) -> UInt64 {
    var sum: UInt64 = 0
    for member in members { sum += member.records(rank: rank, n: n) }
    return sum
  }

  // MARK: Witnesses

  private func deviation(
    _ kind: Anomaly.Kind, _ stage: SinkHolding.Stage, _ n: UInt64, _ records: UInt64, detail: String? = nil,
    _ witnesses: inout Witnesses
  ) {
    witnesses.offer(kind, stage, n, detail)
    observe?(kind, stage.index, n, records)
  }

  /// Records with their positions, kept when they were read, of those that are what they were taken for.
  private func noted() -> [(SinkLedger.Witness, SinkHolding.Stage)] {
    members.flatMap(\.witnesses).compactMap { witness in
      guard let stage = holding.stages.first(where: { $0.rank == witness.rank }) else { return nil }
      switch holding.standing(stage, witness.n) {
      case .unsent, .rejected, .stray: return nil
      case .expected, .possible, .unknown:
        // In one of several sinks it may have been repeated by another's measure.
        let isRepeated = records(witness.rank, witness.n) > holding.copies
        return witness.kind != .duplicated || isRepeated ? (witness, stage) : nil
      }
    }
  }
}

/// Numbers of one stage while they are counted.
private struct Tally {
  /// All records with the stage's ids.
  var records: UInt64 = 0
  var found: UInt64 = 0
  var missing: UInt64 = 0
  var unseen: UInt64 = 0
  var unknown: UInt64 = 0
  var unknownFound: UInt64 = 0
  var unknownAbsent: UInt64 = 0
  var unknownUnseen: UInt64 = 0
  var phantom: UInt64 = 0
  var stray: UInt64 = 0
  var duplicated: UInt64 = 0
  var corrupted: UInt64 = 0
  var invalid: UInt64 = 0
  var foreign: UInt64 = 0

  func add(to counts: inout SinkCounts) {
    counts[.expected] += found + missing + unseen
    counts[.read] += records
    counts[.found] += found
    counts[.missing] += missing
    counts[.unseen] += unseen
    counts[.unknownFound] += unknownFound
    counts[.unknownAbsent] += unknownAbsent
    counts[.unknownUnseen] += unknownUnseen
    counts[.phantom] += phantom
    counts[.stray] += stray
    counts[.duplicated] += duplicated
    counts[.corrupted] += corrupted
    counts[.invalid] += invalid
    counts[.foreign] += foreign
  }
}

/// A few messages of each kind of deviation, spread over all of them.
private struct Witnesses {
  private struct Message: Sendable {
    var stage: SinkHolding.Stage
    var n: UInt64
    var detail: String?
  }

  let sink: String
  let topic: String?
  let id: (Int, UInt64) -> String
  let due: (Int, UInt64) -> Nanoseconds?
  private var samples: [Anomaly.Kind: SpreadSample<Message>] = [:]

  init(
    sink: String, topic: String?, id: @escaping (Int, UInt64) -> String,
    due: @escaping (Int, UInt64) -> Nanoseconds?
  ) {
    self.sink = sink
    self.topic = topic
    self.id = id
    self.due = due
  }

  mutating func offer(_ kind: Anomaly.Kind, _ stage: SinkHolding.Stage, _ n: UInt64, _ detail: String?) {
    samples[kind, default: SpreadSample(limit: SinkLedger.witnessLimit)].offer(
      Message(stage: stage, n: n, detail: detail))
  }

  /// For each kind those that were noted with their positions, where there are any, or else those of the counting.
  func all(preferring noted: [(SinkLedger.Witness, SinkHolding.Stage)]) -> [Anomaly] {
    Anomaly.Kind.allCases.flatMap { kind -> [Anomaly] in
      guard let sample = samples[kind] else { return [] }
      let known = noted.filter { $0.0.kind == kind }.prefix(SinkLedger.witnessLimit)
      guard known.isEmpty else {
        return known.map { anomaly(kind, $1, $0.n, $0.position, $0.detail) }
      }
      return sample.kept.map { anomaly(kind, $0.stage, $0.n, nil, $0.detail) }
    }
  }

  private func anomaly(
    _ kind: Anomaly.Kind, _ stage: SinkHolding.Stage, _ n: UInt64, _ position: SinkLedger.Position?, _ detail: String?
  ) -> Anomaly {
    var anomaly = Anomaly(
      kind: kind, sink: sink, stage: stage.name, sequence: n, topic: topic ?? "", partition: position?.partition ?? -1,
      offset: position?.offset, detail: detail)
    anomaly.id = id(stage.rank, n)
    anomaly.due = due(stage.index, n)
    return anomaly
  }
}
