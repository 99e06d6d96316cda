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

  /// Why a word must not be used in a dialect that does not have it, where it would change what is allowed; nil for others.
  static func refusal(_ word: String, in dialect: SchemaDialect) -> (sentence: String, remedy: String)? {
    switch (word, dialect) {
    case ("$recursiveRef", _), ("$recursiveAnchor", _):
      ("belongs to 2019-09", "write $dynamicRef and $dynamicAnchor")
    case ("divisibleBy", _): ("belongs to draft 3", "write multipleOf")
    case ("disallow", _): ("belongs to draft 3", "write not")
    case ("extends", _): ("belongs to draft 3", "write allOf")
    case ("additionalItems", .draft2020): ("belongs to draft 7", "write prefixItems, and items for the others")
    case ("prefixItems", .draft7), ("dependentRequired", .draft7), ("dependentSchemas", .draft7),
      ("minContains", .draft7), ("maxContains", .draft7), ("unevaluatedItems", .draft7),
      ("unevaluatedProperties", .draft7), ("$dynamicRef", .draft7):
      ("is not in draft 7", "set $schema to 2020-12")
    default: nil
    }
  }

  /// The places of the schemas directly inside the one at `place`.
  static func schemas(of place: Int, in document: SchemaDocument) -> [Int] {
    let tape = document.tape
    guard tape.isObject(place) else { return [] }
    if document.dialect == .draft7, let reference = tape.member("$ref", of: place), tape.isString(reference) {
      return []
    }
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
