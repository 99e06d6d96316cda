extension SchemaCompiler {
  /// One plan for all four keywords, at the first one present; more where more names are required than a plan has bits.
  mutating func objects(_ keyword: SchemaKeyword, _ source: SchemaSource) -> [Assertion] {
    let four: [SchemaKeyword] = [.required, .properties, .patternProperties, .additionalProperties]
    guard four.first(where: { source.members[$0] != nil }) == keyword else { return [] }
    var required: [Int] = []
    if let place = source.members[.required] { required = names(place, source) }
    let properties = members(of: .properties, source)
    var plan = ObjectPlan()
    let bits = required.prefix(ObjectPlan.requiredNames)
    plan.names = names(properties, required: Array(bits), source)
    plan.slots = slots(for: plan.names)
    plan.required = bits.count == 64 ? .max : (1 << UInt64(bits.count)) - 1
    let patterned = members(of: .patternProperties, source)
    var rows: [PatternProperty] = []
    for (key, value) in patterned {
      let schema = schema(value, source)
      do throws(SchemaMistake) {
        let pattern = try pattern(source.tape.string(key), at: value, in: source.document)
        rows.append(PatternProperty(pattern: pattern, schema: schema))
      } catch {
        note(error)
      }
    }
    plan.patterns = Rows(first: Int32(tables.patternProperties.count), count: Int32(rows.count))
    tables.patternProperties += rows
    if let place = source.members[.additionalProperties] {
      plan.additional = schema(place, source, allowsBoolean: true)
    }
    var assertions = [add(plan)]
    for start in stride(from: ObjectPlan.requiredNames, to: required.count, by: ObjectPlan.requiredNames) {
      let chunk = Array(required[start..<min(start + ObjectPlan.requiredNames, required.count)])
      var more = ObjectPlan()
      more.names = names([], required: chunk, source)
      more.slots = slots(for: more.names)
      more.required = chunk.count == 64 ? .max : (1 << UInt64(chunk.count)) - 1
      assertions.append(add(more))
    }
    return assertions
  }

  private mutating func add(_ plan: ObjectPlan) -> Assertion {
    tables.objects.append(plan)
    return .object(Int32(tables.objects.count - 1))
  }

  /// The rows of all names, the required ones first, so that a name's bit is its index in the plan.
  private mutating func names(_ properties: [(key: Int, value: Int)], required: [Int], _ source: SchemaSource) -> Rows {
    let tape = source.tape
    let first = Int32(tables.names.count)
    var schemas: [String: SchemaIndex] = [:]
    for (key, value) in properties { schemas[tape.string(key)] = schema(value, source) }
    for (bit, place) in required.enumerated() {
      let named = schemas.removeValue(forKey: tape.string(place)) ?? -1
      _ = name(tape.text(place), schema: named, required: 1 << UInt64(bit))
    }
    for (key, _) in properties {
      if let named = schemas.removeValue(forKey: tape.string(key)) { _ = name(tape.text(key), schema: named) }
    }
    return Rows(first: first, count: Int32(tables.names.count) - first)
  }

  private mutating func slots(for names: Rows) -> Rows {
    guard names.count > 0 else { return .none }
    var size = 4
    while size < Int(names.count) * 2 { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    for row in names.indices {
      var slot = Int(tables.names[row].hash) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(row)
    }
    let first = Int32(tables.slots.count)
    tables.slots += slots
    return Rows(first: first, count: Int32(size))
  }

  /// The places of the names, each name once.
  private mutating func names(_ value: Int, _ source: SchemaSource) -> [Int] {
    let tape = source.tape
    guard tape.isArray(value) else {
      let isBoolean = tape.types(value) == .boolean
      note(
        source.document.mistake(
          at: value, "must be an array of names",
          remedy: isBoolean ? "write the names of required members beside \"properties\"" : nil))
      return []
    }
    var seen: Set<String> = []
    var places: [Int] = []
    for place in tape.elements(of: value) {
      if !tape.isString(place) {
        note(source.document.mistake(at: place, "must be a string"))
      } else if seen.insert(tape.string(place)).inserted {
        places.append(place)
      }
    }
    return places
  }

  private mutating func members(of keyword: SchemaKeyword, _ source: SchemaSource) -> [(key: Int, value: Int)] {
    source.members[keyword].map { members(at: $0, source) } ?? []
  }

  private mutating func members(at place: Int, _ source: SchemaSource) -> [(key: Int, value: Int)] {
    guard source.tape.isObject(place) else {
      note(source.document.mistake(at: place, "must be an object"))
      return []
    }
    var seen: Set<String> = []
    var all: [(key: Int, value: Int)] = []
    source.tape.forEachMember(of: place) { all.append(($0, $1)) }
    for (key, value) in all where !seen.insert(source.tape.string(key)).inserted {
      note(source.document.mistake(at: value, "is defined twice"))
    }
    return all
  }

  mutating func dependencies(_ keyword: SchemaKeyword, _ value: Int, _ source: SchemaSource) -> [Assertion] {
    var rows: [Dependency] = []
    for (key, value) in members(at: value, source) {
      let name = name(source.tape.text(key))
      if keyword == .dependentRequired || (keyword == .dependencies && source.tape.isArray(value)) {
        for place in names(value, source) {
          rows.append(Dependency(name: name, needs: self.name(source.tape.text(place)), schema: -1))
        }
      } else {
        rows.append(Dependency(name: name, needs: -1, schema: schema(value, source)))
      }
    }
    let first = Int32(tables.dependencies.count)
    tables.dependencies += rows
    let all = Rows(first: first, count: Int32(rows.count))
    return [keyword == .dependentRequired ? .dependentRequired(all) : .dependentSchemas(all)]
  }
}
