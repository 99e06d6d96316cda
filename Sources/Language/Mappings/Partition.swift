internal import Diagnostics
internal import Scenarios
internal import Templates

extension ValueReader {
  /// `by-key`, `sticky`, `round-robin`, or a partition's number.
  mutating func partition(_ pair: YAMLPair) -> PartitionRule? {
    if case .mapping = pair.value.content {
      if let fields = fields(of: pair.value, named: "partition", in: " in partition", as: PartitionKeys.table) {
        _ = required(PartitionKeys.weights, fields, in: " in partition")
      }
      return nil
    }
    if let text = pair.value.scalar?.text, text.first?.isASCII == true, text.first?.isNumber == true {
      return integer(pair, in: 0...UInt64(Int32.max)).map { .fixed(Int32($0)) }
    }
    switch word(pair, PartitionKeys.words) {
    case "by-key": return .byKey
    case "sticky": return .sticky
    case "round-robin": return .roundRobin
    default: return nil
    }
  }
}
