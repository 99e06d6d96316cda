import Scenarios
import Testing
import Verification

@testable import Reporting

/// Rows of `stages.csv`, read back as records.
@Suite struct StageRecordTests {
  static let run = "06vz8e4rq1a2b"
  static let hash = String(repeating: "ab", count: 32)
  static let header = "schema_version,run_id,scenario,stage,verdict,scenario_sha256"
  static let row = "1,\(run),orders,steady,passed,\(hash)"

  /// A file with the required columns and `names`, and one row with `cells` in these.
  static func file(_ names: String, _ cells: String, separator: String = ",") -> String {
    let text = "\(header)\(names.isEmpty ? "" : ",")\(names)\n"
    let commas = text + row + (names.isEmpty ? "" : ",")
    return commas.split(separator: ",", omittingEmptySubsequences: false).joined(separator: separator) + cells + "\n"
  }

  static func records(_ files: String...) throws(StageRecordError) -> [StageRecord] {
    var list = StageRecordList()
    for (index, text) in files.enumerated() { try list.add(Array(text.utf8), of: "\(index + 1).csv") }
    return list.records
  }

  static func value(_ name: String, of record: StageRecord) throws -> Double? {
    record.values[try #require(ComparedMetric.index(of: name))]
  }

  /// Every name by which something is read back is a column that is written.
  @Test func everyColumnThatIsReadIsWritten() {
    let written = Set(StagesCSV.names)
    let metrics = ComparedMetric.all.flatMap { metric in
      switch metric.source {
      case .column(let name): [name]
      case .ratio(let name, let over): [name, over]
      }
    }
    let read = KeyColumn.allCases.map(\.rawValue) + ComparedFact.allCases.map(\.rawValue) + metrics
    #expect(read.filter { !written.contains($0) } == [])
  }

  @Test func aRunIsReadBack() throws {
    var run = SampleRun.failed
    run.runID = Self.run
    (run.provenance.scenarioSHA256, run.provenance.clientConfigSHA256) = (Self.hash, Self.hash)
    run.provenance.gitSHA = String(repeating: "0a", count: 20)
    run.provenance.label = "build 7, \"nightly\""
    let records = try Self.records(StagesCSV.text(run))
    #expect(records.map(\.stage) == run.stages.map(\.name) + ["*"])
    #expect(records.map(\.verdict) == run.stages.map(\.verdict) + [run.verdict])
    #expect(records.map(\.startedAt) == run.stages.map(\.startedAt) + [run.whole.startedAt ?? run.startedAt])
    for (record, stage) in zip(records, run.stages) {
      #expect(record.schemaVersion == 1 && record.runID == run.runID && record.scenario == run.scenario)
      #expect(record.repetition == run.repetition && record.label == run.provenance.label)
      #expect(record.gitSHA == run.provenance.gitSHA && record.scenarioSHA256 == Self.hash)
      #expect(record.broker == run.provenance.broker.rawValue)
      #expect(record.isGeneratorLimited == (stage.limitedBy == .generator))
      #expect(record.facts[0] == Self.hash && record.facts.count == ComparedFact.allCases.count)
      let sent = stage.startedAt == nil ? nil : Double(stage.send[.sent])
      #expect(try Self.value("sent", of: record) == sent)
    }
  }

  @Test func columnsAreFoundByTheirNames() throws {
    let text = """
      lost,mine,verdict,stage,scenario,run_id,schema_version,scenario_sha256,host,rate_target_per_s,limited_by
      7,,failed,steady,orders,\(Self.run),1,\(Self.hash),a1,100.0,generator

      """
    let record = try #require(try Self.records(text).first)
    var expected = StageRecord(
      runID: Self.run, scenario: "orders", stage: "steady", verdict: .failed, isGeneratorLimited: true,
      scenarioSHA256: Self.hash, hasRate: true)
    expected.values[try #require(ComparedMetric.index(of: "lost"))] = 7
    expected.facts[try #require(ComparedFact.allCases.firstIndex(of: .host))] = "a1"
    #expect(record == expected)
  }

  struct Cell: Sendable, CustomTestStringConvertible {
    var name: String
    var column: String
    var cell: String
    var separator = ","
    var metric: String
    var value: Double?
    var testDescription: String { name }
  }

  @Test(arguments: [
    Cell(name: "a count", column: "lost", cell: "12", metric: "lost", value: 12),
    Cell(name: "zero", column: "lost", cell: "0", metric: "lost", value: 0),
    Cell(name: "not measured", column: "lost", cell: "", metric: "lost", value: nil),
    Cell(name: "another column", column: "found", cell: "1", metric: "lost", value: nil),
    Cell(name: "a count with an exponent", column: "lost", cell: "1.5E+03", metric: "lost", value: 1500),
    Cell(name: "a count as a decimal", column: "lost", cell: "3.0", metric: "lost", value: 3),
    Cell(
      name: "a decimal comma", column: "ack_latency_p99_ms", cell: "12,345", separator: ";", metric: "ack_latency_p99",
      value: 12.345),
    Cell(
      name: "a point beside semicolons", column: "ack_latency_p99_ms", cell: "12.345", separator: ";",
      metric: "ack_latency_p99", value: 12.345),
    Cell(
      name: "a comma and an exponent between tabs", column: "ack_latency_p99_ms", cell: "1,5E+02", separator: "\t",
      metric: "ack_latency_p99", value: 150),
    Cell(name: "a ratio of counts", column: "retries,sent", cell: "3,1500", metric: "retries", value: 0.002),
    Cell(name: "a ratio over nothing", column: "retries,sent", cell: "0,0", metric: "retries", value: nil),
    Cell(name: "a ratio without its second column", column: "retries", cell: "3", metric: "retries", value: nil),
  ]) func aCellIsAValue(_ cell: Cell) throws {
    let record = try #require(try Self.records(Self.file(cell.column, cell.cell, separator: cell.separator)).first)
    #expect(try Self.value(cell.metric, of: record) == cell.value)
  }

  @Test func rowsWithoutARateHaveNone() throws {
    #expect(try Self.records(Self.file("rate_target_per_s", "100.0")).map(\.hasRate) == [true])
    #expect(try Self.records(Self.file("rate_target_per_s", "")).map(\.hasRate) == [false])
    // Not known: latencies of a reduced file must not be left out of the verdict.
    #expect(try Self.records(Self.file("", "")).map(\.hasRate) == [true])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var message: String
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ message: String) {
      (self.name, self.text, self.message) = (name, text, message)
    }

    /// With one text of the row replaced.
    init(_ name: String, _ right: String, _ wrong: String, _ message: String) {
      let row = StageRecordTests.row.split(separator: ",").map { $0 == right ? wrong : String($0) }
      self.init(name, "\(StageRecordTests.header)\n\(row.joined(separator: ","))\n", message)
    }
  }

  static let notARunID =
    "is not a run id, 13 letters and digits; if a spreadsheet changed it, import the column as text"
  static let notAHash =
    "is not a SHA-256 hash, 64 hexadecimal digits; if a spreadsheet changed it, import the column as text"

  @Test(arguments: [
    Fault("not CSV", "\(header)\n\"", "1.csv:2: column 1 (schema_version): the quote is never closed"),
    Fault(
      "columns missing", "run_id,mine,stage\n",
      "1.csv:1: no columns schema_version, scenario, verdict, scenario_sha256, which every stages.csv has"),
    Fault(
      "a column missing", "schema_version,run_id,scenario,stage,verdict\n",
      "1.csv:1: no column scenario_sha256, which every stages.csv has"),
    Fault(
      "a column twice", "\(header),lost,lost\n",
      "1.csv:1: column 8 (lost): the file has this column twice; remove one of them"),
    Fault("a run id as a number", run, "1.23E+15", "1.csv:2: column 2 (run_id): \"1.23E+15\" \(notARunID)"),
    Fault(
      "a run id without its zero", run, "123456789012", "1.csv:2: column 2 (run_id): \"123456789012\" \(notARunID)"),
    Fault(
      "a run id in capitals", run, run.uppercased(), "1.csv:2: column 2 (run_id): \"\(run.uppercased())\" \(notARunID)"),
    Fault(
      "no run id", run, "", "1.csv:2: column 2 (run_id): the cell is empty, and must be a run id, 13 letters and digits"
    ),
    Fault("a hash as a number", hash, "1.2E+63", "1.csv:2: column 6 (scenario_sha256): \"1.2E+63\" \(notAHash)"),
    Fault("a hash that is short", hash, "12345", "1.csv:2: column 6 (scenario_sha256): \"12345\" \(notAHash)"),
    Fault(
      "a commit as a number", file("git_sha", "1.23E+39"),
      "1.csv:2: column 7 (git_sha): \"1.23E+39\" is not a commit, 40 hexadecimal digits; if a spreadsheet changed it, "
        + "import the column as text"),
    Fault(
      "a hash of settings as a number", file("client_config_sha256", "1,23E+39", separator: ";"),
      "1.csv:2: column 7 (client_config_sha256): \"1,23E+39\" \(notAHash)"),
    Fault(
      "a time of a spreadsheet", file("started_at", "21.11.2026 03:50"),
      "1.csv:2: column 7 (started_at): \"21.11.2026 03:50\" is not a time such as 2026-11-21T03:50:03.004Z; if a spreadsheet "
        + "changed it, import the column as text"),
    Fault(
      "a verdict", "passed", "green",
      "1.csv:2: column 5 (verdict): \"green\" is not a verdict: passed, failed, inconclusive, skipped or aborted"),
    Fault("no stage", "steady", "", "1.csv:2: column 4 (stage): the cell is empty, and must be a name"),
    Fault(
      "a schema version", "1", "one",
      "1.csv:2: column 1 (schema_version): \"one\" is not a schema version, a whole number from 1"),
    Fault("a repetition", file("repeat", "1.5"), "1.csv:2: column 7 (repeat): \"1.5\" is not a whole number"),
    Fault("half a message", file("lost", "1.5"), "1.csv:2: column 7 (lost): \"1.5\" is not a whole number"),
    Fault("fewer than none", file("lost", "-1"), "1.csv:2: column 7 (lost): \"-1\" is below 0"),
    Fault("a word", file("lost", "many"), "1.csv:2: column 7 (lost): \"many\" is not a number"),
    Fault(
      "NaN", file("ack_latency_p99_ms", "NaN"),
      "1.csv:2: column 7 (ack_latency_p99_ms): \"NaN\" is not a number; leave the cell empty where nothing was measured"
    ),
    Fault(
      "thousands with blanks", file("lost", "1 234"),
      "1.csv:2: column 7 (lost): \"1 234\" has thousands separators; write the number without them"),
    Fault(
      "a count with thousands", file("lost", "1.000", separator: ";"),
      "1.csv:2: column 7 (lost): \"1.000\" has thousands separators; write the number without them"),
    Fault(
      "a comma between commas", file("lost", "\"1,5\""),
      "1.csv:2: column 7 (lost): \"1,5\" has a comma, which separates cells in this file; write a decimal point"),
    Fault(
      "points for thousands beside decimal commas", file("duration_s;drain_s", "0,5;1.234", separator: ";"),
      "1.csv:2: column 8 (drain_s): \"1.234\" and \"0,5\" in line 2 have different decimal signs; write all numbers with the "
        + "same, and without thousands separators"),
  ]) func isRefused(_ fault: Fault) {
    let error = #expect(throws: StageRecordError.self) { try Self.records(fault.text) }
    #expect(error?.message(in: "1.csv") == fault.message)
  }

  /// A comparison says that the row is of another version; what this version does not know is no fault of the file.
  @Test func rowsOfANewerVersionAreRead() throws {
    let text = """
      \(Self.header),started_at,lost,client_config_sha256
      2,X-1,orders,steady,splendid,h1,later,many,h2

      """
    #expect(
      try Self.records(text) == [
        StageRecord(
          schemaVersion: 2, runID: "X-1", scenario: "orders", stage: "steady", verdict: .inconclusive,
          scenarioSHA256: "h1",
          hasRate: true, facts: ["h2"])
      ])
  }

  // MARK: Rows that are there twice

  @Test func equalRowsCountOnce() throws {
    let text = Self.file("lost,drain_s", "3,0.100")
    #expect(try Self.records(text, text).count == 1)
    // As a spreadsheet writes the same number.
    #expect(try Self.records(text, Self.file("drain_s;lost", "0,1;3", separator: ";")).count == 1)
  }

  /// A file that lacks a column does not contradict one that has it, and the record has the columns of both.
  @Test func rowsOfFewerColumnsAreCompleted() throws {
    let records = try Self.records(
      Self.file("", ""), Self.file("lost,label,host", "3,nightly,a1"), Self.file("drain_s,lost", "0.100,3"))
    let record = try #require(records.first)
    #expect(records.count == 1 && record.label == "nightly" && record.facts.contains("a1"))
    #expect(try Self.value("lost", of: record) == 3 && Self.value("drain", of: record) == 0.1)
  }

  /// In whichever order: the file that has the column decides.
  @Test func aLimitAndARateAreCompleted() throws {
    let (without, with) = (Self.file("", ""), Self.file("limited_by,rate_target_per_s", "generator,"))
    for files in [[without, with], [with, without]] {
      let record = try #require(try Self.records(files[0], files[1]).first)
      #expect(record.isGeneratorLimited && !record.hasRate)
    }
  }

  @Test func thereIsALimitOfRows() {
    var list = StageRecordList(limit: 1)
    let text = Self.file("", "") + "1,\(Self.run),orders,peak,passed,\(Self.hash)\n"
    let error = #expect(throws: StageRecordError.self) { try list.add(Array(text.utf8), of: "1.csv") }
    #expect(
      error?.message(in: "1.csv") == "1.csv:3: more than 1 rows of stages in all; name fewer files, or split this one")
  }

  struct Twice: Sendable, CustomTestStringConvertible {
    var name: String
    var files: [String]
    var column: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Twice(name: "a count", files: [file("lost", "3"), file("lost", "4")], column: "lost"),
    Twice(name: "nothing measured", files: [file("lost", "3"), file("lost", "")], column: "lost"),
    Twice(name: "a label", files: [file("label", "a"), file("label", "b")], column: "label"),
    Twice(name: "a limit", files: [file("limited_by", "generator"), file("limited_by", "")], column: "limited_by"),
    Twice(
      name: "a rate", files: [file("rate_target_per_s", "1.0"), file("rate_target_per_s", "")],
      column: "rate_target_per_s"),
    Twice(name: "a host", files: [file("host", "a"), file("host", "b")], column: "host"),
    Twice(
      name: "a scenario", files: ["\(header)\n\(row)\n", "\(header)\n1,\(run),other,steady,passed,\(hash)\n"],
      column: "scenario"),
  ]) func rowsThatDifferAreRefused(_ twice: Twice) {
    let error = #expect(throws: StageRecordError.self) { try Self.records(twice.files[0], twice.files[1]) }
    #expect(
      error?.message(in: "2.csv")
        == "2.csv:2: stage \"steady\" of run \(Self.run) is at 1.csv:2, too, and differs in \(twice.column); "
        + "remove the row that is wrong")
  }
}
