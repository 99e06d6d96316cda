import Glibc
import Load
import Scenarios
import Testing
import Verification

@testable import Rehearsal

/// Another build of the program: its command line, its signals, its words.
@Suite struct ChildProgramTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var request: RunRequest
    var arguments: [String]

    init(
      _ name: String, file: String = "a.yaml", brokers: Brokers? = nil, seed: UInt64? = nil, label: String? = nil,
      set: [String] = [], variables: String? = nil, _ arguments: [String]
    ) {
      testDescription = name
      self.arguments = arguments
      request = RunRequest(
        file: file, brokers: brokers, reportDirectory: "R/against", seed: seed, label: label, toolVersion: "1",
        overrides: Overrides(settings: set, environmentPath: variables))
    }
  }

  @Test(
    "the arguments of a run",
    arguments: [
      Row("nothing", ["run", "--report-dir=R/against", "a.yaml"]),
      Row(
        "everything", brokers: .addresses(["k:1", "l:2"]), seed: 7, label: "against",
        set: ["stages.s.rate=1/s", "vars.x=y"],
        variables: "ci.env",
        [
          "run", "--brokers=k:1,l:2", "--set=stages.s.rate=1/s", "--set=vars.x=y", "--env-file=ci.env", "--seed=7",
          "--report-dir=R/against", "--label=against", "a.yaml",
        ]),
      Row(
        "the embedded broker", brokers: .embedded, ["run", "--brokers=embedded", "--report-dir=R/against", "a.yaml"]),
      Row("a file that looks like an option", file: "-a.yaml", ["run", "--report-dir=R/against", "./-a.yaml"]),
    ]) func hasOnlyWhatEveryBuildKnows(_ row: Row)
  {
    #expect(ChildProgram.arguments(row.request) == row.arguments)
  }

  @Test(arguments: [
    (0, true, false), (10, false, false), (11, false, false), (12, false, false), (20, false, false), (21, true, false),
    (22, true, false), (64, false, true), (65, false, true), (66, false, true), (70, false, false), (74, false, false),
    (130, false, false), (143, false, false), (1, false, false),
  ]) func itsExitDecidesOnItsRows(_ code: Int32, isKept: Bool, isRefusal: Bool) {
    #expect(ChildProgram.Exit.code(code).isKept == isKept)
    #expect(ChildProgram.Exit.code(code).isRefusal == isRefusal)
  }

  @Test(arguments: [
    (ChildProgram.Exit.code(0), ExitCode.passed), (.code(10), .verificationFailed), (.code(1), .internalFault),
    (.killed(signal: SIGSEGV), .internalFault),
  ]) func aCrashIsAFault(_ exit: ChildProgram.Exit, _ code: ExitCode) {
    #expect(exit.code == code)
  }

  @Test func oneThatWasKilledIsNotKept() {
    #expect(!ChildProgram.Exit.killed(signal: SIGKILL).isKept)
    #expect(!ChildProgram.Exit.killed(signal: SIGKILL).isRefusal)
  }

  struct Forwarded: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var reason: StopRequest.Reason?
    /// Milliseconds, the level of the stop then, and the signal that is sent.
    var steps: [(at: Int64, StopSignals.Level, Int32?)]

    init(_ name: String, _ reason: StopRequest.Reason?, _ steps: (at: Int64, StopSignals.Level, Int32?)...) {
      (testDescription, self.reason, self.steps) = (name, reason, steps)
    }
  }

  @Test(
    "signals are passed on",
    arguments: [
      Forwarded("none", nil, (0, .none, nil), (100_000, .none, nil)),
      Forwarded(
        "the first, once", .interrupt, (5000, .stop, SIGINT), (5016, .stop, nil), (64_000, .stop, nil),
        (65_000, .stop, SIGKILL)),
      Forwarded(
        "the second, more than a second later, so that it counts", .terminate, (5000, .stop, SIGTERM),
        (6000, .finishNow, nil), (6099, .finishNow, nil), (6100, .finishNow, SIGTERM), (6200, .finishNow, nil),
        (16_099, .finishNow, nil), (16_100, .finishNow, SIGKILL)),
      Forwarded(
        "both, where they came before it was started", .hangUp, (0, .finishNow, SIGHUP), (1000, .finishNow, nil),
        (1100, .finishNow, SIGHUP)),
      Forwarded("the third", .interrupt, (0, .stop, SIGINT), (10, .end, SIGKILL)),
    ]) func signals(_ row: Forwarded)
  {
    var forwarding = SignalForwarding()
    for (at, level, signal) in row.steps {
      #expect(forwarding.next(level, row.reason, at: .milliseconds(at)) == signal, "at \(at) ms")
    }
  }

  @Test func linesAreTakenAsTheyCome() {
    var lines = LineReading()
    #expect(lines.add(Array("one\ntw".utf8)) == ["one"])
    #expect(lines.add(Array("o\n\nthree".utf8)) == ["two", ""])
    #expect(lines.end() == "three")
    #expect(lines.end() == nil)
    #expect(lines.add([UInt8](repeating: 0x61, count: 100_000) + [0x0A]).map(\.utf8.count) == [2000])
    #expect(LineReading.last(of: Array("table\n\nresult: PASSED\n\n".utf8)) == "result: PASSED")
    #expect(LineReading.last(of: []) == "")
  }
}
