internal import Scenarios
package import Verification

/// The records of several files, each stage of a run once: a history may hold what the folder of a run holds, too.
package struct StageRecordList {
  private struct Key: Hashable {
    var runID: String
    var stage: String
  }

  /// The place where a stage of a run was first read.
  private struct First {
    var index: Int
    var file: String
    var place: CSVReader.Place
    var presence: RecordPresence
  }

  package private(set) var records: [StageRecord] = []
  private var firsts: [Key: First] = [:]
  private let limit: Int

  /// `limit` is the most records, which bounds the memory that files from other hands can take.
  package init(limit: Int = 1_000_000) { self.limit = limit }

  /// Takes in the rows of a file, and returns the ids of its runs in their order.
  @discardableResult
  package mutating func add(_ bytes: [UInt8], of file: String) throws(StageRecordError) -> [String] {
    var reader = try StageRecordReader(bytes)
    let presence = reader.columns.presence
    var runs: [String] = []
    while let record = try reader.next() {
      if runs.last != record.runID { runs.append(record.runID) }
      let key = Key(runID: record.runID, stage: record.stage)
      guard let first = firsts[key] else {
        guard records.count < limit else { throw .tooManyRows(reader.place, limit: limit) }
        firsts[key] = First(index: records.count, file: file, place: reader.place, presence: presence)
        records.append(record)
        continue
      }
      if let column = records[first.index].difference(from: record, in: first.presence.joined(presence) { $0 && $1 }) {
        throw .differing(
          reader.place, column: column, stage: record.stage, runID: record.runID, first: first.place, file: first.file)
      }
      records[first.index].fill(from: record, unless: first.presence)
      firsts[key]?.presence = first.presence.joined(presence) { $0 || $1 }
    }
    return runs
  }
}

extension StageRecord {
  /// The name of a column, or a metric, in which the two differ; nil if they agree in all that both files have. `inBoth` are the
  /// columns of both files.
  fileprivate func difference(from other: Self, in inBoth: RecordPresence) -> String? {
    let texts: [(KeyColumn, String?, String?)] = [
      (.scenario, scenario, other.scenario), (.verdict, verdict.rawValue, other.verdict.rawValue),
      (.scenarioSHA256, scenarioSHA256, other.scenarioSHA256), (.label, label, other.label),
      (.gitSHA, gitSHA, other.gitSHA), (.broker, broker, other.broker),
    ]
    let numbers: [(KeyColumn, Int64?, Int64?)] = [
      (.schemaVersion, Int64(schemaVersion), Int64(other.schemaVersion)),
      (.repetition, repetition.map { Int64($0) }, other.repetition.map { Int64($0) }),
      (.startedAt, startedAt, other.startedAt),
    ]
    if let text = texts.first(where: { Self.differ($0.1, $0.2) }) { return text.0.rawValue }
    if let number = numbers.first(where: { Self.differ($0.1, $0.2) }) { return number.0.rawValue }
    if inBoth.limit, isGeneratorLimited != other.isGeneratorLimited { return KeyColumn.limitedBy.rawValue }
    if inBoth.rate, hasRate != other.hasRate { return KeyColumn.rateTarget.rawValue }
    if let fact = zip(ComparedFact.allCases, zip(facts, other.facts)).first(where: { _, both in
      both.0 != both.1 && !both.0.isEmpty && !both.1.isEmpty
    }) {
      return fact.0.rawValue
    }
    return ComparedMetric.all.indices.first { inBoth.metrics[$0] && values[$0] != other.values[$0] }
      .map { ComparedMetric.all[$0].name }
  }

  /// A text that one of the files lacks contradicts nothing.
  private static func differ<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
    guard let one, let other else { return false }
    return one != other
  }

  /// Takes over what the files so far lack; `presence` are their columns.
  fileprivate mutating func fill(from other: Self, unless presence: RecordPresence) {
    repetition = repetition ?? other.repetition
    startedAt = startedAt ?? other.startedAt
    label = label ?? other.label
    gitSHA = gitSHA ?? other.gitSHA
    broker = broker ?? other.broker
    if !presence.rate { hasRate = other.hasRate }
    if !presence.limit { isGeneratorLimited = other.isGeneratorLimited }
    for index in facts.indices where facts[index].isEmpty { facts[index] = other.facts[index] }
    for index in values.indices where values[index] == nil { values[index] = other.values[index] }
  }
}
