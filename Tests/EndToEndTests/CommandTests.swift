import Glibc
import Testing

extension EndToEndTests {
  /// The built program: exit codes, standard output, and the files in the report folder.
  @Suite struct Commands {
    @Test func quickstartPasses() throws {
      let folder = try Folder()
      let ended = try Program.run(
        ["run", .repository("Scenarios/quickstart.yaml"), "--report-dir", folder.path("Reports")], in: folder)
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(ended.lastLine.hasPrefix("result: PASSED verification=0 expectations=0 stages=3 messages=100000 "))
      #expect(ended.lastLine.hasSuffix(" exit=0"))
      #expect(ended.output.contains("on the embedded broker"))

      let rows = try folder.report("quickstart", "stages.csv").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let column = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[0].indices))
      let cells = ["stage", "verdict", "due", "sent", "acknowledged", "found", "lost", "duplicated", "broker"]
      #expect(
        try rows.dropFirst().map { row in try cells.map { row[try #require(column[$0])] } } == [
          ["warm-up", "passed", "5000", "5000", "5000", "5000", "0", "0", "embedded"],
          ["steady", "passed", "45000", "45000", "45000", "45000", "0", "0", "embedded"],
          ["flat-out", "passed", "50000", "50000", "50000", "50000", "0", "0", "embedded"],
          ["*", "passed", "100000", "100000", "100000", "100000", "0", "0", "embedded"],
        ])
      let seconds = try folder.report("quickstart", "timeseries.csv").split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let place = Dictionary(uniqueKeysWithValues: zip(seconds[0], seconds[0].indices))
      for row in rows.dropFirst().dropLast() {
        let own = try seconds.filter { $0[try #require(place["stage"])] == row[try #require(column["stage"])] }
        for name in ["due", "sent", "withheld", "acknowledged", "bytes_acknowledged", "read", "bytes_read"] {
          let sum = try own.compactMap { UInt64($0[try #require(place[name])]) }.reduce(0, +)
          #expect(String(sum) == row[try #require(column[name])], "\(name)")
        }
      }
      let junit = try folder.report("quickstart", "junit.xml")
      #expect(junit.contains("failures=\"0\" errors=\"0\""))
      #expect(try folder.report("quickstart", "run.json").contains("\"schema_version\" : 1"))
      // Nothing of the client's log on the terminal, and no work file left.
      #expect(ended.errors == "")
    }

    /// A seed that is drawn survives the tools that read reports, and one that does not is warned about where it is given.
    @Test func seedsThatToolsCanRead() throws {
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: test
        seed: random
        cluster: {brokers: embedded}
        topics: {t: {}}
        templates: {m: {value: "{{seq}}"}}
        stages: [{name: s, count: 1}]

        """, to: "a.yaml")
      let arguments = ["run", file, "--report-dir", folder.path("Reports")]
      for _ in 0..<3 {
        let drawn = try Program.run(arguments, in: folder)
        #expect(drawn.code == 0 && drawn.errors == "", "\(drawn.output)\(drawn.errors)")
        #expect(try #require(try folder.stages().first).count("seed") < 1 << 53)
      }
      let given = try Program.run(arguments + ["--seed", "9937665476793771756"], in: folder)
      #expect(given.code == 0)
      #expect(
        given.errors == """
          rehearse: warning: seed 9937665476793771756 is above 2^53: jq, pandas and spreadsheets round it when they read the \
          reports; use a seed of at most 9007199254740992

          """)
      #expect(try #require(try folder.stages().first)["seed"] == "9937665476793771756")
    }

    struct Mistake: Sendable, CustomTestStringConvertible {
      var arguments: [String]
      var code: Int32
      var errors: String
      var output = ""
      var testDescription: String { "rehearse " + arguments.joined(separator: " ") }
    }

    private static func refused(_ code: Int32) -> String {
      "result: INCONCLUSIVE verification=0 expectations=0 refused=1 stages=0 messages=0 duration=0.0s exit=\(code)\n"
    }

    @Test(arguments: [
      Mistake(
        arguments: ["run", "nowhere.yaml"], code: 66,
        errors: "rehearse: cannot read \"nowhere.yaml\": No such file or directory\n", output: refused(66)),
      Mistake(
        arguments: ["run"], code: 64,
        errors: "rehearse: run needs a scenario file: rehearse run FILE…\nsee: rehearse help run\n", output: refused(64)
      ),
      Mistake(
        arguments: ["rum"], code: 64,
        errors: "rehearse: unknown command \"rum\"; did you mean \"run\"?\nsee: rehearse help\n"),
    ])
    func mistakesOfTheCommandLine(_ mistake: Mistake) throws {
      let ended = try Program.run(mistake.arguments, in: try Folder())
      #expect(ended.code == mistake.code)
      #expect(ended.errors == mistake.errors)
      #expect(ended.output == mistake.output)
    }

    @Test func aFaultyScenarioIs65AndNothingIsSent() throws {
      let folder = try Folder()
      let file = try folder.write(
        "version: 1\nname: x\ncluster: {brokers: embedded}\ntopics: {t: {}}\ntemplates: {m: {value: a}}\n"
          + "stages: [{name: s, durtion: 30s, rate: 5/s}]\n", to: "x.yaml")
      for command in ["run", "check"] {
        let ended = try Program.run(
          [command, file, "--report-dir=\(folder.path("Reports"))"].filter {
            command == "run" || !$0.hasPrefix("--")
          }, in: folder)
        #expect(ended.code == 65)
        #expect(
          ended.errors == """
            \(file):6:20: error: unknown key "durtion" in stage "s" [scenario.unknown-key]
              |
            6 | stages: [{name: s, durtion: 30s, rate: 5/s}]
              |                    ^~~~~~~ did you mean "duration"?

            1 error in \(file)

            """
            + (command == "check" ? "\nmore about a code in brackets: rehearse why scenario.unknown-key\n" : ""))
      }
      #expect(access(folder.path("Reports"), F_OK) != 0)
    }

    @Test func aSettingThatLibrdkafkaRefusesIsShownAtItsLine() throws {
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: x
        cluster:
          brokers: embedded
          librdkafka:
            linger.ms: soon
        topics: {t: {}}
        templates: {m: {value: a}}
        stages: [{name: s, count: 1}]
        """, to: "x.yaml")
      let ended = try Program.run(["check", file], in: folder)
      #expect(ended.code == 65)
      #expect(ended.errors.contains("x.yaml:6:16: error: librdkafka"))
      #expect(ended.errors.contains("\"linger.ms\""))
    }

    @Test func aReportFolderThatCannotBeWrittenIsFoundBeforeAnythingIsSent() throws {
      let folder = try Folder()
      let file = try folder.write("not a folder", to: "file")
      let ended = try Program.run(
        ["run", .repository("Scenarios/quickstart.yaml"), "--report-dir", "\(file)/Reports"], in: folder, deadline: 3)
      #expect(ended.code == 74)
      #expect(ended.errors == "rehearse: cannot write \"\(file)/Reports\": Not a directory\n")
    }

    @Test func anUnknownStageRunsNothing() throws {
      let folder = try Folder()
      let ended = try Program.run(
        ["run", .repository("Scenarios/quickstart.yaml"), "--stage", "stead", "--report-dir", folder.path("Reports")],
        in: folder)
      #expect(ended.code == 12)
      #expect(ended.errors.hasSuffix("has no stage \"stead\"; its stages are warm-up, steady, flat-out\n"))
    }

    @Test func oneStageOfThree() throws {
      let folder = try Folder()
      let ended = try Program.run(
        [
          "run", .repository("Scenarios/quickstart.yaml"), "--stage", "warm-up", "--report-dir", folder.path("Reports"),
        ],
        in: folder)
      #expect(ended.code == 0, "\(ended.output)")
      #expect(ended.lastLine.hasPrefix("result: PASSED verification=0 expectations=0 stages=1 messages=5000 "))
    }
  }
}
