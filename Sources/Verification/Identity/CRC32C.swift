internal import CChecksum

/// CRC32C, as Kafka's own batches carry it.
package enum CRC32C {
  package static func sum(_ bytes: UnsafeRawBufferPointer, continuing crc: UInt32 = 0) -> UInt32 {
    rehearsal_crc32c(crc, bytes.baseAddress, bytes.count)
  }
}

/// The checksum of what a message carries for its user: key, then each user header's name and value, then the value. Each
/// field is preceded by its length (UInt32, little-endian; 0xffffffff for null), so that no byte can move between fields
/// unnoticed.
package struct PayloadChecksum: Sendable {
  package private(set) var value: UInt32 = 0

  package init() {}

  /// Adds the next field; nil is Kafka's null.
  package mutating func add(_ field: UnsafeRawBufferPointer?) {
    var length = field.map { UInt32(truncatingIfNeeded: $0.count) }?.littleEndian ?? UInt32.max
    value = withUnsafeBytes(of: &length) { CRC32C.sum($0, continuing: value) }
    if let field, field.count > 0 { value = CRC32C.sum(field, continuing: value) }
  }
}
