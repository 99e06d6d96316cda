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
        "Every expectation of every stage held, and every message is accounted for. Of check: every file can be run.")
    case .verificationFailed:
      Explanation(
        "verification failed (messages were lost, duplicated, corrupted, …)",
        """
        The messages themselves are not as they should be, and that is proven: some were lost, duplicated, reordered, \
        corrupted, misrouted, invalid, phantom, or of an aborted transaction and visible.
        """,
        do: """
          Read the lines that begin with "broken:". Each shows up to three witnesses: a message's number, its partition and \
          its offset. Then ask about the word: rehearse why lost.
          """)
    case .expectationFailed:
      Explanation(
        "an expectation on a metric failed",
        """
        A condition on a rate, a time or a number of rejections does not hold. No message was proven lost or damaged; a run \
        where both are true ends with 10.
        """,
        do: """
          Compare "expected" and "actual" in the lines that begin with "broken:", and look at the stage's row in \
          stages.csv.
          """)
    case .nothingRan:
      Explanation(
        "nothing ran",
        "No stage was selected, or none that was selected could begin. Nothing was sent, so nothing can be said.",
        do: "Check the names behind --stage. A build that ends so has tested nothing: it is no pass.")
    case .infrastructure:
      Explanation(
        "the cluster could not be used (unreachable, refused, wrong topic)",
        """
        The brokers were not reached, or they turned the program away, or the topic is not as the scenario says: not there, \
        not to be created, with another number of partitions. Also a cluster that was lost while the run was on: no broker \
        answered for 30 s.
        """,
        do: """
          The line that begins with "problem:" has a code, infrastructure.…; ask about that. Once it is mended, run it \
          again: nothing in the scenario has to change.
          """,
        unseen: "Whether the system is good. Like 12, 21 and 22 this is inconclusive: neither passed nor failed.")
    case .generatorLimited:
      Explanation(
        "this machine was too slow for the rate asked for",
        """
        The program could not send on time, though neither the client's queue was full nor the brokers throttled. So an \
        expectation on a rate or a latency could not be judged: its figures would tell of this machine.
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
        it saw everything (unseen), messages were deleted before they were read (trimmed), nobody answered for them and \
        they are not there (unknown_absent), or the stage was cut short (unsent).
        """,
        do: """
          Read the lines that begin with "inconclusive:": each names the reason. Most often the reading needs more time \
          (verify.within, verify.at_most) or the topic a longer retention; then run it again.
          """,
        unseen: "The fate of those messages. They are counted, and witnesses are shown; nothing is claimed of them.")
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
          rehearse check FILE shows every mistake with its line and what to write instead; the code in brackets can be \
          asked about: rehearse why unknown-key.
          """)
    case .missingFile:
      Explanation(
        "a file is missing",
        "A file that was named could not be opened or read: it is not there, or may not be read.",
        do: "The message has the system's reason. Paths on the command line count from the working directory.")
    case .internalFault:
      Explanation(
        "a fault in rehearse itself",
        """
        The program's own figures contradict each other, or something happened that cannot happen. The result is not to be \
        trusted, and therefore not told as a verdict.
        """,
        do: "Please report it, with run.json and client.log from the run's folder.")
    case .unwritableReport:
      Explanation(
        "a report could not be written",
        "The disk is full, the folder may not be written, or standard output was closed.",
        do: """
          Name another folder with --report-dir, or make room. Where the run itself had ended, its verdict is on the \
          terminal.
          """)
    case .interrupted:
      Explanation(
        "interrupted (SIGINT); reports are still written",
        """
        Somebody pressed control-C. What was sent until then is read back and judged, and the reports are written; a second \
        signal ends the program at once, without them.
        """)
    case .terminated:
      Explanation(
        "terminated (SIGTERM); reports are still written",
        """
        A build server or a service manager ended the program, most often at a time limit of its own. What was sent until \
        then is read back and judged, and the reports are written.
        """,
        do: "Give the job more time than the run needs, reading back included.")
    }
  }
}
