/// Finds schemas that refer back to themselves without going into the value: validation would not end.
enum SchemaCycles {
  static func mistake(
    _ tables: SchemaTables, _ places: [SchemaPlace], _ documents: [SchemaDocument]
  ) -> SchemaMistake? {
    enum State { case new, open, done }
    var states = [State](repeating: .new, count: tables.schemas.count)
    for start in tables.schemas.indices where states[start] == .new {
      var path: [(schema: Int, next: [SchemaIndex])] = [(start, inPlace(start, tables))]
      states[start] = .open
      while let last = path.indices.last {
        guard let next = path[last].next.popLast() else {
          states[path[last].schema] = .done
          path.removeLast()
          continue
        }
        switch states[Int(next)] {
        case .done: break
        case .open:
          let place = places[Int(next)]
          return documents[place.document].mistake(
            at: place.place, "refers back to itself without going into the value")
        case .new:
          states[Int(next)] = .open
          path.append((Int(next), inPlace(Int(next), tables)))
        }
      }
    }
    return nil
  }

  /// The schemas that a schema applies to the same value. Other targets of a `$dynamicRef` are left to the limit on depth.
  private static func inPlace(_ schema: Int, _ tables: SchemaTables) -> [SchemaIndex] {
    tables.schemas[schema].assertions.indices.flatMap { index -> [SchemaIndex] in
      switch tables.assertions[index] {
      case .reference(let target): [target]
      case .dynamicReference(_, let otherwise): [otherwise]
      case .allOf(let rows), .anyOf(let rows), .oneOf(let rows): Array(tables.lists[rows.indices])
      case .not(let target): [target]
      case .conditional(let condition, let then, let otherwise): [condition, then, otherwise].filter { $0 >= 0 }
      case .dependentSchemas(let rows): tables.dependencies[rows.indices].map(\.schema).filter { $0 >= 0 }
      case .never, .type, .exactType, .constant, .enumeration, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum,
        .multipleOf,
        .minLength, .maxLength, .format, .pattern, .minItems, .maxItems, .minProperties, .maxProperties, .uniqueItems,
        .object, .propertyNames, .dependentRequired, .items, .contains, .unevaluatedItems, .unevaluatedProperties:
        []
      }
    }
  }
}
