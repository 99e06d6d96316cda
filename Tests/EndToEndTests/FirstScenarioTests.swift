import Testing

extension EndToEndTests {
  /// The first commands of a newcomer.
  @Suite struct FirstScenarios {
    @Test func isWrittenCheckedAndPasses() throws {
      let folder = try Folder()
      let file = folder.path("mine.yaml")
      let written = try Program.run(["init", file], in: folder)
      #expect(written.code == 0, "\(written.errors)")
      #expect(written.output.hasPrefix("wrote \(file)\n\n  rehearse run \(file)"))

      let checked = try Program.run(["check", file], in: folder)
      #expect(checked.code == 0)
      #expect(checked.errors == "")
      #expect(checked.output == "\(file): good; 3 stages, 24,500 messages\n")

      let ran = try Program.run(["run", file, "--report-dir", folder.path("Reports")], in: folder)
      #expect(ran.code == 0, "\(ran.output)\(ran.errors)")
      #expect(ran.lastLine.hasPrefix("result: PASSED verification=0 expectations=0 stages=3 messages=24500 "))
    }

    @Test func anExistingFileIsNotChanged() throws {
      let folder = try Folder()
      let file = try folder.write("mine", to: "mine.yaml")
      let ended = try Program.run(["init", file], in: folder)
      #expect(ended.code == 64)
      #expect(ended.errors == "rehearse: \"\(file)\" already exists and was not changed; name another file\n")
      #expect(try folder.read("mine.yaml") == "mine")
    }

    @Test func aMissingFolder() throws {
      let folder = try Folder()
      let ended = try Program.run(["init", folder.path("none/mine.yaml")], in: folder)
      #expect(ended.code == 74)
      #expect(
        ended.errors == "rehearse: cannot write \"\(folder.path("none/mine.yaml"))\": No such file or directory\n")
    }
  }
}
