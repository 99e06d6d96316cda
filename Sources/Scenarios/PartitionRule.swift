internal import Templates

/// The rule by which a message gets its partition. It is arithmetic over (sequence, key, partitions), done here and never by
/// the client, so that a record in the wrong partition is recognised.
package enum PartitionRule: Sendable, Equatable {
  /// murmur2 of the key, as Kafka's Java client does it.
  case byKey
  /// CRC32 of the key, as librdkafka does it, and with it the clients of Python, Go, .NET and Node.js.
  case byKeyCRC32
  /// One partition for 128 messages, then the next.
  case sticky
  case roundRobin
  /// At random: each message by itself, evenly, from the seed, the stage's name and the message's number. The key is made of
  /// the first two, and 0 before the run's seed is known.
  case random(key: UInt64)
  case weights(PartitionWeights)
  case fixed(Int32)

  package static let stickyRun: UInt64 = 128

  /// The partition of message `sequence`; `key` matters to those by key alone. `partitions` is positive.
  package func partition(sequence: UInt64, key: UnsafeRawBufferPointer, of partitions: Int32) -> Int32 {
    switch self {
    // What has no key among others that have one is spread.
    case .byKey where key.baseAddress == nil, .byKeyCRC32 where key.baseAddress == nil:
      PartitionRule.sticky.partition(sequence: sequence, key: key, of: partitions)
    case .byKey: Int32(Murmur2.hash(key) & 0x7fff_ffff) % partitions
    case .byKeyCRC32: Int32(truncatingIfNeeded: CRC32.hash(key) % UInt32(partitions))
    case .sticky: Int32(truncatingIfNeeded: (sequence / Self.stickyRun) % UInt64(partitions))
    case .roundRobin: Int32(truncatingIfNeeded: sequence % UInt64(partitions))
    case .random(let key):
      Int32(truncatingIfNeeded: Self.drawn(sequence, key, below: UInt64(partitions)))
    case .weights(let weights): weights.partition(sequence: sequence)
    case .fixed(let partition): partition
    }
  }

  private static func drawn(_ sequence: UInt64, _ key: UInt64, below bound: UInt64) -> UInt64 {
    var random = MessageRandom(
      state: MessageRandom.placeholderState(
        MessageRandom.messageKey(key, sequence), TextPart.partition.rawValue))
    return random.below(bound)
  }

  /// With the seed of a run, for what is drawn.
  func seeded(by seed: UInt64, stage name: String) -> PartitionRule {
    let key = MessageRandom.stageKey(seed: seed, stageName: name)
    return switch self {
    case .random: .random(key: key)
    case .weights(let weights): .weights(weights.with(key: key))
    case .byKey, .byKeyCRC32, .sticky, .roundRobin, .fixed: self
    }
  }

  /// The partitions that the scenario names, by a number or by a weight, each with the messages of `messages` that are
  /// expected there.
  package func named(of messages: UInt64) -> [(partition: Int32, expected: UInt64)] {
    switch self {
    case .fixed(let partition): [(partition, messages)]
    case .weights(let weights): weights.expected(of: messages)
    case .byKey, .byKeyCRC32, .sticky, .roundRobin, .random: []
    }
  }
}

/// The hash by which Kafka's Java client chooses the partition of a keyed record: MurmurHash2, 32 bits, seed 0x9747b28c
/// (`org.apache.kafka.common.utils.Utils.murmur2`).
package enum Murmur2 {
  package static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    let multiplier: UInt32 = 0x5bd1_e995
    let count = bytes.count
    var hash: UInt32 = 0x9747_b28c ^ UInt32(truncatingIfNeeded: count)
    var offset = 0
    while offset + 4 <= count {
      var word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
      word = word &* multiplier
      word ^= word >> 24
      word = word &* multiplier
      hash = (hash &* multiplier) ^ word
      offset += 4
    }
    let rest = count - offset
    if rest > 0 {
      if rest == 3 { hash ^= UInt32(bytes[offset + 2]) << 16 }
      if rest >= 2 { hash ^= UInt32(bytes[offset + 1]) << 8 }
      hash ^= UInt32(bytes[offset])
      hash = hash &* multiplier
    }
    hash ^= hash >> 13
    hash = hash &* multiplier
    return hash ^ (hash >> 15)
  }
}

/// The hash by which librdkafka's partitioners `consistent` and `consistent_random` choose the partition of a keyed record: CRC-32
/// as in zlib, IEEE 802.3 (`rd_crc32`). `consistent_random` spreads empty keys; here they have the hash 0, as in `consistent`.
package enum CRC32 {
  /// The remainder of each byte, by the polynomial with its bits reversed.
  private static let table: [UInt32] = (0..<256).map { byte in
    (0..<8).reduce(UInt32(byte)) { rest, _ in rest & 1 == 1 ? 0xedb8_8320 ^ (rest >> 1) : rest >> 1 }
  }

  package static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      var rest = UInt32.max
      for byte in bytes { rest = table[Int((rest ^ UInt32(byte)) & 0xff)] ^ (rest >> 8) }
      return ~rest
    }
  }
}
