internal import Kafka
internal import Scenarios
internal import Verification

/// One message after another of a stage, with what a record carries beside it, in buffers that are used again.
struct MessageRenderer: ~Copyable {
  private var stage: StageRenderer
  private let identity: UnsafeMutableRawPointer
  private let userHeaders: UnsafeMutablePointer<UserHeader>
  private let mostHeaders: Int

  init(_ recipe: RenderRecipe) {
    stage = recipe.renderer()
    identity = .allocate(byteCount: Identity.byteCount, alignment: 16)
    mostHeaders = stage.mostHeaders
    userHeaders = .allocate(capacity: max(mostHeaders, 1))
  }

  deinit {
    identity.deallocate()
    userHeaders.deallocate()
  }

  /// `due` in nanoseconds since the run's start.
  mutating func render(_ sequence: UInt64, due: Int64) { stage.render(sequence, due: due) }

  /// Without a key: null, which is a nil base address. Valid until the next message, as are `value` and `headers`.
  var key: UnsafeRawBufferPointer { stage.key }

  /// Null for a tombstone.
  var value: UnsafeRawBufferPointer { stage.value }

  /// Those of the template.
  var headers: UnsafeBufferPointer<UserHeader> {
    let written = stage.userHeaders
    for (index, header) in written.enumerated() {
      (userHeaders + index).initialize(
        to: UserHeader(name: header.name, nameCount: header.nameCount, value: header.value))
    }
    return UnsafeBufferPointer(start: userHeaders, count: written.count)
  }

  /// Why the value may not be sent; nil where it may.
  mutating func valueFault() -> ValueFault? { stage.valueFault() }

  /// Of the stage's templates, the one that the message was made with.
  var template: Int { stage.template }

  /// Of key, value and user headers.
  var byteCount: Int {
    var count = key.count + value.count
    for header in stage.userHeaders { count += header.nameCount + header.value.count }
    return count
  }

  var checksum: UInt32 {
    var sum = PayloadChecksum()
    sum.add(key.baseAddress == nil ? nil : key)
    for header in stage.userHeaders {
      sum.add(UnsafeRawBufferPointer(start: header.name, count: header.nameCount))
      sum.add(header.value)
    }
    sum.add(value.baseAddress == nil ? nil : value)
    return sum.value
  }

  func identify(_ identity: Identity) -> UnsafeRawBufferPointer {
    identity.write(to: self.identity)
    return UnsafeRawBufferPointer(start: self.identity, count: Identity.byteCount)
  }
}
