package import Scenarios

extension SinkResult {
  /// The value of a metric as its cell in `sinks.csv` has it, before that is rounded; nil where the cell is empty.
  package func value(of metric: PlaceMetric) -> Measurement? {
    switch metric {
    case .count(let count): isEmpty(count) ? nil : counts?.measurement(of: count)
    case .latency(let statistic): endToEndLatency?.nanoseconds(statistic).map { .duration($0) }
    case .caughtUp: caughtUp.map { .duration(Double($0.count)) }
    case .lagMax, .lagEnd: nil
    }
  }

  /// True for a count that this sink does not have, though it was read: it was not compared, or means nothing there.
  package func isEmpty(_ count: SinkCount) -> Bool {
    switch count {
    case .corrupted: !comparesContent
    case .invalid: !checksFormat
    case .unknownFound: from != nil
    case .unknownAbsent, .unknownUnseen: from != nil || isPartial
    case .missing, .unseen: isPartial
    case .expected, .read, .found, .phantom, .stray, .duplicated, .foreign: false
    }
  }
}

extension GroupResult {
  /// The value of a metric as its cell in `groups.csv` has it, before that is rounded; nil where the cell is empty.
  package func value(of metric: PlaceMetric) -> Measurement? {
    switch metric {
    case .lagMax: lagMax.map { .count($0) }
    case .lagEnd: lagEnd.map { .count($0) }
    case .caughtUp: caughtUp.map { .duration(Double($0.count)) }
    case .count, .latency: nil
    }
  }
}

extension Anomaly {
  /// In a sink, the count that has it in it; nil for a kind that sinks do not have.
  package var placeMetric: PlaceMetric? { PlaceKind.sink.metric(named: kind.rawValue) }
}
