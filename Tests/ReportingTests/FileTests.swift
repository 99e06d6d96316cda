import Diagnostics
import FoundationEssentials
import Scenarios
import Testing
import Verification

@testable import Reporting

@Suite struct FileTests {
  @Test func aResultSurvivesItsFile() throws {
    for run in [SampleRun.passed, SampleRun.failed, SampleRun.aborted, SampleRun.unreachable, HostileRun.run] {
      let bytes = try RunJSON.bytes(run)
      let again = try RunJSON.result(from: bytes)
      #expect(try RunJSON.bytes(again) == bytes)
      // What the keys of `run.json` must bring back, acronyms and payloads of enums included.
      #expect(again.runID == run.runID && again.provenance == run.provenance && again.problems == run.problems)
      #expect(again.stages.map(\.checks) == run.stages.map(\.checks) && again.exits == run.exits)
      #expect(again.stages.map(\.clientRSSMax) == run.stages.map(\.clientRSSMax))
      #expect(again.stages.map(\.clientCPU) == run.stages.map(\.clientCPU))
      #expect(again.stages.map(\.endToEndLatency) == run.stages.map(\.endToEndLatency))
      #expect(JUnitReport.text(again) == JUnitReport.text(run) && StagesCSV.text(again) == StagesCSV.text(run))
    }
  }

  /// In `run.json` counts have the names of their metrics, and those of expectations are found by them.
  @Test func countsAreSavedByTheNamesOfTheirMetrics() throws {
    let text = String(decoding: try RunJSON.bytes(SampleRun.failed), as: UTF8.self)
    let names = SendCount.allCases.map(\.facts.name) + ReadCount.allCases.map(\.facts.name)
    #expect(names.count == 29)
    #expect(names.filter { !text.contains("\"\($0)\" : ") } == [])
    #expect(text.contains("\"metric\" : \"unseen\""))
  }

  @Test func whatToDoIsSavedBesideTheMessage() throws {
    let problem = Problem(
      .noLeader, "orders[1] has had no leader for 8 s", do: "check the brokers hosting its replicas")
    #expect(problem.sentence == "orders[1] has had no leader for 8 s; check the brokers hosting its replicas")
    let run = SampleRun.run(stages: [], verdict: .inconclusive, exits: [.infrastructure], problems: [problem])
    let text = String(decoding: try RunJSON.bytes(run), as: UTF8.self)
    #expect(text.contains("\"message\" : \"orders[1] has had no leader for 8 s\""))
    #expect(text.contains("\"remedy\" : \"check the brokers hosting its replicas\""))
    #expect(JUnitReport.text(run).contains("message=\"\(problem.sentence)\""))
  }

  @Test func anotherSchemaVersionIsNamed() throws {
    var run = SampleRun.passed
    run.schemaVersion = 2
    let bytes = try RunJSON.bytes(run)
    let failure = #expect(throws: RunJSON.Failure.schemaVersion(2)) { try RunJSON.result(from: bytes) }
    #expect(failure?.message == "this result has schema version 2, and this program reads 1")
    #expect(throws: RunJSON.Failure.schemaVersion(nil)) { try RunJSON.result(from: Array("{}".utf8)) }
    #expect(throws: RunJSON.Failure.self) { try RunJSON.result(from: Array("{".utf8)) }
  }

  @Test func aFolderHoldsEveryReport() throws {
    try inTemporaryDirectory { root in
      let folder = try RunFolder(root: root, scenario: "orders", runID: "01k9")
      #expect(try names(folder.path) == [])
      #expect(folder.write(SampleRun.failed) == [])
      #expect(try names(folder.path) == ["junit.xml", "run.json", "stages.csv", "timeseries.csv"])
      #expect(try String(contentsOfFile: folder.latest, encoding: .utf8) == "01k9\n")
      #expect(
        folder.files.map { $0.dropFirst(folder.path.count) } == [
          "/run.json", "/junit.xml", "/stages.csv", "/timeseries.csv", "/sinks.csv", "/sinks-timeseries.csv",
          "/groups.csv", "/actions.csv", "/client.log",
        ])
      #expect(folder.clientLog == "\(root)/orders/01k9/client.log")
    }
  }

  @Test func whatCannotBeWrittenDoesNotKeepTheOthers() throws {
    try inTemporaryDirectory { root in
      let folder = try RunFolder(root: root, scenario: "orders", runID: "01k9")
      try FileManager.default.createDirectory(atPath: folder.path(of: .junit), withIntermediateDirectories: false)
      #expect(folder.write(SampleRun.passed).map(\.path) == [folder.path(of: .junit)])
      #expect(try names(folder.path) == ["junit.xml", "run.json", "stages.csv", "timeseries.csv"])
    }
  }

  @Test func aFolderThatCannotBeMadeIsToldBeforeTheRun() throws {
    try inTemporaryDirectory { root in
      try AtomicFile.write("a file", to: "\(root)/orders")
      let error = #expect(throws: FileError.self) { try RunFolder(root: root, scenario: "orders", runID: "01k9") }
      #expect(error?.message == "cannot write \"\(root)/orders\": Not a directory")
    }
  }

  @Test func namesDoNotLeadOutOfTheFolder() throws {
    try inTemporaryDirectory { root in
      let folder = try RunFolder(root: root, scenario: "..", runID: "../../x")
      #expect(folder.path == "\(root)/_/.._.._x")
    }
  }

  /// A link where a report would be, and what it leads to.
  private static let links = [
    ("orders", "elsewhere"), ("orders/01k9", "../elsewhere"), ("orders/latest.txt", "../victim"),
    ("orders/latest.txt", "../missing"),
  ]

  @Test("a link is refused before the run, and what it leads to is as it was", arguments: links)
  func plantedLink(_ link: String, _ target: String) throws {
    try inTemporaryDirectory { root in
      try AtomicFile.write("precious", to: "\(root)/victim")
      try FileManager.default.createDirectory(atPath: "\(root)/elsewhere", withIntermediateDirectories: false)
      if link != "orders" {
        try FileManager.default.createDirectory(atPath: "\(root)/orders", withIntermediateDirectories: false)
      }
      try FileManager.default.createSymbolicLink(atPath: "\(root)/\(link)", withDestinationPath: target)
      let error = #expect(throws: FileError.self) { try RunFolder(root: root, scenario: "orders", runID: "01k9") }
      #expect(
        error?.message == """
          cannot write "\(root)/\(link)": it is a symbolic link, through which no report is written; remove it, or choose \
          another --report-dir
          """)
      #expect(try String(contentsOfFile: "\(root)/victim", encoding: .utf8) == "precious")
      #expect(try names("\(root)/elsewhere") == [])
      #expect(try names(root).contains("missing") == false)
    }
  }

  @Test("a link that appears during the run keeps that file alone from being written") func laterLink() throws {
    try inTemporaryDirectory { root in
      try AtomicFile.write("precious", to: "\(root)/victim")
      let folder = try RunFolder(root: root, scenario: "orders", runID: "01k9")
      let planted = [folder.path(of: .junit), folder.latest]
      for link in planted {
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "\(root)/victim")
      }
      #expect(folder.write(SampleRun.passed).map(\.path) == planted)
      try FileManager.default.createSymbolicLink(atPath: folder.clientLog, withDestinationPath: "\(root)/victim")
      #expect(throws: FileError.self) { try folder.newClientLog() }
      #expect(try String(contentsOfFile: "\(root)/victim", encoding: .utf8) == "precious")
      #expect(try String(contentsOfFile: folder.path(of: .stages), encoding: .utf8) != "")
    }
  }

  @Test("a folder that becomes a link during the run takes no report") func laterFolder() throws {
    for name in ["orders", "orders/01k9"] {
      try inTemporaryDirectory { root in
        let folder = try RunFolder(root: root, scenario: "orders", runID: "01k9")
        let moved = "\(root)/moved"
        try FileManager.default.moveItem(atPath: "\(root)/\(name)", toPath: moved)
        try FileManager.default.createSymbolicLink(atPath: "\(root)/\(name)", withDestinationPath: moved)
        #expect(folder.write(SampleRun.passed).count >= 3)
        #expect(FileManager.default.fileExists(atPath: folder.path(of: .run)) == false)
      }
    }
  }

  @Test("a folder that is gone at the end is not made again") func goneFolder() throws {
    try inTemporaryDirectory { root in
      let folder = try RunFolder(root: root, scenario: "orders", runID: "01k9")
      try FileManager.default.removeItem(atPath: "\(root)/orders")
      #expect(folder.write(SampleRun.passed).count == 5)
      #expect(try names(root) == [])
    }
  }

  @Test("the folder that the user names may be a link") func namedLink() throws {
    try inTemporaryDirectory { root in
      try FileManager.default.createDirectory(atPath: "\(root)/disk", withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(atPath: "\(root)/Reports", withDestinationPath: "disk")
      let folder = try RunFolder(root: "\(root)/Reports", scenario: "orders", runID: "01k9")
      #expect(folder.write(SampleRun.passed) == [])
      #expect(try names("\(root)/disk/orders/01k9") == ["junit.xml", "run.json", "stages.csv", "timeseries.csv"])
    }
  }

  @Test func aFileIsReplacedWholly() throws {
    try inTemporaryDirectory { root in
      try AtomicFile.write("long enough", to: "\(root)/file")
      try AtomicFile.write("short", to: "\(root)/file")
      #expect(try String(contentsOfFile: "\(root)/file", encoding: .utf8) == "short")
      #expect(try names(root) == ["file"])
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func aFullDeviceIsAnErrorAndStaysADevice() {
    let error = #expect(throws: FileError.self) { try AtomicFile.write("x", to: "/dev/full") }
    #expect(error?.code == 28 && error?.message == "cannot write \"/dev/full\": No space left on device")
    #expect(throws: FileError.self) { try AtomicFile.write("y", to: "/dev/full") }
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  private func inTemporaryDirectory(_ body: (String) throws -> Void) throws {
    let root = "/tmp/rehearse-reporting-\(UInt64.random(in: .min ... .max))"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: root) }
    try body(root)
  }
}
