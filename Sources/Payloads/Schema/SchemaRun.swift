internal import CPatterns

/// Validates one document after another by a compiled schema. Has only addresses and scratch memory; `JSONSchemaValidator`
/// owns them.
struct SchemaRun: ~Copyable {
  let store: SchemaStore
  let matcher: OpaquePointer
  var tape: JSONTape
  /// The first assertion that did not hold, in the order of evaluation; while `silence` is above 0 none is noted.
  var finding: FailedAssertion?
  var silence = 0
  /// The reason why validation was given up, so that the document is not valid whatever follows.
  var surrender: FailedAssertion?
  private var depth = 0
  /// The number of schemas that may still be entered for this document.
  private var steps = 0
  var trail = EvaluationTrail()
  var hashes: [(hash: UInt64, place: Int)] = []
  private var scope: [Int32] = []

  /// The limit of nested schemas; each takes some hundred bytes of the thread's stack.
  static let greatestDepth = 640

  /// The limit of entered schemas: schemas that refer to others twice, and these to others twice, would take exponential time.
  static func mostSteps(_ count: Int) -> Int { 100_000 + 1000 * count }

  init(store: SchemaStore, matcher: OpaquePointer, tape: JSONTape) {
    self.store = store
    self.matcher = matcher
    self.tape = tape
  }

  /// Nil where the document in `tape` is valid.
  mutating func run(_ tape: JSONTape) -> FailedAssertion? {
    self.tape = tape
    finding = nil
    surrender = nil
    silence = 0
    depth = 0
    steps = Self.mostSteps(tape.count)
    scope.removeAll(keepingCapacity: true)
    if store.tracksEvaluation { trail.begin(tape.count) }
    let isValid = holds(0, JSONTape.root)
    return surrender ?? (isValid ? nil : finding)
  }

  /// Notes the assertion, and returns false.
  mutating func fails(_ assertion: Int, _ place: Int, _ detail: Int = 0) -> Bool {
    if silence == 0, finding == nil { finding = FailedAssertion(assertion: assertion, place: place, detail: detail) }
    return false
  }

  mutating func holds(_ index: SchemaIndex, _ place: Int) -> Bool {
    let schema = store.schemas[Int(index)]
    // Validation was given up.
    if surrender != nil { return false }
    steps -= 1
    if steps < 0 {
      surrender = FailedAssertion(assertion: FailedAssertion.tooMany, place: place, detail: 0)
      return false
    }
    if depth == Self.greatestDepth {
      surrender = FailedAssertion(assertion: FailedAssertion.tooDeep, place: place, detail: 0)
      return false
    }
    depth += 1
    let entered = store.dynamicAnchorCount > 0 && scope.last != schema.resource
    if entered { scope.append(schema.resource) }
    let start = trail.count
    var all = true
    for assertion in schema.assertions.indices where !holds(assertion, place, start) {
      all = false
      break
    }
    if entered { scope.removeLast() }
    depth -= 1
    return all
  }

  /// True if the schema holds: no reason is noted, and where it does not hold, its evaluations are removed.
  mutating func matches(_ schema: SchemaIndex, _ place: Int) -> Bool {
    let start = trail.count
    silence += 1
    let matched = holds(schema, place)
    silence -= 1
    if !matched { trail.forget(from: start) }
    return matched
  }

  /// Checks a value inside the current one.
  mutating func child(_ schema: SchemaIndex, _ place: Int) -> Bool {
    let start = trail.count
    let held = holds(schema, place)
    if store.tracksEvaluation {
      trail.forget(from: start)
      trail.note(place)
    }
    return held
  }

  private mutating func holds(_ index: Int, _ place: Int, _ start: Int) -> Bool {
    switch store.assertions[index] {
    case .never: return fails(index, place)
    case .type(let types): return !types.isDisjoint(with: tape.types(place)) || fails(index, place)
    case .exactType(let types): return !types.isDisjoint(with: tape.exactTypes(place)) || fails(index, place)
    case .constant(let rows), .enumeration(let rows): return isOne(of: rows, place) || fails(index, place)
    case .minimum(let bound): return tape.number(place).map { !($0 < bound) } ?? true || fails(index, place)
    case .maximum(let bound): return tape.number(place).map { !(bound < $0) } ?? true || fails(index, place)
    case .exclusiveMinimum(let bound): return tape.number(place).map { bound < $0 } ?? true || fails(index, place)
    case .exclusiveMaximum(let bound): return tape.number(place).map { $0 < bound } ?? true || fails(index, place)
    case .multipleOf(let divisor): return tape.number(place).map { divisor.divides($0) } ?? true || fails(index, place)
    case .minLength(let least):
      return !tape.isString(place) || tape.text(place).scalars >= least || fails(index, place)
    case .maxLength(let most):
      return !tape.isString(place) || tape.text(place).scalars <= most || fails(index, place)
    case .format(let format):
      return !tape.isString(place) || format.holds(tape.text(place).buffer) || fails(index, place)
    case .pattern(let pattern):
      guard tape.isString(place) else { return true }
      return find(pattern, tape.text(place), index, place) || fails(index, place)
    case .minItems(let least): return !tape.isArray(place) || tape.length(place) >= least || fails(index, place)
    case .maxItems(let most): return !tape.isArray(place) || tape.length(place) <= most || fails(index, place)
    case .minProperties(let least): return !tape.isObject(place) || tape.length(place) >= least || fails(index, place)
    case .maxProperties(let most): return !tape.isObject(place) || tape.length(place) <= most || fails(index, place)
    case .uniqueItems: return !tape.isArray(place) || areUnique(index, place)
    case .object(let plan): return !tape.isObject(place) || object(store.objects[Int(plan)], index, place)
    case .propertyNames(let schema): return !tape.isObject(place) || names(schema, index, place)
    case .dependentRequired(let rows), .dependentSchemas(let rows):
      return !tape.isObject(place) || dependencies(rows, index, place)
    case .items(let first, let rest): return !tape.isArray(place) || items(first, rest, place)
    case .contains(let schema, let least, let most):
      return !tape.isArray(place) || contains(schema, least, most, index, place)
    case .reference(let schema): return holds(schema, place)
    case .dynamicReference(let anchor, let otherwise): return holds(target(anchor) ?? otherwise, place)
    case .allOf(let rows):
      for row in rows.indices where !holds(store.lists[row], place) { return false }
      return true
    case .anyOf(let rows): return anyOf(rows, place) || fails(index, place)
    case .oneOf(let rows):
      let count = matching(rows, place)
      return count == 1 || fails(index, place, count)
    case .not(let schema):
      let mark = trail.count
      let matched = matches(schema, place)
      trail.forget(from: mark)
      return !matched || fails(index, place)
    case .conditional(let condition, let then, let otherwise):
      let branch = matches(condition, place) ? then : otherwise
      return branch < 0 || holds(branch, place)
    case .unevaluatedItems(let schema): return !tape.isArray(place) || unevaluated(schema, index, place, start, 0)
    case .unevaluatedProperties(let schema): return !tape.isObject(place) || unevaluated(schema, index, place, start, 1)
    }
  }

  mutating func find(_ pattern: Int32, _ text: JSONBytes, _ index: Int, _ place: Int) -> Bool {
    let found = rehearsal_pattern_found(store.patterns[Int(pattern)], matcher, text.base, text.count)
    if found < 0, surrender == nil {
      surrender = FailedAssertion(assertion: index, place: place, detail: FailedAssertion.patternGivenUp)
    }
    return found > 0
  }

  private func isOne(of rows: Rows, _ place: Int) -> Bool {
    for row in rows.indices {
      let literal = store.literals[row]
      if JSONEquality.areEqual(tape, place, store.tapes[Int(literal.document)], Int(literal.place)) { return true }
    }
    return false
  }

  /// Tries all schemas where evaluations matter.
  private mutating func anyOf(_ rows: Rows, _ place: Int) -> Bool {
    var any = false
    for row in rows.indices where matches(store.lists[row], place) {
      if !store.tracksEvaluation { return true }
      any = true
    }
    return any
  }

  /// The number of schemas that hold, at most 2.
  private mutating func matching(_ rows: Rows, _ place: Int) -> Int {
    var count = 0
    for row in rows.indices where matches(store.lists[row], place) {
      count += 1
      if count == 2 { return 2 }
    }
    return count
  }

  private func target(_ anchor: Int32) -> SchemaIndex? {
    for resource in scope {
      for index in 0..<store.dynamicAnchorCount {
        let row = store.dynamicAnchors[index]
        if row.resource == resource, row.anchor == anchor { return row.schema }
      }
    }
    return nil
  }
}
