/// A time that is measured for each message.
package enum Latency: String, Sendable, CaseIterable {
  /// Sent − due.
  case lateness
  /// Acknowledged − sent.
  case service = "service_latency"
  /// Acknowledged − due.
  case ack = "ack_latency"
  /// Read back − due.
  case endToEnd = "end_to_end_latency"

  /// One value of many.
  package enum Statistic: String, Sendable, CaseIterable {
    case min, mean, p50, p90, p95, p99, p999, max
  }

  /// The statistics that reports have of it.
  package var statistics: [Statistic] {
    switch self {
    case .lateness: [.p50, .p99, .max]
    case .service, .ack, .endToEnd: Statistic.allCases
    }
  }

  /// One line for the reference: the two moments between which it is.
  package var meaning: String {
    switch self {
    case .lateness: "from when a message was due to when it was sent"
    case .service: "from sent to acknowledged"
    case .ack: "from due to acknowledged"
    case .endToEnd: "from due to read back; at `max` from sent"
    }
  }

  package var explanation: Explanation {
    switch self {
    case .lateness:
      Explanation(
        "how long after it was due a message was handed to the client",
        """
        sent − due. High lateness with a full queue means that the cluster is slow; high lateness without one means that \
        this machine is too slow or too busy. At rate max nothing is due at a time, and it is empty.
        """)
    case .service:
      Explanation(
        "from sent to acknowledged",
        """
        What most load tools call latency. While the producer itself has to wait, it is shorter than what an application \
        sees; ack_latency is not.
        """)
    case .ack:
      Explanation(
        "from due to acknowledged",
        """
        A message that had to wait before it was sent is late, and that counts: a slow cluster cannot look fast by slowing \
        its producer down (coordinated omission). At rate max nothing is due at a time, and it is empty.
        """,
        do: """
          Compare it with service_latency: if only this one is high, messages waited before they were sent. linger.ms adds \
          to both.
          """)
    case .endToEnd:
      Explanation(
        "from due to read back",
        """
        What a consumer of the topic sees. At rate max it counts from the send. It is that of the first reading, with this \
        program's consumer and its settings.
        """,
        unseen: "The latency of your own application, with its own group, settings and work.")
    }
  }

  package func facts(_ statistic: Statistic) -> MetricFacts {
    let (what, source, empty): (String, MetricFacts.Source, Set<MetricFacts.Row>) =
      switch self {
      case .lateness: ("from due to sent", .sending, [.atMaximum, .unmeasured])
      case .service: ("from sent to acknowledged", .sending, [.unmeasured])
      case .ack: ("from due to acknowledged", .sending, [.atMaximum, .unmeasured])
      case .endToEnd: ("from due (at max: from sent) to read back", .reading, [.unmeasured])
      }
    let (which, tendency): (String, MetricFacts.Tendency) =
      switch statistic {
      case .min: ("the shortest time", .falls)
      case .max: ("the longest time", .rises)
      case .mean: ("the mean time", .either)
      case .p50: ("the time that half of the messages took at most,", .either)
      case .p90: ("the time that 90% of the messages took at most,", .either)
      case .p95: ("the time that 95% of the messages took at most,", .either)
      case .p99: ("the time that 99% of the messages took at most,", .either)
      case .p999: ("the time that 99.9% of the messages took at most,", .either)
      }
    return MetricFacts(
      "\(rawValue)_\(statistic.rawValue)", [.duration], "\(which) \(what)", emptyIn: empty, source: source,
      tendency: tendency, why: explanation)
  }
}
