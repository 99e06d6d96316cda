import Testing

extension EndToEndTests {
  /// `plan`, `render` and `explain`, which send nothing.
  @Suite struct Planning {
    private static let faulty = """
      version: 1
      name: faulty
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {m: {value: a}}
      defaults: {rate: 5/s}
      stages: [{name: s, durtion: 30s}]

      """

    @Test func planLeavesNothing() throws {
      let folder = try Folder()
      let ended = try Program.run(["plan", .repository("Scenarios/quickstart.yaml")], in: folder)
      #expect(ended.code == 0, "\(ended.errors)")
      #expect(ended.output.hasPrefix("quickstart: 100,000 messages in 3 stages, on the embedded broker\n"))
      #expect(ended.errors == "")
    }

    /// Messages that the client would refuse are an error of a plan and of a run, before anything is sent.
    @Test func planAndRunKnowTheSize() throws {
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: large
        cluster: {brokers: "127.0.0.1:1"}
        topics: {orders: {}}
        templates: {m: {value: a, size: 2MB}}
        stages: [{name: s, count: 1}]

        """, to: "a.yaml")
      for command in ["plan", "run", "check"] {
        let ended = try Program.run([command, file], in: folder)
        #expect(ended.code == 65, "\(ended.output)\(ended.errors)")
        #expect(
          ended.errors.contains(
            "6:17: error: messages of stage \"s\" have 2,000,081 bytes with headers and overhead, and the client takes "
              + "1,000,000 at most (message.max.bytes) [scenario.message-too-large]"))
      }
    }

    /// Ten of them and the number of the others on standard error; the values are printed unchanged.
    @Test func renderSaysWhatWouldBeWithheld() throws {
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: ages
        cluster: {brokers: embedded}
        topics: {orders: {}}
        templates: {m: {format: json, schema: age.json, value: '{"age": {{seq}}}'}}
        stages: [{name: s, count: 100}]

        """, to: "a.yaml")
      _ = try folder.write(#"{"properties": {"age": {"minimum": 18}}}"#, to: "age.json")
      let some = try Program.run(["render", file, "--seq", "16", "-n", "3"], in: folder)
      #expect(some.code == 0 && some.output == "{\"age\": 16}\n{\"age\": 17}\n{\"age\": 18}\n")
      #expect(
        some.errors.hasSuffix(
          "\n#16 would be withheld: /age: 16 is less than 18\n#17 would be withheld: /age: 17 is less than 18\n"))
      #expect(some.errors.contains("warning: 18 of 100 messages of template \"m\" do not fit its schema"))
      let all = try Program.run(["render", file, "-n", "100"], in: folder)
      #expect(all.errors.hasSuffix("\n#9 would be withheld: /age: 9 is less than 18\nand 8 more would be withheld\n"))
      let none = try Program.run(["render", file, "--seq", "18", "-n", "82"], in: folder)
      #expect(none.code == 0 && !none.errors.contains("\n#") && !none.errors.contains("more would be"))
    }

    /// A schema is part of the scenario: with another one, the messages of a run may differ.
    @Test func renderNoticesAnotherSchema() throws {
      let folder = try Folder()
      let file = try folder.write(
        """
        version: 1
        name: ages
        cluster: {brokers: embedded}
        topics: {orders: {}}
        templates: {m: {format: json, schema: age.json, value: '{"age": {{seq}}}'}}
        stages: [{name: s, count: 10}]

        """, to: "a.yaml")
      _ = try folder.write(#"{"properties": {"age": {"$ref": "number.json"}}}"#, to: "age.json")
      _ = try folder.write(#"{"minimum": 0}"#, to: "number.json")
      let run = try Program.run(["run", file, "--report-dir", folder.path("Reports")], in: folder)
      #expect(run.code == 0, "\(run.errors)")
      _ = try folder.write(try folder.report("ages", "run.json"), to: "run.json")
      let render = ["render", file, "--run", folder.path("run.json")]
      let same = try Program.run(render, in: folder)
      #expect(same.code == 0 && same.errors == "", "\(same.errors)")
      _ = try folder.write(#"{"minimum": 0.0}"#, to: "number.json")
      let other = try Program.run(render, in: folder)
      #expect(other.errors == "rehearse: \(file) is not the scenario of that run: its messages may differ\n")
    }

    @Test func planOfAFaultyFile() throws {
      let folder = try Folder()
      let file = try folder.write(Self.faulty, to: "a.yaml")
      let ended = try Program.run(["plan", file], in: folder)
      #expect(ended.code == 65)
      #expect(ended.output == "")
      #expect(ended.errors.contains("unknown key \"durtion\""))
    }

    /// An invalid file is explained, too.
    @Test func explainOfAFaultyFile() throws {
      let folder = try Folder()
      let file = try folder.write(Self.faulty, to: "a.yaml")
      let ended = try Program.run(["explain", file, "stages.s.rate"], in: folder)
      #expect(ended.code == 65)
      #expect(ended.output == "stages.s.rate  5/s  \(file):6:18\n")
      #expect(ended.errors.contains("unknown key \"durtion\""))
    }

    @Test func explainOfAnUnknownPath() throws {
      let folder = try Folder()
      let file = String.repository("Scenarios/quickstart.yaml")
      let ended = try Program.run(["explain", file, "stages.stedy.rate"], in: folder)
      #expect(ended.code == 64)
      #expect(ended.output == "")
      #expect(
        ended.errors == """
          rehearse: there is no value at "stages.stedy.rate" in \(file); did you mean "stages.steady.rate"?

          """)
    }

    @Test func aFileThatIsMissing() throws {
      for command in ["plan", "explain"] {
        let ended = try Program.run([command, "nowhere.yaml"], in: try Folder())
        #expect(ended.code == 66)
        #expect(ended.errors == "rehearse: cannot read \"nowhere.yaml\": No such file or directory\n")
      }
    }
  }
}
