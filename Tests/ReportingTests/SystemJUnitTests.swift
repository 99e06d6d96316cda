import Diagnostics
import Scenarios
import Testing
import Verification

@testable import Reporting

/// `junit.xml` of a run with sinks, groups and actions, to the letter.
@Suite struct SystemJUnitTests {
  private static func suite(_ name: String, of run: RunResult) -> String {
    let text = JUnitReport.text(run)
    guard let start = text.firstRange(of: "  <testsuite name=\"\(name)\""),
      let cases = text[start.lowerBound...].firstRange(of: "    </properties>\n"),
      let end = text[cases.upperBound...].firstRange(of: "  </testsuite>\n")
    else { return "none" }
    return String(text[cases.upperBound..<end.lowerBound])
  }

  @Test func aSuiteForEach() {
    let names = JUnitReport.text(SampleSystem.run).split(separator: "\n").compactMap { line in
      line.hasPrefix("  <testsuite ") ? line.split(separator: "\"").dropFirst().first.map(String.init) : nil
    }
    #expect(
      names == [
        "system-b", "system-b.minute", "system-b.sinks.events", "system-b.sinks.stored", "system-b.sinks.events-dlq",
        "system-b.groups.event-consumers", "system-b.actions",
      ])
    #expect(
      !JUnitReport.text(SampleRun.failed).contains("sinks") && !JUnitReport.text(SampleRun.failed).contains("actions"))
  }

  @Test func aSinkThatLacksMessages() {
    #expect(
      Self.suite("system-b.sinks.stored", of: SampleSystem.run)
        == #"""
            <testcase classname="system-b.sinks.stored" name="sink" time="0.000"/>
            <testcase classname="system-b.sinks.stored" name="missing == 0" time="0.000">
              <failure message="12 of 3,299 messages that were on events are not in stored" type="verification.missing">12 of 3,299 messages that were on events are not in stored
          #2001 (rk4m2a70002001x) due at 22.0 s was on events and is not in stored; broker-restart was under way
          #2002 (rk4m2a70002002x) due at 28.5 s was on events and is not in stored; broker-restart was under way
          #3001 (rk4m2a70003001x) due at 200.0 s was on events and is not in stored
          at Scenarios/system-b.yaml:42:9
          expected: 0
          actual:   12
          again:    rehearse run Scenarios/system-b.yaml --seed 18446744073709551615
        </failure>
            </testcase>
            <testcase classname="system-b.sinks.stored" name="stray == 0" time="0.000">
              <failure message="1 record in stored does not belong there" type="verification.stray">1 record in stored does not belong there
          #7 (rk4m2a70007x) due at 1.0 s is in stored, where it does not belong
          at Scenarios/system-b.yaml:42:9
          expected: 0
          actual:   1
          again:    rehearse run Scenarios/system-b.yaml --seed 18446744073709551615
        </failure>
            </testcase>
            <testcase classname="system-b.sinks.stored" name="duplicated == 0" time="0.000">
              <failure message="2 records in stored repeat a message" type="verification.duplicated">2 records in stored repeat a message
          #9 (rk4m2a70009x) is in stored again
          at Scenarios/system-b.yaml:42:9
          expected: 0
          actual:   2
          again:    rehearse run Scenarios/system-b.yaml --seed 18446744073709551615
        </failure>
            </testcase>

        """#)
  }

  @Test func aSinkThatIsInconclusiveAndOneThatWasNotRead() {
    #expect(
      Self.suite("system-b.sinks.events", of: SampleSystem.run)
        == #"""
            <testcase classname="system-b.sinks.events" name="sink" time="0.000"/>
            <testcase classname="system-b.sinks.events" name="missing == 0" time="0.000"/>
            <testcase classname="system-b.sinks.events" name="unknown_absent == 0" time="0.000">
              <error message="they were never answered, and are not there" type="inconclusive.unknown_absent">they were never answered, and are not there
          #1712 (rk4m2a70001712x) due at 25.3 s has an unknown outcome and is not on events; broker-restart was under way
          at Scenarios/system-b.yaml:42:9
          expected: 0
          actual:   1
          again:    rehearse run Scenarios/system-b.yaml --seed 18446744073709551615
        </error>
            </testcase>

        """#)
    var run = SampleSystem.run
    run.sinks?[0].verdict = .skipped
    run.sinks?[0].checks = [SampleSystem.check(.missing, .skipped(because: "nothing was sent"), nil)]
    #expect(
      Self.suite("system-b.sinks.events", of: run)
        == #"""
            <testcase classname="system-b.sinks.events" name="sink" time="0.000">
              <skipped message="nothing was looked for"/>
            </testcase>
            <testcase classname="system-b.sinks.events" name="missing == 0" time="0.000">
              <skipped message="nothing was sent"/>
            </testcase>

        """#)
  }

  @Test func aGroupThatCaughtUpTooLate() {
    #expect(
      Self.suite("system-b.groups.event-consumers", of: SampleSystem.run)
        == #"""
            <testcase classname="system-b.groups.event-consumers" name="group" time="0.000"/>
            <testcase classname="system-b.groups.event-consumers" name="caught_up &lt; 1m" time="0.000">
              <failure message="caught_up is 71.000s, expected less than 1m" type="expectation.caught_up">caught_up is 71.000s, expected less than 1m
          at Scenarios/system-b.yaml:42:9
          expected: less than 1m
          actual:   71.000s
          again:    rehearse run Scenarios/system-b.yaml --seed 18446744073709551615
        </failure>
            </testcase>

        """#)
    var run = SampleSystem.run
    run.groups?[0].caughtUp = nil
    run.groups?[0].checks[0].actual = nil
    #expect(
      Self.suite("system-b.groups.event-consumers", of: run).contains(
        "<failure message=\"it never caught up, expected less than 1m\" type=\"expectation.caught_up\">"))
  }

  @Test func actions() {
    #expect(
      Self.suite("system-b.actions", of: SampleSystem.run)
        == #"""
            <testcase classname="system-b.actions" name="broker-restart" time="11.300">
              <system-out>run at 20.0 s for 2.3 s, then at 27.3 s for 4.0 s
        longest time without an acknowledgement 9.1 s
        without a record 9.6 s
        recovered after 14.0 s
        of its time 12 missing, 2 duplicated
        it printed:
        stopping 1
        </system-out>
            </testcase>

        """#)
    var run = SampleSystem.run
    run.actions = [SampleSystem.failedAction]
    #expect(
      Self.suite("system-b.actions", of: run)
        == #"""
            <testcase classname="system-b.actions" name="broker-restart" time="11.300">
              <error message="run succeeds: exit code 1" type="infrastructure.action-failed">run succeeds: exit code 1
          longest time without an acknowledgement 9.1 s
          without a record 9.6 s
          recovered after 14.0 s
          of its time 12 missing, 2 duplicated
          it printed:
            no broker 1
            use: cluster stop NUMBER
          at Scenarios/system-b.yaml:22:11
          again: rehearse run Scenarios/system-b.yaml --seed 18446744073709551615
        </error>
            </testcase>

        """#)
  }

  /// A file without a red case must mean exit code 0: what a sink shows is not shown again by the run.
  @Test func theRunItselfIsRedOnlyForWhatNothingElseShows() {
    #expect(
      Self.suite("system-b", of: SampleSystem.run)
        == "    <testcase classname=\"system-b\" name=\"run\" time=\"15.400\"/>\n")
  }

  @Test(arguments: Anomaly.Kind.allCases) func everyWitnessOfASinkIsOneSentence(_ kind: Anomaly.Kind) {
    for offset in [nil, Int64(1180)] {
      var witness = SampleSystem.witness(kind, 4711, due: .seconds(12), in: "events", topic: "events")
      (witness.partition, witness.offset, witness.detail) = (2, offset, "$.amount is 5, and 6 was sent")
      let sentence = SampleSystem.run.sentence(of: witness)
      #expect(
        sentence.hasPrefix("#4711 (rk4m2a70004711x) due at 12.0 s ") && sentence.contains("on events")
          && sentence.hasSuffix("; $.amount is 5, and 6 was sent") && !sentence.contains("Optional"), "\(sentence)")
    }
  }

  @Test(
    arguments: [
      (Nanoseconds.seconds(19), ""), (.seconds(20), "; broker-restart was under way"),
      (.milliseconds(31_300), "; broker-restart was under way"),
      (.milliseconds(36_300), "; 5.0 s after broker-restart"),
      (.milliseconds(91_300), "; 60.0 s after broker-restart"), (.milliseconds(91_301), ""),
    ])
  func theActionInWhoseTimeAMessageWasDue(_ due: Nanoseconds, _ words: String) {
    let witness = SampleSystem.witness(.missing, 1, due: due, in: "stored")
    #expect(SampleSystem.run.sentence(of: witness).hasSuffix(" was on events and is not in stored\(words)"))
  }

  @Test func theStageIsNamedWhereASinkHoldsSeveral() {
    var run = SampleSystem.run
    run.sinks?[1].stages.append(SinkStageResult(stage: "other", counts: SinkCounts()))
    let witness = SampleSystem.witness(.missing, 1, due: nil, in: "stored")
    #expect(run.sentence(of: witness) == "#1 of minute (rk4m2a70001x) was on events and is not in stored")
  }
}
