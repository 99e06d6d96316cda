import Scenarios
import Testing
import Verification

@Suite struct IdentityTests {
  private static func bytes(of identity: Identity) -> [UInt8] {
    var bytes = [UInt8](repeating: 0xaa, count: Identity.byteCount)
    bytes.withUnsafeMutableBytes { buffer in
      if let start = buffer.baseAddress { identity.write(to: start) }
    }
    return bytes
  }

  private static func read(_ bytes: [UInt8]) -> Identity? { bytes.withUnsafeBytes { Identity($0) } }

  private static let plain = Identity(
    run: RunID(value: 0x0102_0304_0506_0708), stage: 0x1112, producer: 0x2122, sequence: 0x3132_3334_3536_3738,
    due: 0x4142_4344_4546_4748, payload: 0x5152_5354)

  @Test func itIs35BytesInLittleEndianOrder() {
    #expect(Identity.byteCount == 35)
    #expect(
      Self.bytes(of: Self.plain).prefix(33) == [
        1, 0x12, 0x11, 0x22, 0x21,
        0x08, 0x07, 0x06, 0x05, 0x04, 0x03, 0x02, 0x01,
        0x38, 0x37, 0x36, 0x35, 0x34, 0x33, 0x32, 0x31,
        0x48, 0x47, 0x46, 0x45, 0x44, 0x43, 0x42, 0x41,
        0x54, 0x53, 0x52, 0x51,
      ])
  }

  @Test(arguments: [
    plain,
    Identity(run: RunID(value: 0), stage: 0, producer: 0, sequence: 0, due: 0, payload: 0),
    Identity(run: RunID(value: .max), stage: .max, producer: .max, sequence: .max, due: .max, payload: .max),
    Identity(run: RunID(value: 1), stage: 0, producer: 0, sequence: 0, due: .min, payload: 0),
    Identity(run: RunID(value: 1), stage: 0, producer: 0, sequence: 0, due: -1, payload: 0),
  ])
  func whatIsWrittenIsRead(identity: Identity) {
    #expect(Self.read(Self.bytes(of: identity)) == identity)
  }

  @Test func itIsReadFromAnyAddress() {
    let bytes = Self.bytes(of: Self.plain)
    for shift in 0..<8 {
      let shifted = [UInt8](repeating: 7, count: shift) + bytes
      shifted.withUnsafeBytes {
        #expect(Identity(UnsafeRawBufferPointer(rebasing: $0[shift...])) == Self.plain, "shifted by \(shift)")
      }
    }
  }

  /// The sum is linear: what a difference does to it is the same in every identity.
  @Test func noByteCanBeDamagedUnnoticed() {
    let whole = Self.bytes(of: Self.plain)
    var accepted: [String] = []
    for place in whole.indices {
      for difference in UInt8(1)...255 {
        var damaged = whole
        damaged[place] ^= difference
        if Self.read(damaged) != nil { accepted.append("byte \(place) ^ \(difference)") }
      }
    }
    #expect(accepted == [])
  }

  @Test func anotherLengthIsNoIdentity() {
    let whole = Self.bytes(of: Self.plain)
    for count in 0..<35 { #expect(Self.read(Array(whole.prefix(count))) == nil, "\(count) bytes") }
    #expect(Self.read(whole + [0]) == nil)
  }

  @Test func anotherVersionIsNotReadEvenWhereItsCheckHolds() {
    var other = Self.bytes(of: Self.plain)
    other[0] = 2
    let check = other.prefix(33).withUnsafeBytes { CRC32C.sum($0) }
    other[33] = UInt8(truncatingIfNeeded: check)
    other[34] = UInt8(truncatingIfNeeded: check >> 8)
    #expect(Self.read(other) == nil)
    other[0] = 1
    let again = other.prefix(33).withUnsafeBytes { CRC32C.sum($0) }
    other[33] = UInt8(truncatingIfNeeded: again)
    other[34] = UInt8(truncatingIfNeeded: again >> 8)
    #expect(Self.read(other) == Self.plain)
  }
}
