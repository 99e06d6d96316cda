package import Scenarios
package import Verification

extension ExitCode {
  /// One line, for the list in the help.
  package var meaning: String { explanation.headline }

  package var explanation: Explanation {
    switch self {
    case .passed:
      Explanation(
        "passed",
        """
        Every expectation of every stage held, and every message is accounted for. With verify.mode: later every message was \
        acknowledged, and nothing was read back: a note says so. For check: every file can be run.
        """)
    case .verificationFailed:
      Explanation(
        "verification failed (messages were lost, duplicated, corrupted, …)",
        """
        The messages themselves are not as they should be, and that is proven: some were lost, duplicated, reordered, \
        corrupted, misrouted, invalid, phantom, or of an aborted transaction and visible. In a sink: missing although it was read \
        to its end, stray, or there more than once.
        """,
        do: """
          Read the lines that begin with "broken:". Each shows up to three witnesses: a message's number, its partition and \
          its offset. Then read about the metric: rehearse why lost.
          """)
    case .expectationFailed:
      Explanation(
        "an expectation on a metric failed",
        """
        A condition on a rate, a time or a number of rejections does not hold, or on the lag of a group. No message was proven lost or damaged: a run \
        with both ends with 10.
        """,
        do: """
          Compare "expected" and "actual" in the lines that begin with "broken:", and read the stage's row in \
          stages.csv.
          """)
    case .nothingRan:
      Explanation(
        "nothing ran",
        "No stage was selected, or no selected stage could begin. Nothing was sent, so there is no result.",
        do: "Check the names behind --stage. A build that ends with 12 has tested nothing: do not treat it as passed.")
    case .regressed:
      Explanation(
        "a comparison found a regression",
        """
        A metric that gates is worse in the new build: the medians differ by more than its tolerance, and the test says that noise \
        does not explain it; or a count of wrong messages that was 0 in every run of the base is not 0 any more. With --gate \
        suspect, also a difference of which too few runs show whether it is noise. For history --within: a metric that gates \
        became worse in one of the last builds.
        """,
        do: """
          Read the rows that say "regressed". If a difference of that size does not matter to you, raise the metric's tolerance: \
          --tolerance, or compare: in the scenario.
          """,
        unseen: "The cause: it can be the build, the cluster's version or a setting. Facts that differ are listed.")
    case .notComparable:
      Explanation(
        "there is nothing to compare with",
        """
        The two sides have no stage in common, or they ran different scenarios, or one ran on the embedded broker and the other on \
        Kafka, or no row is left once aborted and skipped stages are left out, or the new runs have messages of which the outcome \
        is not known. For run --against-binary: the other program cannot run the scenario.
        """,
        do: """
          Read the reason beside each stage. To compare runs of different scenarios all the same, use --allow-drift. Runs to \
          compare are made by run --repeat 5.
          """,
        unseen: "Whether anything changed. Like 12, 20, 21 and 22 this is inconclusive: neither passed nor failed.")
    case .infrastructure:
      Explanation(
        "the cluster could not be used (unreachable, refused, wrong topic)",
        """
        The brokers were not reached, or they refused the connection, or the topic is not as the scenario says: it is \
        missing, cannot be created, or has a different number of partitions. Also a cluster that was lost during the run: no \
        broker answered for 30 s. The same of a target that is not ready or does not answer any more, and of a sink that cannot \
        be read before the first message; and an action that failed, or did not come to happen.
        """,
        do: """
          The line that begins with "problem:" has a code, infrastructure.…; look it up with rehearse why. Once it \
          is fixed, run it again: nothing in the scenario has to change.
          """,
        unseen: "Whether the system works. Like 12, 21 and 22 this is inconclusive: neither passed nor failed.")
    case .generatorLimited:
      Explanation(
        "this machine was too slow for the rate asked for",
        """
        The program could not send on time, though neither the client's queue was full nor the brokers throttled; or, at rate \
        max, it offered messages for at least 90% of the time to a client whose queue was never full; or the process was stopped \
        for a while, because it was suspended or the machine was busy. So an expectation on a rate, a latency or another time \
        could not be judged: the numbers are those of this machine, not of the cluster. A breach that is larger than the time \
        for which the process was stopped is the cluster's, with exit code 11.
        """,
        do: """
          Free the machine, use a larger one, build with "make build" (a debug build is slow), or lower the rate. \
          lateness_max_ms in stages.csv shows how late it was.
          """,
        unseen: "How the cluster would have done at that rate. What was sent is verified all the same.")
    case .inconclusive:
      Explanation(
        "inconclusive (what happened to some messages is not known)",
        """
        What happened to some messages is not known, so neither "passed" nor "failed" would be true. Reading ended before \
        everything was read (unseen), messages were deleted before they were read (trimmed), they were never acknowledged \
        and are not in the topic (unknown_absent), or the stage was cut short (unsent). Of a sink the same: its command failed, or \
        the group behind it still had a lag (unseen), or messages that were never answered are not there.
        """,
        do: """
          Read the lines that begin with "inconclusive:" or "problem:": each has a reason, and the checks that it makes \
          inconclusive. Usually the reader needs more time \
          (verify.within, verify.at_most) or the topic a longer retention; then run it again.
          """,
        unseen: "What happened to those messages. They are counted, and examples are shown.")
    case .usage:
      Explanation(
        "the command line is wrong",
        "An unknown command or option, a value that it does not take, or a file that is missing from the line.",
        do: "The message says what is wrong; rehearse help COMMAND shows what there is.")
    case .invalidInput:
      Explanation(
        "a scenario or its data is invalid",
        """
        The file was read, and there is an error in it. Nothing was sent. Or a setting was refused by the Kafka client, or \
        the scenario asks for something that cannot be done.
        """,
        do: """
          rehearse check FILE shows every mistake with its line and what to write instead; look the code in brackets up with \
          rehearse why, such as rehearse why unknown-key.
          """)
    case .missingFile:
      Explanation(
        "a file is missing",
        "A file that was named could not be opened or read: it is not there, or may not be read.",
        do: "The message has the system's reason. Paths on the command line count from the working directory.")
    case .internalFault:
      Explanation(
        "a bug in rehearse",
        """
        The program's own counts contradict each other, or something happened that should be impossible. The result cannot \
        be trusted, so there is no verdict.
        """,
        do: "Please report it, with run.json and client.log from the run's folder.")
    case .unwritableReport:
      Explanation(
        "a report could not be written",
        "The disk is full, the folder may not be written, or standard output was closed.",
        do: """
          Name another folder with --report-dir, or free disk space. If the run itself had ended, its verdict is on the \
          terminal.
          """)
    case .interrupted:
      Explanation(
        "interrupted (SIGINT); reports are still written",
        """
        Ctrl-C was pressed. What was sent until then is read back and judged, and the reports are written. A second signal, \
        a second later or more, ends the waiting: the reports have what was read by then. A third quits.
        """)
    case .terminated:
      Explanation(
        "terminated (SIGTERM, SIGHUP); reports are still written",
        """
        A build server or a service manager ended the program, usually at a time limit, or its terminal was closed. What was \
        sent until then is read back and judged, and the reports are written. A second signal, a second later or more, ends \
        the waiting: the reports have what was read by then. A third quits.
        """,
        do: "Give the job more time than the run needs, reading back included.")
    }
  }
}
