import Verification

/// Record batches as they lie in requests and answers: uncompressed, of the format that has been in use since Kafka 0.11.
enum RecordBatch {
  /// Base offset, length and leader epoch are before the magic byte, the checksum after it is of all that follows.
  private static let (magic, checksum, summed) = (16, 17, 21)
  /// The length counts what is behind it.
  private static let uncounted = 12

  /// Inverts one bit of the byte at `place`. A `sealed` batch has a fitting checksum again, as if it had been written so;
  /// otherwise the damage shows. Nil where no batch with a fitting checksum has this byte.
  static func damage(_ places: [Int], in bytes: [UInt8], sealed: Bool) -> [UInt8]? {
    changing(places.map { ($0, bytes[$0] ^ 1) }, in: bytes, sealed: sealed)
  }

  /// The bytes with others at these places, all in one batch.
  static func changing(_ changes: [(place: Int, byte: UInt8)], in bytes: [UInt8], sealed: Bool) -> [UInt8]? {
    guard let first = changes.first, let batch = around(first.place, in: bytes),
      changes.allSatisfy({ batch.contains($0.place) })
    else { return nil }
    var damaged = bytes
    for change in changes { damaged[change.place] = change.byte }
    guard sealed else { return damaged }
    var sum = WireBytes()
    sum.append(self.sum(batch, in: damaged))
    damaged.replaceSubrange(batch.lowerBound + checksum..<batch.lowerBound + summed, with: sum.bytes)
    return damaged
  }

  private static func around(_ place: Int, in bytes: [UInt8]) -> Range<Int>? {
    for start in stride(from: place - summed, through: 0, by: -1) where bytes[start + magic] == 2 {
      var reader = WireReader(bytes, from: start + 8)
      guard let length = try? reader.int32(), length > summed - uncounted else { continue }
      let end = start + uncounted + Int(length)
      guard end > place, end <= bytes.count else { continue }
      reader = WireReader(bytes, from: start + checksum)
      guard let stated = try? reader.int32(), UInt32(bitPattern: stated) == sum(start..<end, in: bytes) else {
        continue
      }
      return start..<end
    }
    return nil
  }

  private static func sum(_ batch: Range<Int>, in bytes: [UInt8]) -> UInt32 {
    bytes[(batch.lowerBound + summed)..<batch.upperBound].withUnsafeBytes { CRC32C.sum($0) }
  }
}
