extension SchemaRun {
  mutating func items(_ first: Rows, _ rest: SchemaIndex, _ place: Int) -> Bool {
    var position = 0
    var at = place + 1
    let end = tape.end(place)
    while at < end {
      let schema = position < Int(first.count) ? store.lists[Int(first.first) + position] : rest
      if schema < 0 { return true }
      if !child(schema, at) { return false }
      position += 1
      at = tape.next(at)
    }
    return true
  }

  mutating func contains(_ schema: SchemaIndex, _ least: Int, _ most: Int, _ index: Int, _ place: Int) -> Bool {
    var count = 0
    var at = place + 1
    let end = tape.end(place)
    while at < end {
      let start = trail.count
      let matched = matches(schema, at)
      trail.forget(from: start)
      if matched {
        count += 1
        if count > most { return fails(index, place, count) }
        if store.tracksEvaluation { trail.note(at) } else if count >= least, most == Int.max { return true }
      }
      at = tape.next(at)
    }
    return count >= least || fails(index, place, count)
  }

  /// Compares all pairs of a few items, or else the hashes of many.
  mutating func areUnique(_ index: Int, _ place: Int) -> Bool {
    if tape.length(place) <= 12 { return areUniqueFew(index, place) }
    hashes.removeAll(keepingCapacity: true)
    var at = place + 1
    let end = tape.end(place)
    while at < end {
      hashes.append((JSONEquality.hash(tape, at), at))
      at = tape.next(at)
    }
    hashes.sort { ($0.hash, $0.place) < ($1.hash, $1.place) }
    for one in hashes.indices {
      var other = one + 1
      while other < hashes.count, hashes[other].hash == hashes[one].hash {
        if JSONEquality.areEqual(tape, hashes[one].place, tape, hashes[other].place) {
          return fails(index, hashes[other].place, hashes[one].place)
        }
        other += 1
      }
    }
    return true
  }

  private mutating func areUniqueFew(_ index: Int, _ place: Int) -> Bool {
    var at = place + 1
    let end = tape.end(place)
    while at < end {
      var before = place + 1
      while before < at {
        if JSONEquality.areEqual(tape, before, tape, at) { return fails(index, at, before) }
        before = tape.next(before)
      }
      at = tape.next(at)
    }
    return true
  }
}
