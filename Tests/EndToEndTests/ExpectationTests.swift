import Load
import Scenarios
import Testing
import Verification

extension EndToEndTests {
  @Suite struct Expectations {
    /// Its last message is due half a second before its end, so that a busy machine keeps the rate as well.
    private static func paced(_ expect: String) -> String {
      "[{name: s, rate: 2/s, duration: 1s, expect: [\(expect)]}]"
    }

    @Test func whatIsMetIsHeld() throws {
      let result = try Rehearsed(
        stages: Self.paced("ack_latency_p99 < 1m, rate_kept >= 1/s, sent == 2, {check: drain < 10m, level: warn}"),
        more: "expect: [found == 2, end_to_end_latency_max < 1m, stage(*).throughput > 1B/s]"
      ).run(in: try Folder())
      #expect(result.exits == [.passed])
      #expect(result.checks.allSatisfy { $0.outcome == .held })
      #expect(result.whole.checks.map(\.expectation.text) == ["found == 2", "end_to_end_latency_max < 1m"])
      #expect(try result.stage("s").checks.contains { $0.expectation.text == "stage(*).throughput > 1B/s" })
    }

    @Test func aLatencyThatIsTooLongIsBroken() throws {
      let folder = try Folder()
      let result = try Rehearsed(stages: Self.paced("ack_latency_p99 < 1us")).run(in: folder)
      #expect(result.exits == [.expectationFailed])
      #expect(result.verdict == .failed)
      let stage = try result.stage("s")
      #expect(stage.broken == [.latency(.ack, .p99)])
      #expect(stage.verdict == .failed)
    }

    /// The same without what warns passes alike.
    @Test func whatOnlyWarnsPasses() throws {
      let result = try Rehearsed(stages: Self.paced("{check: ack_latency_p99 < 1us, level: warn}"))
        .run(in: try Folder())
      #expect(result.exits == [.passed])
      #expect(try result.stage("s").broken == [.latency(.ack, .p99)])
      #expect(try result.stage("s").verdict == .passed)
    }

    private static func hiding(_ sequences: [UInt64], stages: String, expect: String) throws -> RunResult {
      var rehearsed = Rehearsed(stages: stages, more: "expect: [\(expect)]")
      var sabotage = Sabotage()
      for sequence in sequences { sabotage.add(.hide, stage: 1, sequence: sequence) }
      rehearsed.sabotage = sabotage
      return try rehearsed.run(in: try Folder())
    }

    private static let two = "[{name: a, count: 500}, {name: b, count: 500}]"

    @Test func ofTheWholeRun() throws {
      let lossless = try Self.hiding([], stages: Self.two, expect: "lost == 0")
      #expect(lossless.exits == [.passed])
      #expect(lossless.whole.checks.map(\.outcome) == [.held])

      let lossy = try Self.hiding([7], stages: Self.two, expect: "lost == 0")
      #expect(lossy.exits == [.verificationFailed])
      let check = try #require(lossy.whole.checks.first)
      #expect(check.outcome == .broken && check.actual == .count(1))
      #expect(check.witnesses.map(\.sequence) == [7])
      #expect(check.witnesses.first?.detail?.hasSuffix("in stage b") == true)
      // It took the place of the stages' own.
      #expect(try lossy.stage("b").outcome(.lost) == nil)

      #expect(try Self.hiding([7], stages: Self.two, expect: "lost <= 1").exits == [.passed])
      #expect(try Self.hiding([7, 8], stages: Self.two, expect: "lost <= 1").exits == [.verificationFailed])
    }

    @Test func ofEachStageAndOfOne() throws {
      let each = try Self.hiding([7], stages: Self.two, expect: "stage(*).found == 500")
      #expect(try each.stage("a").outcome(.found) == .held)
      #expect(try each.stage("b").outcome(.found) == .broken)
      #expect(try each.stage("b").broken == [.lost, .found])
      let allowed = try Self.hiding(
        [7], stages: Self.two, expect: "stage(*).found == 500, stage(b).lost <= 1, stage(b).found >= 499")
      #expect(allowed.exits == [.passed])
    }

    @Test func ofAStageThatWasLeftOutNothingIsSaid() throws {
      let folder = try Folder()
      let file = try folder.write(
        Rehearsed(stages: Self.two, more: "expect: [found == 1000, lost == 0, stage(b).found == 500]").scenario,
        to: "test.yaml")
      let ended = try Program.run(
        ["run", file, "--stage", "a", "--report-dir", folder.path("Reports")], in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(ended.output.contains("note: not evaluated: found == 1000 (stage \"b\" did not run)"))
    }

    @Test func anUnknownMetricIs65WithItsPlace() throws {
      let folder = try Folder()
      let file = try folder.write(Rehearsed(stages: Self.paced("ack_latncy_p99 < 5ms")).scenario, to: "x.yaml")
      let ended = try Program.run(["run", file], in: folder)
      #expect(ended.code == 65)
      #expect(ended.lastLine.hasSuffix(" messages=0 duration=0.0s exit=65"))
      #expect(ended.errors.contains("x.yaml:7:54: error: unknown metric \"ack_latncy_p99\" [scenario.expectation]\n"))
      #expect(ended.errors.contains("^~~~~~~~~~~~~~ did you mean \"ack_latency_p99\"?"))
    }

    /// Each runs as it is, and says nothing before it does.
    @Test(arguments: ["client-settings", "partitions", "read-after", "several-producers", "sharing"])
    func everyExamplePasses(_ name: String) throws {
      let folder = try Folder()
      let ended = try Program.run(
        ["run", .repository("Scenarios/\(name).yaml"), "--report-dir", folder.path("Reports")], in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(!ended.errors.contains("warning"))
    }

    /// The counts are exact in each run. On a machine that is busy for a moment a peak is not reached, which says nothing about the
    /// counts.
    @Test func everyShapeSendsWhatItAsksFor() throws {
      let folder = try Folder()
      let ended = try Program.run(
        ["run", .repository("Scenarios/rates.yaml"), "--report-dir", folder.path("Reports")], in: folder)
      #expect([0, 21, 22].contains(ended.code), "\(ended.output)\(ended.errors)")
      let stages = try folder.stages("rates").dropLast()
      #expect(stages.count == 8)
      for stage in stages {
        let counts = try stage.counts("due", "sent", "acknowledged", "found")
        #expect(Set(counts.values).count == 1, "\(stage["stage"]): \(counts)")
      }
    }

    @Test func theExamplePasses() throws {
      let folder = try Folder()
      let ended = try Program.run(
        ["run", .repository("Scenarios/expectations.yaml"), "--report-dir", folder.path("Reports")], in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      let junit = try folder.report("expectations", "junit.xml")
      #expect(junit.contains(#"<testcase classname="expectations" name="sent == 5400""#))
      #expect(junit.contains(#"<testcase classname="expectations.office-hours" name="lateness_p99 &lt; 5ms""#))
      #expect(junit.contains("<system-out>"))
    }
  }
}
