import FoundationEssentials
import Glibc
import Kafka
import Rehearsal
import Testing
import Verification

extension EndToEndTests {
  /// `rehearse run --repeat`, alone and against another build, with the built program.
  @Suite struct Repeated {
    private static let scenario = """
      version: 1
      name: test
      seed: random
      cluster: {brokers: embedded}
      topics: {t: {}}
      templates: {m: {value: a}}
      stages: [{name: s, count: 10}]

      """

    @Test func eachRepetitionIsARunOfItsOwn() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      let ended = try Program.run(
        ["run", "--repeat", "2", "--warm-up", "1", "--append", folder.path("all.csv"), "--report-dir"]
          + [folder.path("Reports"), file], in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      let runs = try folder.runs(below: "Reports/test")
      #expect(runs.map { $0["repeat"] } == ["1", "2"])
      // `seed: random` is drawn for each.
      #expect(Set(runs.map { $0["seed"] }).count == 2)
      #expect(try folder.runs(below: "Reports/warm-up/test").count == 1)
      #expect(try folder.repetitions("all.csv") == ["1", "2"])
      // A line for each run, and one for both of them, without the warm-up.
      let lines = ended.output.split(separator: "\n").filter { $0.hasPrefix("result: ") }
      #expect(lines.count == 3)
      #expect(ended.lastLine.hasPrefix("result: PASSED verification=0 expectations=0 stages=2 messages=20 "))
      let progress = ended.errors.split(separator: "\n").filter { $0.contains(" of 3: ") }
      #expect(
        progress == [
          "rehearse: run 1 of 3: test, warm-up", "rehearse: run 2 of 3: test, repetition 1",
          "rehearse: run 3 of 3: test, repetition 2",
        ])
    }

    /// The program against itself.
    @Test func anotherBuildTakesTurns() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      let ended = try Program.run(
        [
          "run", "--repeat", "2", "--against-binary", Program.path, "--label", "new", "--append",
          folder.path("all.csv"),
        ]
          + ["--report-dir", folder.path("Reports"), file], in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      let (new, base) = (try folder.runs(below: "Reports/test"), try folder.runs(below: "Reports/against/test"))
      // A B B A
      let order = (new + base).sorted { $0["started_at"] < $1["started_at"] }
      #expect(new.map { $0["repeat"] } == ["1", "2"])
      #expect(try folder.repetitions("all.csv") == ["1", "2"])
      #expect(order.map { $0["label"] } == ["against", "new", "new", "against"])
      #expect(order[0]["seed"] == order[1]["seed"])
      #expect(order[2]["seed"] == order[3]["seed"])
      #expect(order[0]["seed"] != order[2]["seed"])
      // The hash is the same, so that they can be compared.
      #expect(Set(order.map { $0["scenario_sha256"] }).count == 1)
      #expect(try folder.runs(below: "Reports/warm-up/test").count == 1)
      #expect(try folder.runs(below: "Reports/warm-up/against/test").count == 1)
      #expect(ended.lastLine.hasPrefix("result: PASSED verification=0 expectations=0 stages=2 messages=20 "))
    }

    struct Stub: Sendable, CustomTestStringConvertible {
      var testDescription: String
      /// Commands of a shell, for which `$REAL` is the built program; nil for no file.
      var commands: String?
      var isExecutable = true
      var code: Int32
      /// Parts of the last line, and of standard error.
      var says: [String]
      /// Runs of this side.
      var runs: Int

      init(
        _ name: String, _ commands: String?, isExecutable: Bool = true, _ code: Int32, runs: Int = 0, says: [String]
      ) {
        (testDescription, self.commands, self.isExecutable) = (name, commands, isExecutable)
        (self.code, self.runs, self.says) = (code, runs, says)
      }
    }

    private static let introduction =
      "[ \"$1\" = --version ] && { echo 'rehearse 0.0.1 (librdkafka 2.0.0)'; exit 0; }\n"

    @Test(arguments: [
      Stub("one that is not there", nil, 14, says: ["there is no such file", " stages=0 "]),
      Stub("one that is no program", "exit 0", isExecutable: false, 14, says: ["it is not a program", " stages=0 "]),
      Stub("another program", "echo grep 3.8", 14, says: ["it is not rehearse: --version prints \"grep 3.8\""]),
      Stub("one that fails", "exit 3", 14, says: ["it fails at --version (exit 3)"]),
      Stub(
        "one that lacks an option", introduction + "echo 'unknown option' >&2; exit 64", 14,
        says: ["  unknown option", "cannot run", "(exit 64)", " stages=0 "]),
      Stub("one that does not take the scenario", introduction + "exit 65", 14, says: ["(exit 65)", " stages=0 "]),
      Stub(
        "one whose runs fail", introduction + "\"$REAL\" \"$@\"; exit 10", 14, runs: 1,
        says: ["left out of the comparison: exit 10", "all runs of the other side failed, 1 in all", " stages=1 "]),
      Stub(
        "one that is killed", introduction + "kill -9 $$", 14, runs: 1,
        says: ["left out of the comparison: ended by signal 9"]),
    ]) func whatAnotherBuildDoes(_ stub: Stub) throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      let path = folder.path("old")
      if let commands = stub.commands {
        _ = try folder.write("#!/bin/sh\n\(commands)\n", to: "old")
        if stub.isExecutable { chmod(path, 0o755) }
      }
      let ended = try Program(
        ["run", "--against-binary", path, "--warm-up", "0", "--report-dir", folder.path("Reports"), file], in: folder,
        environment: ["REAL": Program.path]
      ).wait()
      #expect(ended.code == stub.code, "\(ended.output)\(ended.errors)")
      #expect(ended.lastLine.contains(" exit=\(stub.code)"))
      for part in stub.says { #expect((ended.errors + ended.lastLine).contains(part), "\(ended.errors)") }
      #expect(try folder.runs(below: "Reports/test").count == stub.runs)
      // It is said once.
      #expect(ended.errors.split(separator: "\n").count { $0.contains("compared") && !$0.contains("left out") } <= 1)
    }

    /// A process that crashes behind its reports did not pass.
    @Test func aCrashBehindTheReports() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      _ = try Program.run(["run", "--report-dir", folder.path("Reports"), file], in: folder)
      let id = try folder.read("Reports/test/latest.txt").filter { $0 != "\n" }
      let request = RunRequest(file: file, reportDirectory: folder.path("Reports"), toolVersion: "test")
      let run = { FinishedRun(folder: folder.path("Reports/test/\(id)"), request, exit: $0) }
      #expect(run(.code(0))?.result.exits == [.passed])
      #expect(run(.killed(signal: SIGSEGV))?.result.exits == [.internalFault])
      #expect(run(.code(1))?.result.exits == [.internalFault])
      #expect(run(.code(74))?.result.exits == [.unwritableReport])
    }

    @Test func aScenarioWithTheNameOfAFolder() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario.replacing("name: test", with: "name: warm-up"), to: "test.yaml")
      let ended = try Program.run(
        ["run", "--warm-up", "1", "--report-dir", folder.path("Reports"), file], in: folder)
      #expect(ended.code == 64)
      #expect(ended.errors.contains("a scenario named \"warm-up\" cannot be run with \"--warm-up\""))
      #expect(access(folder.path("Reports"), F_OK) != 0)
    }

    /// It gets what every build knows, and nothing else.
    @Test func theArgumentsOfAnotherBuild() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      let variables = try folder.write("GREETING=good day\n", to: "ci.env")
      let path = try folder.write(
        "#!/bin/sh\n\(Self.introduction)echo \"$@\" >> \(folder.path("log")); exec \"$REAL\" \"$@\"\n", to: "old")
      chmod(path, 0o755)
      let ended = try Program(
        [
          "run", "--repeat", "1", "--against-binary", path, "--warm-up", "0", "--report-dir", folder.path("Reports"),
          "--set", "stages.s.count=5", "--seed", "7", "--label", "new", "--env-file", variables, "--brokers",
          "embedded",
          file,
        ], in: folder, environment: ["REAL": Program.path]
      ).wait()
      #expect(ended.code == 0 || ended.code == 14, "\(ended.output)\(ended.errors)")
      #expect(
        try folder.read("log")
          == "run --brokers=embedded --set=stages.s.count=5 --env-file=\(variables) --seed=7 "
          + "--report-dir=\(folder.path("Reports"))/against --label=against \(file)\n")
    }

    private static let long = scenario.replacing("count: 10", with: "rate: 1k/s, duration: 60s, measure: false")

    /// A signal ends the other build's run in order, and with it the command.
    @Test func aSignalReachesAnotherBuild() throws {
      let folder = try Folder()
      let file = try folder.write(Self.long, to: "test.yaml")
      let program = try Program(
        ["run", "--repeat", "2", "--against-binary", Program.path, "--warm-up", "0", "--report-dir"]
          + [folder.path("Reports"), file], in: folder)
      #expect(eventually(within: 20) { program.errorsSoFar.contains("of 60,000 sent") })
      program.signal(SIGINT)
      let ended = try program.wait(deadline: 20)
      #expect(ended.code == 130, "\(ended.output)\(ended.errors)")
      #expect(ended.lastLine.hasPrefix("result: ABORTED "))
      #expect(try folder.runs(below: "Reports/against/test").map { $0["verdict"] } == ["aborted"])
      #expect(try folder.runs(below: "Reports/test").isEmpty)
    }

    /// The third leaves none behind.
    @Test func theThirdSignalEndsAnotherBuild() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      let path = try folder.write(
        "#!/bin/sh\n\(Self.introduction)trap '' INT TERM HUP; echo $$ >&2; while :; do sleep 0.1; done\n", to: "old")
      chmod(path, 0o755)
      let program = try Program(
        ["run", "--against-binary", path, "--report-dir", folder.path("Reports"), file], in: folder)
      let child = { program.errorsSoFar.split(separator: "\n").compactMap { pid_t($0.drop { $0 == " " }) }.first }
      #expect(eventually { child() != nil })
      for text in ["stopping", "waiting no longer", "quitting"] {
        program.signal(SIGINT)
        #expect(eventually { program.errorsSoFar.contains(text) })
        pause(for: .milliseconds(1100))
      }
      #expect(try program.wait(deadline: 20).code == 130)
      let process = try #require(child())
      // A zombie is over, although no process may be there to reap it.
      #expect(
        eventually {
          let state = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ") Z "
          return state.contains(") Z ")
        })
    }
  }
}

extension Folder {
  /// The repetitions of the rows for a whole run in a file that runs append to.
  fileprivate func repetitions(_ name: String) throws -> [String] {
    let rows = try read(name).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let stage = try #require(rows[0].firstIndex(of: "stage"))
    let number = try #require(rows[0].firstIndex(of: "repeat"))
    return rows.filter { $0[stage] == "*" }.map { $0[number] }
  }

  /// The first row of each run's `stages.csv` below a folder, in the order of their starts.
  func runs(below place: String) throws -> [ReportedStage] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path(place))) ?? []
    return try names.filter { $0 != "latest.txt" }.map { name in
      let rows = try read("\(place)/\(name)/stages.csv").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      return ReportedStage(cells: Dictionary(zip(rows[0], rows[1])) { first, _ in first })
    }.sorted { $0["started_at"] < $1["started_at"] }
  }
}
