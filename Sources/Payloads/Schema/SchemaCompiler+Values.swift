/// Checks of the values of keywords.
extension SchemaCompiler {
  func types(_ value: Int, _ source: SchemaSource) throws(JSONSchemaError) -> TypeSet {
    let tape = source.tape
    var types: TypeSet = []
    let places = tape.isArray(value) ? tape.elements(of: value) : [value]
    for place in places {
      guard tape.isString(place), let type = TypeSet.names.first(where: { $0.0 == tape.string(place) }) else {
        let names = TypeSet.names.map(\.0).joined(separator: ", ")
        throw source.document.error(at: place, "must be one of \(names)")
      }
      types.insert(type.1)
    }
    guard !types.isEmpty else { throw source.document.error(at: value, "must name at least one type") }
    return types
  }

  mutating func literals(_ places: [Int], _ source: SchemaSource) -> Rows {
    let first = Int32(tables.literals.count)
    tables.literals += places.map { Literal(document: Int32(source.place.document), place: Int32($0)) }
    return Rows(first: first, count: Int32(places.count))
  }

  func number(_ value: Int, _ source: SchemaSource) throws(JSONSchemaError) -> JSONNumber {
    guard let number = source.tape.number(value) else { throw source.document.error(at: value, "must be a number") }
    return number
  }

  func count(_ value: Int, _ source: SchemaSource) throws(JSONSchemaError) -> Int {
    guard let number = source.tape.number(value), let count = Int(exactly: number.asDouble), count >= 0 else {
      throw source.document.error(at: value, "must be a whole number of at least 0")
    }
    return count
  }

  func text(_ value: Int, _ source: SchemaSource) throws(JSONSchemaError) -> String {
    guard source.tape.isString(value) else { throw source.document.error(at: value, "must be a string") }
    return source.tape.string(value)
  }

  func isTrue(_ value: Int, _ source: SchemaSource) throws(JSONSchemaError) -> Bool {
    guard source.tape.types(value) == .boolean else {
      throw source.document.error(at: value, "must be true or false")
    }
    return source.tape.letter(at: value) == JSONTape.Letter.yes
  }

  func format(_ value: Int, _ source: SchemaSource) throws(JSONSchemaError) -> TextFormat {
    let name = try text(value, source)
    guard let format = TextFormat(rawValue: name) else {
      let names = TextFormat.allCases.map(\.rawValue).sorted().joined(separator: ", ")
      throw source.document.error(
        at: value, "is \(Visible.quoted(name)), which is not supported", remedy: "supported are \(names)")
    }
    return format
  }
}
