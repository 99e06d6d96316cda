/// A measured value of a stage that is not a latency: rates, sizes, times, and counts of other things than messages.
package enum Figure: Sendable, CaseIterable {
  case retries, lagMax
  case rateKept, readRate, throughput
  case messageMean, clientRSSMax
  case duration, drain, queueFull, ackGapMax, readGapMax, clientCPU, clientCPUPerMessage, throttle

  package var facts: MetricFacts {
    switch self {
    case .retries:
      // Batches that are sent again are not among the retries of librdkafka's statistics, in 2.0.2 as in 2.16.
      MetricFacts(
        "retries", [.count], "requests that the client sent again", isSupported: false,
        why: Explanation(
          "batches that the client sent again",
          "No answer came, or the answer was to try again. Empty where the client was not asked."))
    case .lagMax:
      MetricFacts(
        "lag_max", [.count], "the most messages that were acknowledged and not yet read", source: .reading,
        why: Explanation(
          "the most messages that were acknowledged and not yet read",
          "How far the reader fell behind. It does not slow the producer, but it adds to end_to_end_latency."))
    case .rateKept:
      .rate(
        "rate_kept", [.ratio, .rate], "messages sent a second; with %, of the target",
        standard: .atLeast(.ratio(Threshold.keptRate)),
        why: Explanation(
          "how much of the rate asked for was really sent",
          """
          (sent + withheld in time) / max(target duration, last send − stage start), as a share of the target: a message that \
          was withheld when it was due took its turn. Every measured stage with a rate is held to 99% unless the scenario \
          says otherwise.

          Below that, either the cluster took messages more slowly than they came due, which breaks the check (exit code \
          11), or this machine was too slow to send them, which says nothing about the cluster (exit code 21).
          """,
          do: """
            Compare queue_full and ack_latency: if they are high, the cluster is slow. If only lateness is high, run on a \
            faster machine, or lower the rate.
            """))
    case .readRate:
      .rate(
        "read_rate", [.rate], "messages read back a second", source: .reading,
        why: Explanation(
          "messages read back a second",
          """
          From the first record of the stage to its last. While the load runs it is the load's rate, not the reader's limit.
          """))
    case .throughput:
      .rate(
        "throughput", [.byteRate], "acknowledged bytes a second",
        why: Explanation(
          "bytes acknowledged a second",
          "Keys, values and the scenario's headers, from the stage's start to its last acknowledgement.",
          unseen: "The size after compression, as it goes over the network. With acks 0 it is not measured."))
    case .messageMean:
      MetricFacts(
        "message_mean", [.size], "the mean size of a message: key, value and headers", tendency: .either,
        why: Explanation(
          "the mean size of a message",
          "Key, value and the scenario's headers, over what was sent. Its column is message_mean_bytes."))
    case .clientRSSMax:
      MetricFacts(
        "client_rss_max", [.size], "the most memory that this program held",
        why: Explanation(
          "the most memory that this program held",
          "As the system counts it for the whole process, up to the end of the stage."))
    case .duration:
      .seconds(
        "duration", "from the stage's start to its last delivery report",
        why: Explanation(
          "from the stage's start to its last acknowledgement",
          "For the whole run: from its start to the end of reading."))
    case .drain:
      .seconds(
        "drain", "from the last send to the end of reading", source: .reading,
        why: Explanation(
          "from the last send to the end of reading",
          """
          How long the reader needed to reach the end. With acks 0 or 1 up to 45 s of it are spent to check that the end \
          offsets of the partitions no longer change.
          """))
    case .queueFull:
      .seconds(
        "queue_full", "how long the client's queue was full",
        why: Explanation(
          "how long the client's queue was full",
          """
          The cluster took messages more slowly than they came due. On the embedded broker it is also the time for which \
          sending waited, so that nothing is dropped before it is read.

          A quota can be the cause: throttle_s is the time for which brokers said that they held this client back, and a \
          note in every report has it.
          """,
          do: "Where throttle_s is not 0, raise the quota of the user or of client.id rehearse (producer_byte_rate)."))
    case .ackGapMax:
      MetricFacts(
        "ack_gap_max", [.duration], "the longest time without an acknowledgement while some were awaited",
        why: Explanation(
          "the longest time without an acknowledgement while some were awaited",
          "An outage as producers see it: a change of leader, a broker that did not respond.",
          do: "Read client.log: it has the connections and the leaders of that time."))
    case .readGapMax:
      MetricFacts(
        "read_gap_max", [.duration], "the longest time without a record while some were awaited", source: .reading,
        why: Explanation(
          "the longest time without a record while some were to be read",
          """
          An outage as consumers see it. A change of leader shows in ack_gap_max as well; if only this one is high, the \
          cause is on the way to the reader.
          """))
    case .clientCPU:
      .seconds(
        "client_cpu", "processor time that this program used",
        why: Explanation(
          "processor time that this program used during the stage",
          """
          All threads together, those of the client and of the reader included: on two processors it can be twice the \
          stage's time.
          """,
          do: "If it is close to the stage's time × processors, the machine limits the rate, not the cluster.",
          unseen:
            "The time of a stage that ran at the same time as another: its cell is empty. That of the run has both."))
    case .clientCPUPerMessage:
      MetricFacts(
        "client_cpu_per_message", [.duration], "processor time that this program used for each acknowledged message",
        tendency: .either, column: "client_cpu_us_per_message",
        why: Explanation(
          "processor time for each acknowledged message",
          """
          client_cpu / acknowledged, in microseconds: rendering, sending, reading back and checking. It changes little on a \
          machine that is busy with something else, so builds can be compared by it. Its column is client_cpu_us_per_message.
          """,
          do: "Compare it with an earlier build's, on the same machine and with the same client."))
    case .throttle:
      .seconds(
        "throttle", "the time for which brokers said that they held the client back",
        why: Explanation(
          "how long brokers said that they held the client back",
          """
          A quota of the user or of client.id rehearse: with each answer a broker says for how long it delays this client. The \
          times of all brokers are united, so it is at most the stage's time. A stage has those of its producers; the whole run \
          has the reader's as well.
          """,
          do: "Raise the quota (producer_byte_rate, consumer_byte_rate, request_percentage), or lower the rate."))
    }
  }
}

extension MetricFacts {
  /// A rate: it means nothing over several stages, and nothing in a warm-up.
  fileprivate static func rate(
    _ name: String, _ units: [Unit], _ meaning: String, standard: Default = .none, source: Source = .sending,
    why explanation: Explanation
  ) -> Self {
    Self(
      name, units, meaning, standard: standard, emptyIn: [.wholeRun, .unmeasured], source: source, tendency: .either,
      why: explanation)
  }

  fileprivate static func seconds(
    _ name: String, _ meaning: String, source: Source = .sending, why explanation: Explanation
  ) -> Self {
    Self(name, [.duration], meaning, source: source, isInSeconds: true, why: explanation)
  }
}
