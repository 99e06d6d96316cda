/// One value in memory of its own, which is freed with it and never moves. Held by a `let`, it is changed in place without any
/// check of access, as a property of a class would have.
struct FixedValue<Value: ~Copyable>: ~Copyable {
  private let start: UnsafeMutablePointer<Value>

  init(_ value: consuming Value) {
    start = .allocate(capacity: 1)
    start.initialize(to: value)
  }

  deinit {
    start.deinitialize(count: 1)
    start.deallocate()
  }

  @inline(__always)
  var value: Value {
    unsafeAddress { UnsafePointer(start) }
    nonmutating unsafeMutableAddress { start }
  }
}
