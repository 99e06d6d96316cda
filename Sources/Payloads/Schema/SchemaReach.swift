/// Finds out whether a schema restricts anything at all.
enum SchemaReach {
  /// True if an assertion that a value may not meet can be reached from the first schema.
  static func restricts(_ tables: SchemaTables) -> Bool {
    var seen = [Bool](repeating: false, count: tables.schemas.count)
    var open: [SchemaIndex] = [0]
    while let next = open.popLast() {
      if next < 0 || seen[Int(next)] { continue }
      seen[Int(next)] = true
      for index in tables.schemas[Int(next)].assertions.indices {
        guard let inner = inner(tables.assertions[index], tables) else { return true }
        open += inner
      }
    }
    return false
  }

  /// The schemas that an assertion only passes on to, -1 for none; nil where it asserts something itself.
  private static func inner(_ assertion: Assertion, _ tables: SchemaTables) -> [SchemaIndex]? {
    switch assertion {
    case .never, .type, .exactType, .constant, .enumeration, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum,
      .multipleOf, .minLength, .maxLength, .format, .pattern, .minItems, .maxItems, .minProperties, .maxProperties,
      .uniqueItems, .dependentRequired, .contains, .not:
      return nil
    case .object(let index):
      let plan = tables.objects[Int(index)]
      guard plan.required == 0 else { return nil }
      return tables.names[plan.names.indices].map(\.schema)
        + tables.patternProperties[plan.patterns.indices].map(\.schema) + [plan.additional]
    case .dependentSchemas(let rows):
      let rows = tables.dependencies[rows.indices]
      return rows.contains { $0.needs >= 0 } ? nil : rows.map(\.schema)
    case .items(let first, let rest): return tables.lists[first.indices] + [rest]
    case .dynamicReference(_, let otherwise): return tables.dynamicAnchors.map(\.schema) + [otherwise]
    case .allOf(let rows), .anyOf(let rows), .oneOf(let rows): return Array(tables.lists[rows.indices])
    case .conditional(_, let then, let otherwise): return [then, otherwise]
    case .reference(let schema), .propertyNames(let schema), .unevaluatedItems(let schema),
      .unevaluatedProperties(let schema):
      return [schema]
    }
  }
}
