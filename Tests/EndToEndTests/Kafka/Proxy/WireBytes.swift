/// Bytes as Kafka's protocol writes them: big-endian, with lengths before texts and lists.
struct WireBytes {
  private(set) var bytes: [UInt8] = []

  mutating func append(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: String) {
    append(Int16(clamping: text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append<Element>(_ list: [Element], _ write: (inout WireBytes, Element) -> Void) {
    append(Int32(clamping: list.count))
    for element in list { write(&self, element) }
  }

  /// The bytes with their size before them: a whole frame.
  static func framed(_ bytes: [UInt8]) -> [UInt8] {
    var frame = WireBytes()
    frame.append(Int32(clamping: bytes.count))
    return frame.bytes + bytes
  }
}

/// Reads what `WireBytes` writes.
struct WireReader {
  struct CutOff: Error {}

  private let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) { (self.bytes, self.position) = (bytes, position) }

  mutating func int8() throws -> Int8 { try number() }
  mutating func int16() throws -> Int16 { try number() }
  mutating func int32() throws -> Int32 { try number() }
  mutating func int64() throws -> Int64 { try number() }

  /// A text, or nil for Kafka's null.
  mutating func text() throws -> String? {
    let count = Int(try int16())
    guard count >= 0 else { return nil }
    try skip(count)
    return String(decoding: bytes[position - count..<position], as: UTF8.self)
  }

  /// A number in groups of seven bits, as the protocol's newer versions write lengths.
  mutating func varint() throws -> Int {
    var (value, shift) = (0, 0)
    while true {
      let byte = UInt8(bitPattern: try int8())
      value |= Int(byte & 0x7f) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
      guard shift < 35 else { throw CutOff() }
    }
  }

  mutating func skip(_ count: Int) throws {
    guard count >= 0, bytes.count - position >= count else { throw CutOff() }
    position += count
  }

  private mutating func number<Number: FixedWidthInteger>() throws -> Number {
    let size = Number.bitWidth / 8
    try skip(size)
    return bytes[position - size..<position].reduce(0) { $0 << 8 | Number(truncatingIfNeeded: $1) }
  }
}
