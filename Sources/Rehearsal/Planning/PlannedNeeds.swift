internal import Kafka
internal import Load
internal import Reporting
internal import Scenarios
internal import Templates
internal import Verification

extension PlannedMemory {
  /// The largest size of each part. They are added up even if they are not reached at the same time.
  init(_ scenario: Scenario, _ stages: [PlannedStage], _ profile: ClientProfile) {
    let client = ClientNeeds(profile)
    let largest = stages.map(\.size.largest).max() ?? 0
    let total = Self.total(stages.map(\.messages))
    // A topic on the embedded broker is always a new one.
    let partitions = scenario.stages.map { stage in
      stage.topic.map { scenario.topics[$0].partitions ?? (profile.isEmbedded ? 1 : nil) } ?? 0
    }
    let ledger = LedgerNeeds(stages: zip(stages, partitions).map { ($0.messages, $1) })
    let sending = zip(scenario.stages, stages).map { Sending($0, $1, profile) }
    var parts = [
      Part(
        "producer's queue",
        scenario.timeline.isSequence ? sending.map(\.queue).max() ?? 0 : Self.sum(sending.map(\.queue)),
        "messages waiting to be sent"),
      Part(
        "in flight",
        scenario.timeline.isSequence ? Self.greatestOfTwo(sending.map(\.inFlight)) : Self.sum(sending.map(\.inFlight)),
        "times and numbers of messages in flight"),
    ]
    if scenario.verify.unread == nil {
      parts += [
        Part("reader's queue", client.reading(messages: total, ofAtMost: largest), "fetched and not yet verified"),
        Part("ledger: offsets", ledger.offsets, "where each message went, up to 4 MiB; then a work file"),
      ]
      if let bitmaps = ledger.bitmaps {
        parts.append(Part("ledger: bits", bitmaps, "3 a message, if no range is ever complete"))
      }
    }
    parts.append(
      Part("histograms", UInt64((stages.count + 1) * 4 * LatencyHistogram.byteCount), "4 for each stage"))
    // Templates that use the same columns of one file share a table.
    var tables: [DataTable] = []
    for case let data? in scenario.templates.map(\.data) where !tables.contains(where: { $0 === data.table }) {
      tables.append(data.table)
    }
    if !tables.isEmpty {
      parts.append(
        Part("data", tables.reduce(0) { $0 + UInt64($1.memoryCount) }, "the columns that templates use"))
    }
    if profile.isEmbedded {
      let stated = scenario.topics.reduce(0) { $0 + ($1.partitions ?? 1) }
      parts.append(Part("embedded broker", UInt64(stated) * 5 << 20, "5 MiB for each partition"))
    }
    self.init(parts: parts, workFile: ledger.workFile)
  }

  /// The needs of one stage's producers together.
  private struct Sending {
    let queue: UInt64
    let inFlight: UInt64

    init(_ stage: Stage, _ planned: PlannedStage, _ profile: ClientProfile) {
      let client = ClientNeeds(profile.with(stage.client))
      let producers = UInt64(stage.producers)
      let each = planned.messages.map { $0 / producers + ($0 % producers > 0 ? 1 : 0) }
      queue = client.queue(messages: each, ofAtMost: planned.size.largest) * producers
      inFlight = client.inFlight * producers
    }
  }

  /// The most of two stages in a row: the next may begin while the clients of the one before are being closed.
  private static func greatestOfTwo(_ needs: [UInt64]) -> UInt64 {
    zip(needs, needs.dropFirst() + [0]).map { $0 + $1 }.max() ?? 0
  }

  private static func sum(_ needs: [UInt64]) -> UInt64 { needs.reduce(0, +) }

  private static func total(_ counts: [UInt64?]) -> UInt64? {
    counts.reduce(0 as UInt64?) { sum, count in
      guard let sum, let count else { return nil }
      let (total, overflow) = sum.addingReportingOverflow(count)
      return overflow ? nil : total
    }
  }
}
