internal import Scenarios
internal import Verification

/// The columns of one file that are read, found by the names in its header.
struct RecordColumns {
  enum Value {
    case absent
    case column(Int)
    case ratio(Int, over: Int)
  }

  private let keys: [KeyColumn: Int]
  /// By `ComparedFact.allCases`.
  let facts: [Int?]
  /// By the index in `ComparedMetric.all`.
  let metrics: [Value]

  init(_ header: [String], line: Int) throws(StageRecordError) {
    var columns: [String: Int] = [:]
    for (column, name) in header.enumerated() where Self.names.contains(name) {
      guard columns[name] == nil else {
        throw .repeatedColumn(CSVReader.Place(line: line, column: column + 1, name: name))
      }
      columns[name] = column
    }
    let missing = KeyColumn.allCases.filter { $0.isRequired && columns[$0.rawValue] == nil }.map(\.rawValue)
    guard missing.isEmpty else { throw .missingColumns(missing, line: line) }
    keys = KeyColumn.allCases.reduce(into: [:]) { $0[$1] = columns[$1.rawValue] }
    facts = ComparedFact.allCases.map { columns[$0.rawValue] }
    metrics = ComparedMetric.all.map { metric in
      switch metric.source {
      case .column(let name): columns[name].map(Value.column) ?? .absent
      case .ratio(let name, let over):
        if let column = columns[name], let over = columns[over] { .ratio(column, over: over) } else { .absent }
      }
    }
  }

  /// Nil for one that the file lacks.
  subscript(key: KeyColumn) -> Int? { keys[key] }

  var presence: RecordPresence {
    RecordPresence(
      metrics: metrics.map { value in
        switch value {
        case .absent: false
        case .column, .ratio: true
        }
      }, limit: keys[.limitedBy] != nil, rate: keys[.rateTarget] != nil)
  }

  private static let names: Set<String> = {
    let metrics = ComparedMetric.all.flatMap { metric in
      switch metric.source {
      case .column(let name): [name]
      case .ratio(let name, let over): [name, over]
      }
    }
    return Set(KeyColumn.allCases.map(\.rawValue) + ComparedFact.allCases.map(\.rawValue) + metrics)
  }()
}

/// The columns that a file has, of those whose values do not show it: an empty cell is not measured, or false.
struct RecordPresence {
  /// By the index in `ComparedMetric.all`.
  var metrics: [Bool]
  var limit: Bool
  var rate: Bool

  func joined(_ other: Self, by join: (Bool, Bool) -> Bool) -> Self {
    Self(
      metrics: zip(metrics, other.metrics).map { join($0, $1) }, limit: join(limit, other.limit),
      rate: join(rate, other.rate))
  }
}
