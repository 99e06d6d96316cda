internal import Diagnostics
internal import Scenarios
internal import Verification

/// The rows of a `stages.csv`, or of several that were joined, as records. Columns are found by their names: their order does not
/// matter, others are skipped, and a metric without a column has no value.
///
/// In a file without the column of rates each stage counts as having one, so that no latency is left out of a verdict.
/// A row with a schema version newer than this program's is read as far as it can be understood: a comparison names it.
struct StageRecordReader {
  private var csv: CSVReader
  let columns: RecordColumns
  /// The first decimal sign of the file: programs write one of the two throughout, and separate thousands by the other.
  private var sign: (CSVNumber.DecimalSign, at: StageRecordError.Cell)?

  init(_ bytes: [UInt8]) throws(StageRecordError) {
    do throws(CSVError) { csv = try CSVReader(bytes) } catch { throw .csv(error) }
    columns = try RecordColumns(csv.header, line: csv.rowLine)
  }

  /// The place of the row, for messages.
  var place: CSVReader.Place { CSVReader.Place(line: csv.rowLine) }

  /// The record of the next row; nil at the end.
  mutating func next() throws(StageRecordError) -> StageRecord? {
    do throws(CSVError) {
      guard try csv.next() else { return nil }
    } catch {
      throw .csv(error)
    }
    let version = try schemaVersion()
    let isKnown = version <= RunResult.currentSchemaVersion
    return StageRecord(
      schemaVersion: version, runID: try checked(.runID, .runID, isKnown, RunID.isText) ?? "",
      repetition: try repetition(isKnown), scenario: try name(.scenario), stage: try name(.stage),
      verdict: try verdict(isKnown),
      isGeneratorLimited: try text(.limitedBy) == StageResult.LimitedBy.generator.rawValue,
      startedAt: try startedAt(isKnown), label: try text(.label),
      gitSHA: try checked(.gitSHA, .commit, isKnown) { Self.isHash($0, of: [40, 64]) },
      scenarioSHA256: try checked(.scenarioSHA256, .hash, isKnown) { Self.isHash($0, of: [64]) } ?? "",
      broker: try text(.broker), hasRate: columns[.rateTarget].map { !csv.isEmpty($0) } ?? true,
      facts: try facts(isKnown), values: try values(isKnown))
  }

  // MARK: Texts

  /// Nil where the file lacks the column, or the cell is empty.
  private func text(_ key: KeyColumn) throws(StageRecordError) -> String? { try columns[key].flatMap(text) }

  private func text(_ column: Int) throws(StageRecordError) -> String? {
    guard !csv.isEmpty(column) else { return nil }
    do throws(CSVError) { return try csv.text(column) } catch { throw .csv(error) }
  }

  /// A text that `isRight`, where the row's version `isKnown`. A required one is not empty.
  private func checked(
    _ key: KeyColumn, _ expected: StageRecordError.Expected, _ isKnown: Bool, _ isRight: (String) -> Bool
  ) throws(StageRecordError) -> String? {
    guard let column = columns[key] else { return nil }
    guard let text = try text(column) else {
      guard !key.isRequired else { throw .cell(cell(column), expected) }
      return nil
    }
    guard !isKnown || isRight(text) else { throw .cell(cell(column), expected) }
    return text
  }

  private func name(_ key: KeyColumn) throws(StageRecordError) -> String {
    try checked(key, .name, true) { !$0.isEmpty } ?? ""
  }

  private func verdict(_ isKnown: Bool) throws(StageRecordError) -> Verdict {
    let text = try checked(.verdict, .verdict, isKnown) { Verdict(rawValue: $0) != nil }
    return text.flatMap(Verdict.init) ?? .inconclusive
  }

  private func startedAt(_ isKnown: Bool) throws(StageRecordError) -> Int64? {
    try checked(.startedAt, .moment, isKnown) { Timestamp.milliseconds(rfc3339: $0) != nil }
      .flatMap(Timestamp.milliseconds)
  }

  private func facts(_ isKnown: Bool) throws(StageRecordError) -> [String] {
    var facts: [String] = []
    facts.reserveCapacity(columns.facts.count)
    for (fact, column) in zip(ComparedFact.allCases, columns.facts) {
      let text = try column.flatMap(text) ?? ""
      if let column, isKnown, fact == .clientConfiguration, !text.isEmpty, !Self.isHash(text, of: [64]) {
        throw .cell(cell(column), .hash)
      }
      facts.append(text)
    }
    return facts
  }

  private static func isHash(_ text: String, of lengths: [Int]) -> Bool {
    lengths.contains(text.utf8.count)
      && text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 || $0 &- UInt8(ascii: "a") <= 5 }
  }

  private func cell(_ column: Int) -> StageRecordError.Cell {
    let text = (try? csv.text(column)) ?? String(decoding: csv.bytes(column), as: UTF8.self)
    return StageRecordError.Cell(place: csv.place(column), text: text)
  }

  // MARK: Numbers

  private func schemaVersion() throws(StageRecordError) -> Int {
    let text = try checked(.schemaVersion, .schemaVersion, true) { Self.whole($0).map { $0 > 0 } ?? false }
    return text.flatMap(Self.whole) ?? 0
  }

  private func repetition(_ isKnown: Bool) throws(StageRecordError) -> Int? {
    try checked(.repetition, .count, isKnown) { Self.whole($0) != nil }.flatMap(Self.whole)
  }

  /// Without sign and decimals.
  private static func whole(_ text: String) -> Int? {
    text.utf8.allSatisfy { $0 &- UInt8(ascii: "0") <= 9 } ? Int(text) : nil
  }

  private mutating func values(_ isKnown: Bool) throws(StageRecordError) -> [Double?] {
    var values = [Double?](repeating: nil, count: columns.metrics.count)
    for (index, value) in columns.metrics.enumerated() {
      do throws(StageRecordError) {
        switch value {
        case .absent: break
        case .column(let column): values[index] = try number(column, isCount: ComparedMetric.all[index].unit == .count)
        case .ratio(let column, let over):
          let (part, whole) = (try number(column, isCount: true), try number(over, isCount: true))
          if let part, let whole, whole > 0 { values[index] = part / whole }
        }
      } catch {
        if isKnown { throw error }
      }
    }
    return values
  }

  private mutating func number(_ column: Int, isCount: Bool) throws(StageRecordError) -> Double? {
    let bytes = csv.bytes(column)
    guard !bytes.isEmpty else { return nil }
    let number: CSVNumber
    do throws(CSVNumber.Fault) {
      number = try CSVNumber(bytes, allowsComma: csv.separator != .comma)
    } catch {
      throw .cell(cell(column), .number(error))
    }
    // No column holds a difference.
    guard number.value >= 0 else { throw .cell(cell(column), .positive) }
    if isCount {
      // 1.234 and 1.000 are how many countries write thousands.
      guard number.sign == nil || !Self.endsInThree(bytes) else { throw .cell(cell(column), .number(.grouped)) }
      guard number.value == number.value.rounded() else { throw .cell(cell(column), .count) }
    }
    if let found = number.sign {
      if let sign, sign.0 != found { throw .decimalSigns(first: sign.at, second: cell(column)) }
      if sign == nil { sign = (found, at: cell(column)) }
    }
    return number.value
  }

  /// True for three digits behind the decimal sign, and nothing behind them.
  private static func endsInThree(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 5 && CSVNumber.DecimalSign(rawValue: bytes[bytes.endIndex - 4]) != nil
  }
}
