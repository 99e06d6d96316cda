/// Elements whose number is fixed, in memory of their own that is freed with the value. A subscript is one load or store:
/// it checks no bounds and counts no references, which is what rendering needs of it.
struct FixedArray<Element: ~Copyable>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(count: Int, _ element: (Int) -> Element) {
    base = .allocate(capacity: max(count, 1))
    self.count = count
    for index in 0..<count { (base + index).initialize(to: element(index)) }
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
  }

  /// - Parameter index: less than `count`, which is not checked.
  subscript(index: Int) -> Element {
    @inline(__always) unsafeAddress { UnsafePointer(base + index) }
    @inline(__always) nonmutating unsafeMutableAddress { base + index }
  }
}

extension FixedArray where Element: Copyable {
  init(repeating element: Element, count: Int) { self.init(count: count) { _ in element } }

  init(_ elements: [Element]) { self.init(count: elements.count) { elements[$0] } }

  /// A table that lives as long as the program.
  static func permanent(_ elements: [Element]) -> UnsafePointer<Element> {
    let table = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    table.initialize(from: elements, count: elements.count)
    return UnsafePointer(table)
  }
}

/// Bytes whose number is fixed, at a multiple of 64, in memory of their own that is freed with the value. They are not
/// initialized, so that a page is only touched when it is written.
struct FixedBytes: ~Copyable {
  let base: UnsafeMutableRawPointer
  let count: Int

  init(count: Int) {
    base = .allocate(byteCount: count, alignment: 64)
    self.count = count
  }

  deinit { base.deallocate() }
}
