extension Sink {
  /// The metrics of which it has no value.
  package var absentMetrics: Set<PlaceMetric> {
    var counts: Set<SinkCount> = []
    if comparisons.isEmpty { counts.insert(.corrupted) }
    if format == nil, schema == nil { counts.insert(.invalid) }
    if origin != .acknowledged { counts.formUnion([.unknownFound, .unknownAbsent, .unknownUnseen]) }
    if extent == .some { counts.formUnion([.missing, .unseen, .unknownAbsent, .unknownUnseen]) }
    var absent = Set(counts.map(PlaceMetric.count))
    if !isReadWhileTheLoadRuns { absent.formUnion(Latency.endToEnd.statistics.map(PlaceMetric.latency)) }
    if extent == .some { absent.insert(.caughtUp) }
    return absent
  }

  private var isReadWhileTheLoadRuns: Bool {
    switch source {
    case .topic: mode == .tail
    case .command, .anyOf: false
    }
  }
}

extension Scenario {
  /// The expectations that a sink must meet, by its index.
  package func effectiveExpectations(ofSink index: Int) -> [Expectation] {
    let sink = sinks[index]
    return Expectation.effective(
      .sink, named: sink.name, own: sink.expectations, top: expectations, absent: sink.absentMetrics, range: sink.range)
  }

  /// The expectations that a group must meet, by its index.
  package func effectiveExpectations(ofGroup index: Int) -> [Expectation] {
    let group = groups[index]
    return Expectation.effective(
      .group, named: group.name, own: group.expectations, top: expectations, range: group.range)
  }
}
