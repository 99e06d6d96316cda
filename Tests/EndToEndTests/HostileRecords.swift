import Kafka
import SampleScenarios
import Scenarios
import Verification

/// A record that another client writes to the topic of a run, made to mislead its reader.
struct HostileRecord {
  var key: [UInt8]?
  var value: [UInt8]?
  /// The values of its headers `rehearse`; nil is Kafka's null.
  var identities: [[UInt8]?]
  /// The number of other headers.
  var others = 0

  /// The message of the run that the reader must take it for; nil for a foreign record. The last header counts.
  func message(of run: RunID, below limit: UInt64) -> UInt64? {
    guard let bytes = identities.last ?? nil, let identity = bytes.withUnsafeBytes({ Identity($0) }),
      identity.run == run, identity.stage == 0, identity.producer == 0, identity.sequence < limit
    else { return nil }
    return identity.sequence
  }
}

/// Hostile records, one after another from a seed: identities with right check sums and extreme numbers, bytes changed with and
/// without the check sum, wrong lengths, several identities, empty and null fields, and very many headers.
struct HostileRecords {
  let run: RunID
  /// The messages that the run's stage sends.
  let limit: UInt64
  var random: Chance

  struct Chance {
    private var numbers: SplitMix64

    init(seed: UInt64) { numbers = SplitMix64(state: seed) }

    mutating func next() -> UInt64 { numbers.next() }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
  }

  init(run: RunID, limit: UInt64, seed: UInt64) {
    self.run = run
    self.limit = limit
    random = Chance(seed: seed)
  }

  mutating func next() -> HostileRecord {
    var record = HostileRecord(key: field(), value: field(), identities: [])
    let count = random.pick([1, 1, 1, 1, 0, 2, 5])
    for _ in 0..<count { record.identities.append(identity()) }
    if random.below(500) == 0 { record.others = 1000 }
    return record
  }

  private mutating func field() -> [UInt8]? {
    switch random.below(4) {
    case 0: nil
    case 1: []
    default: (0..<random.below(40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    }
  }

  private mutating func identity() -> [UInt8]? {
    var bytes = rightIdentity()
    switch random.below(10) {
    case 0: return nil
    case 1: return []
    case 2: return (0..<random.below(80)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    case 3: return Array(bytes.prefix(random.below(bytes.count)))
    case 4: return bytes + [UInt8](repeating: 0, count: random.below(9) + 1)
    case 5:
      bytes[random.below(bytes.count)] ^= UInt8(1 << random.below(8))
      return bytes
    case 6:
      // A byte that is changed, under a right check sum.
      bytes[random.below(33)] = UInt8(truncatingIfNeeded: random.next())
      let check = UInt16(truncatingIfNeeded: bytes.prefix(33).withUnsafeBytes { CRC32C.sum($0) })
      (bytes[33], bytes[34]) = (UInt8(check & 0xff), UInt8(check >> 8))
      return bytes
    default: return bytes
    }
  }

  private mutating func rightIdentity() -> [UInt8] {
    let (least, most) = (Int64.min, Int64.max)
    let dues: [Int64] = [least, least + 1, -1_000_000_000_000_000_000, -1, 0, 1, 5_000_000_000, most - 1, most]
    let sequences: [UInt64] = [0, 1, limit - 1, limit, limit + 1, 1 << 32, 1 << 36, 1 << 63, .max - 1, .max]
    let identity = Identity(
      run: random.pick([run, run, run, RunID(value: 0), RunID(value: .max), RunID(value: run.value ^ 1)]),
      stage: random.pick([0, 0, 0, 1, 2, 255, 32_768, 65_534, 65_535]),
      producer: random.pick([0, 0, 0, 1, 65_535]),
      sequence: random.below(3) == 0 ? random.pick(sequences) : random.next() % limit,
      due: Nanoseconds(random.pick(dues)), payload: UInt32(truncatingIfNeeded: random.next()))
    var bytes = [UInt8](repeating: 0, count: Identity.byteCount)
    bytes.withUnsafeMutableBytes { if let base = $0.baseAddress { identity.write(to: base) } }
    return bytes
  }
}
