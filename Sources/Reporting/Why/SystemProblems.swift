internal import Scenarios

/// Problems with what lies around the cluster: targets, sinks, groups and actions.
enum SystemProblems {
  static let targetNotReady = Explanation(
    "a target does not answer, before anything was sent",
    """
    The path of ready was asked for, or a connection was made, and there was no answer 2xx: the service is not running, \
    the address is wrong, a proxy is in between, or TLS or the credentials failed. Nothing was sent.
    """,
    do: "Ask for the address by hand (curl -i URL), and start the service before the run.")

  static let targetLost = Explanation(
    "a target has answered nothing for 30 s",
    """
    Requests were sent or could not be connected, and none of them was answered. While an action is under way, and for \
    60 s after it, a target is never called lost.
    """,
    do: "Read the service's own log of that time. An outage that is part of the test is an action.",
    unseen: "What became of the messages that were posted meanwhile: those are unknown until a sink shows them.")

  static let connectionsBusy = Explanation(
    "every connection to the target was busy, which the stage does not allow",
    """
    The stage says on_full: fail. Answers took longer than the target's connections allow at this rate: rate x the time of \
    an answer is the number that is needed. The stage ended then, and the rest is unsent.
    """,
    do: """
      Raise connections of the target, or lower the rate. With on_full: block messages wait, and with on_full: drop they are \
      dropped and counted.
      """,
    unseen: "The rest of the stage, which was not sent.")

  static let sinkUnreadable = Explanation(
    "a sink cannot be read, before anything was sent",
    """
    Its command does not exist or may not be executed, or its topic cannot be read. Nothing was sent: without the sink the \
    run would show nothing about it. A sink that fails after the sending is another thing: what is absent there is unseen.
    """,
    do: "Try its command by hand, or use rehearse check --connect, which runs it once.")

  static let groupRefused = Explanation(
    "the cluster does not say what a consumer group has committed",
    "The user has no right to describe the group or its topics, or the coordinator of the group does not answer.",
    do: "Grant Describe on the group and on its topics to the user of the scenario.")

  static let actionCommand = Explanation(
    "a command of an action cannot be started, before anything was sent",
    "There is no program of that name in the PATH, or it may not be executed. A name with a slash counts from the scenario's folder.",
    do: "Install it, or write its path. A line for a shell is written [bash, -c, \"…\"].")

  static let actionFailed = Explanation(
    "an action failed, or did not come to happen",
    """
    Its command could not be started, ended with another code than 0, or took longer than within; or the sending ended \
    before its time had come. What the run was to survive did not happen as it is written, so passed would not be true.
    """,
    do: """
      The console, junit.xml and run.json have the end of what it printed. Try the command by hand; give it more time with within, or \
      let it begin earlier (at).
      """,
    unseen: "How the system would have done. Whatever else was broken counts as ever.")
}
