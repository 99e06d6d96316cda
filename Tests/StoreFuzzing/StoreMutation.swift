import TLS

/// One store of others: bytes and runs of bytes changed, moved, doubled and copied from elsewhere; and the passwords to read it
/// with.
struct StoreMutation {
  let bytes: [UInt8]
  private let other: [UInt8]
  private let password: String?
  private let keyPassword: String?

  init(_ bytes: [UInt8], password: String?) {
    (self.bytes, other, self.password, keyPassword) = (bytes, bytes, password, nil)
  }

  init(_ index: UInt64, seed: UInt64, of corpus: [[UInt8]]) {
    var chance = Chance(seed: seed &+ index &* 0x2545_f491_4f6c_dd1d)
    var bytes = corpus[chance.below(corpus.count)]
    // Every fiftieth as it is: the right password must keep opening it.
    if chance.below(50) > 0 {
      for _ in 0...chance.below(4) { Self.change(&bytes, of: corpus, &chance) }
    }
    self.bytes = bytes
    other = corpus[chance.below(corpus.count)]
    let passwords: [String?] = [
      "changeit", "changeit", "changeit", nil, "", "wrong", "Pässwörd✓", String(repeating: "a", count: 2000),
    ]
    password = passwords[chance.below(passwords.count)]
    keyPassword = chance.below(4) == 0 ? passwords[chance.below(passwords.count)] : nil
  }

  /// True if one of the ways to read it succeeds. Every error is put into words.
  func isRead() -> Bool {
    let ways: [() throws -> Void] = [
      { _ = try TrustStore(bytes, password: password).pem },
      { _ = try KeyStore(bytes, password: password, keyPassword: keyPassword).certificatesPEM },
      { _ = try KeyStore(certificate: other, key: bytes, keyPassword: password).chain },
      { _ = try KeyStore(certificate: bytes, key: other, keyPassword: password).chain },
    ]
    var isRead = false
    for way in ways {
      do {
        try way()
        isRead = true
      } catch let error as StoreError {
        _ = error.reason + (error.remedy(for: "a.p12") ?? "")
      } catch {
        fatalError("another error: \(error)")
      }
    }
    return isRead
  }

  private static func change(_ bytes: inout [UInt8], of corpus: [[UInt8]], _ chance: inout Chance) {
    let place = chance.below(bytes.count + 1)
    let range = place..<min(bytes.count, place + chance.below(40))
    switch chance.below(9) {
    case 0, 1: if place < bytes.count { bytes[place] = UInt8(truncatingIfNeeded: chance.next()) }
    case 2: if place < bytes.count { bytes[place] ^= 1 << UInt8(chance.below(8)) }
    case 3: bytes.removeSubrange(range)
    case 4: bytes.insert(contentsOf: bytes[range], at: chance.below(bytes.count + 1))
    case 5:
      let other = corpus[chance.below(corpus.count)]
      let start = chance.below(other.count + 1)
      bytes.insert(contentsOf: other[start..<min(other.count, start + chance.below(200))], at: place)
    case 6: bytes.removeSubrange(place...)
    // The ends of lengths and of other numbers.
    case 7: for index in range.prefix(4) { bytes[index] = chance.below(2) == 0 ? 0xff : 0 }
    default:
      if place < bytes.count {
        bytes[place] = [0x00, 0x01, 0x7f, 0x80, 0x81, 0x84, 0xff, 0x30, 0x04, 0xa0][chance.below(10)]
      }
    }
  }
}

/// A deterministic random generator: SplitMix64 (Steele, Lea, Flood 2014).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// A number in 0 ..< bound.
  mutating func below(_ bound: Int) -> Int { bound <= 1 ? 0 : Int(next() % UInt64(bound)) }
}
