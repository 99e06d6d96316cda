/// A set of sequence numbers as bits. A page in which every bit is set needs no memory of its own, so a set that fills up
/// without gaps stays small however far it grows.
package struct PagedBitmap: ~Copyable {
  private static let pageBits: UInt64 = 65_536
  private static let pageWords = 1024

  struct Page: ~Copyable {
    /// Nil where no bit is set, and where all are.
    var words: FixedArray<UInt64>?
    var ones: UInt64 = 0

    func contains(_ bit: UInt64) -> Bool {
      switch words {
      case .some(let words): words[Int(bit >> 6)] & (1 << (bit & 63)) != 0
      case .none: ones == PagedBitmap.pageBits
      }
    }

    /// `bit` is not set.
    mutating func set(_ bit: UInt64) {
      if words == nil { words = FixedArray(repeating: 0, count: PagedBitmap.pageWords) }
      words?[Int(bit >> 6)] |= 1 << (bit & 63)
      ones += 1
      if ones == PagedBitmap.pageBits { words = nil }
    }

    /// `bit` is set.
    mutating func clear(_ bit: UInt64) {
      if words == nil { words = FixedArray(repeating: .max, count: PagedBitmap.pageWords) }
      words?[Int(bit >> 6)] &= ~(1 << (bit & 63))
      ones -= 1
      if ones == 0 { words = nil }
    }

    /// Leaves an empty page behind.
    mutating func take() -> Page {
      let taken = consume self
      self = Page()
      return taken
    }

    func countInBoth(_ other: borrowing Page) -> UInt64 {
      switch words {
      case .none: return ones == 0 ? 0 : other.ones
      case .some(let left):
        switch other.words {
        case .none: return other.ones == 0 ? 0 : ones
        case .some(let right):
          var both: UInt64 = 0
          for word in 0..<PagedBitmap.pageWords { both += UInt64((left[word] & right[word]).nonzeroBitCount) }
          return both
        }
      }
    }
  }

  private var pages: FixedArray<Page>
  /// The number of numbers in the set.
  package private(set) var count: UInt64 = 0

  package init() { pages = FixedArray(count: 16) { _ in Page() } }

  package func contains(_ number: UInt64) -> Bool {
    let index = Int(truncatingIfNeeded: number / Self.pageBits)
    return index < pages.count && pages[index].contains(number % Self.pageBits)
  }

  /// True where `number` was not in the set before.
  package mutating func insert(_ number: UInt64) -> Bool {
    let index = Int(truncatingIfNeeded: number / Self.pageBits)
    if index >= pages.count { grow(toHold: index) }
    let bit = number % Self.pageBits
    guard !pages[index].contains(bit) else { return false }
    pages[index].set(bit)
    count += 1
    return true
  }

  /// True where `number` was in the set.
  package mutating func remove(_ number: UInt64) -> Bool {
    guard contains(number) else { return false }
    pages[Int(truncatingIfNeeded: number / Self.pageBits)].clear(number % Self.pageBits)
    count -= 1
    return true
  }

  /// The number of numbers in both this set and `other`.
  package func countInBoth(_ other: borrowing PagedBitmap) -> UInt64 {
    var both: UInt64 = 0
    for index in 0..<min(pages.count, other.pages.count) { both += pages[index].countInBoth(other.pages[index]) }
    return both
  }

  /// Calls `body` with every number in the set, in ascending order.
  package func forEach(_ body: (UInt64) -> Void) {
    for index in 0..<pages.count where pages[index].ones > 0 {
      let first = UInt64(index) * Self.pageBits
      for bit in 0..<Self.pageBits where pages[index].contains(bit) { body(first + bit) }
    }
  }

  /// Bytes held for pages that are neither empty nor full.
  package var memory: Int {
    (0..<pages.count).reduce(0) { $0 + (pages[$1].words == nil ? 0 : Self.pageWords * 8) }
  }

  private mutating func grow(toHold index: Int) {
    var wider = pages.count
    while wider <= index { wider *= 2 }
    let former = pages.count
    let larger = FixedArray(count: wider) { $0 < former ? pages[$0].take() : Page() }
    pages = larger
  }
}
