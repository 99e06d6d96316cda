import Scenarios

/// What ends a run beside the cluster: input, time, files, signals.
enum RunProblems {
  static let clientSettings = Explanation(
    "the Kafka client refuses its settings",
    """
    Each setting is valid by itself, but librdkafka makes no client of them together, such as idempotence with acks 1, \
    or a file that one of them names cannot be read.
    """,
    do: "The message has librdkafka's own words. Look at cluster.librdkafka in the scenario.")

  static let tooMuchForEmbedded = Explanation(
    "more than the embedded broker can keep",
    """
    It keeps 5 MiB of a partition, whatever is asked of it. With mode: after nothing is read until all is sent, so the \
    first messages would be gone.
    """,
    do: "Read while the load runs (mode: tail, the default), send less, or use a real cluster.")

  static let unreadable = Explanation(
    "a file cannot be read",
    "It is not there, it is a folder, or this user may not read it.",
    do: "The message has the system's reason. Paths on the command line count from the working directory.")

  static let readingGivenUp = Explanation(
    "reading was given up before it had reached everything",
    """
    For verify.within (30 s unless it says otherwise) the reader came no closer to what was acknowledged, or \
    verify.at_most was over since the last send. Usual causes: a partition without a leader, a broker that stands \
    still, an open transaction that holds records back, or a topic with so much in it that the time is too short.
    """,
    do: """
      The message names a partition, how far it was read, and its end. See to that partition's leader; or give more \
      time with verify.within and verify.at_most.
      """,
    unseen: "The messages between that position and the end: they are counted as unseen, not as lost.")

  static let stageTooLong = Explanation(
    "a stage was ended at its longest time",
    """
    A stage may take three times its duration and at least five minutes, or an hour for a count at max. It was still \
    sending, or waiting for answers: the cluster takes far less than the stage asks for, or stopped.
    """,
    do: "Lower the rate or the count, or see why the cluster is slow: ack_latency and queue_full show it.",
    unseen: "The rest of the stage, which is unsent.")

  static let report = Explanation(
    "a report could not be written",
    "The disk is full, or the folder may not be written. The run itself went on to its end.",
    do: "Make room, or name another folder with --report-dir. The verdict is on the terminal.")

  static let workFile = Explanation(
    "the ledger's work file cannot be used",
    """
    Of very long runs the offsets of unread messages go to a file in the run's folder. It could not be written or read \
    back; most often the disk is full.
    """,
    do: "Make room, or name a folder on another disk with --report-dir.")

  static let interrupt = Explanation(
    "interrupted by SIGINT",
    "Somebody pressed control-C. What was sent until then is read back, judged and reported.")

  static let terminate = Explanation(
    "ended by SIGTERM",
    "A build server or a service manager ended the program. What was sent until then is judged and reported.",
    do: "Give the job more time than the run needs, reading back included.")

  static let count = Explanation(
    "the counts do not add up",
    """
    Of every stage due = sent + withheld + dropped + unsent must hold, and so on down to the last record. They do not: \
    that is a fault of this program, and the result is not to be trusted.
    """,
    do: "Please report it, with run.json and client.log from the run's folder.")
}
