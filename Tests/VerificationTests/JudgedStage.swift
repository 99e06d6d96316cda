import Diagnostics
import Scenarios
import Verification

/// A stage in which all went well, as a starting point for cases: 10 messages sent, acknowledged, read and found.
enum JudgedStage {
  static let position = SourcePosition(line: 7, column: 3)

  static let range = SourceRange(start: position, end: position)

  /// The default expectations of a stage.
  static let defaultMetrics: [Metric] = [
    .rejected, .withheld, .dropped, .unsent, .lost, .trimmed, .unseen, .phantom, .duplicated, .reordered, .corrupted,
    .misrouted, .invalid, .unknownAbsent, .unknownUnseen, .abortedVisible, .rateKept,
  ]

  static var good: StageResult {
    var stage = StageResult(name: "load", index: 0, position: position, measured: true, verdict: .passed)
    stage.topic = "orders"
    stage.startedAt = 1_790_000_000_000
    stage.send[.due] = 10
    stage.send[.sent] = 10
    stage.send[.acknowledged] = 10
    stage.read = ReadCounts()
    stage.read?[.read] = 10
    stage.read?[.found] = 10
    stage.keptRateRatio = 1
    return stage
  }

  static var skipped: StageResult {
    StageResult(name: "later", index: 1, position: position, measured: true, verdict: .skipped)
  }

  static func reading(_ partition: Int32 = 0, topic: String = "orders", position: Int64 = 10) -> PartitionReading {
    var reading = PartitionReading(topic: topic, partition: partition, noted: 0)
    reading.position = position
    reading.end = 10
    reading.beginning = 0
    reading.endIsStable = true
    return reading
  }

  static func expectation(_ metric: Metric) -> Expectation {
    metric == .rateKept
      ? Expectation(metric: metric, comparison: .atLeast, bound: .ratio(Fraction(99, over: 100)), range: range)
      : Expectation(metric: metric, comparison: .equal, bound: .count(0), range: range)
  }

  static func rejection(_ code: String, isInfrastructure: Bool) -> Rejection {
    Rejection(code: code, text: code, count: 1, isInfrastructure: isInfrastructure)
  }
}
