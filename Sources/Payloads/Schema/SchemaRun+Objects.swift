extension SchemaRun {
  /// Checks every member by the schema of its name, those of matching patterns, or else `additional`.
  mutating func object(_ plan: ObjectPlan, _ index: Int, _ place: Int) -> Bool {
    var missing = plan.required
    var at = place + 1
    let end = tape.end(place)
    while at < end {
      let value = at + 1
      let key = tape.text(at)
      var isNamed = false
      if let row = row(of: key, in: plan) {
        let name = store.names[row]
        missing &= ~name.required
        if name.schema >= 0 {
          isNamed = true
          if !child(name.schema, value) { return false }
        }
      }
      if plan.patterns.count > 0 {
        guard let found = patterns(plan.patterns, key, value, index) else { return false }
        if found { isNamed = true }
      }
      if !isNamed, plan.additional >= 0 {
        // Where nothing is allowed, this assertion has a better message than `never`.
        if store.isNever(plan.additional) { return fails(index, value, FailedAssertion.notAllowed) }
        if !child(plan.additional, value) { return false }
      }
      at = tape.next(value)
    }
    return missing == 0 || fails(index, place, missing.trailingZeroBitCount)
  }

  /// True if a pattern matched; nil where a value is not valid.
  private mutating func patterns(_ rows: Rows, _ key: JSONBytes, _ value: Int, _ index: Int) -> Bool? {
    var any = false
    for row in rows.indices {
      let pattern = store.patternProperties[row]
      if !find(pattern.pattern, key, index, value) { continue }
      any = true
      if !child(pattern.schema, value) { return nil }
    }
    return any
  }

  private func row(of key: JSONBytes, in plan: ObjectPlan) -> Int? {
    guard plan.slots.count > 0 else { return nil }
    let hash = key.nameHash
    let mask = UInt32(plan.slots.count - 1)
    var slot = hash & mask
    while true {
      let row = Int(store.slots[Int(plan.slots.first) + Int(slot)])
      if row < 0 { return nil }
      if store.names[row].hash == hash, store.name(row) == key { return row }
      slot = (slot + 1) & mask
    }
  }

  mutating func names(_ schema: SchemaIndex, _ index: Int, _ place: Int) -> Bool {
    var at = place + 1
    let end = tape.end(place)
    while at < end {
      // A key is a string on the tape like any other.
      let mark = trail.count
      silence += 1
      let held = holds(schema, at)
      silence -= 1
      trail.forget(from: mark)
      if !held { return fails(index, at + 1) }
      at = tape.next(at + 1)
    }
    return true
  }

  mutating func dependencies(_ rows: Rows, _ index: Int, _ place: Int) -> Bool {
    for row in rows.indices {
      let dependency = store.dependencies[row]
      guard has(dependency.name, place) else { continue }
      if dependency.needs >= 0 {
        if !has(dependency.needs, place) { return fails(index, place, row) }
      } else if !holds(dependency.schema, place) {
        return false
      }
    }
    return true
  }

  private func has(_ name: Int32, _ place: Int) -> Bool {
    let name = store.name(Int(name))
    var at = place + 1
    let end = tape.end(place)
    while at < end {
      if tape.text(at) == name { return true }
      at = tape.next(at + 1)
    }
    return false
  }

  /// Checks the values that no other schema has evaluated since `start`. In an object (`step` 1) a value follows its key.
  mutating func unevaluated(_ schema: SchemaIndex, _ index: Int, _ place: Int, _ start: Int, _ step: Int) -> Bool {
    let isNever = store.isNever(schema)
    var at = place + 1
    let end = tape.end(place)
    while at < end {
      let value = at + step
      if !trail.has(value, from: start) {
        if isNever { return fails(index, value, FailedAssertion.notAllowed) }
        if !child(schema, value) { return false }
      }
      at = tape.next(value)
    }
    return true
  }
}

extension SchemaStore {
  func isNever(_ schema: SchemaIndex) -> Bool {
    let rows = schemas[Int(schema)].assertions
    guard rows.count == 1, case .never = assertions[Int(rows.first)] else { return false }
    return true
  }
}
