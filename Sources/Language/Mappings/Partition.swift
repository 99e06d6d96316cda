internal import Diagnostics
internal import Scenarios

/// Keys of a partition rule that is a mapping.
enum PartitionKeys {
  /// A word, a partition's number, or a mapping.
  static let kind: Kind = .either([.words(words), .integer(numbers), .mapping(table)])

  fileprivate static let numbers: ClosedRange<UInt64> = 0...UInt64(Int32.max)
  fileprivate static let weighing: ClosedRange<UInt64> = 0...1_000_000

  fileprivate static let words = [
    Word("by-key", "by the key's hash, as in Kafka's Java client"),
    Word("by-key-crc32", "by the key's CRC32, as in librdkafka"),
    Word("sticky", "one partition for 128 messages, then the next"),
    Word("round-robin", "one partition after the other"),
    Word("random", "at random, from the seed"),
  ]

  static let weights = Key(
    "weights", .named(.integer(weighing), names: .partition),
    "Partitions by their numbers, each with its weight: exact over each run of as many messages as the weights add up to.",
    examples: ["{0: 3, 1: 1}"],
    required: true
  ) { $0.weights($1) }

  static let table = KeyTable(
    name: "partition", title: "Weighted partitions", summary: "A partition rule in which each partition has a weight.",
    rows: [weights.row],
    isReplacedWhole: true, example: MappingExample(in: "stage", "partition: {weights: {0: 3, 1: 1}}"),
    advice: { key in Quantity.isDigits(key) ? "write {weights: {\(key): …}}" : nil })
}

extension ValueReader {
  /// A word, a partition's number, or weights.
  mutating func partition(_ pair: YAMLPair) -> PartitionRule? {
    if case .mapping = pair.value.content {
      if let fields = fields(of: pair.value, named: "partition", in: " in partition", as: PartitionKeys.table) {
        return required(PartitionKeys.weights, fields, in: " in partition").map(PartitionRule.weights)
      }
      return nil
    }
    if let text = pair.value.scalar?.text, text.first?.isASCII == true, text.first?.isNumber == true {
      return integer(pair, in: PartitionKeys.numbers).map { .fixed(Int32($0)) }
    }
    switch word(pair, PartitionKeys.words) {
    case "by-key": return .byKey
    case "by-key-crc32": return .byKeyCRC32
    case "sticky": return .sticky
    case "round-robin": return .roundRobin
    case "random": return .random(key: 0)
    default: return nil
    }
  }

  /// Partitions by weight; at least one weighs something.
  mutating func weights(_ pair: YAMLPair) -> PartitionWeights? {
    guard let mapping = mapping(pair.value, named: "weights") else { return nil }
    let weights = every(mapping.pairs) { reader, entry -> (partition: Int32, weight: UInt64)? in
      guard Quantity.isDigits(entry.key.text), let partition = Int32(entry.key.text) else {
        reader.report(
          Diagnostic(
            code: .badName, "\(quoted(entry.key.text)) is not a partition number", at: entry.key.range,
            remedy: "write its number, such as \"0: 3\""))
        return nil
      }
      return reader.integer(entry, in: PartitionKeys.weighing).map { (partition: partition, weight: $0) }
    }
    guard let weights else { return nil }
    if !weights.contains(where: { $0.weight > 0 }), !mapping.isOpen {
      report(
        Diagnostic(
          code: .conflict, "\"weights\" has no weight greater than 0", at: pair.value.range,
          remedy: "give a partition a weight"))
      return nil
    }
    return PartitionWeights(weights)
  }
}
