/// What became of a message as its producer saw it.
enum SendWords {
  static let due = Explanation(
    "messages that the stage's rate asks for",
    """
    The integral of the rate over the stage's time, fixed before it starts; at rate max with a duration, as many as \
    were offered. due = sent + withheld + dropped + unsent.
    """)

  static let sent = Explanation(
    "messages handed to the Kafka client, and not taken back",
    """
    sent = acknowledged + rejected + unknown + aborted. A message that the client still had in its queue when the run \
    was cut short is taken back, and is unsent.
    """)

  static let withheld = Explanation(
    "rendered, found to be against the template's format or schema, and not sent",
    """
    Each value of a template with a schema is held to it, and one with {{raw …}} is parsed; a cell of data can have a \
    character that XML cannot hold. What fails never reaches Kafka; the stage goes on with the next message, at the time \
    at which that is due.
    """,
    do: """
      Render one of the messages that the report names (rehearse render FILE --stage STAGE --seq NUMBER), then mend the \
      template, its data or its schema.
      """)

  static let dropped = Explanation(
    "thrown away before sending, the client's queue being full",
    """
    The stage says on_full: drop, and the cluster took messages more slowly than they came due.
    """,
    do: """
      Lower the rate, let the cluster take more, or enlarge the client's queue (queue.buffering.max.messages). With \
      on_full: block the sending waits instead.
      """)

  static let unsent = Explanation(
    "due, but the stage was cut short before they were sent",
    """
    A signal, a lost cluster, a fatal error of the client, or the stage's longest time ended the sending. Nothing is \
    proven about these messages, because nothing was done with them.
    """,
    do: "Look at what ended the run; the problem stands beside the result. Then run it again.")

  static let acknowledged = Explanation(
    "reported as stored by the brokers",
    """
    The leader, and with acks all every replica in sync, has confirmed the message. From here on it is the cluster's: \
    acknowledged = found + lost + trimmed + unseen.
    """,
    unseen: "An acknowledgement is a promise. Whether it was kept, only reading back shows.")

  static let rejected = Explanation(
    "reported as certainly not stored, by the cluster or by the client",
    """
    The message is larger than the topic takes, the user may not write, the topic is gone, too few replicas are in \
    sync, or the message ran out of time before it was ever sent. The report lists the reasons with their counts.

    Where all reasons are transport, timeout, login, TLS or authorization, only the way to the cluster is to blame: \
    the check is inconclusive, with exit code 20.
    """,
    do: "Mend the first reason in the list: the others often follow from it.",
    unseen: "A rejected message that is there all the same is counted as phantom.")

  static let unknown = Explanation(
    "sent, and never answered: stored or not, nobody has said",
    """
    The connection broke, or the broker stopped, between the sending and the answer; or acks is 0, and no answer is \
    given. Reading back settles most of them: unknown = unknown_found + unknown_absent + unknown_unseen.
    """,
    do: "See to the brokers at that time (client.log). More time to answer is delivery.timeout.ms.",
    unseen: "An unknown message is neither lost nor delivered until it is found. It is never called lost.")

  static let aborted = Explanation(
    "sent within a transaction that was aborted",
    """
    A reader of committed records must not see it: aborted = aborted_hidden + aborted_visible.
    """)

  static let refused = Explanation(
    "every message of the stage is turned away for one reason",
    """
    An expectation for a stage that must not get through: refused == authentication, authorization, tls, unknown-topic or \
    message-too-large. It is not supported yet.
    """)
}
