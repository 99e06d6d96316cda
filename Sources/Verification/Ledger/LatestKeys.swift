/// The last offset at which each key of a compacted partition was read: a message before it may have been compacted away. At most
/// `limit` keys are kept; of the others nothing is known.
struct LatestKeys: Sendable {
  private let limit: Int
  private var offsets: [FieldFingerprint: Int64] = [:]

  init(limit: Int = 262_144) { self.limit = limit }

  /// Offsets come in ascending order.
  mutating func note(_ key: FieldFingerprint, at offset: Int64) {
    if offsets.count < limit || offsets[key] != nil { offsets[key] = offset }
  }

  /// The offset of the last record of this key, if it lies behind `offset`.
  func later(than offset: Int64, of key: FieldFingerprint?) -> Int64? {
    guard let key, let last = offsets[key], last > offset else { return nil }
    return last
  }
}
