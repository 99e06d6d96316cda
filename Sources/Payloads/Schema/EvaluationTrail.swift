/// The members and items that the schemas evaluated so far speak of, in that order, for `unevaluatedProperties` and
/// `unevaluatedItems`: so that what a schema noted can be forgotten when it does not hold, and asked for since any moment,
/// at a cost that does not grow.
struct EvaluationTrail {
  private var entries: [(place: Int32, earlier: Int32)] = []
  /// For each place of the tape where in `entries` it was noted last, if that entry still says so.
  private var latest: [Int32] = []

  var count: Int { entries.count }

  mutating func begin(_ places: Int) {
    entries.removeAll(keepingCapacity: true)
    if latest.count < places { latest += Array(repeating: 0, count: places - latest.count) }
  }

  mutating func note(_ place: Int) {
    let earlier = latest[place]
    latest[place] = Int32(truncatingIfNeeded: entries.count)
    entries.append((Int32(truncatingIfNeeded: place), earlier))
  }

  mutating func forget(from start: Int) {
    while entries.count > start {
      let entry = entries.removeLast()
      latest[Int(entry.place)] = entry.earlier
    }
  }

  func has(_ place: Int, from start: Int) -> Bool {
    let index = Int(latest[place])
    return index >= start && index < entries.count && Int(entries[index].place) == place
  }
}
