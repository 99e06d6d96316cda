internal import Scenarios

// Words of what lies around the cluster: targets, sinks, groups and actions.
extension ReportWord {
  static let systemWords: [ReportWord] = targetWords + placeWords + actionWords

  private static let targetWords: [ReportWord] = [
    .column(
      "target", also: ["targets", "posted"],
      Explanation(
        "the HTTP endpoint that a stage posts its messages to",
        """
        Each message is a request of its own, which is never sent again. An answer 2xx acknowledges it, 4xx rejects it, and any \
        other leaves it open, as no answer does: it is unknown (the target can name other statuses). Such a stage has no topic: \
        its columns about topics and the Kafka client are empty, and sinks show what became of its messages.

        limited_by is target where every connection was busy: rate x the time of an answer is the number of connections that are \
        needed, and what waits meanwhile is late because of the target, not of this machine.
        """)),
    .column(
      "connections_max", also: ["connections_made", "connections"],
      Explanation(
        "the most connections to the target that were open at once, and all that were made",
        """
        A connection that was idle for keep_alive (1 s) is not used again, because the server may close it at the same moment; \
        so a slow rate makes many.
        """)),
    .column(
      "answers_2xx", also: ["answers_3xx", "answers_4xx", "answers_5xx", "2xx", "3xx", "4xx", "5xx"],
      Explanation(
        "the answers of the target by the class of their status",
        "What a status means for the message is said by acknowledged and rejected of the target: usually 2xx and 4xx.")),
    .column(
      "answers_none", also: ["no_answer"],
      Explanation(
        "requests that got no answer that could be read",
        """
        No connection, no answer within timeout, or a connection that was closed under the request. Where not a byte of it was \
        written the message is rejected, for a reason of the transport; otherwise it is unknown.
        """)),
  ]

  private static let placeWords: [ReportWord] = [
    .place(
      "sink", also: ["sinks"],
      Explanation(
        "a place where messages must be found: a topic, the lines of a command, or several of these together",
        """
        Each sink has an account of its own, by the ids in what it holds. Expected is what was acknowledged; with from, what was \
        found in that other sink, however it was answered. So a sink answers for one part of the way: what is found in events and \
        missing in stored was lost by the part between the two.

        The table of the console has them in the order of from, and sinks.csv has a row for each stage that a sink holds, and \
        the row * for all.
        """,
        do: "Ask about a count: rehearse why missing.")),
    .place(
      "kind",
      Explanation("what a sink is: topic, command or any_of", "any_of is made of other sinks: found in one is found.")),
    .place(
      "from",
      Explanation(
        "the sink or topic whose messages are expected in a sink",
        "Empty, or acknowledged: those that were acknowledged.")),
    .place(
      "readings",
      Explanation(
        "how often a sink was read as a whole",
        """
        A command is asked again while something is missing and more is found; its last answer counts. A topic is read once, and \
        again from its noted offset where the reading was interrupted.
        """)),
    .place(
      "second",
      Explanation(
        "the second of the run, counted from 0 from its start",
        "found and duplicated are what was read of a sink in it, lag is that of a group; empty where no sample was answered."
      )),
    .place(
      "group", also: ["groups"],
      Explanation(
        "a consumer group of the system under test, of which the lag is watched",
        """
        It is asked what it has committed, once a second; nothing joins it, and nothing is committed. A lag of 0 is no proof that \
        messages were processed: only a sink proves it.
        """,
        do: "Ask about its numbers: rehearse why lag_max, rehearse why caught_up.")),
    .place(
      "samples", also: ["samples_failed"],
      Explanation(
        "how often a group was asked for its lag, and how often no answer came",
        "A question without an answer is a gap: neither 0 nor a breach. Coordinators are away for some seconds when a broker dies."
      )),
  ]

  private static let actionWords: [ReportWord] = [
    .place(
      "action", also: ["actions"],
      Explanation(
        "a command on the time line of a run: a restart, a broken connection, partitions that are added",
        """
        run is begun at its time, and then follows for after run has ended, whatever happens, once run was started: also where \
        the run is interrupted. What a message met is said in its witness: broker-restart was under way.

        One that fails, or did not come to happen, makes the run inconclusive (20): what the system was to survive did not happen.
        """,
        do: "Ask about a failure: rehearse why action-failed.")),
    .place(
      "outcome", also: ["then_outcome", "never_ran", "succeeded"],
      Explanation(
        "succeeded, failed or never_ran, of the command of an action",
        "error_message has the reason of a failure. never_ran: the sending ended before its time, or the command before it failed."
      )),
    .place(
      "begun_s", also: ["ended_s", "then_begun_s", "then_ended_s"],
      Explanation(
        "when the commands of an action began and ended", "In seconds since the run's start; empty for what never ran.")
    ),
    .place(
      "recovery_s", also: ["recovery", "as_fast_as_before"],
      Explanation(
        "the time from an action's start until acknowledgements were as fast as before",
        """
        Until the p99 of ack_latency was for three seconds no greater than the greatest of the 30 s before. Empty where it was \
        not reached, or where too little was sent to say so.
        """)),
  ]
}
