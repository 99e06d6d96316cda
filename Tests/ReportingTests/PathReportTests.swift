import Language
import Scenarios
import Testing
import Verification

@testable import Reporting

/// The words of the console about targets, sinks, groups and actions, to the letter.
@Suite struct PathReportTests {
  @Test func aRunOverSeveralSinks() {
    #expect(
      ConsoleSummary.text(SampleSystem.run, files: ["Reports/system-b/01k9x3v8zq/sinks.csv"])
        == #"""
        system-b, run 01k9x3v8zq, 3 brokers

        stage   verdict   sent  unanswered           rate kept  throughput  ack p50  ack p99  late p99
        minute  passed   3,333           2  100.00% of 2,000/s    524 kB/s   2.10ms   9.00ms    0.90ms
        (ack: from due to acknowledged, late: from due to sent)

        posted  to   acknowledged  rejected  unanswered    2xx  5xx  no answer  connections
        minute  api         3,331         0           2  3,331    1          1          412

        sink          verdict       from          expected  found  missing  unanswered  of it found  duplicated  stray
        events        inconclusive  acknowledged     3,331  3,331        0           2            1           0      0
          stored      failed        events           3,299  3,287       12                                    2      1
          events-dlq  passed        events              33     33        0                                    0      0

        sink          caught up  e2e p50  e2e p99
        events             1.3s   3.10ms  1,234ms
          stored
          events-dlq       9.0s

        stored lacks 12 of 3,299 that were on events
        group event-consumers: lag at most 3,023, 0 at the end; caught up 71.0 s after the last send (97 samples, 1 failed)
        action broker-restart: run at 20.0 s for 2.3 s, then at 27.3 s for 4.0 s; longest time without an acknowledgement
            9.1 s; without a record 9.6 s; recovered after 14.0 s; of its time 12 missing, 2 duplicated

        9 expectations: 4 held, 4 broken, 1 inconclusive

        broken: sink stored, missing == 0
            12 of 3,299 messages that were on events are not in stored
            expected  0
            actual    12
            #2001 (rk4m2a70002001x) due at 22.0 s was on events and is not in stored; broker-restart was under way
            #2002 (rk4m2a70002002x) due at 28.5 s was on events and is not in stored; broker-restart was under way
            #3001 (rk4m2a70003001x) due at 200.0 s was on events and is not in stored
            and 9 more
            at Scenarios/system-b.yaml:42:9

        broken: sink stored, stray == 0
            1 record in stored does not belong there
            expected  0
            actual    1
            #7 (rk4m2a70007x) due at 1.0 s is in stored, where it does not belong
            at Scenarios/system-b.yaml:42:9

        broken: sink stored, duplicated == 0
            2 records in stored repeat a message
            expected  0
            actual    2
            #9 (rk4m2a70009x) is in stored again
            and 1 more
            at Scenarios/system-b.yaml:42:9

        broken: group event-consumers, caught_up < 1m
            caught_up is 71.000s, expected less than 1m
            at Scenarios/system-b.yaml:42:9

        inconclusive: sink events, unknown_absent == 0
            they were never answered, and are not there
            expected  0
            actual    1
            #1712 (rk4m2a70001712x) due at 25.3 s has an unknown outcome and is not on events; broker-restart was under way
            at Scenarios/system-b.yaml:42:9

        wrote Reports/system-b/01k9x3v8zq/sinks.csv

        result: FAILED verification=3 expectations=1 inconclusive=1 stages=1 messages=3333 duration=75.4s exit=10 also=22

        """#)
  }

  /// Nothing is shown of a run without such things.
  @Test func aRunWithoutThem() { #expect(PathTable(SampleRun.failed).text(width: 120) == "") }

  /// Each sink is behind the one that it takes from; in a file of others' hands there may be circles.
  @Test(
    arguments: [
      ("in another order", [("c", "b"), ("b", "a"), ("a", nil)], ["a", "  b", "    c"]),
      ("two behind one", [("a", nil), ("b", "a"), ("c", "a")], ["a", "  b", "  c"]),
      ("from a topic that is no sink", [("a", "input"), ("b", nil)], ["a", "b"]),
      ("a circle", [("a", "b"), ("b", "a"), ("c", nil)], ["c", "a", "  b"]),
      ("from itself", [("a", "a")], ["a"]),
    ] as [(String, [(String, String?)], [String])])
  func theOrderOfSinks(_ name: String, sinks: [(String, String?)], lines: [String]) {
    var run = SampleRun.passed
    run.sinks = sinks.map { name, from in
      SinkResult(
        name: name, position: SampleSystem.restart.position, kind: .command, from: from, verdict: .skipped)
    }
    let rows = PathTable(run).text(width: 120).split(separator: "\n").dropFirst()
    #expect(rows.map(nameInRow) == lines)
  }

  /// The first cell, with the blanks before it.
  private func nameInRow(_ row: Substring) -> String {
    let indent = row.prefix { $0 == " " }
    return String(indent) + row.dropFirst(indent.count).prefix { $0 != " " }
  }

  @Test(
    arguments: [
      (
        "as it was", (3023, 0, .seconds(71), 1),
        "lag at most 3,023, 0 at the end; caught up 71.0 s after the last send (97 samples, 1 failed)"
      ),
      (
        "never 0",
        (3023, 17, nil, 0),
        "lag at most 3,023, 17 at the end; not known whether it caught up (97 samples)"
      ),
      (
        "never answered", (nil, nil, nil, 97),
        "its lag is not known (the coordinator is not available)"
      ),
    ] as [(String, (UInt64?, UInt64?, Nanoseconds?, Int), String)])
  func lags(_ name: String, _ numbers: (UInt64?, UInt64?, Nanoseconds?, Int), words: String) {
    var group = SampleSystem.group
    (group.lagMax, group.lagEnd, group.caughtUp, group.samplesFailed) = numbers
    #expect(GroupSentences(group).line == "group event-consumers: \(words)")
  }

  @Test func anActionThatFailed() {
    var run = SampleSystem.run
    run.actions = [SampleSystem.failedAction]
    let text = ConsoleSummary.text(run, files: [])
    #expect(text.contains("action broker-restart: run at 20.0 s for 2.3 s (failed: exit code 1), then at 27.3 s"))
    #expect(
      text.contains(
        """
        inconclusive: action broker-restart, run succeeds
            exit code 1
            expected  run succeeds
            at Scenarios/system-b.yaml:42:9
        """))
  }

  @Test(
    arguments: [
      (SinkCount.missing, UInt64(1), "1 of 3,299 messages that were on events is not in stored"),
      (.unseen, 2, "2 of 3,299 messages that were on events are not in stored, which was not read to a proven end"),
      (.unknownAbsent, 1, "1 message of unknown outcome is not in stored"),
      (.unknownUnseen, 2, "2 messages of unknown outcome are not in stored, which was not read to a proven end"),
      (.phantom, 1, "1 record in stored is of messages that were rejected"),
      (.stray, 2, "2 records in stored do not belong there"),
      (.duplicated, 1, "1 record in stored repeats a message"),
      (.corrupted, 1200, "1,200 records in stored are not what was sent"),
      (.invalid, 1, "1 record in stored is not valid"),
    ])
  func sentences(_ count: SinkCount, _ number: UInt64, _ sentence: String) {
    #expect(SinkSentences(SampleSystem.stored, of: SampleSystem.run).sentence(count, number) == sentence)
  }
}
