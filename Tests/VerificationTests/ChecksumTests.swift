import Testing
import Verification

@Suite struct ChecksumTests {
  private static func sum(_ bytes: [UInt8]) -> UInt32 { bytes.withUnsafeBytes { CRC32C.sum($0) } }

  /// RFC 3720, B.4, one bit after the other.
  private static func bitwise(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(UInt32.max) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0x82f6_3b78 : crc >> 1 }
    }
  }

  @Test(
    arguments: [
      ("the check value", Array("123456789".utf8), 0xe306_9283),
      ("nothing", [], 0),
      ("32 times 0x00, RFC 3720", Array(repeating: 0, count: 32), 0x8a91_36aa),
      ("32 times 0xff, RFC 3720", Array(repeating: 0xff, count: 32), 0x62a8_ab43),
      ("0x00 to 0x1f, RFC 3720", Array(0...31), 0x46dd_794e),
    ] as [(String, [UInt8], UInt32)])
  func ofKnownBytes(name: String, bytes: [UInt8], sum: UInt32) {
    #expect(Self.sum(bytes) == sum, "\(name)")
  }

  @Test func itIsTheBitwiseSumAtEveryLengthAndAlignment() {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(state: seed)
    let bytes = (0..<400).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    bytes.withUnsafeBytes { buffer in
      for start in 0..<9 {
        for count in 0...(start == 0 ? 390 : 70) {
          let part = UnsafeRawBufferPointer(rebasing: buffer[start..<start + count])
          #expect(CRC32C.sum(part) == Self.bitwise(part), "seed \(seed), from \(start), \(count) bytes")
        }
      }
    }
  }

  @Test func itContinuesWhereItStopped() {
    let bytes = Array("a message in two parts".utf8)
    for cut in 0...bytes.count {
      bytes.withUnsafeBytes { buffer in
        let first = CRC32C.sum(UnsafeRawBufferPointer(rebasing: buffer[..<cut]))
        #expect(CRC32C.sum(UnsafeRawBufferPointer(rebasing: buffer[cut...]), continuing: first) == Self.sum(bytes))
      }
    }
  }

  // MARK: Payloads

  private static func payload(_ fields: [String?]) -> UInt32 {
    var checksum = PayloadChecksum()
    for field in fields {
      guard let field else {
        checksum.add(nil)
        continue
      }
      Array(field.utf8).withUnsafeBytes { checksum.add($0) }
    }
    return checksum.value
  }

  @Test func everyFieldIsPrecededByItsLength() {
    #expect(Self.payload(["ab", nil]) == Self.bitwise([2, 0, 0, 0, 0x61, 0x62, 0xff, 0xff, 0xff, 0xff]))
    #expect(Self.payload([""]) == Self.bitwise([0, 0, 0, 0]))
  }

  @Test(
    arguments: [
      ("a byte moves from key to value", ["ab", "c"], ["a", "bc"]),
      ("all of the key moves to the value", ["abc", ""], ["", "abc"]),
      ("null is not empty", [nil, "a"], ["", "a"]),
      ("key and value change places", ["a", "b"], ["b", "a"]),
      ("a header's value becomes the value", ["k", "h", "v", ""], ["k", "h", "", "v"]),
      ("a field more", ["a"], ["a", ""]),
      ("one bit", ["a"], ["c"]),
    ] as [(String, [String?], [String?])])
  func nothingMovesUnnoticed(name: String, sent: [String?], read: [String?]) {
    #expect(Self.payload(sent) != Self.payload(read), "\(name)")
  }
}
