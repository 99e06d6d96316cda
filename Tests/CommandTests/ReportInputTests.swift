import FoundationEssentials
import Glibc
import Testing
import Verification

@testable import Rehearsal

/// The meaning of an argument of `compare` and `history`: files, folders, patterns.
@Suite struct ReportInputTests {
  /// A run has a row for one stage; its id ends with the letter.
  static func run(_ letter: Character) -> String { "06vz8e4rq1a2\(letter)" }

  static let header = "schema_version,run_id,scenario,stage,verdict,scenario_sha256,lost\n"

  static func rows(_ letters: String, lost: Int = 0) -> String {
    let hash = String(repeating: "ab", count: 32)
    return header + letters.map { "1,\(run($0)),orders,steady,passed,\(hash),\(lost)\n" }.joined()
  }

  /// A folder of reports as runs leave it, with what must be left out.
  static let files = [
    "Reports/orders/a/stages.csv": rows("a"), "Reports/orders/a/run.json": "{}",
    "Reports/orders/a/timeseries.csv": "x\n", "Reports/orders/a/junit.xml": "<x/>",
    "Reports/orders/b/stages.csv": rows("b"), "Reports/orders/b/run.json": "{}", "Reports/orders/latest.txt": "b\n",
    "Reports/warm-up/orders/c/stages.csv": rows("c"), "Reports/against/orders/j/stages.csv": rows("j"),
    "Reports/orders/.hidden/d/stages.csv": rows("d"),
    "Reports/payments/e/stages.csv": rows("e"), "history.csv": rows("fgf"), "[x].csv": rows("h"), "notes.txt": "x\n",
    "empty/readme.md": "x\n",
  ]

  struct Row: Sendable, CustomTestStringConvertible {
    var name: String
    var arguments: [String]
    /// The letters of the runs, in order.
    var runs: String
    var files: [String]
    var testDescription: String { name }

    init(_ name: String, _ arguments: String..., runs: String, files: [String]) {
      (self.name, self.arguments, self.runs, self.files) = (name, arguments, runs, files)
    }
  }

  static let (a, b, e) = ("Reports/orders/a/stages.csv", "Reports/orders/b/stages.csv", "Reports/payments/e/stages.csv")

  @Test(arguments: [
    Row("a file", a, runs: "a", files: [a]),
    Row("a file of many runs, one of them twice", "history.csv", runs: "fg", files: ["history.csv"]),
    Row("a file with the signs of a pattern", "[x].csv", runs: "h", files: ["[x].csv"]),
    Row("a run's folder", "Reports/orders/a", runs: "a", files: [a]),
    Row("with a slash at the end", "Reports/orders/a/", runs: "a", files: [a]),
    Row("a scenario's folder", "Reports/orders", runs: "ab", files: [a, b]),
    Row("the folder of reports", "Reports", runs: "abe", files: [a, b, e]),
    Row("a pattern of files", "Reports/*/*/stages.csv", runs: "abe", files: [a, b, e]),
    Row("a pattern of folders", "Reports/orders/[ab]", runs: "ab", files: [a, b]),
    Row("a pattern of everything in a folder", "Reports/orders/a/*", runs: "a", files: [a]),
    Row("a pattern of CSV files", "*.csv", runs: "hfg", files: ["[x].csv", "history.csv"]),
    Row("any folders", "Reports/**/stages.csv", runs: "abe", files: [a, b, e]),
    Row("any folders at the end", "Reports/orders/**", runs: "ab", files: [a, b]),
    Row("any folders twice", "**/orders/**/stages.csv", runs: "ab", files: [a, b]),
    Row("any folders, one of them the first", "Reports/**/a/stages.csv", runs: "a", files: [a]),
    Row(
      "warm-ups by their name", "Reports/warm-up/*", runs: "c", files: ["Reports/warm-up/orders/c/stages.csv"]),
    Row("the other side by its name", "Reports/against", runs: "j", files: ["Reports/against/orders/j/stages.csv"]),
    Row("several arguments", "history.csv", "Reports/orders", runs: "fgab", files: ["history.csv", a, b]),
    Row("arguments that name a file twice", a, "Reports/orders", "Reports/*/a", runs: "ab", files: [a, b]),
  ]) func isFound(_ row: Row) throws {
    try inFolder(Self.files) { root in
      let inputs = try ReportInputs.read(row.arguments.map { "\(root)/\($0)" })
      #expect(inputs.files.map { $0.dropFirst(root.count + 1) } == row.files.map { $0[...] })
      #expect(inputs.records.map(\.runID) == row.runs.map(Self.run))
    }
  }

  @Test func aScenarioMayHaveTheNameOfAFolderThatIsLeftOut() throws {
    var files = Self.files
    (files["Reports/warm-up/k/stages.csv"], files["Reports/warm-up/latest.txt"]) = (Self.rows("k"), "k\n")
    try inFolder(files) { root in
      for argument in ["Reports", "Reports/**/stages.csv"] {
        let runs = try ReportInputs.read("\(root)/\(argument)").records.map(\.runID)
        #expect(runs.contains(Self.run("k")) && !runs.contains(Self.run("j")), "\(argument)")
      }
    }
  }

  @Test func runJSONIsFoundByTheIdOfItsRun() throws {
    try inFolder(Self.files) { root in
      let inputs = try ReportInputs.read(["\(root)/Reports", "\(root)/history.csv"])
      #expect(
        inputs.runJSON == [
          Self.run("a"): "\(root)/Reports/orders/a/run.json", Self.run("b"): "\(root)/Reports/orders/b/run.json",
        ])
    }
  }

  @Test func linksAreFollowedOnce() throws {
    try inFolder(Self.files) { root in
      #expect(symlink("../../Reports", "\(root)/Reports/orders/loop") == 0)
      #expect(symlink("b", "\(root)/Reports/orders/latest") == 0)
      #expect(symlink("nowhere", "\(root)/Reports/orders/broken") == 0)
      #expect(symlink("Reports/orders", "\(root)/current") == 0)
      for argument in ["Reports", "Reports/*", "Reports/**", "Reports/**/stages.csv"] {
        let inputs = try ReportInputs.read("\(root)/\(argument)")
        #expect(inputs.records.map(\.runID).sorted() == "abe".map(Self.run), "\(argument)")
        #expect(inputs.files.count == 3, "\(argument)")
      }
      #expect(try ReportInputs.read("\(root)/current").records.count == 3)
    }
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var argument: String
    var message: String
    var exit: ExitCode
    var testDescription: String { name }
  }

  @Test(arguments: [
    Fault(
      name: "no such file", argument: "absent.csv", message: "ROOT/absent.csv: No such file or directory",
      exit: .missingFile),
    Fault(
      name: "a pattern that nothing fits", argument: "Reports/*/z*",
      message: "no file or folder fits \"ROOT/Reports/*/z*\"; check it with ls", exit: .missingFile),
    Fault(
      name: "a folder without reports", argument: "empty",
      message:
        "no stages.csv in \"ROOT/empty\" or in a folder below it; name the folder of a run, a folder of them, or a CSV file",
      exit: .missingFile),
    Fault(
      name: "a pattern of other files", argument: "*/readme.*",
      message:
        "no stages.csv in \"ROOT/*/readme.*\" or in a folder below it; name the folder of a run, a folder of them, or a CSV "
        + "file", exit: .missingFile),
    Fault(
      name: "run.json", argument: "Reports/orders/a/run.json",
      message: "ROOT/Reports/orders/a/run.json holds no stages; name ROOT/Reports/orders/a/stages.csv, or the folder",
      exit: .invalidInput),
    Fault(
      name: "the seconds of a run", argument: "Reports/orders/a/timeseries.csv",
      message:
        "ROOT/Reports/orders/a/timeseries.csv holds no stages; name ROOT/Reports/orders/a/stages.csv, or the folder",
      exit: .invalidInput),
    Fault(
      name: "another file", argument: "notes.txt",
      message:
        "ROOT/notes.txt:1: no columns schema_version, run_id, scenario, stage, verdict, scenario_sha256, which every "
        + "stages.csv has", exit: .invalidInput),
    Fault(
      name: "two files that contradict each other", argument: "two",
      message:
        "ROOT/two/b/stages.csv:3: stage \"steady\" of run 06vz8e4rq1a2y is at ROOT/two/a/stages.csv:2, too, and differs in "
        + "lost; remove the row that is wrong", exit: .invalidInput),
  ]) func isRefused(_ fault: Fault) throws {
    var files = Self.files
    (files["two/a/stages.csv"], files["two/b/stages.csv"]) = (Self.rows("y"), Self.rows("xy", lost: 3))
    try inFolder(files) { root in
      let error = #expect(throws: ReportInputError.self) { try ReportInputs.read("\(root)/\(fault.argument)") }
      // The name of the folder is not always the same length, and long texts are cut.
      #expect(
        error?.message.split(separator: root, omittingEmptySubsequences: false).joined(separator: "ROOT")
          == fault.message)
      #expect(error?.exit == fault.exit)
    }
  }

  @Test func theSearchIsBounded() throws {
    try inFolder(Self.files) { root in
      var search = ReportSearch(limit: 4)
      let error = #expect(throws: ReportInputError.self) { try search.files("\(root)/Reports") }
      #expect(error?.message == "\"\(root)/Reports\" has more than 4 files and folders; name less of it")
    }
  }

  /// `compare <(zcat history.csv.gz) …`
  @Test func aPipeIsReadLikeAFile() throws {
    try inFolder([:]) { root in
      var ends: [Int32] = [0, 0]
      try #require(pipe(&ends) == 0)
      let text = Self.rows("a")
      #expect(write(ends[1], text, text.utf8.count) == text.utf8.count)
      close(ends[1])
      defer { close(ends[0]) }
      #expect(try ReportInputs.read("/dev/fd/\(ends[0])").records.map(\.runID) == [Self.run("a")])
    }
  }

  private func inFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let root = "/tmp/rh-\(UInt16.random(in: .min ... .max))"
    for (name, text) in files {
      let path = "\(root)/\(name)"
      try FileManager.default.createDirectory(
        atPath: String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: path))
    }
    defer { try? FileManager.default.removeItem(atPath: root) }
    try body(root)
  }
}
