/// The length and the CRC32C of a key or a value: enough to recognise what was sent without keeping it.
package struct FieldFingerprint: Sendable, Hashable {
  private let length: UInt64
  private let sum: UInt32

  /// Nil for Kafka's null.
  package init?(_ field: UnsafeRawBufferPointer?) {
    guard let field else { return nil }
    length = UInt64(field.count)
    sum = CRC32C.sum(field)
  }

  /// Any two empty fields are equal, which shows nothing.
  fileprivate var isEmpty: Bool { length == 0 }
}

/// The key and the value of a record, or of a message as it was sent; nil is Kafka's null.
package struct PayloadFingerprint: Sendable, Equatable {
  package var key: FieldFingerprint?
  package var value: FieldFingerprint?

  package init(key: FieldFingerprint?, value: FieldFingerprint?) {
    self.key = key
    self.value = value
  }

  /// The two are records of one message: key or value are the same, and are more than null or empty.
  package func sharesField(with other: PayloadFingerprint) -> Bool {
    Self.isSame(key, other.key) || sharesValue(with: other)
  }

  /// The values are the same, and more than null or empty.
  package func sharesValue(with other: PayloadFingerprint) -> Bool { Self.isSame(value, other.value) }

  private static func isSame(_ one: FieldFingerprint?, _ other: FieldFingerprint?) -> Bool {
    guard let one, let other, !one.isEmpty else { return false }
    return one == other
  }
}
