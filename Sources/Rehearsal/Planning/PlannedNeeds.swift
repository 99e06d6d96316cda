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
    let partitions = scenario.stages.map { scenario.topics[$0.topic].partitions ?? (profile.isEmbedded ? 1 : nil) }
    let ledger = LedgerNeeds(stages: zip(stages, partitions).map { ($0.messages, $1) })
    var parts = [
      Part(
        "producer's queue",
        stages.map { client.queue(messages: $0.messages, ofAtMost: $0.size.largest) }.max() ?? 0,
        "messages waiting to be sent"),
      // The next stage may begin while the client of the previous one is being closed.
      Part("in flight", client.inFlight * UInt64(min(stages.count, 2)), "times and numbers of messages in flight"),
      Part("reader's queue", client.reading(messages: total, ofAtMost: largest), "fetched and not yet verified"),
      Part("ledger: offsets", ledger.offsets, "where each message went, up to 4 MiB; then a work file"),
    ]
    if let bitmaps = ledger.bitmaps {
      parts.append(Part("ledger: bits", bitmaps, "3 a message, if no range is ever complete"))
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

  private static func total(_ counts: [UInt64?]) -> UInt64? {
    counts.reduce(0 as UInt64?) { sum, count in
      guard let sum, let count else { return nil }
      let (total, overflow) = sum.addingReportingOverflow(count)
      return overflow ? nil : total
    }
  }
}
