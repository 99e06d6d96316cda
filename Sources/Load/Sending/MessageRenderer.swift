internal import Kafka
internal import Scenarios
internal import Templates
internal import Verification

/// One message after another of a stage, with what a record carries beside it, in buffers that are used again.
struct MessageRenderer: ~Copyable {
  /// Not stored in place, because the compiler would copy all of it at each access.
  private let stage: FixedValue<StageRenderer>
  private let identity: FixedArray<UInt8>
  private let userHeaders: FixedArray<UserHeader>

  init(_ recipe: RenderRecipe) {
    let renderer = recipe.renderer()
    let none = UserHeader(
      name: UnsafeRawPointer(Identity.headerName.utf8Start).assumingMemoryBound(to: CChar.self), nameCount: 0,
      value: UnsafeRawBufferPointer(start: nil, count: 0))
    userHeaders = FixedArray(repeating: none, count: renderer.mostHeaders)
    stage = FixedValue(renderer)
    identity = FixedArray(repeating: 0, count: Identity.byteCount)
  }

  /// `due` counts from the run's start.
  mutating func render(_ sequence: UInt64, due: Nanoseconds) { stage.value.render(sequence, due: due.count) }

  /// Without a key: null, which is a nil base address. Valid until the next message, as are `value` and `headers`.
  var key: UnsafeRawBufferPointer { stage.value.key }

  /// Null for a tombstone.
  var value: UnsafeRawBufferPointer { stage.value.value }

  /// The headers of the template.
  var headers: UnsafeBufferPointer<UserHeader> {
    let written = stage.value.userHeaders
    for (index, header) in written.enumerated() {
      userHeaders[index] = UserHeader(name: header.name, nameCount: header.nameCount, value: header.value)
    }
    return UnsafeBufferPointer(start: userHeaders.base, count: written.count)
  }

  /// As many as a template of the stage has.
  var mostHeaders: Int { stage.value.mostHeaders }

  /// The reason why the value may not be sent; nil where it may.
  mutating func invalidValue() -> InvalidValue? { stage.value.invalidValue() }

  /// The index of the template that the message was made with, among the stage's.
  var template: Int { stage.value.template }

  /// The index, among the stage's, of the template of a message, which is not rendered.
  mutating func template(of sequence: UInt64) -> Int { stage.value.template(of: sequence) }

  /// The bytes of key, value and user headers.
  var byteCount: Int {
    var count = key.count + value.count
    for header in stage.value.userHeaders { count += header.nameCount + header.value.count }
    return count
  }

  var checksum: UInt32 {
    var sum = PayloadChecksum()
    sum.add(key.baseAddress == nil ? nil : key)
    for header in stage.value.userHeaders {
      sum.add(UnsafeRawBufferPointer(start: header.name, count: header.nameCount))
      sum.add(header.value)
    }
    sum.add(value.baseAddress == nil ? nil : value)
    return sum.value
  }

  func identify(_ identity: Identity) -> UnsafeRawBufferPointer {
    identity.write(to: self.identity.base)
    return UnsafeRawBufferPointer(start: self.identity.base, count: Identity.byteCount)
  }
}
