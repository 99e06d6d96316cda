/// Rates and times.
enum TimeWords {
  static let rateKept = Explanation(
    "how much of the rate asked for was really sent",
    """
    sent / max(target duration, last send − stage start), as a share of the target. Every measured stage with a rate \
    is held to 99% unless the scenario says otherwise.

    Below that, either the cluster took messages more slowly than they came due, which breaks the check (exit code \
    11), or this machine was too slow to send them, which says nothing of the cluster (exit code 21).
    """,
    do: """
      Look at queue_full and ack_latency: if they are high, it is the cluster. If lateness alone is, give the program \
      more of a machine, or the scenario a lower rate.
      """)

  static let throughput = Explanation(
    "bytes acknowledged a second",
    "Keys, values and headers of the scenario's own, from the stage's start to its last acknowledgement.",
    unseen: "What compression makes of it on the wire.")

  static let lateness = Explanation(
    "how long after its time a message was handed to the client",
    """
    sent − due. High lateness with a full queue is a cluster that pushes back; high lateness without one is a machine \
    that is too slow or too busy. At rate max nothing is due at a time, and it is empty.
    """)

  static let serviceLatency = Explanation(
    "from sent to acknowledged",
    """
    What most load tools call latency. While the sender itself is held back it looks better than what anybody waits \
    for; ack_latency does not.
    """)

  static let ackLatency = Explanation(
    "from due to acknowledged",
    """
    A message that had to wait for its turn is late, and that counts: a slow cluster cannot look fast by slowing its \
    sender down (coordinated omission). At rate max nothing is due at a time, and it is empty.
    """,
    do: """
      Compare it with service_latency: if only this one is high, messages waited before they were sent. linger.ms adds \
      to both.
      """)

  static let endToEndLatency = Explanation(
    "from due to read back",
    """
    What somebody at the other end of the topic waits for. At rate max it counts from the send. It is that of the first \
    reading, with this program's reader and its settings.
    """,
    unseen: "How long an application of yours takes, with its own group, settings and work.")

  static let ackGapMax = Explanation(
    "the longest time without an acknowledgement while some were awaited",
    "An outage as producers see it: a change of leader, a broker that stood still.",
    do: "Look at client.log: it has the connections and the leaders of that time.")

  static let readGapMax = Explanation(
    "the longest time without a record while some were to be read",
    "An outage as readers see it. A change of leader stops both; only this one alone is the reader's way.")

  static let queueFull = Explanation(
    "how long the client's queue was full",
    """
    The cluster took messages more slowly than they came due. On the embedded broker it is also the time that sending \
    was held back so that nothing is dropped before it is read.
    """)

  static let retries = Explanation(
    "batches that the client sent again",
    "An answer did not come, or it said to try again. Empty where the client was not asked.")

  static let lagMax = Explanation(
    "the most messages that were acknowledged and not yet read",
    "How far the reader fell behind. It does not slow the sender, but it adds to end_to_end_latency.")

  static let drain = Explanation(
    "from the last send to the end of reading",
    """
    How long the reader needed to reach the end. With acks 0 or 1 up to 45 s of it are spent to see that the ends of \
    the partitions stay where they are.
    """)

  static let duration = Explanation(
    "from the stage's start to its last acknowledgement",
    "Of the whole run: from its start to the end of reading.")

  static let readRate = Explanation(
    "messages read back a second",
    "From the first record of the stage to its last. While the load runs it is the load's rate, not the reader's limit."
  )
}
