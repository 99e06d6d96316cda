import Glibc
import Testing

extension EndToEndTests {
  /// `run --append FILE`
  @Suite struct Histories {
    private static let scenario = """
      version: 1
      name: test
      cluster: {brokers: embedded}
      topics: {orders: {}}
      templates: {m: {value: "a {{seq}}"}}
      stages: [{name: s, count: 5}]
      """

    @Test func takesTheRowsOfEveryRun() throws {
      let folder = try Folder()
      let (file, history) = (try folder.write(Self.scenario, to: "test.yaml"), folder.path("history.csv"))
      let ended = try Program.run(
        ["run", file, file, "--append", history, "--report-dir", folder.path("Reports")], in: folder)
      #expect(
        ended.code == 0 && ended.output.contains("/client.log\nappended to \(history)\n"),
        "\(ended.output)\(ended.errors)")
      let lines = try folder.read("history.csv").split(separator: "\n")
      let rows = try folder.report("test", "stages.csv").split(separator: "\n")
      #expect(lines.count == 5 && lines[0] == rows[0] && lines[3...] == rows[1...])
      #expect(Set(lines.dropFirst().map { $0.split(separator: ",")[1] }).count == 2)
    }

    /// Nothing is sent, and no folder of reports is made.
    @Test func isCheckedBeforeAnythingIsSent() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      let history = try folder.write("time,value\n1,2\n", to: "history.csv")
      let ended = try Program.run(
        ["run", file, "--append", history, "--report-dir", folder.path("Reports")], in: folder)
      #expect(ended.code == 74 && ended.lastLine.hasSuffix("messages=0 duration=0.0s exit=74"), "\(ended.output)")
      #expect(
        ended.errors == """
          rehearse: cannot write "\(history)": its column 1 is "time" instead of "schema_version", so it is not a history; \
          choose another file

          """)
      #expect(try folder.read("history.csv") == "time,value\n1,2\n")
      #expect(access(folder.path("Reports"), F_OK) != 0)
    }

    /// The file may grow by 200 bytes, and a row needs more: what was written of it is taken away.
    @Test func aFullDiskLeavesItAsItWas() throws {
      let folder = try Folder()
      let file = try folder.write(Self.scenario, to: "test.yaml")
      let history = folder.path("history.csv")
      let arguments = ["run", file, "--append", history, "--report-dir", folder.path("Reports")]
      #expect(try Program.run(arguments, in: folder).code == 0)
      // Larger than every report, and by a cell of its last row 200 bytes below a number of blocks, as `ulimit` counts them.
      var text = try folder.read("history.csv")
      let row = try #require(text.split(separator: "\n").last)
      while text.utf8.count < 1 << 20 { text += row + "\n" }
      let end = text.utf8.count + row.utf8.count + 1
      let blocks = (end + 200 + 511) / 512
      var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      cells[11] += String(repeating: "x", count: blocks * 512 - 200 - end)
      text += cells.joined(separator: ",") + "\n"
      _ = try folder.write(text, to: "history.csv")
      let ended = try Program(arguments, in: folder, shell: "ulimit -f \(blocks)").wait()
      #expect(ended.code == 74, "\(ended.output)\(ended.errors)")
      #expect(try folder.read("history.csv") == text)
    }
  }
}
