/// A number that an expectation can be stated on: a column of `stages.csv` that was measured, without its unit. `facts`
/// is its row.
package enum Metric: Sendable, Hashable {
  case sending(SendCount)
  case reading(ReadCount)
  case figure(Figure)
  case latency(Latency, Latency.Statistic)
  /// The reason for which every message of a stage is refused; it is no column.
  case refused
  /// A number of a sink or a group: no stage has it, and it is no column of `stages.csv`.
  case place(PlaceMetric)

  package var facts: MetricFacts {
    switch self {
    case .sending(let count): count.facts
    case .reading(let count): count.facts
    case .figure(let figure): figure.facts
    case .latency(let latency, let statistic): latency.facts(statistic)
    case .refused: .refused
    case .place(let metric): metric.facts
    }
  }

  /// The metric as it is written in an expectation: `lost`, `ack_latency_p99`.
  package var name: String { facts.name }

  package var breach: MetricFacts.Breach { facts.breach }

  package var isLatency: Bool { if case .latency = self { true } else { false } }

  /// Measured from acknowledgements: without them there is no value.
  package var needsAcknowledgements: Bool {
    switch self {
    case .latency(let latency, _): latency == .service || latency == .ack
    case .figure(let figure):
      switch figure {
      case .throughput, .ackGapMax, .readGapMax, .lagMax, .clientCPUPerMessage: true
      case .retries, .rateKept, .readRate, .messageMean, .clientRSSMax, .duration, .drain, .queueFull, .clientCPU,
        .throttle:
        false
      }
    case .sending, .reading, .refused, .place: false
    }
  }
}

extension Metric {
  /// True for counts and rates that are known while messages are sent, so that `abort_when` can have a condition on them.
  package var isKnownWhileSending: Bool {
    switch self {
    case .sending(let count):
      switch count {
      case .sent, .acknowledged, .rejected, .unknown, .aborted, .withheld, .dropped, .bytesAcknowledged: true
      case .due, .unsent: false
      }
    case .figure(let figure):
      switch figure {
      case .rateKept, .throughput: true
      case .retries, .lagMax, .readRate, .messageMean, .clientRSSMax, .duration, .drain, .queueFull, .ackGapMax,
        .readGapMax, .clientCPU, .clientCPUPerMessage, .throttle:
        false
      }
    case .reading, .latency, .refused, .place: false
    }
  }
}

extension Metric: CaseIterable {
  /// All metrics of stages in the order of the reference: counts of sending, counts of reading, rates, sizes, times, latencies.
  package static let allCases: [Metric] = {
    let single =
      SendCount.allCases.map(Metric.sending) + ReadCount.allCases.map(Metric.reading)
      + Figure.allCases.map(Metric.figure)
    let latencies = Latency.allCases.flatMap { latency in latency.statistics.map { Metric.latency(latency, $0) } }
    return (0...4).flatMap { rank in single.filter { $0.rank == rank } } + latencies + [.refused]
  }()

  private var rank: Int {
    switch facts.units[0] {
    case .count: facts.source == .sending ? 0 : 1
    case .ratio, .rate, .byteRate: 2
    case .size: 3
    case .duration: 4
    case .reason: 5
    }
  }

  private static let named = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  /// Nil for what does not name a stage's metric.
  package init?(name: String) {
    guard let metric = Self.named[name] else { return nil }
    self = metric
  }
}

/// A metric is written to files as its name; of a sink or a group with `place.` before it, because stages have some of these names.
extension Metric: Codable {
  private static let placePrefix = "place."

  package init(from decoder: any Decoder) throws {
    let name = try decoder.singleValueContainer().decode(String.self)
    let ofPlace =
      name.hasPrefix(Self.placePrefix) ? PlaceMetric(name: String(name.dropFirst(Self.placePrefix.count))) : nil
    guard let metric = ofPlace.map(Metric.place) ?? Self(name: name) else {
      throw DecodingError.dataCorrupted(
        DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "unknown metric: \(name)"))
    }
    self = metric
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if case .place = self { try container.encode(Self.placePrefix + name) } else { try container.encode(name) }
  }
}

extension Metric {
  /// Its columns in `stages.csv`, one for each unit (of a sink or a group, in the file about these); none where it is no column.
  package var columns: [String] { facts.units.compactMap(column) }

  /// Nil for `refused`, which is no column.
  package func column(in unit: MetricFacts.Unit) -> String? {
    switch unit {
    case .count: name
    case .duration: facts.column ?? name + (facts.isInSeconds ? "_s" : "_ms")
    case .ratio: name + "_ratio"
    case .rate: name + "_per_s"
    case .byteRate: name + "_bytes_per_s"
    case .size: facts.namesBytes ? name : name + "_bytes"
    case .reason: nil
    }
  }
}

extension MetricFacts {
  static let refused = MetricFacts(
    "refused", [.reason], "every message is turned away, for this reason", emptyIn: [.wholeRun], tendency: .settled,
    why: Explanation(
      "every message of the stage is refused, for one reason",
      """
      An expectation for a stage that must not get through: refused == authentication, authorization, tls, unknown-topic or \
      message-too-large; for a stage that posts to a target, the status that it must answer, as refused == 422. It is met if every message of the stage is rejected for that reason, none of them is in the topic, \
      and another client of the same run shows that the refusal is the cluster's: it signed in by the same mechanism at the \
      same listener, or, for authorization, it wrote to the same topic; for a status, the target acknowledged another \
      message, and none of the stage's is in any sink. Without such a control the result is inconclusive. A \
      message that gets through breaks it. It takes the place of the stage's default expectations.

      In the last line of the console, refused= is the number of files that were not run.
      """))
}
