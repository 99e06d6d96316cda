import Diagnostics
import Scenarios
import Testing
import Verification

@testable import Reporting

/// `sinks.csv`, `sinks-timeseries.csv`, `groups.csv` and `actions.csv`, to the letter.
@Suite struct SystemFilesTests {
  private static let origin = """
    schema_version,run_id,repeat,scenario,started_at,label,git_sha,git_branch,git_dirty,tool_version,client_version,\
    scenario_sha256,client_config_sha256,seed,host,os,arch,cpu_count,broker,broker_count,
    """

  /// Tools find columns by these names.
  @Test func headers() {
    #expect(
      SinksCSV.header
        == Self.origin + """
          sink,kind,from,topic,stage,verdict,expected,read,found,missing,unseen,unknown_found,unknown_absent,\
          unknown_unseen,phantom,stray,duplicated,reordered,corrupted,invalid,foreign,end_to_end_latency_p50_ms,\
          end_to_end_latency_p99_ms,end_to_end_latency_max_ms,caught_up_s,readings,expectations_total,\
          expectations_broken,expectations_inconclusive,error_code,error_message

          """)
    #expect(
      SinkSecondsCSV.header == "schema_version,run_id,repeat,scenario,sink,group,second,found,duplicated,lag\n")
    #expect(
      GroupsCSV.header == Self.origin + "group,topic,lag_max,lag_end,caught_up_s,samples,samples_failed\n")
    #expect(
      ActionsCSV.header
        == Self.origin + """
          action,outcome,then_outcome,begun_s,ended_s,then_begun_s,then_ended_s,ack_gap_max_ms,read_gap_max_ms,\
          recovery_s,missing,lost,duplicated,error_message

          """)
  }

  @Test func sinksByStageAndAsAWhole() {
    #expect(
      Self.rows(SinksCSV.text(SampleSystem.run)) == [
        "events,topic,,events,minute,,3331,3332,3331,0,0,1,1,0,0,0,0,,0,,,,,,,,,,,,",
        "events,topic,,events,*,inconclusive,3331,3332,3331,0,0,1,1,0,0,0,0,,0,,0,3.101,1234.000,1234.000,1.250,1,2,0,1,,",
        "stored,command,events,,minute,,3299,3290,3287,12,0,,,,0,1,2,,,,,,,,,,,,,,",
        "stored,command,events,,*,failed,3299,3290,3287,12,0,,,,0,1,2,,,,0,,,,,4,3,3,0,,",
        "events-dlq,topic,events,events-dlq,minute,,33,33,33,0,0,,,,0,0,0,,,,,,,,,,,,,,",
        "events-dlq,topic,events,events-dlq,*,passed,33,33,33,0,0,,,,0,0,0,,,,0,,,,9.000,1,1,0,0,,",
      ])
  }

  /// With `holds: some` nothing is missing, and of a sink that was not read nothing is known.
  @Test func whatIsNotCountedIsEmpty() throws {
    var run = SampleSystem.run
    var partial = SampleSystem.stored
    partial.isPartial = true
    partial.unseenBecause = "exit code 2"
    var unread = SampleSystem.events
    unread.counts = nil
    unread.problem = Problem(.sinkUnreadable, "there is no command \"psql\"")
    run.sinks = [partial, unread]
    let rows = Self.rows(SinksCSV.text(run))
    #expect(rows[0] == "stored,command,events,,minute,,3299,3290,3287,,0,,,,0,1,2,,,,,,,,,,,,,,")
    #expect(rows[1].hasSuffix(",4,3,3,0,,exit code 2"))
    #expect(rows[2] == "events,topic,,events,minute," + String(repeating: ",", count: 25))
    #expect(rows[3].hasPrefix("events,topic,,events,*,inconclusive,,,,,,,,,,,,,,,,"))
    #expect(rows[3].hasSuffix(",infrastructure.sink-unreadable,\"there is no command \"\"psql\"\"\""))
  }

  @Test func secondsOfSinksAndGroups() {
    #expect(
      SinkSecondsCSV.text(SampleSystem.run).split(separator: "\n").dropFirst().map {
        $0.dropFirst("1,01k9x3v8zq,1,".count)
      }
        == [
          "system-b,events,,0,1000,0,", "system-b,events,,1,2331,0,", "system-b,stored,,0,0,0,",
          "system-b,stored,,1,3287,2,", "system-b,,event-consumers,0,,,0", "system-b,,event-consumers,1,,,",
          "system-b,,event-consumers,2,,,3023",
        ])
  }

  @Test func groupsAndActions() {
    var run = SampleSystem.run
    run.groups?[0].topics = ["events", "other"]
    #expect(Self.rows(GroupsCSV.text(run)) == ["event-consumers,events+other,3023,0,71.000,97,1"])
    var never = ActionResult(
      name: "six-partitions", position: SourcePosition(line: 1, column: 1), run: ["kafka-topics.sh"])
    never.checks = []
    run.actions = [SampleSystem.restart, SampleSystem.failedAction, never]
    #expect(
      Self.rows(ActionsCSV.text(run)) == [
        "broker-restart,succeeded,succeeded,20.000,22.300,27.300,31.300,9100.000,9600.000,14.000,12,0,2,",
        "broker-restart,failed,succeeded,20.000,22.300,27.300,31.300,9100.000,9600.000,14.000,12,0,2,run: exit code 1",
        "six-partitions,never_ran,,,,,,,,,,,,",
      ])
  }

  @Test(
    arguments: [
      ("nothing of the kind", SampleRun.passed, []),
      (
        "all of them", SampleSystem.run, ["sinks.csv", "sinks-timeseries.csv", "groups.csv", "actions.csv"]
      ),
      ("groups alone", only { $0.groups = [SampleSystem.group] }, ["sinks-timeseries.csv", "groups.csv"]),
      ("sinks alone", only { $0.sinks = [SampleSystem.stored] }, ["sinks.csv", "sinks-timeseries.csv"]),
      ("actions alone", only { $0.actions = [SampleSystem.restart] }, ["actions.csv"]),
      ("lists that are empty", only { ($0.sinks, $0.groups, $0.actions) = ([], [], []) }, []),
    ] as [(String, RunResult, [String])])
  func aFileIsMadeWhereThereIsSomethingToSay(_ name: String, run: RunResult, files: [String]) {
    #expect(
      ReportFile.all.filter { $0.isMade(with: run.reportedParts) }.map(\.name)
        == ["run.json", "junit.xml", "stages.csv", "timeseries.csv"] + files)
  }

  @Test func theResultIsReadBackAsItWas() throws {
    let run = SampleSystem.run
    let again = try RunJSON.result(from: RunJSON.bytes(run))
    #expect(again.sinks == run.sinks && again.groups == run.groups && again.actions == run.actions)
    #expect(again.stages.first?.answers == run.stages.first?.answers)
    #expect(ConsoleSummary.text(again, files: []) == ConsoleSummary.text(run, files: []))
    #expect(JUnitReport.text(again) == JUnitReport.text(run))
  }

  /// A stage that posts has a target, and neither a topic nor a Kafka client.
  @Test func stagesThatPost() throws {
    let lines = StagesCSV.text(SampleSystem.run).split(separator: "\n")
    let names = lines[0].split(separator: ",")
    let rows = lines.dropFirst().map { line in
      Dictionary(uniqueKeysWithValues: zip(names, line.split(separator: ",", omittingEmptySubsequences: false)))
    }
    #expect(lines[1].hasSuffix(",api,412,430,3331,0,0,1,1"))
    #expect(lines[2].hasSuffix(",,412,430,3331,0,0,1,1"))
    for name in ["topic", "partition_count", "security_protocol", "acks", "idempotent", "found", "lost"] {
      #expect(rows[0][Substring(name)] == "", "\(name)")
    }
    #expect(rows[1]["expectations_total"] == "9" && rows[1]["expectations_broken"] == "4")
    let kafka = StagesCSV.text(SampleRun.passed).split(separator: "\n")
    #expect(kafka.dropFirst().allSatisfy { $0.hasSuffix(",,,,,,,,") })
  }

  private static func only(_ change: (inout RunResult) -> Void) -> RunResult {
    var run = SampleRun.passed
    change(&run)
    return run
  }

  /// Without the header, and without the columns of where a row comes from.
  private static func rows(_ text: String) -> [String] {
    text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", maxSplits: origin.count { $0 == "," }, omittingEmptySubsequences: false).last.map(
        String.init) ?? ""
    }
  }
}
