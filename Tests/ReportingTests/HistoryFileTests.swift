import Dispatch
import FoundationEssentials
import Glibc
import Synchronization
import Testing
import Verification

@testable import Reporting

/// The file of `run --append`.
@Suite struct HistoryFileTests {
  @Test func isMadeWithItsHeaderAndTakesRuns() throws {
    try inFolder { folder in
      let path = "\(folder)/history.csv"
      let history = try HistoryFile(path)
      #expect(try text(path) == StagesCSV.header)
      try history.append(SampleRun.passed)
      try history.append(SampleRun.failed)
      #expect(try text(path) == StagesCSV.text(SampleRun.passed) + StagesCSV.rows(SampleRun.failed))
      // Nothing is beside it: neither a lock nor a temporary file.
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["history.csv"])
    }
  }

  @Test func anOlderHeaderIsExtendedInPlace() throws {
    try inFolder { folder in
      let (path, link) = ("\(folder)/history.csv", "\(folder)/link.csv")
      let older = StagesCSV.names.dropLast(2)
      let cells = Array(repeating: "x", count: older.count).joined(separator: ",")
      try write("\(older.joined(separator: ","))\n\(cells)\n", to: path)
      #expect(chmod(path, 0o640) == 0 && symlink("history.csv", link) == 0)
      let history = try HistoryFile(link)
      #expect(try text(path) == "\(StagesCSV.header)\(cells),,\n")
      try history.append(SampleRun.passed)
      #expect(try text(path) == "\(StagesCSV.header)\(cells),,\n\(StagesCSV.rows(SampleRun.passed))")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "history.csv")
      var status = stat()
      #expect(stat(path, &status) == 0 && status.st_mode & 0o7777 == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["history.csv", "link.csv"])
    }
  }

  @Test func aMissingLineEndIsAdded() throws {
    try inFolder { folder in
      let path = "\(folder)/history.csv"
      try write(String(StagesCSV.text(SampleRun.passed).dropLast()), to: path)
      try HistoryFile(path).append(SampleRun.failed)
      #expect(try text(path) == StagesCSV.text(SampleRun.passed) + StagesCSV.rows(SampleRun.failed))
    }
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var name: String
    var content: String
    var reason: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Refused(
      name: "a longer header", content: "\(StagesCSV.names.joined(separator: ",")),more\n",
      reason:
        "its header has a column that this version does not write, \"more\"; use the newer version, or another file"),
    Refused(
      name: "a torn last line", content: StagesCSV.header + "1,06vz8e4rq1a2b,",
      reason:
        "line 2: 3 fields instead of \(StagesCSV.names.count), as many as the header has; remove that line, or choose "
        + "another file"),
  ]) func isRefusedAndLeftAsItIs(_ refused: Refused) throws {
    try inFolder { folder in
      let path = "\(folder)/history.csv"
      try write(refused.content, to: path)
      let error = #expect(throws: FileError.self) { try HistoryFile(path) }
      #expect(error?.message == "cannot write \"\(path)\": \(refused.reason)")
      #expect(try text(path) == refused.content)
    }
  }

  /// A header that another program changed while the run lasted: nothing is appended to it.
  @Test func isCheckedAgainBeforeItIsAppendedTo() throws {
    try inFolder { folder in
      let path = "\(folder)/history.csv"
      let history = try HistoryFile(path)
      try write("mine\n", to: path)
      #expect(throws: FileError.self) { try history.append(SampleRun.passed) }
      #expect(try text(path) == "mine\n")
      // One that was removed is made anew.
      #expect(unlink(path) == 0)
      try history.append(SampleRun.passed)
      #expect(try text(path) == StagesCSV.text(SampleRun.passed))
    }
  }

  @Test func specialFilesAndFoldersAreRefused() throws {
    try inFolder { folder in
      let pipe = "\(folder)/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      for path in [pipe, "/dev/null"] {
        let error = #expect(throws: FileError.self) { try HistoryFile(path) }
        #expect(error?.reason == "rows are appended to a regular file only; choose another file")
      }
      #expect(throws: FileError(path: folder, code: EISDIR, reason: "Is a directory")) { try HistoryFile(folder) }
      let absent = "\(folder)/absent/history.csv"
      #expect(throws: FileError(path: absent, code: ENOENT, reason: "No such file or directory")) {
        try HistoryFile(absent)
      }
    }
  }

  /// Writers on threads of their own, each with descriptors of its own as another process has, and a header that all of them find to
  /// be old: no row is lost, and none is torn. Without the lock, this loses rows in the first rounds.
  @Test func manyWritersLoseNothing() throws {
    try inFolder { folder in
      let path = "\(folder)/history.csv"
      let older = "\(StagesCSV.names.dropLast(3).joined(separator: ","))\n"
      let queues = (0..<6).map { DispatchQueue(label: "writer \($0)") }
      let failures = Mutex<[String]>([])
      for round in 0..<20 {
        try write(older, to: path)
        let group = DispatchGroup()
        for (writer, queue) in queues.enumerated() {
          queue.async(group: group) {
            var result = SampleRun.passed
            do {
              let history = try HistoryFile(path)
              for run in 0..<2 {
                result.runID = "run-\(writer)-\(run)"
                try history.append(result)
              }
            } catch {
              failures.withLock { $0.append("\(error)") }
            }
          }
        }
        group.wait()
        #expect(failures.withLock { $0 } == [])
        var reader = try CSVReader(Array(text(path).utf8))
        var rows: [String: Int] = [:]
        while try reader.next() { rows[try reader.text(1), default: 0] += 1 }
        #expect(rows.count == queues.count * 2, "round \(round)")
        #expect(Set(rows.values) == [SampleRun.passed.stages.count + 1], "round \(round)")
      }
    }
  }

  private func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  private func inFolder(_ body: (String) throws -> Void) throws {
    let root = "/tmp/rehearse-history-\(UInt64.random(in: .min ... .max))"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: root) }
    try body(root)
  }
}
