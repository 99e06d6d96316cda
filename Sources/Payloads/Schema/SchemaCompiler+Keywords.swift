extension SchemaCompiler {
  /// The assertions of a keyword; none where another keyword's assertion covers it.
  mutating func compile(_ keyword: SchemaKeyword, _ source: SchemaSource) throws(SchemaMistake) -> [Assertion] {
    guard let value = source.members[keyword] else { return [] }
    switch keyword {
    case .type: return [try types(value, source)]
    case .const: return [.constant(literals([value], source))]
    case .enum:
      guard source.tape.isArray(value) else { throw source.document.mistake(at: value, "must be an array") }
      return [.enumeration(literals(source.tape.elements(of: value), source))]
    case .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum: return try bound(keyword, value, source)
    case .multipleOf:
      let divisor = try number(value, source)
      guard JSONNumber.signed(0) < divisor else { throw source.document.mistake(at: value, "must be greater than 0") }
      return [.multipleOf(JSONDivisor(divisor))]
    case .minLength: return [.minLength(try count(value, source))]
    case .maxLength: return [.maxLength(try count(value, source))]
    case .minItems: return [.minItems(try count(value, source))]
    case .maxItems: return [.maxItems(try count(value, source))]
    case .minProperties: return [.minProperties(try count(value, source))]
    case .maxProperties: return [.maxProperties(try count(value, source))]
    case .format: return try format(value, source).map { [.format($0)] } ?? []
    case .pattern: return [.pattern(try pattern(try text(value, source), at: value, in: source.document))]
    case .uniqueItems: return try isTrue(value, source) ? [.uniqueItems] : []
    case .required, .properties, .patternProperties, .additionalProperties: return objects(keyword, source)
    case .propertyNames: return [.propertyNames(schema(value, source))]
    case .dependentRequired, .dependentSchemas, .dependencies: return dependencies(keyword, value, source)
    case .prefixItems, .items, .additionalItems: return try items(keyword, source)
    case .contains: return [try contains(value, source)]
    case .minContains, .maxContains:
      _ = try count(value, source)
      return []
    case .reference: return try reference(value, source).map { [.reference($0.schema)] } ?? []
    case .dynamicReference: return try dynamicReference(value, source)
    case .allOf: return [.allOf(try schemas(value, source))]
    case .anyOf: return [.anyOf(try schemas(value, source))]
    case .oneOf: return [.oneOf(try schemas(value, source))]
    case .not: return [.not(schema(value, source))]
    case .condition: return conditional(value, source)
    case .then, .otherwise:
      // Without an `if` it asserts nothing, but it is a schema and must compile.
      if source.members[.condition] == nil { _ = schema(value, source) }
      return []
    case .unevaluatedItems: return [.unevaluatedItems(schema(value, source))]
    case .unevaluatedProperties: return [.unevaluatedProperties(schema(value, source))]
    }
  }

  /// The index of the schema at `place`.
  /// - Parameter allowsBoolean: true where draft 4 allows true and false, too.
  mutating func schema(_ place: Int, _ source: SchemaSource, allowsBoolean: Bool = false) -> SchemaIndex {
    if source.dialect.draft == 4, !allowsBoolean, source.tape.types(place) == .boolean {
      let isTrue = source.tape.letter(at: place) == JSONTape.Letter.yes
      note(
        source.document.mistake(
          at: place, "is \(isTrue), which is no schema in \(source.dialect.name)",
          remedy: isTrue ? "write {}" : "write {\"not\": {}}"))
    }
    return index(source.child(place), in: source.scope)
  }

  private mutating func schemas(_ value: Int, _ source: SchemaSource) throws(SchemaMistake) -> Rows {
    let places = source.tape.isArray(value) ? source.tape.elements(of: value) : []
    guard !places.isEmpty else { throw source.document.mistake(at: value, "must be an array of at least one schema") }
    var indices: [SchemaIndex] = []
    for place in places { indices.append(schema(place, source)) }
    return list(indices)
  }

  private mutating func conditional(_ value: Int, _ source: SchemaSource) -> [Assertion] {
    let condition = schema(value, source)
    let then = source.members[.then].map { schema($0, source) } ?? -1
    let otherwise = source.members[.otherwise].map { schema($0, source) } ?? -1
    return [.conditional(condition, then: then, otherwise: otherwise)]
  }

  private mutating func contains(_ value: Int, _ source: SchemaSource) throws(SchemaMistake) -> Assertion {
    let schema = schema(value, source)
    var least = 1
    var most = Int.max
    if let place = source.members[.minContains] { least = try count(place, source) }
    if let place = source.members[.maxContains] { most = try count(place, source) }
    return .contains(schema, atLeast: least, atMost: most)
  }

  /// The assertions of `prefixItems` and `items`, or draft 7's `items` and `additionalItems`, at the first keyword present.
  private mutating func items(_ keyword: SchemaKeyword, _ source: SchemaSource) throws(SchemaMistake) -> [Assertion] {
    let isOld = source.dialect.draft < 2020
    let items = source.members[.items]
    if isOld {
      guard let items else { return [] }
      let additional = source.members[.additionalItems]
      guard source.tape.isArray(items) else {
        return keyword == .items ? [.items(first: .none, rest: schema(items, source))] : []
      }
      guard keyword == .items else { return [] }
      return [
        .items(first: listOf(items, source), rest: additional.map { schema($0, source, allowsBoolean: true) } ?? -1)
      ]
    }
    if let items, source.tape.isArray(items) {
      note(
        source.document.mistake(
          at: items, "is an array, as in draft 7",
          remedy: "write prefixItems, or set $schema to \(SchemaDialect.address7)"))
      return [.items(first: listOf(items, source), rest: -1)]
    }
    if keyword == .items, source.members[.prefixItems] != nil { return [] }
    var first = Rows.none
    if let prefix = source.members[.prefixItems] { first = try schemas(prefix, source) }
    return [.items(first: first, rest: items.map { schema($0, source) } ?? -1)]
  }

  private mutating func listOf(_ value: Int, _ source: SchemaSource) -> Rows {
    let places = source.tape.elements(of: value)
    var indices: [SchemaIndex] = []
    for place in places { indices.append(schema(place, source)) }
    return list(indices)
  }

  /// Nil where it leads to a file that cannot be used.
  private mutating func reference(_ value: Int, _ source: SchemaSource) throws(SchemaMistake)
    -> (schema: SchemaIndex, place: SchemaPlace)?
  {
    let text = try text(value, source)
    guard let target = try library.target(text, from: source.child(value), in: source.scope) else { return nil }
    return (index(target.place, in: target.scope), target.place)
  }

  /// The assertion of a `$dynamicRef`, which is dynamic only if it refers, at first, to a `$dynamicAnchor` of that name.
  private mutating func dynamicReference(_ value: Int, _ source: SchemaSource) throws(SchemaMistake) -> [Assertion] {
    guard let (otherwise, place) = try reference(value, source) else { return [] }
    let name = SchemaAddress(try text(value, source)).unescapedFragment ?? ""
    let resource = library.scopes[place]?.resource ?? source.scope.resource
    guard library.dynamicAnchors[SchemaAnchor(resource: resource, name: name)] == place else {
      return [.reference(otherwise)]
    }
    return [.dynamicReference(anchor: anchorName(name), otherwise: otherwise)]
  }
}
