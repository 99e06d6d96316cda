import Glibc
import Testing

extension EndToEndTests {
  /// The last line of `rehearse run`: there is always one, and it has the exit code of the process.
  @Suite struct ResultLines {
    struct Case: Sendable, CustomTestStringConvertible {
      var testDescription: String
      var arguments: [String]
      var code: Int32
      var verdict: String
      /// Fields of the line.
      var fields: [String]
      /// Parts of what is on standard error.
      var errors: [String]

      init(
        _ name: String, _ arguments: String, _ code: Int32, _ verdict: String = "INCONCLUSIVE",
        has fields: [String] = [],
        says errors: [String] = []
      ) {
        testDescription = name
        self.arguments = arguments.split(separator: " ").map(String.init)
        self.code = code
        self.verdict = verdict
        self.fields = fields
        self.errors = errors
      }
    }

    private static let files = [
      "good": "stages: [{name: s, count: 10}]",
      "other": "stages: [{name: other, count: 10}]",
      "broken": "stages: [{name: s, durtion: 30s, rate: 5/s}]",
      "failing": "stages: [{name: s, count: 10}]\nexpect: [\"acknowledged == 11\"]",
      "large": "stages: [{name: s, count: 3, template: large}]",
    ]

    @Test(arguments: [
      Case("one file", "good.yaml", 0, "PASSED", has: ["stages=1", "messages=10"]),
      Case("two files", "good.yaml other.yaml", 0, "PASSED", has: ["stages=2", "messages=20"]),
      Case("no file", "", 64, says: ["needs a scenario file"]),
      Case("an unknown option", "--stge s good.yaml", 64, says: ["unknown option"]),
      Case("a file that is missing", "none.yaml", 66, has: ["refused=1", "stages=0"], says: ["none.yaml"]),
      Case("an invalid file", "broken.yaml", 65, has: ["refused=1", "stages=0"], says: ["durtion"]),
      Case("an invalid file after a good one: none is run", "good.yaml broken.yaml", 65, has: ["stages=0"]),
      Case("an invalid file between two: none is run", "good.yaml broken.yaml other.yaml", 65, has: ["messages=0"]),
      Case("a missing file after a good one: none is run", "good.yaml none.yaml", 66, has: ["stages=0"]),
      Case(
        "all that is wrong with all of them", "none.yaml good.yaml broken.yaml", 65,
        has: ["refused=2", "also=66"], says: ["none.yaml", "durtion"]),
      Case("a stage that no file has", "--stage nope good.yaml", 12, says: ["has no stage \"nope\""]),
      Case("a stage that one file does not have: none is run", "--stage s good.yaml other.yaml", 12, has: ["stages=0"]),
      Case("a file of variables that is missing", "--env-file none.env good.yaml", 66, has: ["stages=0"]),
      Case("a folder that cannot be written", "--report-dir good.yaml/Reports good.yaml", 74, has: ["stages=0"]),
      Case("an expectation that does not hold", "failing.yaml", 10, "FAILED"),
      Case("the first of two that does not hold", "failing.yaml good.yaml", 10, "FAILED", has: ["messages=20"]),
      Case(
        "an error that is found while the other runs does not hide it", "failing.yaml large.yaml", 10, "FAILED",
        has: ["stages=1", "also=65"]),
      Case("nor if it comes first", "large.yaml failing.yaml", 10, "FAILED", has: ["stages=1", "also=65"]),
    ]) func carriesTheExitCode(_ given: Case) throws {
      let folder = try Folder()
      for (name, stages) in Self.files {
        _ = try folder.write(
          """
          version: 1
          name: \(name)
          cluster: {brokers: embedded, librdkafka: {message.max.bytes: 10000000}}
          topics: {t: {}}
          templates: {m: {value: a}, large: {value: b, size: 3MB}}
          defaults: {template: m}
          \(stages)

          """, to: "\(name).yaml")
      }
      let arguments = given.arguments.map { word in
        word.contains(".yaml") || word.contains(".env") ? folder.path(word) : word
      }
      let hasFolder = arguments.contains("--report-dir")
      let ended = try Program.run(
        ["run"] + (hasFolder ? [] : ["--report-dir", folder.path("Reports")]) + arguments, in: folder)
      #expect(ended.code == given.code, "\(ended.output)\(ended.errors)")
      #expect(ended.output.hasSuffix("\n"))
      let words = ended.lastLine.split(separator: " ").map(String.init)
      #expect(words.first == "result:")
      #expect(words.dropFirst().first == given.verdict)
      #expect(words.contains("exit=\(given.code)"), "\(ended.lastLine)")
      for field in given.fields { #expect(words.contains(field), "\(ended.lastLine)") }
      for part in given.errors { #expect(ended.errors.contains(part), "\(ended.errors)") }
      if given.fields.contains("stages=0") { #expect(access(folder.path("Reports"), F_OK) != 0) }
    }

    /// All files are read before the first is run: what becomes of them later changes nothing.
    @Test func aFileThatChangesWhileAnotherRuns() throws {
      let folder = try Folder()
      func scenario(_ name: String, _ stages: String) throws -> String {
        try folder.write(
          "version: 1\nname: \(name)\ncluster: {brokers: embedded}\ntopics: {t: {}}\ntemplates: {m: {value: a}}\n"
            + "stages: [{name: s, measure: false, \(stages)}]\n", to: "\(name).yaml")
      }
      let files = [try scenario("one", "rate: 10/s, duration: 3s"), try scenario("two", "count: 7")]
      let program = try Program(["run", "--report-dir", folder.path("Reports")] + files, in: folder)
      #expect(eventually { access(folder.path("Reports/one"), F_OK) == 0 })
      _ = try folder.write("not: a scenario\n", to: "two.yaml")
      let ended = try program.wait()
      #expect(ended.code == 0, "\(ended.output)\(ended.errors)")
      #expect(ended.lastLine.contains(" stages=2 messages=37 "))
    }
  }
}
