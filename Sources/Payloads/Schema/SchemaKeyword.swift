/// The keywords of JSON Schema that restrict a value, in the order in which they are checked: cheap ones with the best
/// messages first, those that depend on what others evaluated last.
enum SchemaKeyword: String, CaseIterable {
  case type, const, `enum`, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength,
    format,
    pattern, minItems, maxItems, minProperties, maxProperties, required, properties, patternProperties,
    additionalProperties, propertyNames, dependentRequired, dependentSchemas, dependencies, prefixItems, items,
    additionalItems, contains, minContains, maxContains, uniqueItems
  case reference = "$ref"
  case dynamicReference = "$dynamicRef"
  case allOf, anyOf, oneOf, not
  case condition = "if"
  case then
  case otherwise = "else"
  case unevaluatedItems, unevaluatedProperties

  /// The schemas inside a keyword's value.
  enum Inside {
    case schema, schemas, schemasByName, nothing
  }

  var inside: Inside {
    switch self {
    case .additionalProperties, .propertyNames, .items, .additionalItems, .contains, .not, .condition, .then,
      .otherwise,
      .unevaluatedItems, .unevaluatedProperties:
      .schema
    case .prefixItems, .allOf, .anyOf, .oneOf: .schemas
    case .properties, .patternProperties, .dependentSchemas, .dependencies: .schemasByName
    case .type, .const, .enum, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength,
      .maxLength, .format, .pattern, .minItems, .maxItems, .minProperties, .maxProperties, .required,
      .dependentRequired,
      .minContains, .maxContains, .uniqueItems, .reference, .dynamicReference:
      .nothing
    }
  }

  /// True if the draft defines it. `dependencies` is known to all: 2020-12 keeps it for old schemas.
  func isKnown(in dialect: SchemaDialect) -> Bool {
    switch self {
    case .const, .contains, .propertyNames: dialect.draft >= 6
    case .condition, .then, .otherwise: dialect.draft >= 7
    case .prefixItems, .dependentRequired, .dependentSchemas, .minContains, .maxContains, .unevaluatedItems,
      .unevaluatedProperties, .dynamicReference:
      dialect.draft >= 2020
    case .additionalItems: dialect.draft < 2020
    case .type, .enum, .minimum, .maximum, .exclusiveMinimum, .exclusiveMaximum, .multipleOf, .minLength, .maxLength,
      .format, .pattern, .minItems, .maxItems, .minProperties, .maxProperties, .required, .properties,
      .patternProperties, .additionalProperties, .dependencies, .items, .uniqueItems, .reference, .allOf, .anyOf,
      .oneOf, .not:
      true
    }
  }

  /// The kinds of values that a keyword may have in any draft.
  var values: TypeSet {
    switch self {
    case .const: [.null, .boolean, .object, .array, .string, .number]
    case .minimum, .maximum, .multipleOf, .minLength, .maxLength, .minItems, .maxItems, .minProperties,
      .maxProperties, .minContains, .maxContains:
      .number
    case .exclusiveMinimum, .exclusiveMaximum: [.number, .boolean]
    case .format, .pattern, .reference, .dynamicReference: .string
    case .type: [.string, .array]
    case .enum, .required, .prefixItems, .allOf, .anyOf, .oneOf: .array
    case .items: [.object, .array, .boolean]
    case .uniqueItems: .boolean
    case .additionalProperties, .additionalItems, .propertyNames, .contains, .not, .condition, .then, .otherwise,
      .unevaluatedItems, .unevaluatedProperties:
      [.object, .boolean]
    case .properties, .patternProperties, .dependentRequired, .dependentSchemas, .dependencies: .object
    }
  }

  /// The reason why a word must not be used in a dialect that does not have it, where it would change what is allowed; nil
  /// for others.
  static func refusal(_ word: String, in dialect: SchemaDialect) -> (sentence: String, remedy: String)? {
    switch word {
    case "$recursiveRef", "$recursiveAnchor": return ("belongs to 2019-09", "write $dynamicRef and $dynamicAnchor")
    case "divisibleBy": return ("belongs to draft 3", "write multipleOf")
    case "disallow": return ("belongs to draft 3", "write not")
    case "extends": return ("belongs to draft 3", "write allOf")
    default: break
    }
    guard let keyword = SchemaKeyword(rawValue: word), !keyword.isKnown(in: dialect) else { return nil }
    if keyword == .additionalItems {
      return (
        "belongs to draft 7",
        "write prefixItems, and items for the others; or set $schema to \(SchemaDialect.address7)"
      )
    }
    let sentence = "is not in \(dialect.name)"
    if keyword == .const { return (sentence, "write enum with one value") }
    if dialect.isOpenAPI { return (sentence, "openapi: 3.1.0 has it, and reads schemas as 2020-12") }
    let isOld = keyword.isKnown(in: .draft7)
    return (sentence, "set $schema to \(isOld ? SchemaDialect.address7 : SchemaDialect.address2020)")
  }

  /// The places of the schemas directly inside the one at `place`.
  static func schemas(of place: Int, in tape: JSONTape, _ dialect: SchemaDialect) -> [Int] {
    guard tape.isObject(place), !dialect.isReference(place, tape) else { return [] }
    var found: [Int] = []
    tape.forEachMember(of: place) { key, value in
      let word = tape.string(key)
      let isDefinitions = word == "$defs" || word == "definitions"
      switch isDefinitions ? .schemasByName : SchemaKeyword(rawValue: word)?.inside ?? .nothing {
      case .schema where tape.isArray(value), .schemas: if tape.isArray(value) { found += tape.elements(of: value) }
      case .schema: found.append(value)
      case .schemasByName: if tape.isObject(value) { tape.forEachMember(of: value) { found.append($1) } }
      case .nothing: break
      }
    }
    return found
  }
}
