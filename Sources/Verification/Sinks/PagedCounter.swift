/// A count for each sequence number, 0 at first. A page that counts nothing has no memory, and one has as many bits for each number as
/// its greatest count needs: 2, 4, 8, 16, 32 or 64.
struct PagedCounter: ~Copyable {
  private static let pageNumbers: UInt64 = 4096

  /// Not private: another file destroys a counter inline, and the compiler (6.3) then fails on a private element.
  struct Page: ~Copyable {
    /// Nil where every count is 0.
    var words: FixedArray<UInt64>?
    /// Bits of each count, a power of 2.
    var bits: UInt64 = 0

    private static func place(_ number: UInt64, _ bits: UInt64) -> (word: Int, shift: UInt64) {
      let bit = number * bits
      return (Int(truncatingIfNeeded: bit >> 6), bit & 63)
    }

    private static func greatest(_ bits: UInt64) -> UInt64 { UInt64.max >> (64 - bits) }

    func value(_ number: UInt64) -> UInt64 {
      switch words {
      case .none: return 0
      case .some(let words):
        let (word, shift) = Self.place(number, bits)
        return words[word] >> shift & Self.greatest(bits)
      }
    }

    mutating func increment(_ number: UInt64) -> UInt64 {
      let value = value(number)
      guard value < UInt64.max else { return value }
      while bits == 0 || value == Self.greatest(bits) { widen() }
      let (word, shift) = Self.place(number, bits)
      words?[word] += 1 << shift
      return value + 1
    }

    private mutating func widen() {
      var values: [UInt64] = []
      if bits > 0 { for number in 0..<PagedCounter.pageNumbers { values.append(value(number)) } }
      bits = bits == 0 ? 2 : bits * 2
      words = FixedArray(repeating: 0, count: Int(PagedCounter.pageNumbers * bits / 64))
      for (number, value) in values.enumerated() where value > 0 {
        let (word, shift) = Self.place(UInt64(number), bits)
        words?[word] |= value << shift
      }
    }

    /// Leaves an empty page behind.
    mutating func take() -> Page {
      let taken = consume self
      self = Page()
      return taken
    }

    var memory: Int { words == nil ? 0 : Int(PagedCounter.pageNumbers * bits / 8) }
  }

  private var pages: FixedArray<Page>

  init() { pages = FixedArray(count: 0) { _ in Page() } }

  func value(_ number: UInt64) -> UInt64 {
    let index = Int(truncatingIfNeeded: number / Self.pageNumbers)
    return index < pages.count ? pages[index].value(number % Self.pageNumbers) : 0
  }

  /// Counts one more, and returns the new count.
  mutating func increment(_ number: UInt64) -> UInt64 {
    let index = Int(truncatingIfNeeded: number / Self.pageNumbers)
    if index >= pages.count { grow(toHold: index) }
    return pages[index].increment(number % Self.pageNumbers)
  }

  /// True where every count is 0.
  var isEmpty: Bool { (0..<pages.count).allSatisfy { pages[$0].bits == 0 } }

  /// Bytes held for counts.
  var memory: Int { (0..<pages.count).reduce(0) { $0 + pages[$1].memory } }

  private mutating func grow(toHold index: Int) {
    var wider = max(pages.count, 16)
    while wider <= index { wider *= 2 }
    let former = pages.count
    let larger = FixedArray<Page>(count: wider) { $0 < former ? pages[$0].take() : Page() }
    pages = larger
  }
}
