/// A compiled schema's tables at fixed addresses, with the documents and patterns that they refer to. Nothing changes after it
/// is made, so threads may share it.
final class SchemaStore: @unchecked Sendable {
  let schemas: UnsafePointer<CompiledSchema>
  let assertions: UnsafePointer<Assertion>
  let lists: UnsafePointer<SchemaIndex>
  let objects: UnsafePointer<ObjectPlan>
  let names: UnsafePointer<PropertyName>
  let slots: UnsafePointer<Int32>
  let nameBytes: UnsafePointer<UInt8>
  let patternProperties: UnsafePointer<PatternProperty>
  let dependencies: UnsafePointer<Dependency>
  let literals: UnsafePointer<Literal>
  let dynamicAnchors: UnsafePointer<DynamicAnchor>
  let dynamicAnchorCount: Int
  let patterns: UnsafePointer<OpaquePointer>
  let tapes: UnsafePointer<JSONTape>
  /// True if a schema asks for evaluations of others.
  let tracksEvaluation: Bool
  let patternTexts: [String]
  /// The keyword of each assertion.
  let keywords: [SchemaKeyword]
  let documents: [SchemaDocument]
  let ineffectiveWords: [IneffectiveWord]
  /// The kind of document that the schema seems to be, where it restricts nothing by mistake.
  let unrestricting: UnrestrictingSchema?
  /// The place of the schema in the first document.
  let root: Int
  private let owned: [Pattern]
  private let tables: [UnsafeRawPointer]

  init(
    _ tables: SchemaTables, patterns: [Pattern], documents: [SchemaDocument], keywords: [SchemaKeyword],
    ineffectiveWords: [IneffectiveWord], unrestricting: UnrestrictingSchema?, root: Int
  ) {
    var kept: [UnsafeRawPointer] = []
    func fixed<Row>(_ rows: [Row]) -> UnsafePointer<Row> {
      let table = UnsafeMutablePointer<Row>.allocate(capacity: max(rows.count, 1))
      table.initialize(from: rows, count: rows.count)
      kept.append(UnsafeRawPointer(table))
      return UnsafePointer(table)
    }
    schemas = fixed(tables.schemas)
    assertions = fixed(tables.assertions)
    lists = fixed(tables.lists)
    objects = fixed(tables.objects)
    names = fixed(tables.names)
    slots = fixed(tables.slots)
    nameBytes = fixed(tables.nameBytes + [UInt8](repeating: 0, count: 8))
    patternProperties = fixed(tables.patternProperties)
    dependencies = fixed(tables.dependencies)
    literals = fixed(tables.literals)
    dynamicAnchors = fixed(tables.dynamicAnchors)
    dynamicAnchorCount = tables.dynamicAnchors.count
    self.patterns = fixed(patterns.map(\.handle))
    tapes = fixed(documents.map(\.tape))
    tracksEvaluation = keywords.contains { $0 == .unevaluatedItems || $0 == .unevaluatedProperties }
    self.keywords = keywords
    patternTexts = patterns.map(\.text)
    self.documents = documents
    self.ineffectiveWords = ineffectiveWords
    self.unrestricting = unrestricting
    self.root = root
    owned = patterns
    self.tables = kept
  }

  // The rows are plain values, so only their memory is freed.
  deinit { for table in tables { table.deallocate() } }

  func name(_ index: Int) -> JSONBytes {
    JSONBytes(base: UnsafeRawPointer(nameBytes) + Int(names[index].offset), count: Int(names[index].count))
  }

  func nameText(_ index: Int) -> String { String(decoding: name(index).buffer, as: UTF8.self) }
}
