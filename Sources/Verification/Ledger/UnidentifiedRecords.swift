/// The records of one partition that carry no identity: each may be a message of the run whose identity was destroyed, or a record
/// of another client. At most `limit` of them are kept; what lies at a later offset is then not known.
struct UnidentifiedRecords: Sendable {
  enum Record: Sendable, Equatable {
    /// No such record is at the offset.
    case none
    case known(PayloadFingerprint)
    /// Too many were read to keep this one.
    case unknown
  }

  private let limit: Int
  /// Only records at these offsets matter; nil where that is not known yet.
  private let acknowledged: OffsetSet?
  private var records: [Int64: PayloadFingerprint] = [:]
  /// The first offset that could not be kept.
  private var unknownFrom: Int64?

  init(limit: Int = 65_536, acknowledged: OffsetSet? = nil) {
    self.limit = limit
    self.acknowledged = acknowledged
  }

  /// Offsets come in ascending order.
  mutating func append(_ offset: Int64, _ record: PayloadFingerprint) {
    if let acknowledged, !acknowledged.contains(offset) { return }
    if records.count < limit { records[offset] = record } else if unknownFrom == nil { unknownFrom = offset }
  }

  func record(at offset: Int64) -> Record {
    if let record = records[offset] { return .known(record) }
    return unknownFrom.map { offset >= $0 } ?? false ? .unknown : .none
  }

  /// A message was recognised in the record: it is no other's.
  mutating func remove(_ offset: Int64) { records[offset] = nil }
}
