internal import Scenarios

// Words of the console, and fields of its last line.
extension ReportWord {
  static let consoleWords: [ReportWord] = [
    .console(
      "passed", Explanation("every expectation held", "Of a stage or of the whole run. Every message is accounted for.")
    ),
    .console(
      "failed",
      Explanation(
        "an expectation is broken, and that is proven",
        "Of a stage or of the whole run: exit code 10 where the messages themselves are not as they should be, 11 where a rate, a time or a number is not.",
        do: "Read the lines that begin with broken:.")),
    .console(
      "skipped", also: ["not_evaluated"],
      Explanation(
        "the stage did not run, or the expectation was not evaluated",
        """
        A stage that was not selected, or one behind the end of the run; an expectation on what was not measured, or on what is read \
        back where nothing is (verify.mode: later). The reason is beside it.
        """)),
    .console("held", Explanation("expectations that are as stated", "What was seen is what the scenario expects.")),
    .console(
      "broken", also: ["expectations_broken"],
      Explanation(
        "expectations that are not as stated, proven by what was seen",
        "Each has a block of its own, with what was expected, what was seen, a few of the messages, and the line of the scenario.",
        do: "Ask about its metric: rehearse why lost.")),
    .console(
      "warning", also: ["with_a_warning", "warned"],
      Explanation("an expectation of level warn that is not as stated", "It never fails a run.")),
    .console(
      "problem", also: ["problems"],
      Explanation(
        "what kept the run from going on, or ended it early",
        "It is about the cluster, this machine or a signal, not about a message.",
        do: "Ask about its code: rehearse why infrastructure.unreachable.")),
    .console(
      "note", also: ["notes"],
      Explanation("a circumstance that limits what the run can prove", "It changes no verdict by itself.")),
    .console(
      "quota", also: ["producer_byte_rate", "consumer_byte_rate", "request_percentage"],
      Explanation(
        "brokers held the client back, because its user or client id has a quota",
        """
        A quota on bytes that are produced (producer_byte_rate) or consumed (consumer_byte_rate) a second, or on the brokers' \
        time (request_percentage). throttle_s has the time for which brokers said so. It can explain a rate, a latency and a \
        reader that was too late.
        """,
        do: "Raise the quota of the user or of client.id rehearse, or lower the rate.")),
  ]

  static let lastLineWords: [ReportWord] = [
    .console(
      "result",
      Explanation(
        "the last line of every command that runs scenarios",
        "The verdict, sums over all files, and the exit code, for scripts.")),
    .console(
      "verification",
      Explanation(
        "in the last line: broken expectations about the messages themselves", "Such as lost == 0: exit code 10.")),
    .console(
      "exit", also: ["exit_code"],
      Explanation(
        "the exit code", "The worst of all that apply; also= has the others.", do: "Ask about it: rehearse why 22.")),
    .console(
      "also",
      Explanation(
        "the other exit codes that apply", "Behind exit=, the one that the process has: also=11,22.",
        do: "Ask about each: rehearse why 22.")),
    .console(
      "stages",
      Explanation("in the last line: the stages that ran", "Of all files; a stage that was skipped does not count.")),
    .console("messages", Explanation("in the last line: the messages that were sent", "By all stages of all files.")),
  ]
}
