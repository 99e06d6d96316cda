/// Walks the schemas of a file for those with an address, and skips values that only resemble schemas (in `enum`, `const`,
/// `default`, …).
struct SchemaIndexer {
  let document: SchemaDocument
  let index: Int

  mutating func walk(into library: inout SchemaLibrary, _ resource: Int) throws(JSONSchemaError) {
    var open = [(place: JSONTape.root, resource: resource)]
    while let (place, outer) = open.popLast() {
      let resource = try note(place, outer, &library)
      for inner in SchemaKeyword.schemas(of: place, in: document) { open.append((inner, resource)) }
    }
  }

  private func note(_ place: Int, _ outer: Int, _ library: inout SchemaLibrary) throws(JSONSchemaError) -> Int {
    let tape = document.tape
    let at = SchemaPlace(document: index, place: place)
    var resource = outer
    guard tape.isObject(place) else {
      library.note(at, in: resource)
      return resource
    }
    // In draft 7, words beside a $ref are ignored.
    let isReference = document.dialect == .draft7 && tape.member("$ref", of: place) != nil
    if !isReference, let id = tape.member("$id", of: place) {
      guard tape.isString(id) else { throw document.error(at: id, "must be a string") }
      let text = tape.string(id)
      let address = SchemaAddress(text).resolved(against: library.resources[outer].address)
      if document.dialect == .draft7, text.hasPrefix("#") {
        try note(String(text.dropFirst()), id, at, resource, false, &library)
      } else {
        if document.dialect == .draft2020, !(address.fragment ?? "").isEmpty {
          throw document.error(at: id, "has a fragment", remedy: "write $anchor")
        }
        resource = library.register(address.withoutFragment, at)
      }
    }
    library.note(at, in: resource)
    guard document.dialect == .draft2020 else { return resource }
    for (name, isDynamic) in [("$anchor", false), ("$dynamicAnchor", true)] {
      guard let anchor = tape.member(name, of: place) else { continue }
      guard tape.isString(anchor) else { throw document.error(at: anchor, "must be a string") }
      try note(tape.string(anchor), anchor, at, resource, isDynamic, &library)
    }
    return resource
  }

  private func note(
    _ name: String, _ place: Int, _ target: SchemaPlace, _ resource: Int, _ isDynamic: Bool,
    _ library: inout SchemaLibrary
  ) throws(JSONSchemaError) {
    let anchor = SchemaAnchor(resource: resource, name: name)
    if !library.note(anchor, target, isDynamic: isDynamic), library.anchors[anchor] != target {
      throw document.error(at: place, "is the name of another anchor")
    }
  }
}
