/// A count of a stage's messages as its producers saw them; each is a column of `stages.csv`.
package enum SendCount: Int, CountKey {
  case due, sent
  /// Outcomes of the messages that were sent.
  case acknowledged, rejected, unknown, aborted
  /// Messages that were not sent.
  case withheld, dropped, unsent
  case bytesAcknowledged

  package var isGreatest: Bool { false }

  package var facts: MetricFacts {
    switch self {
    case .due:
      .sent(
        "due", "messages that the rate profile asks for",
        why: Explanation(
          "messages that the stage's rate asks for",
          """
          The integral of the rate over the stage's time, fixed before it starts; at rate max with a duration, as many as \
          were offered. due = sent + withheld + dropped + unsent.
          """))
    case .sent:
      .sent(
        "sent", "messages offered to the client and not taken back",
        why: Explanation(
          "messages handed to the Kafka client, and not taken back",
          """
          sent = acknowledged + rejected + unknown + aborted. A message that was still in the client's queue when the stage \
          was cut short is purged: it counts as unsent, not as sent.
          """))
    case .withheld:
      .sent(
        "withheld", "messages found to be against their format or schema, and not sent", .expectation, standard: .zero,
        why: Explanation(
          "rendered, not valid against the template's format or schema, and not sent",
          """
          Every value of a template with a schema is validated, and one with {{raw …}} is parsed; a cell of a data file can \
          have a character that XML cannot hold. An invalid message never reaches Kafka; the stage goes on with the next \
          message, when that is due.
          """,
          do: """
            Render one of the messages that the report names (rehearse render FILE --stage STAGE --seq NUMBER), then fix \
            the template, its data or its schema.
            """))
    case .dropped:
      .sent(
        "dropped", "messages not sent because the client's queue was full", .expectation, standard: .zero,
        why: Explanation(
          "not sent, because the client's queue was full",
          "The stage says on_full: drop, and the cluster took messages more slowly than they came due.",
          do: """
            Lower the rate, give the cluster more capacity, or enlarge the client's queue (queue.buffering.max.messages). \
            With on_full: block the producer waits instead.
            """))
    case .unsent:
      .sent(
        "unsent", "messages not sent because the stage was cut short",
        .inconclusive(because: "the stage was cut short"), .settled, standard: .zero,
        why: Explanation(
          "due, but the stage was cut short before they were sent",
          """
          A signal, a lost cluster, a fatal error of the client, or the stage's longest time ended the sending. These \
          messages prove nothing, because they were never sent.
          """,
          do: "Read the problem in the report: it says what ended the stage. Then run it again."))
    case .acknowledged:
      .sent(
        "acknowledged", "messages that the cluster reported as persisted",
        why: Explanation(
          "reported as stored by the brokers",
          """
          The leader, and with acks all every in-sync replica, has confirmed the message. From here on the cluster is \
          responsible for it: acknowledged = found + lost + trimmed + unseen.
          """,
          unseen: "Whether the message is really stored. Only reading it back shows that."))
    case .rejected:
      .sent(
        "rejected", "messages reported as certainly not persisted", .expectation, standard: .zero,
        why: Explanation(
          "reported as certainly not stored, by the cluster or by the client",
          """
          The message is too large, the user may not write, the topic was deleted, too few replicas are in sync, or the \
          message timed out before it was ever sent. The report lists the reasons with their counts.

          MSG_SIZE_TOO_LARGE is one of two limits. The client refuses a message that is larger than its message.max.bytes \
          (1,000,000 unless cluster.librdkafka sets it) and never sends it; the report then says "refused by the client". \
          The broker refuses a batch that is larger than the topic's max.message.bytes, with every message in it, be they \
          small. So the producer's batches are kept below that limit, unless the scenario sets batch.size; one that is above it \
          is named by check --connect and by a note of the run.

          Where all reasons are transport, timeout, login, TLS or authorization, the connection is the cause and not the \
          messages: the check is inconclusive, with exit code 20.

          INVALID_TIMESTAMP is about clocks: a message has the time of this machine at its send, and the topic allows a limited \
          difference from the broker's (message.timestamp.before.max.ms, message.timestamp.after.max.ms).
          """,
          do: """
            Fix the first reason in the list: the others often follow from it. For larger messages raise message.max.bytes in \
            cluster.librdkafka, and max.message.bytes of the topic.
            """,
          unseen: "A rejected message that is in the topic all the same is counted as phantom."))
    case .unknown:
      .sent(
        "unknown", "messages that may be persisted: no answer came in time, or none was asked for",
        why: Explanation(
          "sent, and never answered: the message may be stored or not",
          """
          The connection broke or the broker stopped before the answer came; or acks is 0, and brokers do not answer. \
          Reading back settles most of them: unknown = unknown_found + unknown_absent + unknown_unseen. With verify.mode: later \
          nothing is read back, and a single one makes the run inconclusive.
          """,
          do: "Check the brokers at that time (client.log). delivery.timeout.ms gives them more time to answer.",
          unseen: "Whether the message was stored, until it is found. It is never called lost."))
    case .aborted:
      .sent(
        "aborted", "messages whose transaction was aborted",
        why: Explanation(
          "sent within a transaction that was aborted",
          """
          A consumer of committed records must not see it: aborted = aborted_hidden + aborted_visible.

          As the verdict of a stage or of a run, aborted means that a signal ended it.
          """))
    case .bytesAcknowledged:
      MetricFacts(
        "bytes_acknowledged", [.size], "keys, values and headers of what was acknowledged", namesBytes: true,
        why: Explanation(
          "bytes of what was acknowledged",
          """
          Keys, values and the scenario's headers, before compression, without the header that identifies a message.
          """))
    }
  }
}

extension MetricFacts {
  /// A count of the producers.
  fileprivate static func sent(
    _ name: String, _ meaning: String, _ breach: Breach = .verification, _ tendency: Tendency = .rises,
    standard: Default = .none, why explanation: Explanation
  ) -> Self {
    Self(name, [.count], meaning, breach: breach, standard: standard, tendency: tendency, why: explanation)
  }
}
