package import Diagnostics
package import Scenarios

/// The account of one sink: a row of `sinks.csv` for each stage that it holds, and one for all of them.
package struct SinkResult: Sendable, Equatable, Codable {
  /// The place that was read.
  package enum Kind: String, Sendable, Codable {
    case topic, command
    case anyOf = "any_of"
  }

  package var name: String
  package var position: SourcePosition
  package var kind: Kind
  /// The sink or topic whose messages are expected here; nil for those that were acknowledged.
  package var from: String?
  /// The topic's name in the cluster; nil for other kinds.
  package var topic: String?
  package var verdict: Verdict
  /// `holds: some`: nothing is missing.
  package var isPartial: Bool
  /// The records expected of each message.
  package var copies: Int
  /// The counts of all stages together; nil where the sink was not read.
  package var counts: SinkCounts?
  /// By stage, in the order of the scenario.
  package var stages: [SinkStageResult]
  /// The stages that it does not hold, and whose ids were read there all the same; nil for none.
  package var unheld: [SinkStageResult]?
  /// The reason why what is absent is unseen; nil where everything was read and the end is proven.
  package var unseenBecause: String?
  /// The counts that were not compared: without `same` there is no *corrupted*, without `format` no *invalid*.
  package var comparesContent: Bool
  package var checksFormat: Bool
  package var endToEndLatency: LatencyHistogram?
  /// Last answer to the end of what was found; nil where something is missing.
  package var caughtUp: Nanoseconds?
  /// The number of times that it was read as a whole.
  package var readings: Int
  package var witnesses: [Anomaly]
  package var checks: [Check]
  package var problem: Problem?
  /// By second: what was found, and what was read beyond the first.
  package var series: SinkSeries

  package init(
    name: String, position: SourcePosition, kind: Kind, from: String? = nil, topic: String? = nil,
    verdict: Verdict = .skipped, isPartial: Bool = false, copies: Int = 1, counts: SinkCounts? = nil,
    stages: [SinkStageResult] = [], unseenBecause: String? = nil, comparesContent: Bool = false,
    checksFormat: Bool = false, readings: Int = 0, witnesses: [Anomaly] = [], checks: [Check] = [],
    series: SinkSeries = SinkSeries()
  ) {
    self.name = name
    self.position = position
    self.kind = kind
    self.from = from
    self.topic = topic
    self.verdict = verdict
    self.isPartial = isPartial
    self.copies = copies
    self.counts = counts
    self.stages = stages
    self.unseenBecause = unseenBecause
    self.comparesContent = comparesContent
    self.checksFormat = checksFormat
    self.readings = readings
    self.witnesses = witnesses
    self.checks = checks
    self.series = series
  }
}

/// The account of one stage in a sink.
package struct SinkStageResult: Sendable, Equatable, Codable {
  package var stage: String
  package var counts: SinkCounts

  package init(stage: String, counts: SinkCounts) {
    self.stage = stage
    self.counts = counts
  }
}

/// The seconds of a sink since the run's start, empty ones too.
package struct SinkSeries: Sendable, Equatable, Codable {
  package var found: [UInt64]
  package var duplicated: [UInt64]

  package init(found: [UInt64] = [], duplicated: [UInt64] = []) {
    self.found = found
    self.duplicated = duplicated
  }
}
