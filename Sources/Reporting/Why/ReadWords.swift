/// What became of a message as the reader saw it.
enum ReadWords {
  static let found = Explanation(
    "acknowledged, and read back",
    """
    This is what should be. A record whose identity is destroyed still counts as found, and as corrupted, when it lies \
    at the offset that was acknowledged.
    """)

  static let lost = Explanation(
    "acknowledged, and provably not there",
    """
    The brokers confirmed the message; the reader passed its offset, or the partition ends before it; and neither \
    retention nor compaction can have taken it away. That is data loss.

    Usual causes: acks 0 or 1 and a leader that failed before its followers had the message; an unclean leader \
    election (unclean.leader.election.enable); min.insync.replicas of 1; a broker that lost its disk; a topic that was \
    deleted and made again during the run.
    """,
    do: """
      Take a witness from the report, "#4711 acknowledged at orders[2]@1180, while 2@1195 was read", and look at the \
      brokers' logs for that partition and time: a change of leader, a truncation. Keep the topic until you have.
      """,
    unseen: """
      Loss is claimed only where it is proven. What may have been trimmed, compacted or not yet read is counted as \
      trimmed or unseen, so the true loss can be greater. On the embedded broker a retry can lose messages: prove loss \
      on a real Kafka.
      """)

  static let trimmed = Explanation(
    "acknowledged, and gone with the beginning of its partition",
    """
    Retention (retention.ms, retention.bytes) or a deletion of records moved the partition's beginning behind the \
    message before it was read; or the topic is compacted, and a later record of its key was read.
    """,
    do: "Let the topic keep its records for longer than the run, or read while the load runs (mode: tail).",
    unseen: "Whether the message was there before it was deleted. So this is no loss, and no pass either.")

  static let unseen = Explanation(
    "acknowledged, and neither found nor provably gone",
    """
    Reading ended before it reached the message: without progress for verify.within, at verify.at_most, or because the \
    cluster was gone. Or an open transaction holds the records back, the topic is compacted, or a partition's reading \
    was interrupted and could not be repeated. The reason stands in the check.
    """,
    do: """
      Give the reading more time (verify.within, verify.at_most), see to the partition that the report names, and run \
      it again.
      """,
    unseen: "Whether these messages are there. They may all be; nobody looked.")

  static let unknownFound = Explanation(
    "never answered, and there all the same",
    "The message was stored, and the answer to it was lost. That is harmless: this is how it came out well.")

  static let unknownAbsent = Explanation(
    "never answered, and not there",
    """
    The message was on its way when the connection broke, and it was not stored. Nobody promised that it was, so it is \
    not lost; but it did not arrive either, and whoever relies on the sender's retries wants to know.
    """,
    do: "See to the brokers at that time, and give the client more time to retry (delivery.timeout.ms).")

  static let unknownUnseen = Explanation(
    "never answered, and neither found nor provably absent",
    "No answer came, and reading ended before it reached the place where the message would be.",
    do: "Give the reading more time (verify.within, verify.at_most), and run it again.",
    unseen: "Whether the message is there.")

  static let abortedHidden = Explanation(
    "aborted, and not visible to the isolation asked for",
    "This is what should be of a transaction that was aborted.")

  static let abortedVisible = Explanation(
    "aborted, and visible all the same",
    "A reader of committed records was given a record of a transaction that was aborted.",
    do: "Look at the brokers' transaction logs for that partition; this is a fault of the cluster.")

  static let phantom = Explanation(
    "rejected, and there all the same",
    """
    The client or the cluster said that the message was certainly not stored, and the reader found it. Whoever sent it \
    again now has it twice.
    """,
    do: "Compare the reason of the rejection with the brokers' log of that time; this is a fault of one of the two.")

  static let duplicated = Explanation(
    "records beyond the first of a message",
    """
    A retry stored a message again whose first answer was lost: the producer is not idempotent, or something between \
    it and the topic repeats. Records count, not messages; one that was only read twice is one record.
    """,
    do: "Leave the producer's idempotence on, the default. With acks below all it is off, and the report says so.",
    unseen: """
      Without idempotence duplicates are counted, and break nothing. The embedded broker keeps no state of producers: \
      after any retry it may store twice.
      """)

  static let reordered = Explanation(
    "found behind a later message of the same partition",
    """
    Two batches were in flight, the first failed, and its retry came after the second: the producer is not idempotent. \
    Compared are first records of one stage and one producer; the largest displacement is told.
    """,
    do: "Leave the producer's idempotence on, the default, or set max.in.flight to 1.")

  static let reorderedDistanceMax = Explanation(
    "how far the worst message was behind its place",
    "In messages of its partition. See reordered, which counts them.")

  static let corrupted = Explanation(
    "found, and key, value or headers are not what was sent",
    """
    Each message carries a checksum over all three. It does not match: something between producer and reader changes \
    records, or the record's identity is destroyed. The report names the first byte or field that differs.
    """,
    do: "Look for what rewrites records: a proxy, an interceptor, a mirror that converts, a broker's disk.")

  static let misrouted = Explanation(
    "found in another partition than the one named",
    "Every message names its partition. Something between producer and reader chose another one.",
    do: "Look for what routes records anew: a proxy or a mirror.")

  static let invalid = Explanation(
    "found, and not well-formed or not valid",
    "The record's value is not what its template's format says. Only a record that also differs can be that.",
    do: "Look at what changed it: it is counted as corrupted too.")

  static let foreign = Explanation(
    "a record in the range read that this run did not write",
    """
    Somebody else writes to the topic: another run, an application. It is told apart by the header that each of our \
    messages carries, counted, and breaks nothing.
    """,
    do: "For figures that nobody disturbs, use a topic of your own.")

  static let read = Explanation(
    "records in the range read, foreign ones included",
    "read = found + unknown_found + aborted_visible + phantom + duplicated + foreign. Each offset counts once.")
}
