internal import Scenarios

/// Problems of a run that are not of its cluster: input, time limits, files, signals.
enum RunProblems {
  static let clientSettings = Explanation(
    "the Kafka client refuses its settings",
    """
    Each setting is valid by itself, but librdkafka refuses the combination, such as idempotence with acks 1; or a file \
    that one of them names cannot be read.
    """,
    do: "The message has librdkafka's own words. Check cluster.librdkafka in the scenario.")

  static let tooMuchForEmbedded = Explanation(
    "more than the embedded broker can keep",
    """
    It keeps 5 MiB per partition, whatever the configuration says. With mode: after nothing is read until everything is \
    sent, so the first messages would be deleted by then. Two messages in a row of more than 5 MiB together do not fit in \
    either mode: the second could not be read.
    """,
    do: "Read while the load runs (mode: tail, the default), send less or smaller messages, or use a real cluster.")

  static let unreadable = Explanation(
    "a file cannot be read",
    "It is not there, it is a folder, or this user may not read it.",
    do: "The message has the system's reason. Paths on the command line count from the working directory.")

  static let readingGivenUp = Explanation(
    "reading was given up before everything was read",
    """
    For verify.within (30 s unless it says otherwise) the reader made no progress towards what was \
    acknowledged, or verify.at_most has passed since the last send. Usual causes: a partition without a leader, a broker \
    that does not respond, an open transaction that holds records back, or a topic with too many records for the time.
    """,
    do: """
      The message names a partition, how far it was read, and its end. Check that partition's leader, or give \
      more time with verify.within and verify.at_most.
      """,
    unseen: "The messages between that position and the end: they are counted as unseen, not as lost.")

  static let openTransaction = Explanation(
    "an open transaction of another producer holds records back",
    """
    A reader with read_committed is shown nothing behind the first record of a transaction that is not committed or aborted, \
    whoever wrote it. The message names the partition, that offset and the partition's end. For verify.within the \
    transaction did not end.
    """,
    do: """
      kafka-transactions.sh --find-hanging lists such transactions, and --abort ends one; otherwise the broker ends it after its \
      producer's transaction.timeout.ms. Then run again.
      """,
    unseen: "The messages behind that offset: they are counted as unseen, not as lost.")

  static let abortWhen = Explanation(
    "a condition of abort_when became true, and ended the sending",
    """
    Once a second the counts and rates of each stage since its start are compared with its conditions. The check that is named \
    after the condition is broken, and has the value of that time. All sending ends, and later stages are skipped; with \
    scope: stage only that stage ends.
    """,
    do: "Find out why the condition became true: rejections are listed with their reasons.",
    unseen: "The rest of what was due, which was not sent; checks that it could have changed are inconclusive.")

  static let stageTooLong = Explanation(
    "a stage was stopped at its time limit",
    """
    A stage may take three times its duration and at least five minutes, or an hour for a count at max. It was still \
    sending or waiting for answers: the cluster is much slower than the stage asks for, or stopped responding.
    """,
    do: "Lower the rate or the count, or find out why the cluster is slow: ack_latency and queue_full show it.",
    unseen: "The rest of the stage, which was not sent.")

  static let runTooLong = Explanation(
    "all sending was stopped at the run's time limit",
    """
    at_most at the top of the scenario limits the sending of all stages together, counted from the first. Stages that were \
    being sent ended then, and those that had not begun were skipped.
    """,
    do: "Write a longer at_most, or find out which stage takes longer than planned: duration_s shows it.",
    unseen: "The rest of the stages, which was not sent.")

  static let queueFull = Explanation(
    "the client's queue was full, which the stage does not allow",
    """
    The stage says on_full: fail. The cluster took messages more slowly than they came due, until the client held as many \
    as its queue takes (queue.buffering.max.messages, queue.buffering.max.kbytes). The stage ended then, and the rest is \
    unsent.
    """,
    do: """
      Lower the rate, give the cluster more capacity, or enlarge the client's queue. With on_full: block the producer \
      waits instead, and with on_full: drop messages are dropped and counted.
      """,
    unseen: "The rest of the stage, which was not sent.")

  static let report = Explanation(
    "a report could not be written",
    "The disk is full, or the folder may not be written. The run itself went on to its end.",
    do: "Free disk space, or name another folder with --report-dir. The verdict is on the terminal.")

  static let workFile = Explanation(
    "the ledger's work file cannot be used",
    """
    In very long runs the offsets of unread messages are kept in a file in the run's folder. It could not be written or \
    read back; usually the disk is full.
    """,
    do: "Free disk space, or name a folder on another disk with --report-dir.")

  static let interrupt = Explanation(
    "interrupted by SIGINT",
    "Ctrl-C was pressed. What was sent until then is read back, judged and reported; after a second signal only what was read."
  )

  static let terminate = Explanation(
    "ended by SIGTERM or SIGHUP",
    "A build server or a service manager ended the program, or its terminal was closed. What was sent is judged and reported.",
    do: "Give the job more time than the run needs, reading back included.")

  static let count = Explanation(
    "the counts do not add up",
    """
    For every stage due = sent + withheld + dropped + unsent must hold, and so on down to the last record. One of these \
    sums is wrong: that is a bug in rehearse, and the result cannot be trusted.
    """,
    do: "Please report it, with run.json and client.log from the run's folder.")
}
