/// A fixed number of elements in memory of its own, which is freed with the array and never moves. Held by a `let`, it is
/// read and changed in place without any check of access.
struct FixedArray<Element: ~Copyable>: ~Copyable {
  private let start: UnsafeMutablePointer<Element>
  let count: Int

  /// Calls `element` once for each index, in ascending order.
  init(count: Int, _ element: (Int) -> Element) {
    self.count = count
    start = .allocate(capacity: max(count, 1))
    for index in 0..<count { (start + index).initialize(to: element(index)) }
  }

  deinit {
    start.deinitialize(count: count)
    start.deallocate()
  }

  /// The address of the first element; valid as long as the array is.
  var base: UnsafeMutablePointer<Element> { start }

  /// `index` is below `count`; checked in debug builds only.
  @inline(__always)
  subscript(index: Int) -> Element {
    unsafeAddress {
      assert(index >= 0 && index < count)
      return UnsafePointer(start + index)
    }
    nonmutating unsafeMutableAddress {
      assert(index >= 0 && index < count)
      return start + index
    }
  }
}

extension FixedArray where Element: Copyable {
  init(repeating element: Element, count: Int) { self.init(count: count) { _ in element } }
}
