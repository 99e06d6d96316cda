internal import Diagnostics
internal import Scenarios
internal import Verification

/// The table by stage at the end of a run.
struct ConsoleTable {
  private let rows: [StageRow]

  init(_ result: RunResult) {
    let stages = result.stages.map { StageRow($0, of: result) }
    // Of one stage the whole is the same again.
    rows = stages + (stages.count > 1 ? [StageRow(wholeOf: result)] : [])
  }

  /// Empty where there was no stage.
  func text(width: Int) -> String {
    guard !rows.isEmpty else { return "" }
    return [TextTable(columns: columns).text(width: width), legend].filter { !$0.isEmpty }.joined(separator: "\n")
  }

  var columns: [TextTable.Column] {
    [
      words("stage") { $0.isWhole ? "whole run" : $0.stage.name.visible.cut(to: 32) },
      words("verdict") { $0.isWhole ? $0.result.verdict.rawValue : $0.stage.verdict.rawValue },
      numbers("sent") { $0.send.map { HumanNumber.grouped($0[.sent]) } },
      numbers("found") { $0.read.map { HumanNumber.grouped($0[.found]) } },
      exceptions("withheld") { $0.send?[.withheld] },
      exceptions("unanswered") { $0.send?[.unknown] },
      exceptions("of it found") { $0.read?[.unknownFound] },
      exceptions("foreign") { $0.read?[.foreign] },
      numbers("rate kept") { row in
        guard let ratio = row.rated?.keptRateRatio else { return row.rated?.keptRate.map(HumanNumber.rate) }
        return HumanNumber.percent(ratio) + (row.rated?.targetRate.map { " of \(HumanNumber.rate($0))" } ?? "")
      },
      numbers("throughput") { $0.rated?.bytesPerSecond.map(HumanNumber.bytes(perSecond:)) },
      latency("ack p50", 50, \.ackLatency),
      latency("ack p99", 99, \.ackLatency),
      latency("e2e p50", 50, \.endToEndLatency),
      latency("e2e p99", 99, \.endToEndLatency),
      latency("late p99", 99, \.lateness),
    ]
  }

  /// The meaning of the short titles, of those that are shown.
  var legend: String {
    let parts: [(Bool, String)] = [
      (measures(\.ackLatency), "ack: from due to acknowledged"),
      (measures(\.endToEndLatency), endToEnd),
      (measures(\.lateness), "late: from due to sent"),
    ]
    let shown = parts.filter(\.0).map(\.1)
    return shown.isEmpty ? "" : "(\(shown.joined(separator: ", ")))"
  }

  /// At max nothing is due at a time.
  private var endToEnd: String {
    let measured = rows.compactMap(\.rated).filter { ($0.endToEndLatency?.count ?? 0) > 0 }
    guard measured.contains(where: { $0.targetRate == nil }) else { return "e2e: from due to read back" }
    return measured.allSatisfy { $0.targetRate == nil }
      ? "e2e: from sent to read back" : "e2e: from due, at max from sent, to read back"
  }

  private func measures(_ histogram: (StageResult) -> LatencyHistogram?) -> Bool {
    rows.contains { ($0.measured.flatMap(histogram)?.count ?? 0) > 0 }
  }

  /// A column that a good run has nothing in: shown if any row has.
  private func exceptions(_ title: String, _ count: @escaping (StageRow) -> UInt64?) -> TextTable.Column {
    let isShown = rows.contains { (count($0) ?? 0) > 0 }
    return numbers(title) { row in isShown ? count(row).map { HumanNumber.grouped($0) } : nil }
  }

  private func latency(
    _ title: String, _ percentile: Double, _ histogram: (StageResult) -> LatencyHistogram?
  ) -> TextTable.Column {
    numbers(title) { row in
      row.measured.flatMap(histogram)?.milliseconds(atPercentile: percentile).map(HumanNumber.milliseconds)
    }
  }

  private func words(_ title: String, _ cell: (StageRow) -> String) -> TextTable.Column {
    TextTable.Column(title: title, cells: rows.map(cell), isWords: true)
  }

  private func numbers(_ title: String, _ cell: (StageRow) -> String?) -> TextTable.Column {
    TextTable.Column(title: title, cells: rows.map { cell($0) ?? "" })
  }
}
