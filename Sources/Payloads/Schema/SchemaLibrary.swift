/// A schema's file, and its place in the file's tape.
struct SchemaPlace: Hashable {
  let document: Int
  let place: Int
}

/// The files of a schema, and their addresses: resources (`$id`) and anchors. Files are read when they are first referred
/// to, and the mistakes in them are kept until all are known.
struct SchemaLibrary {
  private(set) var documents: [SchemaDocument] = []
  /// The address and root of each resource; resource 0 is the first file.
  private(set) var resources: [(address: SchemaAddress, root: SchemaPlace)] = []
  private var byAddress: [SchemaAddress: Int] = [:]
  /// Files that cannot be used, which is reported once.
  private var unusable: Set<SchemaAddress> = []
  private(set) var scopes: [SchemaPlace: SchemaScope] = [:]
  private(set) var anchors: [SchemaAnchor: SchemaPlace] = [:]
  private(set) var dynamicAnchors: [SchemaAnchor: SchemaPlace] = [:]
  private(set) var mistakes: [SchemaMistake] = []
  private(set) var unusableFiles: [JSONSchemaError] = []
  /// The schema that is meant: a whole file, or a part of it.
  private(set) var root = SchemaPlace(document: 0, place: JSONTape.root)
  private let read: (String) -> [UInt8]?

  init(
    _ text: [UInt8], path: String, pointer: String, read: @escaping (String) -> [UInt8]?
  ) throws(JSONSchemaFailure) {
    self.read = read
    do throws(JSONSchemaError) {
      add(try SchemaDocument(path: path, text: text, inherited: .draft2020), at: SchemaAddress(file: path))
    } catch {
      throw .errors([error], more: 0, ineffectiveWords: [])
    }
    let steps = JSONTape.steps(pointer)
    guard let start = scopes[root] else { return }
    switch walk(steps, from: root, start) {
    case .success(let found): root = found.place
    case .failure(let missing):
      throw .noPart(reached: JSONTape.pointer(of: steps.prefix(missing.depth)), missing.name)
    }
  }

  private mutating func add(_ document: SchemaDocument, at address: SchemaAddress) {
    let index = documents.count
    documents.append(document)
    let root = SchemaPlace(document: index, place: JSONTape.root)
    let resource = register(address.withoutFragment, root)
    let scope = SchemaScope(resource: resource, dialect: document.dialect)
    SchemaIndexer(document: document, index: index).walk(from: root.place, scope, into: &self)
  }

  mutating func register(_ address: SchemaAddress, _ root: SchemaPlace) -> Int {
    resources.append((address, root))
    if byAddress[address] == nil { byAddress[address] = resources.count - 1 }
    return resources.count - 1
  }

  mutating func note(_ place: SchemaPlace, in scope: SchemaScope) { scopes[place] = scope }

  mutating func note(_ anchor: SchemaAnchor, _ place: SchemaPlace, isDynamic: Bool) -> Bool {
    if isDynamic { dynamicAnchors[anchor] = place }
    return anchors.updateValue(place, forKey: anchor) == nil
  }

  mutating func note(_ mistake: SchemaMistake) { mistakes.append(mistake) }

  var isFaulty: Bool { !mistakes.isEmpty || !unusableFiles.isEmpty }

  /// The errors found so far.
  func failure(_ ineffectiveWords: [IneffectiveWord]) -> JSONSchemaFailure {
    var orders: [ObjectIdentifier: Int] = [:]
    for (index, document) in documents.enumerated() { orders[ObjectIdentifier(document)] = index }
    // A tape has the order of its text. Two keywords may find the same mistake.
    var seen: Set<SchemaPlace> = []
    let placed = mistakes.map {
      (SchemaPlace(document: orders[ObjectIdentifier($0.document)] ?? 0, place: $0.place), $0)
    }
    .sorted { ($0.0.document, $0.0.place) < ($1.0.document, $1.0.place) }
    .filter { seen.insert($0.0).inserted }
    let listed = placed.prefix(JSONSchemaFailure.most).map(\.1.error) + unusableFiles
    return .errors(
      Array(listed.prefix(JSONSchemaFailure.most)),
      more: max(0, placed.count + unusableFiles.count - JSONSchemaFailure.most), ineffectiveWords: ineffectiveWords)
  }

  /// The target of the reference at `place`: a schema and its scope. Nil where it is in a file that cannot be used, which was
  /// noted.
  mutating func target(_ reference: String, from place: SchemaPlace, in scope: SchemaScope) throws(SchemaMistake)
    -> (place: SchemaPlace, scope: SchemaScope)?
  {
    let document = documents[place.document]
    let address = SchemaAddress(reference).resolved(against: resources[scope.resource].address)
    guard let fragment = address.unescapedFragment else {
      throw document.mistake(at: place.place, "is not a reference: % must be followed by two hexadecimal digits")
    }
    let base = address.withoutFragment
    if byAddress[base] == nil {
      if unusable.contains(base) { return nil }
      try load(base, SchemaAddress(reference).withoutFragment, from: place, scope.dialect)
    }
    guard let found = byAddress[base] else { return nil }
    let root = resources[found].root
    guard let own = scopes[root] else { return nil }
    if fragment.isEmpty { return (root, own) }
    guard fragment.hasPrefix("/") else {
      guard let anchor = anchors[SchemaAnchor(resource: own.resource, name: fragment)] else {
        throw document.mistake(
          at: place.place,
          "refers to anchor \(Visible.quoted(fragment, longest: Visible.longestAddress)), which is undefined")
      }
      return (anchor, scopes[anchor] ?? own)
    }
    switch walk(JSONTape.steps(fragment), from: root, own) {
    case .success(let found): return found
    case .failure(let missing):
      let text = Visible.quoted(fragment, longest: Visible.longestAddress)
      var mistake = document.mistake(at: place.place, "refers to \(text), which does not exist")
      mistake.missing = missing.name
      throw mistake
    }
  }

  /// The name that a pointer does not find, after a number of steps.
  private struct Missing: Error {
    let name: MissingName
    let depth: Int
  }

  /// Follows a pointer. What is not inside of the schemas known so far becomes one.
  private mutating func walk(
    _ steps: [String], from root: SchemaPlace, _ scope: SchemaScope
  ) -> Result<(place: SchemaPlace, scope: SchemaScope), Missing> {
    var at = root
    var within = scope
    let document = documents[root.document]
    for (depth, step) in steps.enumerated() {
      guard let next = document.tape.value(step, in: at.place) else {
        let name = MissingName(name: step, names: document.tape.names(of: at.place))
        return .failure(Missing(name: name, depth: depth))
      }
      at = SchemaPlace(document: root.document, place: next)
      within = scopes[at] ?? within
    }
    if scopes[at] == nil {
      SchemaIndexer(document: document, index: at.document).walk(from: at.place, within, into: &self)
    }
    return .success((at, scopes[at] ?? within))
  }

  /// Reads another file: also by the path of the referring file, where that file has another `$id`.
  private mutating func load(
    _ address: SchemaAddress, _ reference: SchemaAddress, from place: SchemaPlace, _ inherited: SchemaDialect
  ) throws(SchemaMistake) {
    let document = documents[place.document]
    var candidates = [address]
    let own = scopes[SchemaPlace(document: place.document, place: JSONTape.root)].map { resources[$0.resource].address }
    if let own, let beside = address.path(below: own) {
      candidates.append(SchemaAddress(beside).resolved(against: SchemaAddress(file: document.path)))
    }
    if reference.scheme == nil, reference.authority == nil {
      candidates.append(reference.resolved(against: SchemaAddress(file: document.path)))
    }
    var unread: [String] = []
    for candidate in candidates {
      let path = candidate.scheme == nil ? SchemaAddress.unescaped(candidate.text) : candidate.text
      guard let path else { continue }
      guard let text = read(path) else {
        unread.append(path)
        continue
      }
      do throws(JSONSchemaError) {
        add(try SchemaDocument(path: path, text: text, inherited: inherited), at: address)
      } catch {
        unusable.insert(address)
        if !unusableFiles.contains(error) { unusableFiles.append(error) }
      }
      return
    }
    let text = Visible.quoted(
      SchemaAddress.unescaped(address.text) ?? address.text, longest: Visible.longestAddress)
    var mistake = document.mistake(
      at: place.place,
      address.scheme == nil
        ? "refers to file \(text), which cannot be read"
        : "refers to \(text), which is not in these files; nothing is fetched from a network")
    mistake.unread = unread
    throw mistake
  }
}

/// An anchor, whose name is unique in its resource.
struct SchemaAnchor: Hashable {
  let resource: Int
  let name: String
}
