internal import Kafka
internal import Scenarios
internal import Templates
internal import Verification

/// One message after another of a stage, with what a record carries beside it, in buffers that are used again.
struct MessageRenderer: ~Copyable {
  /// Behind a pointer, because the compiler copies what is stored in place, all of it, at each access.
  private let stage: UnsafeMutablePointer<StageRenderer>
  private let identity: UnsafeMutableRawPointer
  private let userHeaders: UnsafeMutablePointer<UserHeader>
  private let mostHeaders: Int

  init(_ recipe: RenderRecipe) {
    stage = .allocate(capacity: 1)
    stage.initialize(to: recipe.renderer())
    identity = .allocate(byteCount: Identity.byteCount, alignment: 16)
    mostHeaders = stage.pointee.mostHeaders
    userHeaders = .allocate(capacity: max(mostHeaders, 1))
  }

  deinit {
    stage.deinitialize(count: 1)
    stage.deallocate()
    identity.deallocate()
    userHeaders.deallocate()
  }

  /// `due` counts from the run's start.
  mutating func render(_ sequence: UInt64, due: Nanoseconds) { stage.pointee.render(sequence, due: due.count) }

  /// Without a key: null, which is a nil base address. Valid until the next message, as are `value` and `headers`.
  var key: UnsafeRawBufferPointer { stage.pointee.key }

  /// Null for a tombstone.
  var value: UnsafeRawBufferPointer { stage.pointee.value }

  /// Those of the template.
  var headers: UnsafeBufferPointer<UserHeader> {
    let written = stage.pointee.userHeaders
    for (index, header) in written.enumerated() {
      (userHeaders + index).initialize(
        to: UserHeader(name: header.name, nameCount: header.nameCount, value: header.value))
    }
    return UnsafeBufferPointer(start: userHeaders, count: written.count)
  }

  /// Why the value may not be sent; nil where it may.
  mutating func invalidValue() -> InvalidValue? { stage.pointee.invalidValue() }

  /// Of the stage's templates, the one that the message was made with.
  var template: Int { stage.pointee.template }

  /// Of key, value and user headers.
  var byteCount: Int {
    var count = key.count + value.count
    for header in stage.pointee.userHeaders { count += header.nameCount + header.value.count }
    return count
  }

  var checksum: UInt32 {
    var sum = PayloadChecksum()
    sum.add(key.baseAddress == nil ? nil : key)
    for header in stage.pointee.userHeaders {
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
