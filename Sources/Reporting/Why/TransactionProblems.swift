internal import Scenarios

/// Problems with the transactions of a stage's producers.
enum TransactionProblems {
  static let refused = Explanation(
    "the producers of a stage could not register their transactions",
    """
    Before a stage with client: {transactional: …} begins, each producer registers its transactional.id with its \
    coordinator. The cluster refused it, or no coordinator answered for 20 s: the identity may lack Write on the \
    transactional id, or the cluster cannot create its topic __transaction_state \
    (transaction.state.log.replication.factor, transaction.state.log.min.isr).
    """,
    do: """
      Grant the identity Write and Describe on transactional ids that begin with rehearse-, or check the brokers' settings of \
      transaction.state.log.
      """,
    unseen: "The stages that were not sent: all of the run ends.")

  static let leftOpen = Explanation(
    "a transaction was neither committed nor aborted",
    """
    When the sending was ended, the messages of an open transaction could not be flushed within 5 s, or its coordinator did not \
    answer. The client was closed without an abort, because librdkafka 2.0.2 fails where it aborts with messages in flight. The \
    coordinator aborts the transaction by itself after transaction.timeout.ms, at most a minute. Until then consumers of \
    committed records read nothing behind it in its partitions.
    """,
    do: "Wait for that time before other consumers of the topic are judged.",
    unseen: "Whether the messages of the transaction are committed: they count as unknown.")
}
