import Testing

extension EndToEndTests {
  /// The commands that say what a scenario means, before anything is sent.
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

    @Test func planOfAFaultyFile() throws {
      let folder = try Folder()
      let file = try folder.write(Self.faulty, to: "a.yaml")
      let ended = try Program.run(["plan", file], in: folder)
      #expect(ended.code == 65)
      #expect(ended.output == "")
      #expect(ended.errors.contains("unknown key \"durtion\""))
    }

    /// A file that cannot be run is the one that needs explaining.
    @Test func explainOfAFaultyFile() throws {
      let folder = try Folder()
      let file = try folder.write(Self.faulty, to: "a.yaml")
      let ended = try Program.run(["explain", file, "stages.s.rate"], in: folder)
      #expect(ended.code == 65)
      #expect(ended.output == "stages.s.rate  5/s  \(file):6:18\n")
      #expect(ended.errors.contains("unknown key \"durtion\""))
    }

    @Test func explainOfWhatIsNotThere() throws {
      let folder = try Folder()
      let file = String.repository("Scenarios/quickstart.yaml")
      let ended = try Program.run(["explain", file, "stages.stedy.rate"], in: folder)
      #expect(ended.code == 64)
      #expect(ended.output == "")
      #expect(
        ended.errors == """
          rehearse: nothing stands at "stages.stedy.rate" in \(file); did you mean "stages.steady.rate"?

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
