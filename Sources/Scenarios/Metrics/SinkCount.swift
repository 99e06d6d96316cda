/// A count of what was found in a sink, of one stage that it holds or of all; each is a column of `sinks.csv`. With `copies`, records
/// are counted, not messages.
package enum SinkCount: Int, CountKey {
  case expected, read
  /// Messages that are expected there.
  case found, missing, unseen
  /// Messages without an answer; only where what was acknowledged is expected.
  case unknownFound, unknownAbsent, unknownUnseen
  /// Records that should not be there.
  case phantom, stray, duplicated
  /// Records that are not as they should be.
  case corrupted, invalid
  case foreign

  package var isGreatest: Bool { false }

  package var facts: MetricFacts {
    switch self {
    case .expected:
      .place(
        "expected", "messages that must be in the sink, times its copies", .expectation,
        why: Explanation(
          "what must be in a sink",
          """
          Every acknowledged message that the sink holds; with from, every message that was found in that other sink, however \
          it was answered. With copies: 3 each counts three times. expected = found + missing + unseen.

          With holds: some, which of them are there is not known before, so what is found is all that is expected.
          """))
    case .read:
      .place(
        "read", "identified records that were read there", .expectation,
        why: Explanation(
          "ids that were read in a sink",
          """
          A record can have several ids, and a line of a command too; each counts by itself. \
          read = found + unknown_found + phantom + duplicated + stray + foreign.
          """))
    case .found:
      .place(
        "found", "expected messages that are in the sink",
        why: Explanation("expected in a sink, and there", "This is as it should be."))
    case .missing:
      .place(
        "missing", "expected messages that are not in the sink, although it was read to its end at the deadline",
        standard: .zero,
        why: Explanation(
          "expected in a sink, and not there when it was read to its end",
          """
          The sink was read completely, the time for the system to catch up (within) was over, and the lag of its group, if it \
          has one, was 0. A target's answer names no offset, so nothing more can be proven; for a topic that a stage \
          sends to itself, lost is proven by the offset.

          The chain of from says who lost it: what is missing in the first sink did not get past the service that answered; what \
          is found there and missing in the next one was lost by the part between the two.
          """,
          do: """
            Take a witness from the report and search for its id in the logs of the system. A service that answers before Kafka \
            has the message loses what it holds in memory when it is killed. If the message arrives later, raise within.
            """,
          unseen: """
            Whether it would have come later still. A message is called missing only where within passed without progress.
            """))
    case .unseen:
      .place(
        "unseen", "expected messages that are not found, in a sink that was not read to a proven end",
        .inconclusive(because: "the sink was not read to a proven end"), .settled, standard: .zero,
        why: Explanation(
          "expected in a sink, not found, and the sink was not read to a proven end",
          """
          Its command failed, its topic could not be read to the end, is compacted or lost its beginning, or the group behind it \
          still had a lag at the deadline. The check has the reason.
          """,
          do: "Give it more time (within, at_most), or make the command work by hand first (rehearse check --connect).",
          unseen: "Whether these messages are there."))
    case .unknownFound:
      .place(
        "unknown_found", "messages without an answer that are in the sink", .expectation,
        why: Explanation(
          "never answered, and found in a sink", "A message that was answered with an error can be stored all the same."
        ))
    case .unknownAbsent:
      .place(
        "unknown_absent", "messages without an answer that are not in the sink",
        .inconclusive(because: "they were never answered, and are not there"), .settled, standard: .zero,
        why: Explanation(
          "never answered, and not in a sink that was read to its end",
          """
          The answer never came, or said neither that the message was taken nor that it was not. It was lost on its way there, or \
          was never taken: nothing decides which.
          """,
          do:
            "Say how many are allowed, for example unknown_absent < 100, or give the target more time to answer (timeout)."
        ))
    case .unknownUnseen:
      .place(
        "unknown_unseen", "messages without an answer that are not found, in a sink that was not read to a proven end",
        .inconclusive(because: "they were never answered, and the sink was not read to a proven end"), .settled,
        standard: .zero,
        why: Explanation(
          "never answered, and not found in a sink that was not read to a proven end",
          "As unseen, of messages that were never answered.",
          do: "As for unseen."))
    case .phantom:
      .place(
        "phantom", "records of messages that were rejected", standard: .zero,
        why: Explanation(
          "rejected, and in a sink all the same",
          """
          The target's answer said that the message was not taken, and there it is. A client that sends it again then has it \
          twice.
          """,
          do: """
            Search for what answers with an error after the message was handed on: a time limit, a check that comes too late. If \
            such an answer leaves it open, take its status out of rejected.
            """))
    case .stray:
      .place(
        "stray", "records of this run's messages that do not belong into the sink", standard: .zero,
        why: Explanation(
          "a message of this run in a sink where it does not belong",
          """
          The sink does not hold its stage or template, or it is not in the sink that this one takes from. With an output that \
          holds the good messages and a dead letter topic that holds the bad ones, one that took the wrong way is \
          missing here and stray there.
          """,
          do: "Take a witness from the report, and search for what made the decision about it.",
          unseen: """
            A message is stray because of from only where that other sink was read to a stable end; otherwise it is not judged.
            """))
    case .duplicated:
      .place(
        "duplicated", "records beyond the first of a message, or beyond its copies", standard: .zero,
        why: Explanation(
          "records beyond the first of a message, or beyond its copies",
          """
          Something between stage and sink did its work twice: a consumer that was killed before it committed, a retry of a \
          request, a producer that is not idempotent. Records are counted, not messages.
          """,
          do: """
            If the system promises at least once, say how many are allowed (duplicated <= 1000); if it promises exactly once, look \
            at its transactions or at the key that makes its writes idempotent.
            """))
    case .corrupted:
      .place(
        "corrupted", "records of which a compared field is not what was sent", standard: .zero,
        why: Explanation(
          "a compared field is not what was sent",
          """
          same says which fields of the record must be those of the message that was sent. Numbers are compared as decimals, \
          1.10 is 1.1; a field that only one side has differs. Such a record still counts as found. Without same nothing is \
          compared, and the cell is empty.
          """,
          do: "Take a witness from the report: it has the field with both values."))
    case .invalid:
      .place(
        "invalid", "records that are not valid against the sink's format or schema", standard: .zero,
        why: Explanation(
          "not valid against the sink's format or schema",
          "Such a record still counts as found. Without format and schema nothing is checked, and the cell is empty.",
          do: "Take a witness from the report: it has the first mistake."))
    case .foreign:
      .place(
        "foreign", "records without an id of this run", .expectation,
        why: Explanation(
          "records of others in a sink",
          """
          An id of another run, or one that this run cannot have written: another length, or a number that was not sent. They are \
          counted and ignored.
          """))
    }
  }
}

extension MetricFacts {
  /// A count of a sink.
  fileprivate static func place(
    _ name: String, _ meaning: String, _ breach: Breach = .verification, _ tendency: Tendency = .rises,
    standard: Default = .none, why explanation: Explanation
  ) -> Self {
    Self(
      name, [.count], meaning, breach: breach, standard: standard, source: .reading, tendency: tendency,
      why: explanation)
  }
}
