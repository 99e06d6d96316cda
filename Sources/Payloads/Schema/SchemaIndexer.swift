/// The resource that a schema belongs to, and the dialect that it is written in.
struct SchemaScope {
  var resource: Int
  var dialect: SchemaDialect
}

/// Walks the schemas of a file for those with an address, and skips values that only resemble schemas (in `enum`, `const`,
/// `default`, …).
struct SchemaIndexer {
  let document: SchemaDocument
  let index: Int

  func walk(from start: Int, _ scope: SchemaScope, into library: inout SchemaLibrary) {
    var open = [(place: start, scope: scope)]
    while let (place, outer) = open.popLast() {
      let scope = note(place, outer, &library)
      for inner in SchemaKeyword.schemas(of: place, in: document.tape, scope.dialect) { open.append((inner, scope)) }
    }
  }

  private func note(_ place: Int, _ outer: SchemaScope, _ library: inout SchemaLibrary) -> SchemaScope {
    let tape = document.tape
    let at = SchemaPlace(document: index, place: place)
    var scope = outer
    guard tape.isObject(place), !outer.dialect.isReference(place, tape) else {
      library.note(at, in: scope)
      return scope
    }
    if place != JSONTape.root, let named = tape.member("$schema", of: place) {
      do throws(UnsupportedDialect) {
        scope.dialect = try SchemaDialect.named(named, "", tape)
      } catch {
        library.note(document.mistake(at: named, error.sentence, remedy: error.remedy))
      }
    }
    if let word = scope.dialect.addressWord, let id = tape.member(word, of: place) {
      register(id, at, &scope, &library)
    }
    library.note(at, in: scope)
    guard scope.dialect.draft >= 2020 else { return scope }
    for (name, isDynamic) in [("$anchor", false), ("$dynamicAnchor", true)] {
      guard let anchor = tape.member(name, of: place) else { continue }
      guard tape.isString(anchor) else {
        library.note(document.mistake(at: anchor, "must be a string"))
        continue
      }
      note(tape.string(anchor), anchor, at, scope, isDynamic, &library)
    }
    return scope
  }

  /// Registers the address of a schema.
  private func register(_ id: Int, _ at: SchemaPlace, _ scope: inout SchemaScope, _ library: inout SchemaLibrary) {
    guard document.tape.isString(id) else { return library.note(document.mistake(at: id, "must be a string")) }
    let text = document.tape.string(id)
    let address = SchemaAddress(text).resolved(against: library.resources[scope.resource].address)
    if scope.dialect.draft < 2020, text.hasPrefix("#") {
      // Tools write a pointer here, which names nothing that it would not name without.
      let name = String(text.dropFirst())
      if !name.isEmpty, !name.hasPrefix("/") { note(name, id, at, scope, false, &library) }
      return
    }
    if scope.dialect.draft >= 2020, !(address.fragment ?? "").isEmpty {
      return library.note(document.mistake(at: id, "has a fragment", remedy: "write $anchor"))
    }
    scope.resource = library.register(address.withoutFragment, at)
  }

  private func note(
    _ name: String, _ place: Int, _ target: SchemaPlace, _ scope: SchemaScope, _ isDynamic: Bool,
    _ library: inout SchemaLibrary
  ) {
    let anchor = SchemaAnchor(resource: scope.resource, name: name)
    if !library.note(anchor, target, isDynamic: isDynamic), library.anchors[anchor] != target {
      library.note(document.mistake(at: place, "is the name of another anchor"))
    }
  }
}
