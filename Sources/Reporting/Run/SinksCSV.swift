internal import Scenarios
package import Verification

/// `sinks.csv`: one row for each sink and stage that it holds, and one, `*`, for each sink. A file of its own: in `stages.csv` these
/// rows would be added up with those of the stages.
package enum SinksCSV {
  package static func text(_ result: RunResult) -> String {
    let rows = (result.sinks ?? []).flatMap { sink in
      sink.stages.map { SinkRow(sink, stage: $0, of: result) } + [SinkRow(sink, stage: nil, of: result)]
    }
    return header + rows.map { row in CSVText.line(columns.map { $0.cell(row) }) }.joined()
  }

  /// With its line end.
  package static var header: String { CSVText.line(columns.map(\.name)) }

  /// The whole definition of the file. New columns come at the end.
  private static let columns: [ReportColumn<SinkRow>] = ReportColumn.origin + place + counts + times + judgement

  private static let place: [ReportColumn<SinkRow>] = [
    .text("sink") { $0.sink.name },
    .text("kind") { $0.sink.kind.rawValue },
    .text("from") { $0.sink.from },
    .text("topic") { $0.sink.topic },
    .text("stage") { $0.stage?.stage ?? "*" },
    .text("verdict") { $0.whole?.verdict.rawValue },
  ]

  private static let counts: [ReportColumn<SinkRow>] =
    [
      .sinkCount(.expected), .sinkCount(.read), .sinkCount(.found), .sinkCount(.missing), .sinkCount(.unseen),
      .sinkCount(.unknownFound), .sinkCount(.unknownAbsent), .sinkCount(.unknownUnseen), .sinkCount(.phantom),
      .sinkCount(.stray), .sinkCount(.duplicated),
    ] + [.count("reordered") { _ in nil }]
    + [.sinkCount(.corrupted), .sinkCount(.invalid), .sinkCount(.foreign)]

  private static let times: [ReportColumn<SinkRow>] = [
    .sinkLatency(.p50), .sinkLatency(.p99), .sinkLatency(.max),
    .seconds("caught_up_s") { $0.whole?.caughtUp },
    .number("readings") { $0.whole?.readings },
  ]

  private static let judgement: [ReportColumn<SinkRow>] = [
    .number("expectations_total") { $0.whole?.checks.count },
    .number("expectations_broken") { $0.whole?.checks.count { $0.isBroken } },
    .number("expectations_inconclusive") { $0.whole?.checks.count { $0.isInconclusive } },
    .text("error_code") { $0.whole?.problem?.code },
    .text("error_message") { $0.whole.flatMap { $0.problem?.sentence ?? $0.unseenBecause } },
  ]
}

/// One row of `sinks.csv`.
struct SinkRow: RunRow {
  let result: RunResult
  let sink: SinkResult
  /// Nil for the row `*`.
  let stage: SinkStageResult?

  init(_ sink: SinkResult, stage: SinkStageResult?, of result: RunResult) {
    self.result = result
    self.sink = sink
    self.stage = stage
  }

  /// The sink, in its row `*`.
  var whole: SinkResult? { stage == nil ? sink : nil }

  /// Nil where the cell is empty: the sink was not read, or does not count such a thing.
  func value(of count: SinkCount) -> UInt64? {
    // A record without an id of this run is of no stage.
    if stage != nil, count == .foreign { return nil }
    return sink.counts(count) ? (stage.map { sink.counts == nil ? nil : $0.counts } ?? sink.counts)?[count] : nil
  }
}

extension SinkResult {
  /// False for what it cannot count: an empty cell, not 0.
  func counts(_ count: SinkCount) -> Bool {
    switch count {
    case .missing: !isPartial
    case .unknownFound, .unknownAbsent, .unknownUnseen: from == nil
    case .corrupted: comparesContent
    case .invalid: checksFormat
    case .expected, .read, .found, .unseen, .phantom, .stray, .duplicated, .foreign: true
    }
  }
}

extension ReportColumn<SinkRow> {
  fileprivate static func sinkCount(_ count: SinkCount) -> Self {
    .count(count.facts.name) { $0.value(of: count) }
  }

  fileprivate static func sinkLatency(_ statistic: Latency.Statistic) -> Self {
    .decimal("end_to_end_latency_\(statistic.rawValue)_ms", places: 3) { row in
      row.whole?.endToEndLatency?.nanoseconds(statistic).map { $0 / 1e6 }
    }
  }
}
