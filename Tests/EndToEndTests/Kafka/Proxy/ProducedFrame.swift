/// The parts of one message of `KafkaScenario` in a request or an answer that carries it.
struct MessageParts: OptionSet, Sendable, CustomStringConvertible {
  let rawValue: Int
  static let key = MessageParts(rawValue: 1)
  static let value = MessageParts(rawValue: 2)
  /// The header by which a message is known again.
  static let header = MessageParts(rawValue: 4)

  var description: String {
    [(MessageParts.key, "key"), (.value, "value"), (.header, "header")].filter { contains($0.0) }.map(\.1).joined(
      separator: " and ")
  }
}

extension KafkaFrame {
  /// These bytes with one bit inverted in each of these parts of message `sequence`; nil if it is not here. A `sealed` batch
  /// has a checksum that fits.
  func damaging(_ parts: MessageParts, ofMessage sequence: Int, sealed: Bool) -> [UInt8]? {
    guard let value = first("{\"n\": \(sequence),") else { return nil }
    var places: [Int] = []
    // The number's first digit, and that of the key before it.
    if parts.contains(.value) { places.append(value + 6) }
    if parts.contains(.key) {
      guard let key = last("k\(sequence)", before: value) else { return nil }
      places.append(key + 1)
    }
    if parts.contains(.header) {
      guard let header = first("rehearse", from: value) else { return nil }
      places.append(header)
    }
    return RecordBatch.damage(places, in: bytes, sealed: sealed)
  }

  /// These bytes with two texts of one length exchanged behind the value of message `sequence`, in a batch whose checksum
  /// fits; nil if it is not here.
  func exchanging(_ one: String, _ other: String, ofMessage sequence: Int) -> [UInt8]? {
    guard one.utf8.count == other.utf8.count, let value = first("{\"n\": \(sequence),"),
      let place = first(one, from: value), let second = first(other, from: value)
    else { return nil }
    let changes = zip(other.utf8, one.utf8).enumerated().flatMap { index, bytes in
      [(place: place + index, byte: bytes.0), (place: second + index, byte: bytes.1)]
    }
    return RecordBatch.changing(changes, in: bytes, sealed: true)
  }

  /// The answer to a produce request for one partition, with this error.
  func refusing(_ code: Int16) -> [UInt8]? {
    var reader = WireReader(bytes)
    do {
      try reader.skip(4)
      if version < 9 {
        try reader.skip(4)
        _ = try reader.text()
        try reader.skip(4)
      } else {
        _ = try reader.varint()
        _ = try reader.varint()
        try reader.skip(try reader.varint() - 1)
        _ = try reader.varint()
      }
      try reader.skip(4)
      let place = reader.position
      try reader.skip(2)
      var error = WireBytes()
      error.append(code)
      return bytes[..<place] + error.bytes + bytes[reader.position...]
    } catch {
      return nil
    }
  }
}
