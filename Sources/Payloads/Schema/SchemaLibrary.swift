/// A schema's file, and its place in the file's tape.
struct SchemaPlace: Hashable {
  let document: Int
  let place: Int
}

/// The files of a schema, and their addresses: resources (`$id`) and anchors. Files are read when they are first referred
/// to.
struct SchemaLibrary {
  private(set) var documents: [SchemaDocument] = []
  /// The address and root of each resource; resource 0 is the first file.
  private(set) var resources: [(address: SchemaAddress, root: SchemaPlace)] = []
  private var byAddress: [SchemaAddress: Int] = [:]
  private(set) var resourceOf: [SchemaPlace: Int] = [:]
  private(set) var anchors: [SchemaAnchor: SchemaPlace] = [:]
  private(set) var dynamicAnchors: [SchemaAnchor: SchemaPlace] = [:]
  private let read: (String) -> [UInt8]?

  init(_ text: [UInt8], path: String, read: @escaping (String) -> [UInt8]?) throws(JSONSchemaError) {
    self.read = read
    try add(SchemaDocument(path: path, text: text, inherited: .draft2020), at: SchemaAddress(file: path))
  }

  private mutating func add(_ document: SchemaDocument, at address: SchemaAddress) throws(JSONSchemaError) {
    let index = documents.count
    documents.append(document)
    let root = SchemaPlace(document: index, place: JSONTape.root)
    let resource = register(address.withoutFragment, root)
    resourceOf[root] = resource
    var indexer = SchemaIndexer(document: document, index: index)
    try indexer.walk(into: &self, resource)
  }

  mutating func register(_ address: SchemaAddress, _ root: SchemaPlace) -> Int {
    resources.append((address, root))
    if byAddress[address] == nil { byAddress[address] = resources.count - 1 }
    return resources.count - 1
  }

  mutating func note(_ place: SchemaPlace, in resource: Int) { resourceOf[place] = resource }

  mutating func note(_ anchor: SchemaAnchor, _ place: SchemaPlace, isDynamic: Bool) -> Bool {
    if isDynamic { dynamicAnchors[anchor] = place }
    return anchors.updateValue(place, forKey: anchor) == nil
  }

  /// The target of the reference at `place`: a schema and its resource.
  mutating func target(_ reference: String, from place: SchemaPlace, in resource: Int) throws(JSONSchemaError)
    -> (place: SchemaPlace, resource: Int)
  {
    let document = documents[place.document]
    let address = SchemaAddress(reference).resolved(against: resources[resource].address)
    guard let fragment = address.unescapedFragment else {
      throw document.error(at: place.place, "is not a reference: % must be followed by two hexadecimal digits")
    }
    let base = address.withoutFragment
    if byAddress[base] == nil { try load(base, SchemaAddress(reference).withoutFragment, from: place) }
    guard let found = byAddress[base] else {
      throw document.error(at: place.place, "refers to a schema that does not exist")
    }
    let root = resources[found].root
    let own = resourceOf[root] ?? found
    if fragment.isEmpty { return (root, own) }
    guard fragment.hasPrefix("/") else {
      guard let anchor = anchors[SchemaAnchor(resource: own, name: fragment)] else {
        throw document.error(at: place.place, "refers to anchor \(Visible.quoted(fragment)), which is undefined")
      }
      return (anchor, resourceOf[anchor] ?? own)
    }
    var at = root
    var within = own
    let tape = documents[root.document].tape
    for step in JSONTape.steps(fragment) {
      guard let next = tape.value(step, in: at.place) else {
        throw document.error(at: place.place, "refers to \(Visible.quoted(fragment)), which does not exist")
      }
      at = SchemaPlace(document: root.document, place: next)
      within = resourceOf[at] ?? within
    }
    return (at, within)
  }

  /// Reads another file: also by the path of the referring file, where that file has another `$id`.
  private mutating func load(_ address: SchemaAddress, _ reference: SchemaAddress, from place: SchemaPlace)
    throws(JSONSchemaError)
  {
    let document = documents[place.document]
    var candidates = [address]
    let own = resourceOf[SchemaPlace(document: place.document, place: JSONTape.root)].map { resources[$0].address }
    if let own, let beside = address.path(below: own) {
      candidates.append(SchemaAddress(beside).resolved(against: SchemaAddress(file: document.path)))
    }
    if reference.scheme == nil, reference.authority == nil {
      candidates.append(reference.resolved(against: SchemaAddress(file: document.path)))
    }
    for candidate in candidates {
      let path = candidate.scheme == nil ? SchemaAddress.unescaped(candidate.text) : candidate.text
      guard let path, let text = read(path) else { continue }
      let added = try SchemaDocument(path: path, text: text, inherited: document.dialect)
      return try add(added, at: address)
    }
    let text = Visible.quoted(SchemaAddress.unescaped(address.text) ?? address.text)
    throw document.error(
      at: place.place,
      address.scheme == nil
        ? "refers to file \(text), which does not exist"
        : "refers to \(text), which is not in these files; nothing is fetched from a network")
  }
}

/// An anchor, whose name is unique in its resource.
struct SchemaAnchor: Hashable {
  let resource: Int
  let name: String
}
