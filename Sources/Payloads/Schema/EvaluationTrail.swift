/// The members and items that schemas have evaluated so far, in order, for `unevaluatedProperties` and `unevaluatedItems`:
/// the notes of a schema that does not hold can be removed, and those since any moment asked for, at constant cost.
struct EvaluationTrail {
  private var entries: [(place: Int32, earlier: Int32)] = []
  /// For each place of the tape the index of its last entry in `entries`, if that entry is still there.
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
