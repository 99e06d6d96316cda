/// A set of sequence numbers as bits. A page in which every bit is set needs no memory of its own, so a set that fills up
/// without gaps stays small however far it grows.
package struct PagedBitmap: ~Copyable {
  private static let pageBits: UInt64 = 65_536
  private static let pageWords = 1024

  private struct Page {
    /// Nil where no bit is set, and where all are.
    var words: UnsafeMutablePointer<UInt64>?
    var ones: UInt64 = 0

    func contains(_ bit: UInt64) -> Bool {
      if let words { return words[Int(bit >> 6)] & (1 << (bit & 63)) != 0 }
      return ones == PagedBitmap.pageBits
    }
  }

  private var pages: UnsafeMutablePointer<Page>
  private var pageCount: Int
  /// How many numbers are in the set.
  package private(set) var count: UInt64 = 0

  package init() {
    pageCount = 16
    pages = .allocate(capacity: pageCount)
    pages.initialize(repeating: Page(), count: pageCount)
  }

  deinit {
    for page in 0..<pageCount { pages[page].words?.deallocate() }
    pages.deallocate()
  }

  package func contains(_ number: UInt64) -> Bool {
    let index = Int(truncatingIfNeeded: number / Self.pageBits)
    return index < pageCount && pages[index].contains(number % Self.pageBits)
  }

  /// True where `number` was not in the set before.
  package mutating func insert(_ number: UInt64) -> Bool {
    let index = Int(truncatingIfNeeded: number / Self.pageBits)
    if index >= pageCount { grow(toHold: index) }
    let page = pages + index
    let bit = number % Self.pageBits
    guard !page.pointee.contains(bit) else { return false }
    let words: UnsafeMutablePointer<UInt64>
    if let present = page.pointee.words {
      words = present
    } else {
      words = .allocate(capacity: Self.pageWords)
      words.initialize(repeating: 0, count: Self.pageWords)
      page.pointee.words = words
    }
    words[Int(bit >> 6)] |= 1 << (bit & 63)
    page.pointee.ones += 1
    count += 1
    if page.pointee.ones == Self.pageBits {
      words.deallocate()
      page.pointee.words = nil
    }
    return true
  }

  /// True where `number` was in the set.
  package mutating func remove(_ number: UInt64) -> Bool {
    guard contains(number) else { return false }
    let page = pages + Int(truncatingIfNeeded: number / Self.pageBits)
    let bit = number % Self.pageBits
    if page.pointee.words == nil {
      let words = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.pageWords)
      words.initialize(repeating: .max, count: Self.pageWords)
      page.pointee.words = words
    }
    page.pointee.words?[Int(bit >> 6)] &= ~(1 << (bit & 63))
    page.pointee.ones -= 1
    count -= 1
    if page.pointee.ones == 0 {
      page.pointee.words?.deallocate()
      page.pointee.words = nil
    }
    return true
  }

  /// How many numbers are in this set and in `other`.
  package func countInBoth(_ other: borrowing PagedBitmap) -> UInt64 {
    var both: UInt64 = 0
    for index in 0..<min(pageCount, other.pageCount) {
      let (left, right) = (pages[index], other.pages[index])
      switch (left.words, right.words) {
      case (let left?, let right?):
        for word in 0..<Self.pageWords { both += UInt64((left[word] & right[word]).nonzeroBitCount) }
      case (nil, _): both += left.ones == 0 ? 0 : right.ones
      case (_, nil): both += right.ones == 0 ? 0 : left.ones
      }
    }
    return both
  }

  /// Calls `body` with every number in the set, in ascending order.
  package func forEach(_ body: (UInt64) -> Void) {
    for index in 0..<pageCount where pages[index].ones > 0 {
      let first = UInt64(index) * Self.pageBits
      for bit in 0..<Self.pageBits where pages[index].contains(bit) { body(first + bit) }
    }
  }

  /// Bytes held for pages that are neither empty nor full.
  package var memory: Int {
    (0..<pageCount).reduce(0) { $0 + (pages[$1].words == nil ? 0 : Self.pageWords * 8) }
  }

  private mutating func grow(toHold index: Int) {
    var wider = pageCount
    while wider <= index { wider *= 2 }
    let larger = UnsafeMutablePointer<Page>.allocate(capacity: wider)
    larger.moveInitialize(from: pages, count: pageCount)
    (larger + pageCount).initialize(repeating: Page(), count: wider - pageCount)
    pages.deallocate()
    pages = larger
    pageCount = wider
  }
}
