/// Keeps a few of many, spread over the whole: when full, every second one is dropped and from then on only every second
/// one is taken in. Counts stay exact elsewhere; this is for witnesses.
package struct SpreadSample<Element: Sendable>: Sendable {
  package private(set) var kept: [Element] = []
  private let limit: Int
  private var stride = 1
  private var offered = 0

  package init(limit: Int) { self.limit = limit }

  /// `make` is called only for an element that is kept.
  package mutating func offer(_ make: @autoclosure () -> Element) {
    defer { offered += 1 }
    guard offered % stride == 0 else { return }
    if kept.count == limit {
      kept = kept.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      stride *= 2
      guard offered % stride == 0 else { return }
    }
    kept.append(make())
  }

  /// An emptied sample begins anew: the next element offered is kept.
  package mutating func removeAll(where isGone: (Element) -> Bool) {
    kept.removeAll(where: isGone)
    if kept.isEmpty { (stride, offered) = (1, 0) }
  }
}
