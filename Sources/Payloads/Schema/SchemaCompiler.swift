/// Makes a schema's tables. Schemas are compiled from a queue, so that neither depth nor cycles matter.
struct SchemaCompiler {
  var library: SchemaLibrary
  var tables = SchemaTables()
  var keywords: [SchemaKeyword] = []
  var patterns: [Pattern] = []
  private var ineffectiveWords: [IneffectiveWord] = []
  /// The formats that restrict nothing, each noted once.
  private var formats: Set<String> = []
  private var patternIndex: [String: Int32] = [:]
  private var indices: [SchemaPlace: SchemaIndex] = [:]
  private(set) var places: [SchemaPlace] = []
  private var scopes: [SchemaScope] = []
  private var anchorNames: [String: Int32] = [:]

  init(_ library: SchemaLibrary) { self.library = library }

  mutating func compile() throws(JSONSchemaFailure) -> SchemaStore {
    let root = library.root
    _ = index(root, in: library.scopes[root] ?? SchemaScope(resource: 0, dialect: library.documents[0].dialect))
    var next = 0
    var anchored = 0
    repeat {
      while next < places.count {
        compile(next)
        next += 1
      }
      // Any of them may be the target of a $dynamicRef.
      anchored = addDynamicAnchors(after: anchored)
    } while next < places.count
    if !library.isFaulty, let cycle = SchemaCycles.mistake(tables, places, library.documents) { note(cycle) }
    if library.isFaulty { throw library.failure(ineffectiveWords) }
    return SchemaStore(
      tables, patterns: patterns, documents: library.documents, keywords: keywords, ineffectiveWords: ineffectiveWords,
      unrestricting: SchemaReach.restricts(tables) ? nil : UnrestrictingSchema(root, library.documents[root.document]),
      root: root.place)
  }

  private mutating func addDynamicAnchors(after count: Int) -> Int {
    guard !anchorNames.isEmpty else { return count }
    tables.dynamicAnchors = []
    let anchors = library.dynamicAnchors.sorted { ($0.key.resource, $0.key.name) < ($1.key.resource, $1.key.name) }
    for (anchor, place) in anchors {
      guard let name = anchorNames[anchor.name] else { continue }
      let scope = library.scopes[place] ?? SchemaScope(resource: anchor.resource, dialect: .draft2020)
      let schema = index(place, in: scope)
      tables.dynamicAnchors.append(DynamicAnchor(resource: Int32(anchor.resource), anchor: name, schema: schema))
    }
    return anchors.count
  }

  /// The index of the schema at `place`, which is compiled now or later.
  mutating func index(_ place: SchemaPlace, in scope: SchemaScope) -> SchemaIndex {
    if let index = indices[place] { return index }
    let index = SchemaIndex(places.count)
    indices[place] = index
    places.append(place)
    let own = library.scopes[place] ?? scope
    scopes.append(own)
    tables.schemas.append(CompiledSchema(resource: Int32(own.resource)))
    return index
  }

  private mutating func compile(_ index: Int) {
    let place = places[index]
    let document = library.documents[place.document]
    let tape = document.tape
    var source = SchemaSource(document: document, place: place, scope: scopes[index])
    var assertions: [(keyword: SchemaKeyword, assertion: Assertion)] = []
    switch tape.letter(at: place.place) {
    case JSONTape.Letter.yes: break
    case JSONTape.Letter.no: assertions = [(.not, .never)]
    case JSONTape.Letter.object:
      for mistake in source.readMembers() { note(mistake) }
      for word in source.ineffectiveWords { note(word) }
      for keyword in SchemaKeyword.allCases where source.members[keyword] != nil {
        do throws(SchemaMistake) {
          for assertion in try compile(keyword, source) { assertions.append((keyword, assertion)) }
        } catch {
          note(error)
        }
      }
    default: note(document.mistake(at: place.place, "is not a schema: it must be an object, true or false"))
    }
    tables.schemas[index].assertions = Rows(
      first: Int32(tables.assertions.count), count: Int32(assertions.count))
    tables.assertions += assertions.map(\.assertion)
    keywords += assertions.map(\.keyword)
  }

  mutating func note(_ mistake: SchemaMistake) { library.note(mistake) }

  mutating func note(_ word: IneffectiveWord) {
    if case .format = word.reason, !formats.insert(word.word).inserted { return }
    if ineffectiveWords.count < IneffectiveWord.most { ineffectiveWords.append(word) }
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

  mutating func pattern(_ text: String, at place: Int, in document: SchemaDocument) throws(SchemaMistake) -> Int32 {
    if let index = patternIndex[text] { return index }
    do throws(PatternError) {
      patterns.append(try Pattern(text))
    } catch {
      throw document.mistake(
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
