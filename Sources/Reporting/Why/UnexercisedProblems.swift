internal import Scenarios

/// Parts of a scenario that a run did not exercise: it shows nothing about them, so it does not pass.
enum UnexercisedProblems {
  static let peak = Explanation(
    "a stage never ran at its greatest rate",
    """
    In each second of the greatest rate of the stage's profile, or in the time of a burst or step if that is shorter, the \
    messages that were sent in time are compared with those that were due. In none of these were at least 95% sent in time, so \
    nothing is shown about the cluster at that rate, whatever the mean rate of the whole stage was.
    """,
    do: """
      Compare queue_full and throttle: if they are high, the cluster does not take that rate. If only lateness is high, run on a \
      faster machine, with more producers, or lower the rate. timeseries.csv has each second.
      """)

  static let partition = Explanation(
    "nothing was read from a partition that the scenario names",
    """
    The stage's rule names the partition by its number or gives it a weight. With as many messages as were sent, at least 20 \
    were to be there, and the reader found none.
    """,
    do: "Check the rule, and how many messages the stage sends. If messages are lost or misrouted, their checks say so."
  )

  static let identity = Explanation(
    "no message was sent with an identity of the scenario",
    """
    The stages with this identity ran and sent nothing: each of their messages was withheld, dropped or never sent. Whether the \
    cluster lets this identity write is not shown.
    """,
    do: "Look for withheld, dropped and unsent messages of these stages: their checks have the reason.")
}
