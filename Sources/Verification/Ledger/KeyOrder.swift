internal import Scenarios

/// The highest sequence that was read of each key, for the order within it. Memory is fixed: nothing is remembered of keys that come once
/// `limit` are known, and their records are counted.
///
/// A key is its fingerprint of 64 bits: that two of a million are alike has a chance of 3 in 10^8.
package struct KeyOrder: ~Copyable {
  /// With 24 bytes for each of two places.
  package static let usualLimit = Verify.keysInOrder

  package enum Placement: Sendable, Equatable {
    case inOrder
    /// A record of the key with this sequence was read before.
    case behind(UInt64)
    /// There is no more space for its key.
    case notChecked
  }

  /// One key, and its highest sequence.
  struct Entry: Sendable, Equatable {
    var key: UInt64
    /// Plus one; 0 where the place is free.
    var highest: UInt64
    /// The stage and the partition, as one number.
    var place: UInt32
  }

  private let limit: Int
  private let entries: FixedArray<Entry>
  package private(set) var count = 0

  package init(limit: Int = Self.usualLimit) {
    self.limit = max(limit, 1)
    var capacity = 2
    while capacity < self.limit * 2 { capacity *= 2 }
    entries = FixedArray(repeating: Entry(key: 0, highest: 0, place: 0), count: capacity)
  }

  /// Notes a record of the key. It is behind where one of the same place with a higher sequence came before.
  package mutating func note(_ key: UInt64, sequence: UInt64, place: Int) -> Placement {
    let index = index(of: key, UInt32(truncatingIfNeeded: place))
    let highest = entries[index].highest
    if highest == 0 {
      guard count < limit else { return .notChecked }
      count += 1
      entries[index] = Entry(key: key, highest: sequence + 1, place: UInt32(truncatingIfNeeded: place))
      return .inOrder
    }
    if sequence < highest - 1 { return .behind(highest - 1) }
    entries[index].highest = sequence + 1
    return .inOrder
  }

  /// The place of the key, or a free one for it.
  private func index(of key: UInt64, _ place: UInt32) -> Int {
    let mask = entries.count - 1
    var index = Int(truncatingIfNeeded: key ^ (UInt64(place) &* 0x9e37_79b9_7f4a_7c15)) & mask
    while entries[index].highest != 0, entries[index].key != key || entries[index].place != place {
      index = (index + 1) & mask
    }
    return index
  }

  /// Forgets the keys of these places, and returns what was known of them.
  mutating func forget(_ isForgotten: (Int) -> Bool) -> [Entry] {
    var (kept, forgotten) = ([Entry](), [Entry]())
    for index in 0..<entries.count where entries[index].highest != 0 {
      if isForgotten(Int(entries[index].place)) {
        forgotten.append(entries[index])
      } else {
        kept.append(entries[index])
      }
      entries[index].highest = 0
    }
    count = 0
    restore(kept)
    return forgotten
  }

  /// Takes back what was forgotten.
  mutating func restore(_ known: [Entry]) {
    for entry in known where count < limit {
      let index = index(of: entry.key, entry.place)
      if entries[index].highest == 0 { count += 1 }
      entries[index] = entry
    }
  }
}

extension KeyOrder {
  /// The fingerprint of a key: 64 bits, eight bytes at a time. A null and an empty key are alike.
  package static func fingerprint(_ key: UnsafeRawBufferPointer?) -> UInt64 {
    guard let key, let base = key.baseAddress else { return mix(0) }
    var sum = UInt64(key.count) &* 0x9e37_79b9_7f4a_7c15
    var next = 0
    while next + 8 <= key.count {
      sum = mix(sum ^ base.loadUnaligned(fromByteOffset: next, as: UInt64.self))
      next += 8
    }
    var rest: UInt64 = 0
    while next < key.count {
      rest = rest << 8 | UInt64(key[next])
      next += 1
    }
    return mix(sum ^ rest ^ 0xa076_1d64_78bd_642f)
  }

  /// The finalizer of SplitMix64: a bijection in which every bit depends on every bit.
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
