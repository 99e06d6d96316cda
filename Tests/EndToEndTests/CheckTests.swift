import Testing

extension EndToEndTests {
  /// `rehearse check` and `rehearse why`, started by a build server and by a person.
  @Suite struct Checking {
    private static let faulty =
      "version: 1\nname: x\ncluster: {brokers: embedded}\ntopics: {t: {}}\ntemplates: {m: {value: a}}\n"
      + "stages: [{name: s, durtion: 30s, rate: 5/s}]\n"

    @Test func standardInputIsAFile() throws {
      let folder = try Folder()
      let file = try folder.write(Self.faulty, to: "x.yaml")
      let ended = try Program.run(["check", "-"], in: folder, input: file)
      #expect(ended.code == 65 && ended.output == "")
      #expect(ended.errors.hasPrefix("<stdin>:6:20: error: unknown key \"durtion\" in stage \"s\""))
      #expect(ended.errors.contains("\n\n1 error in <stdin>\n"))

      let good = try Program.run(["check", "-"], in: folder, input: .repository("Scenarios/quickstart.yaml"))
      #expect(good.code == 0 && good.errors == "")
      #expect(good.output == "<stdin>: good; 3 stages, 100,000 messages\n")
    }

    /// A faulty file, a missing one and a valid one, all in one document on standard output.
    @Test(arguments: [
      (
        "json", "{\n",
        ["\"exit_code\" : 65", "\"input.unreadable\"", "\"scenario.unknown-key\"", "\"messages\" : 100000"]
      ),
      ("github", "::error file=", ["title=scenario.unknown-key::", "title=input.unreadable::"]),
      (
        "sarif", "{\n",
        ["\"version\" : \"2.1.0\"", "\"exitCode\" : 65", "\"scenario.unknown-key\"", "\"input.unreadable\""]
      ),
    ])
    func aDocumentForMachines(_ format: String, _ beginning: String, _ parts: [String]) throws {
      let folder = try Folder()
      let file = try folder.write(Self.faulty, to: "x.yaml")
      let ended = try Program.run(
        ["check", "--format", format, file, folder.path("none.yaml"), .repository("Scenarios/quickstart.yaml")],
        in: folder)
      #expect(ended.code == 65 && ended.errors == "")
      #expect(ended.output.hasPrefix(beginning))
      for part in parts { #expect(ended.output.contains(part), "\(part)") }
    }

    @Test(arguments: ["text", "json", "github", "sarif"]) func aMissingFileIs66(_ format: String) throws {
      let folder = try Folder()
      let ended = try Program.run(["check", "--format", format, "nowhere.yaml"], in: folder)
      #expect(ended.code == 66)
      #expect((format == "text" ? ended.errors : ended.output).contains("No such file or directory"))
    }

    @Test func whyExplains() throws {
      let folder = try Folder()
      for (code, beginning) in [
        ("scenario.unknown-key", "scenario.unknown-key: an unknown key\n"),
        ("unknown-key", "scenario.unknown-key: "), ("lost", "lost: acknowledged, and provably not in the topic\n"),
        ("22", "22: inconclusive (what happened to some messages is not known)\n"),
      ] {
        let ended = try Program.run(["why", code], in: folder)
        #expect(ended.code == 0 && ended.errors == "" && ended.output.hasPrefix(beginning))
      }
      let all = try Program.run(["why"], in: folder)
      #expect(all.code == 0 && all.output.hasPrefix("exit codes:\n  0    passed\n"))

      let unknown = try Program.run(["why", "scenario.unknwon-key"], in: folder)
      #expect(unknown.code == 64 && unknown.output == "")
      #expect(
        unknown.errors == """
          rehearse: there is no explanation of "scenario.unknwon-key"; did you mean "scenario.unknown-key"?
          see: rehearse help why

          """)
    }
  }
}
