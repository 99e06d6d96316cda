internal import Diagnostics
internal import Kafka
internal import Scenarios
internal import Templates
internal import Verification

/// The check of a record whose checksum is not the one it was sent with, by rendering its message again.
struct RecordInspector: ~Copyable {
  private var renderer: MessageRenderer
  /// The checks of values, one for each of the stage's templates.
  private let looks: [ValueValidator?]

  init(_ recipe: RenderRecipe) {
    renderer = MessageRenderer(recipe)
    looks = recipe.templates.map { ValueValidator(forReading: $0, secrets: recipe.context.secrets) }
  }

  mutating func fingerprint(of sequence: UInt64, due: Nanoseconds) -> PayloadFingerprint {
    renderer.render(sequence, due: due)
    return PayloadFingerprint(
      key: FieldFingerprint(renderer.key.baseAddress == nil ? nil : renderer.key),
      value: FieldFingerprint(renderer.value.baseAddress == nil ? nil : renderer.value))
  }

  struct Finding {
    /// The first field and byte that differ.
    var difference: String
    /// The reason why the value is not of its format, or not what its schema allows; nil where it is.
    var invalid: String?
  }

  /// The partition the message was sent to, by its own key rather than the record's.
  mutating func partition(of sequence: UInt64, due: Nanoseconds, by rule: PartitionRule, of partitions: Int32) -> Int32
  {
    renderer.render(sequence, due: due)
    return rule.partition(sequence: sequence, key: renderer.key, of: partitions)
  }

  /// `due` as the record's identity has it.
  mutating func inspect(
    _ sequence: UInt64, due: Nanoseconds, key: UnsafeRawBufferPointer?, value: UnsafeRawBufferPointer?
  ) -> Finding {
    renderer.render(sequence, due: due)
    let sentKey = renderer.key.baseAddress == nil ? nil : renderer.key
    let sentValue = renderer.value.baseAddress == nil ? nil : renderer.value
    let difference =
      Self.difference("key", sent: sentKey, read: key)
      ?? Self.difference("value", sent: sentValue, read: value)
      ?? "its headers are not those that were sent"
    var invalid: InvalidValue?
    if sentValue != nil || value != nil {
      let read = value ?? UnsafeRawBufferPointer(start: nil, count: 0)
      invalid = looks[renderer.template]?.fault(in: read, insteadOf: sentValue)
    }
    return Finding(difference: difference, invalid: invalid?.text)
  }

  private static func difference(
    _ field: String, sent: UnsafeRawBufferPointer?, read: UnsafeRawBufferPointer?
  ) -> String? {
    guard let sent, let read else {
      if sent == nil, read == nil { return nil }
      return sent == nil ? "a \(field) where none was sent" : "no \(field)"
    }
    for index in 0..<min(sent.count, read.count) where sent[index] != read[index] {
      return "\(field) differs at byte \(index): sent \(hex(sent[index])), read \(hex(read[index]))"
    }
    return sent.count == read.count
      ? nil
      : "\(field) has \(Plural.count(read.count, "byte")), \(sent.count) \(Plural.form(sent.count, "was", "were")) sent"
  }

  private static func hex(_ byte: UInt8) -> String { "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}
