/// A number that an expectation of a sink or of a group can be stated on. Many of their names are those of a stage's metrics, too:
/// `sink(NAME).` or `group(NAME).` before it, or the list that it is written in, says which is meant.
package enum PlaceMetric: Sendable, Hashable {
  case count(SinkCount)
  /// From due to read in the sink.
  case latency(Latency.Statistic)
  /// From the last send until everything expected was found, or until the group's lag was 0.
  case caughtUp
  case lagMax, lagEnd

  package var facts: MetricFacts {
    switch self {
    case .count(let count): count.facts
    case .latency(let statistic): Self.latencyFacts(statistic)
    case .caughtUp: Self.caughtUpFacts
    case .lagMax: Self.lagMaxFacts
    case .lagEnd: Self.lagEndFacts
    }
  }

  package var name: String { facts.name }
}

/// A kind of place beside the stages that has metrics.
package enum PlaceKind: String, Sendable, CaseIterable {
  case sink, group

  /// In the order of reports and the reference.
  package var metrics: [PlaceMetric] {
    switch self {
    case .sink:
      SinkCount.allCases.map(PlaceMetric.count) + Latency.endToEnd.statistics.map(PlaceMetric.latency) + [.caughtUp]
    case .group: [.lagMax, .lagEnd, .caughtUp]
    }
  }

  /// Nil for what is no metric of such a place.
  package func metric(named name: String) -> PlaceMetric? { metrics.first { $0.name == name } }
}

extension PlaceMetric: CaseIterable {
  /// Each once: those of sinks, then those that only groups have.
  package static let allCases: [PlaceMetric] =
    PlaceKind.sink.metrics + PlaceKind.group.metrics.filter { !PlaceKind.sink.metrics.contains($0) }

  /// Nil for what is no metric of any place.
  package init?(name: String) {
    guard let metric = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = metric
  }
}

extension PlaceMetric {
  private static func latencyFacts(_ statistic: Latency.Statistic) -> MetricFacts {
    var facts = Latency.endToEnd.facts(statistic)
    facts.explanation = Explanation(
      "from due to read in the sink",
      """
      What a consumer behind the system sees, with the system's own time in it. Only topics that are read while the load runs \
      (mode: tail) have it; a command is asked too seldom.
      """,
      unseen: "The latency of your own consumer: it is that of this program's, with its settings.")
    return facts
  }

  private static let caughtUpFacts = MetricFacts(
    "caught_up", [.duration], "from the last send until everything was there, or until the lag was 0", source: .reading,
    tendency: .settled, isInSeconds: true,
    why: Explanation(
      "how long after the last send the system had caught up",
      """
      Of a sink: until the last expected message was found. Of a group: until the first sample with a lag of 0; samples are taken \
      once a second, so it is no finer than that. One that never caught up breaks every such expectation, with exit code 11.

      A lag of 0 does not prove that messages were processed: a group that commits before it works, or that begins at the latest \
      offset, shows 0 as well. Only a sink proves it.
      """,
      do: "After a crash a group waits for its session timeout, 45 s by default: session.timeout.ms of its consumers."))

  private static let lagMaxFacts = MetricFacts(
    "lag_max", [.count], "the most messages that the group had not committed, over all its partitions",
    source: .reading,
    tendency: .rises,
    why: Explanation(
      "the greatest lag of a group",
      """
      End of the partition less what the group has committed, added over the partitions, once a second. A partition without a \
      commit counts from the end that was noted at the start. It comes in steps of what the group commits: one that commits every \
      5 s shows up to five seconds of messages in the best case. A sample that failed is a gap.
      """,
      do: "Compare it with the rate × the time between two commits of the group. Above that the consumers are too slow."
    ))

  private static let lagEndFacts = MetricFacts(
    "lag_end", [.count], "the messages that the group had not committed when it was last asked", source: .reading,
    tendency: .settled,
    why: Explanation(
      "the lag of a group when it was last asked",
      "That is when the sinks were read, at the deadline at the latest. Empty where no sample succeeded.",
      do: "If it is not 0, the group had not caught up: see caught_up."))
}
