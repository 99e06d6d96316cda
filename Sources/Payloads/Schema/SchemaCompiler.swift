/// Makes a schema's tables. Schemas are compiled from a queue, so that neither depth nor cycles matter.
struct SchemaCompiler {
  var library: SchemaLibrary
  var tables = SchemaTables()
  var keywords: [SchemaKeyword] = []
  var patterns: [Pattern] = []
  private var ineffectiveWords: [IneffectiveWord] = []
  private var patternIndex: [String: Int32] = [:]
  private var indices: [SchemaPlace: SchemaIndex] = [:]
  private(set) var places: [SchemaPlace] = []
  private var anchorNames: [String: Int32] = [:]

  init(_ library: SchemaLibrary) { self.library = library }

  mutating func compile() throws(JSONSchemaError) -> SchemaStore {
    _ = index(SchemaPlace(document: 0, place: JSONTape.root), in: library.resources.startIndex)
    var next = 0
    var anchored = 0
    repeat {
      while next < places.count {
        try compile(next)
        next += 1
      }
      // Any of them may be the target of a $dynamicRef.
      anchored = try addDynamicAnchors(after: anchored)
    } while next < places.count
    try SchemaCycles.refuse(tables, places, library.documents)
    return SchemaStore(
      tables, patterns: patterns, documents: library.documents, keywords: keywords, ineffectiveWords: ineffectiveWords)
  }

  private mutating func addDynamicAnchors(after count: Int) throws(JSONSchemaError) -> Int {
    guard !anchorNames.isEmpty else { return count }
    tables.dynamicAnchors = []
    let anchors = library.dynamicAnchors.sorted { ($0.key.resource, $0.key.name) < ($1.key.resource, $1.key.name) }
    for (anchor, place) in anchors {
      guard let name = anchorNames[anchor.name] else { continue }
      let schema = index(place, in: anchor.resource)
      tables.dynamicAnchors.append(DynamicAnchor(resource: Int32(anchor.resource), anchor: name, schema: schema))
    }
    return anchors.count
  }

  /// The index of the schema at `place`, which is compiled now or later.
  mutating func index(_ place: SchemaPlace, in resource: Int) -> SchemaIndex {
    if let index = indices[place] { return index }
    let index = SchemaIndex(places.count)
    indices[place] = index
    places.append(place)
    tables.schemas.append(CompiledSchema(resource: Int32(library.resourceOf[place] ?? resource)))
    return index
  }

  private mutating func compile(_ index: Int) throws(JSONSchemaError) {
    let place = places[index]
    let document = library.documents[place.document]
    let tape = document.tape
    var source = SchemaSource(
      document: document, place: place, resource: Int(tables.schemas[index].resource), members: [:])
    var assertions: [(keyword: SchemaKeyword, assertion: Assertion)] = []
    switch tape.letter(at: place.place) {
    case JSONTape.Letter.yes: break
    case JSONTape.Letter.no: assertions = [(.not, .never)]
    case JSONTape.Letter.object:
      try source.readMembers()
      ineffectiveWords += source.ineffectiveWords.prefix(IneffectiveWord.most - ineffectiveWords.count)
      for keyword in SchemaKeyword.allCases where source.members[keyword] != nil {
        for assertion in try compile(keyword, source) { assertions.append((keyword, assertion)) }
      }
    default: throw document.error(at: place.place, "is not a schema: it must be an object, true or false")
    }
    tables.schemas[index].assertions = Rows(
      first: Int32(tables.assertions.count), count: Int32(assertions.count))
    tables.assertions += assertions.map(\.assertion)
    keywords += assertions.map(\.keyword)
  }

  mutating func list(_ schemas: [SchemaIndex]) -> Rows {
    let first = Int32(tables.lists.count)
    tables.lists += schemas
    return Rows(first: first, count: Int32(schemas.count))
  }

  mutating func name(_ text: JSONBytes, schema: SchemaIndex = -1, required: UInt64 = 0) -> Int32 {
    let offset = Int32(tables.nameBytes.count)
    tables.nameBytes += text.buffer
    tables.names.append(
      PropertyName(
        offset: offset, count: Int32(text.count), hash: text.nameHash, schema: schema, required: required))
    return Int32(tables.names.count - 1)
  }

  mutating func pattern(_ text: String, at place: Int, in document: SchemaDocument) throws(JSONSchemaError) -> Int32 {
    if let index = patternIndex[text] { return index }
    do throws(PatternError) {
      patterns.append(try Pattern(text))
    } catch {
      throw document.error(
        at: place, "is \(Visible.quoted(text)), which is not a regular expression: \(error.sentence)")
    }
    let index = Int32(patterns.count - 1)
    patternIndex[text] = index
    return index
  }

  mutating func anchorName(_ name: String) -> Int32 {
    if let index = anchorNames[name] { return index }
    let index = Int32(anchorNames.count)
    anchorNames[name] = index
    return index
  }
}

/// One schema while it is compiled.
struct SchemaSource {
  let document: SchemaDocument
  let place: SchemaPlace
  let resource: Int
  /// The places of the values.
  var members: [SchemaKeyword: Int]
  private(set) var ineffectiveWords: [IneffectiveWord] = []

  var tape: JSONTape { document.tape }

  func child(_ place: Int) -> SchemaPlace { SchemaPlace(document: self.place.document, place: place) }

  mutating func readMembers() throws(JSONSchemaError) {
    var seen: Set<String> = []
    var keys: [(key: Int, value: Int)] = []
    tape.forEachMember(of: place.place) { keys.append(($0, $1)) }
    let isReference = document.dialect == .draft7 && tape.member("$ref", of: place.place).map(tape.isString) ?? false
    for (key, value) in keys {
      let word = tape.string(key)
      guard seen.insert(word).inserted else { throw document.error(at: value, "is defined twice") }
      let isIdle = isReference && word != "$ref"
      let idle = IneffectiveWord(
        word, isText: tape.isString(value), isBesideReference: isIdle, document: self.place.document, place: value)
      if let idle { ineffectiveWords.append(idle) }
      if isIdle { continue }
      if let refusal = SchemaKeyword.refusal(word, in: document.dialect) {
        throw document.error(at: value, refusal.sentence, remedy: refusal.remedy)
      }
      if let keyword = SchemaKeyword(rawValue: word) { members[keyword] = value }
    }
  }
}
