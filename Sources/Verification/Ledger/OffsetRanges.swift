/// Offsets of one partition's unidentified records: candidates for messages of the run whose identity was destroyed. Kept
/// as ranges, at most `limit` of them; beyond that a question about a later offset has no answer.
package struct OffsetRanges: Sendable {
  private var ranges: [ClosedRange<Int64>] = []
  private let limit: Int
  /// The first offset that could not be kept.
  private var blindFrom: Int64?

  package init(limit: Int = 65_536) { self.limit = limit }

  /// Offsets come in ascending order.
  package mutating func append(_ offset: Int64) {
    if let last = ranges.last, last.upperBound + 1 == offset {
      ranges[ranges.count - 1] = last.lowerBound...offset
    } else if ranges.count < limit {
      ranges.append(offset...offset)
    } else if blindFrom == nil {
      blindFrom = offset
    }
  }

  /// Nil where that is not known.
  package func contains(_ offset: Int64) -> Bool? {
    if let blindFrom, offset >= blindFrom { return nil }
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(offset)
  }
}
