/// A count of a stage's messages as the reader saw them; each is a column of `stages.csv`.
package enum ReadCount: Int, CountKey {
  case read
  /// Acknowledged messages.
  case found, lost, trimmed, unseen
  /// Messages without an answer.
  case unknownFound, unknownAbsent, unknownUnseen
  case phantom, duplicated
  /// Found messages that are not as they should be.
  case reordered, corrupted, misrouted, invalid
  case foreign
  /// Messages of aborted transactions.
  case abortedHidden, abortedVisible
  case reorderedDistanceMax, bytesRead

  package var isGreatest: Bool { self == .reorderedDistanceMax }

  package var facts: MetricFacts {
    switch self {
    case .read:
      .read(
        "read", "records in the range read, foreign ones included", .expectation,
        why: Explanation(
          "records in the range read, foreign ones included",
          "read = found + unknown_found + aborted_visible + phantom + duplicated + foreign. Each offset counts once."))
    case .found:
      .read(
        "found", "acknowledged messages that were read back",
        why: Explanation(
          "acknowledged, and read back",
          """
          This is as it should be. A record whose identity is destroyed still counts as found, and as corrupted, when it is \
          at the offset that was acknowledged.
          """))
    case .lost:
      .read(
        "lost", "acknowledged messages that are absent, although the reader passed where they should be",
        standard: .zero,
        why: Explanation(
          "acknowledged, and provably not in the topic",
          """
          The brokers confirmed the message; the reader passed its offset, or the partition ends before it; and neither \
          retention nor compaction can have removed it. That is data loss.

          Usual causes: acks 0 or 1 and a leader that failed before its followers had the message; an unclean leader \
          election (unclean.leader.election.enable); min.insync.replicas of 1; a broker that lost its disk; a topic that was \
          deleted and created again during the run.
          """,
          do: """
            Take a witness from the report, "#4711 acknowledged at orders[2]@1180, while 2@1195 was read", and read the \
            brokers' logs for that partition and time: a change of leader, a truncation. Keep the topic until you have.
            """,
          unseen: """
            Loss is claimed only where it is proven. What may have been deleted by retention, compacted or not yet read is \
            counted as trimmed or unseen, so the true loss can be greater. On the embedded broker a retry can lose messages: \
            test for loss on a real Kafka.
            """))
    case .trimmed:
      .read(
        "trimmed", "acknowledged messages in a part of the topic that was deleted or compacted before they were read",
        .inconclusive(because: "they were deleted or compacted away before they were read, if they were stored"),
        .settled,
        standard: .zero,
        why: Explanation(
          "acknowledged, in a part of the topic that was deleted or compacted before it was read",
          """
          Retention (retention.ms, retention.bytes) or a deletion of records moved the beginning of the partition past the \
          message before it was read; or the topic is compacted, and a later record of its key was read.
          """,
          do: "Let the topic keep its records for longer than the run, or read while the load runs (mode: tail).",
          unseen: "Whether the message was stored before it was deleted. So this is neither a loss nor a pass."))
    case .unseen:
      .read(
        "unseen", "acknowledged messages that are neither found nor provably gone",
        .inconclusive(because: "they were neither found nor provably gone"), .settled, standard: .zero,
        why: Explanation(
          "acknowledged, and neither found nor provably gone",
          """
          Reading ended before it reached the message: without progress for verify.within, at verify.at_most, or because the \
          cluster was lost. Or an open transaction holds the records back, the topic is compacted, or the reading of a \
          partition was interrupted and could not be repeated. The check has the reason.
          """,
          do: """
            Give the reader more time (verify.within, verify.at_most), check the partition that the report names, and run it \
            again.
            """,
          unseen: "Whether these messages are stored. They may all be in the topic; the reader did not get that far."))
    case .phantom:
      .read(
        "phantom", "rejected messages that are there all the same", standard: .zero,
        why: Explanation(
          "rejected, and in the topic all the same",
          """
          The client or the cluster said that the message was certainly not stored, and the reader found it. An application \
          that sent it again now has it twice.

          A broker's answer can be wrong in this way: a leader that has stored a batch and then answers with an error, such as \
          NOT_LEADER_FOR_PARTITION or UNKNOWN in the middle of a change of leader, makes librdkafka report the messages as not \
          persisted once it may not retry any more. A proxy between client and broker can do the same.
          """,
          do: """
            Read the reasons of the rejections in the report, and the leader's log of that time. More time to retry \
            (delivery.timeout.ms, retries) makes the client ask again; an idempotent producer then stores nothing twice.
            """,
          unseen: "Whether broker, proxy or client gave the wrong answer: only its code arrives here."))
    case .duplicated:
      .read(
        "duplicated", "records beyond the first of a message", standard: .zeroIfIdempotent,
        why: Explanation(
          "records beyond the first of a message",
          """
          The first answer was lost, and a retry stored the message again: the producer is not idempotent, or something \
          between producer and topic repeats records. Records are counted, not messages; a record that the reader got twice \
          counts once.
          """,
          do:
            "Leave the producer's idempotence on, the default. With acks other than all it is off, and the report says so.",
          unseen: """
            Without idempotence duplicates are counted and noted with examples, and are no failure. The offset of the first \
            record is not kept: an example has the one that was acknowledged. The embedded broker keeps no state of producers: \
            after any retry it may store a message twice.
            """))
    case .reordered:
      .read(
        "reordered", "found messages that lie behind a later one of their partition or key",
        standard: .zeroIfIdempotent,
        why: Explanation(
          "found behind a later message of the same partition",
          """
          Two batches were in flight, the first failed, and its retry came after the second: the producer is not idempotent. \
          The first records of one stage and one producer are compared; the report has the largest displacement.
          """,
          do: "Leave the producer's idempotence on, the default, or set max.in.flight to 1."))
    case .corrupted:
      .read(
        "corrupted", "found messages whose value, key or headers are not what was sent", standard: .zero,
        why: Explanation(
          "found, and key, value or headers are not what was sent",
          """
          Each message carries a checksum of all three, and it does not match: something between producer and reader changes \
          records, or the record's identity is destroyed. The report names the first byte or field that differs.
          """,
          do: "Search for what rewrites records: a proxy, an interceptor, a mirror that converts, a broker's disk."))
    case .misrouted:
      .read(
        "misrouted", "found messages in another partition than the one named", standard: .zero,
        why: Explanation(
          "found in another partition than the one named",
          "Every message names its partition. Something between producer and reader chose another one.",
          do: "Search for what routes records anew: a proxy or a mirror."))
    case .invalid:
      .read(
        "invalid", "found messages that are not well-formed or not valid", standard: .zero,
        why: Explanation(
          "found, and not well-formed or not valid",
          """
          The record's value does not have the format of its template. Only records that differ from what was sent are \
          checked for that.
          """,
          do: "Find what changed the record: it is counted as corrupted, too."))
    case .foreign:
      .read(
        "foreign", "records in the range read that this run did not write",
        why: Explanation(
          "a record in the range read that this run did not write",
          """
          Another run or an application writes to the topic. Its records lack the header that identifies each message of \
          this run. They are counted, and are no failure.
          """,
          do: "Use a topic that nothing else writes to, if you need undisturbed measurements."))
    case .unknownFound:
      .read(
        "unknown_found", "messages without an answer that are there", .expectation,
        why: Explanation(
          "never answered, and in the topic",
          "The message was stored, and the answer to it was lost. Nothing is wrong with it."))
    case .unknownAbsent:
      .read(
        "unknown_absent", "messages without an answer that are not there",
        .inconclusive(because: "they were never answered, and are not there"), .settled, standard: .zero,
        why: Explanation(
          "never answered, and not in the topic",
          """
          The message was in flight when the connection broke, and it was not stored. It was never acknowledged, so it is \
          not lost; but it did not arrive, which matters to an application that relies on the producer's retries.
          """,
          do: "Check the brokers at that time, and give the client more time to retry (delivery.timeout.ms)."))
    case .unknownUnseen:
      .read(
        "unknown_unseen", "messages without an answer that are neither found nor provably absent",
        .inconclusive(because: "they were never answered, and may or may not be there"), .settled, standard: .zero,
        why: Explanation(
          "never answered, and neither found nor provably absent",
          """
          No answer came, and reading ended before it reached the offset where the message would be. With verify.mode: later nothing \
          is read back: the column is empty, and unknown_unseen == 0 is inconclusive if any message was not answered.
          """,
          do: "Give the reader more time (verify.within, verify.at_most), and run it again.",
          unseen: "Whether the message is in the topic."))
    case .abortedHidden:
      .read(
        "aborted_hidden", "messages of aborted transactions that are hidden, as they should be", .expectation, .either,
        why: Explanation(
          "aborted, and not visible to the isolation asked for",
          "This is how it should be for a transaction that was aborted."))
    case .abortedVisible:
      .read(
        "aborted_visible", "messages of aborted transactions that are visible", standard: .zeroIfCommitted,
        why: Explanation(
          "aborted, and visible all the same",
          """
          A consumer of committed records got a record of a transaction that was aborted.

          With verify.isolation: read_uncommitted the reader asks for such records, and no default expectation is about them.
          """,
          do: "Read the brokers' transaction logs for that partition; the cluster is at fault."))
    case .reorderedDistanceMax:
      .read(
        "reordered_distance_max", "the largest displacement of a reordered message, in messages", .expectation,
        why: Explanation(
          "how far the worst message was behind its place",
          "In messages of its partition. reordered counts those messages."))
    case .bytesRead:
      MetricFacts(
        "bytes_read", [.size], "keys, values and headers of what was read", source: .reading, namesBytes: true,
        why: Explanation(
          "bytes of what was read back", "Keys, values and the scenario's headers, as the reader got them."))
    }
  }
}

extension MetricFacts {
  /// A count of the reader.
  fileprivate static func read(
    _ name: String, _ meaning: String, _ breach: Breach = .verification, _ tendency: Tendency = .rises,
    standard: Default = .none, why explanation: Explanation
  ) -> Self {
    Self(
      name, [.count], meaning, breach: breach, standard: standard, source: .reading, tendency: tendency,
      why: explanation)
  }
}
