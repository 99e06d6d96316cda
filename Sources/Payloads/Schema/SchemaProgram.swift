/// A compiled schema: tables of plain values that refer to one another by index, so that a message is validated without
/// counting references or allocating. Never changes once made.
struct SchemaTables {
  var schemas: [CompiledSchema] = []
  var assertions: [Assertion] = []
  /// Lists of schemas, as in `allOf`.
  var lists: [SchemaIndex] = []
  var objects: [ObjectPlan] = []
  var names: [PropertyName] = []
  /// Hash tables over `names`, by open addressing; -1 is free.
  var slots: [Int32] = []
  /// The bytes of `names`, and 8 more.
  var nameBytes: [UInt8] = []
  var patternProperties: [PatternProperty] = []
  var dependencies: [Dependency] = []
  var literals: [Literal] = []
  var dynamicAnchors: [DynamicAnchor] = []
}

typealias SchemaIndex = Int32

/// A range of rows in a table.
struct Rows {
  let first: Int32
  let count: Int32

  static let none = Rows(first: 0, count: 0)
  var indices: Range<Int> { Int(first)..<Int(first + count) }
}

struct CompiledSchema {
  var assertions = Rows.none
  /// The schema resource that it belongs to, for `$dynamicRef`.
  let resource: Int32
}

/// A check of a value. A schema's assertions are in the order of the cases: cheap ones with the best messages first.
enum Assertion {
  case never
  case type(TypeSet)
  /// The same, where a number that is written with a fraction or an exponent is no integer.
  case exactType(TypeSet)
  case constant(Rows)
  case enumeration(Rows)
  case minimum(JSONNumber)
  case maximum(JSONNumber)
  case exclusiveMinimum(JSONNumber)
  case exclusiveMaximum(JSONNumber)
  case multipleOf(JSONDivisor)
  case minLength(Int)
  case maxLength(Int)
  case format(TextFormat)
  case pattern(Int32)
  case minItems(Int)
  case maxItems(Int)
  case minProperties(Int)
  case maxProperties(Int)
  case uniqueItems
  /// `properties`, `patternProperties`, `additionalProperties` and `required`.
  case object(Int32)
  case propertyNames(SchemaIndex)
  case dependentRequired(Rows)
  case dependentSchemas(Rows)
  /// The first items by one schema each, the others by `rest`, or by none where that is -1.
  case items(first: Rows, rest: SchemaIndex)
  case contains(SchemaIndex, atLeast: Int, atMost: Int)
  case reference(SchemaIndex)
  /// The outermost resource with this anchor, else `otherwise`.
  case dynamicReference(anchor: Int32, otherwise: SchemaIndex)
  case allOf(Rows)
  case anyOf(Rows)
  case oneOf(Rows)
  case not(SchemaIndex)
  /// The branches are -1 where there is none.
  case conditional(SchemaIndex, then: SchemaIndex, otherwise: SchemaIndex)
  case unevaluatedItems(SchemaIndex)
  case unevaluatedProperties(SchemaIndex)
}

struct ObjectPlan {
  var names = Rows.none
  /// A power of two of slots; none where there are no names.
  var slots = Rows.none
  var patterns = Rows.none
  /// The schema of members that match neither a name nor a pattern; -1 where there is none.
  var additional: SchemaIndex = -1
  /// A bit for each required name.
  var required: UInt64 = 0

  static let requiredNames = 64
}

struct PropertyName {
  let offset: Int32
  let count: Int32
  let hash: UInt32
  /// -1 where it is only required.
  let schema: SchemaIndex
  /// Its bit in `ObjectPlan.required`, or 0.
  let required: UInt64
}

struct PatternProperty {
  let pattern: Int32
  let schema: SchemaIndex
}

/// A requirement of a member with one name: a member with another (`needs` ≥ 0), or a schema.
struct Dependency {
  let name: Int32
  let needs: Int32
  let schema: SchemaIndex
}

/// A value in one of the schema's files.
struct Literal {
  let document: Int32
  let place: Int32
}

struct DynamicAnchor {
  let resource: Int32
  let anchor: Int32
  let schema: SchemaIndex
}

/// A set of the types of values.
struct TypeSet: OptionSet, Equatable {
  let rawValue: UInt8

  static let null = TypeSet(rawValue: 1)
  static let boolean = TypeSet(rawValue: 2)
  static let object = TypeSet(rawValue: 4)
  static let array = TypeSet(rawValue: 8)
  static let string = TypeSet(rawValue: 16)
  static let number = TypeSet(rawValue: 32)
  /// A number without a fraction.
  static let integer = TypeSet(rawValue: 64)

  static let names: [(String, TypeSet)] = [
    ("null", .null), ("boolean", .boolean), ("object", .object), ("array", .array), ("string", .string),
    ("number", .number), ("integer", .integer),
  ]
}
