extension Sequence<String> {
  /// Each text once, in the order of the first.
  package var distinct: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
