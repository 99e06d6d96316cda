/// The size of one message, as the client and the brokers count it against their limits.
package struct RecordSize: Sendable, Equatable {
  /// Nil for null.
  private let key: Int?
  private let value: Int?
  private var headerCount = 0
  /// Names and values, each with its length before it.
  private var headerBytes = 0

  package init(key: Int?, value: Int?) {
    self.key = key
    self.value = value
  }

  package mutating func addHeader(name: Int, value: Int) {
    headerCount += 1
    headerBytes += Self.length(name) + name + Self.length(value) + value
  }

  /// The limit of `message.max.bytes` unless it is set.
  package static let usualClientLimit = 1_000_000

  /// The bytes that librdkafka compares with `message.max.bytes` before it takes a message: those of key, value and headers, and
  /// for the other fields of a record 36, which is each at its longest.
  package var atClient: Int { 36 + (key ?? 0) + (value ?? 0) + headerBytes }

  /// The bytes of an uncompressed batch with this message alone, which brokers compare with the topic's `max.message.bytes`.
  package var inBatch: Int {
    // Attributes and the differences of time and offset, which are 0 in the first record of a batch.
    let body =
      3 + Self.length(key ?? -1) + (key ?? 0) + Self.length(value ?? -1) + (value ?? 0) + Self.length(headerCount)
      + headerBytes
    return 61 + Self.length(body) + body
  }

  /// The bytes of a number as records hold it: seven bits a byte, and one bit for the sign.
  private static func length(_ number: Int) -> Int {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    var count = 1
    while rest >= 0x80 {
      count += 1
      rest >>= 7
    }
    return count
  }
}
