import Scenarios
import Testing
import Verification

/// Random sinks; the account must be that of a naive model, which takes each record by itself.
@Suite struct SinkPropertyTests {
  private struct Model {
    var counts = SinkCounts()
    var unknown: UInt64 = 0

    /// `records` are the ids read: rank, n, corrupted, invalid; nil for foreign ones.
    init(_ sample: SinkSample, _ records: [(rank: Int, n: UInt64, corrupted: Bool, invalid: Bool)?]) {
      var met: [[UInt64]: UInt64] = [:]
      var faults: [[UInt64]: (corrupted: UInt64, invalid: UInt64)] = [:]
      for record in records {
        counts[.read] += 1
        guard let record else {
          counts[.foreign] += 1
          continue
        }
        let held = sample.held.first { $0.rank == record.rank }
        let stage = held?.stage ?? record.rank
        let answer = record.n < sample.answers[stage].count ? sample.answers[stage][Int(record.n)] : .unsent
        let message = [UInt64(stage), record.n]
        let isInFrom = sample.from.map { $0.messages.contains(message) || !$0.isComplete } ?? true
        if answer == .unsent {
          // The id of another stage's message, where that was sent.
          let owner = sample.answers[record.rank]
          let isOwners = stage != record.rank && record.n < owner.count && owner[Int(record.n)] != .unsent
          counts[isOwners ? .stray : .foreign] += 1
        } else if held != nil, answer == .no {
          counts[.phantom] += 1
        } else if held == nil || sample.unheldTemplates.contains(message) || !isInFrom {
          counts[.stray] += 1
        } else {
          met[message, default: 0] += 1
          if met[message, default: 0] > sample.copies {
            counts[.duplicated] += 1
          } else {
            counts[sample.from == nil && answer == SinkSample.Answer.none ? .unknownFound : .found] += 1
          }
          faults[message, default: (0, 0)].corrupted += record.corrupted ? 1 : 0
          faults[message, default: (0, 0)].invalid += record.invalid ? 1 : 0
        }
      }
      for (message, fault) in faults {
        let found = min(met[message, default: 0], UInt64(sample.copies))
        counts[.corrupted] += min(fault.corrupted, found)
        counts[.invalid] += min(fault.invalid, found)
      }
      for (stage, _) in sample.held {
        for (n, answer) in sample.answers[stage].enumerated() {
          let message = [UInt64(stage), UInt64(n)]
          guard answer != .unsent, answer != .no, !sample.unheldTemplates.contains(message) else { continue }
          let found = min(met[message, default: 0], UInt64(sample.copies))
          let isUnknown = sample.from == nil && answer == SinkSample.Answer.none
          if isUnknown { unknown += found }
          if let from = sample.from, !from.messages.contains(message) { continue }
          guard !sample.isPartial else { continue }
          let absent = UInt64(sample.copies) - found
          if isUnknown { unknown += absent }
          let isProven = sample.end == .proven
          counts[isUnknown ? (isProven ? .unknownAbsent : .unknownUnseen) : isProven ? .missing : .unseen] += absent
        }
      }
      counts[.expected] = counts[.found] + counts[.missing] + counts[.unseen]
    }
  }

  private static func sample(_ random: inout SplitMix64) -> SinkSample {
    func answers(_ most: UInt64) -> [SinkSample.Answer] {
      (0..<random.next() % most).map { _ in
        random.chance(60) ? .yes : random.chance(40) ? .no : random.chance(60) ? SinkSample.Answer.none : .unsent
      }
    }
    let copies = random.chance(60) ? 1 : Int(random.next() % 5) + 1
    var sample = SinkSample(
      answers(60), answers(60), answers(60), copies: copies, ledgers: random.chance(70) ? 1 : 3)
    sample.held = [[(0, 0)], [(0, 0), (1, 1)], [(2, 0)], [(2, 0), (1, 1)], [(1, 1)]][Int(random.next() % 5)]
    var messages: [[UInt64]] = []
    for (stage, answers) in sample.answers.enumerated() {
      messages += answers.indices.map { [UInt64(stage), UInt64($0)] }
    }
    if random.chance(40) { sample.unheldTemplates = Set(messages.filter { _ in random.chance(30) }) }
    if random.chance(50) { sample.from = (Set(messages.filter { _ in random.chance(80) }), random.chance(60)) }
    sample.isPartial = random.chance(20)
    let ends: [SinkEnd] = [.proven, .proven, .absentUnseen(because: "lag"), .unfinished(because: "exit 1")]
    sample.end = ends[Int(random.next() % 4)]
    return sample
  }

  @Test(arguments: 0..<300 as Range<UInt64>) func theAccountIsThatOfTheModel(_ seed: UInt64) {
    var random = SplitMix64(state: seed)
    let sample = Self.sample(&random)
    var records: [(rank: Int, n: UInt64, corrupted: Bool, invalid: Bool)?] = []
    for _ in 0..<random.next() % 400 {
      let ledger = sample.ledgers[Int(random.next() % UInt64(sample.ledgers.count))]
      guard !random.chance(5) else {
        ledger.noteForeign()
        records.append(nil)
        continue
      }
      let rank = Int(random.next() % 2)
      // Some messages far more often than others.
      let n = random.chance(30) ? random.next() % 3 : random.next() % 70
      let record = (rank: rank, n: n, corrupted: random.chance(10), invalid: random.chance(5))
      ledger.note(rank: rank, n: n)
      if record.corrupted { ledger.noteCorrupted(rank: rank, n: n, detail: nil) }
      if record.invalid { ledger.noteInvalid(rank: rank, n: n, detail: nil) }
      records.append(record)
    }
    let (account, model) = (sample.account, Model(sample, records))
    #expect(account.shown == SinkAccount.shown(model.counts), "seed \(seed)")
    #expect(account.unknown == model.unknown, "seed \(seed)")
    #expect(account.violations == [], "seed \(seed)")
    #expect(account.stages.map(\.stage) == sample.held.map { SinkSample.names[$0.stage] })
    let strays = account.unheld.reduce(0) { $0 + $1.counts[.stray] }
    #expect(account.stages.reduce(strays) { $0 + $1.counts[.stray] } == account.counts[.stray], "seed \(seed)")
    for kind in Set(account.witnesses.map(\.kind)) {
      let count =
        kind.rawValue == "unseen"
        ? account.counts[.unseen]
        : PlaceKind.sink.metric(named: kind.rawValue).map {
          if case .count(let count) = $0 { account.counts[count] } else { 0 }
        } ?? 0
      let shown = account.witnesses.count { $0.kind == kind }
      #expect(shown > 0 && shown <= 10 && count > 0, "seed \(seed): \(kind)")
    }
  }
}
