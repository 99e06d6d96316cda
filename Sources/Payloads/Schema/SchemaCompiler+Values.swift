/// Checks of the values of keywords.
extension SchemaCompiler {
  mutating func types(_ value: Int, _ source: SchemaSource) throws(SchemaMistake) -> Assertion {
    let tape = source.tape
    var types: TypeSet = []
    let places = tape.isArray(value) ? tape.elements(of: value) : [value]
    guard !places.isEmpty else { throw source.document.mistake(at: value, "must name at least one type") }
    for place in places {
      if tape.isString(place), let type = TypeSet.names.first(where: { $0.0 == tape.string(place) }) {
        types.insert(type.1)
      } else {
        note(notType(place, source))
      }
    }
    if source.isNullable { types.insert(.null) }
    // Through draft 4, a number that is written with a fraction or an exponent is no integer.
    return source.dialect.draft == 4 && types.contains(.integer) && !types.contains(.number)
      ? .exactType(types) : .type(types)
  }

  private func notType(_ place: Int, _ source: SchemaSource) -> SchemaMistake {
    let tape = source.tape
    let members = ["fields", "symbols", "namespace"]
    if tape.isString(place), ["record", "fixed", "enum"].contains(tape.string(place)),
      members.contains(where: { tape.member($0, of: source.place.place) != nil })
    {
      return source.document.mistake(
        at: place, "is \(Visible.quoted(tape.string(place))): this is an Avro schema, which is not supported",
        remedy: "write a JSON Schema of the message")
    }
    return source.document.mistake(at: place, "must be one of \(TypeSet.names.map(\.0).joined(separator: ", "))")
  }

  mutating func literals(_ places: [Int], _ source: SchemaSource) -> Rows {
    let first = Int32(tables.literals.count)
    tables.literals += places.map { Literal(document: Int32(source.place.document), place: Int32($0)) }
    return Rows(first: first, count: Int32(places.count))
  }

  func number(_ value: Int, _ source: SchemaSource) throws(SchemaMistake) -> JSONNumber {
    guard let number = source.tape.number(value) else { throw source.document.mistake(at: value, "must be a number") }
    return number
  }

  func count(_ value: Int, _ source: SchemaSource) throws(SchemaMistake) -> Int {
    guard let number = source.tape.number(value), let count = Int(exactly: number.asDouble), count >= 0 else {
      throw source.document.mistake(at: value, "must be a whole number of at least 0")
    }
    return count
  }

  func text(_ value: Int, _ source: SchemaSource) throws(SchemaMistake) -> String {
    guard source.tape.isString(value) else { throw source.document.mistake(at: value, "must be a string") }
    return source.tape.string(value)
  }

  func isTrue(_ value: Int, _ source: SchemaSource) throws(SchemaMistake) -> Bool {
    guard source.tape.types(value) == .boolean else {
      throw source.document.mistake(at: value, "must be true or false")
    }
    return source.tape.letter(at: value) == JSONTape.Letter.yes
  }

  /// Nil where the format restricts nothing, which is noted.
  mutating func format(_ value: Int, _ source: SchemaSource) throws(SchemaMistake) -> TextFormat? {
    let name = try text(value, source)
    if let format = TextFormat(rawValue: name) { return format }
    let isDefined = name == TextFormat.notEnforced
    note(
      IneffectiveWord(
        word: name, reason: .format(candidates: isDefined ? [] : TextFormat.allCases.map(\.rawValue)),
        document: source.document, place: value))
    return nil
  }

  /// A bound of `minimum` or `maximum`, or of the words that exclude it, which are true or false in draft 4.
  func bound(
    _ keyword: SchemaKeyword, _ value: Int, _ source: SchemaSource
  ) throws(SchemaMistake) -> [Assertion] {
    let isLower = keyword == .minimum || keyword == .exclusiveMinimum
    let isExclusive = keyword == .exclusiveMinimum || keyword == .exclusiveMaximum
    let plain: SchemaKeyword = isLower ? .minimum : .maximum
    let excluding: SchemaKeyword = isLower ? .exclusiveMinimum : .exclusiveMaximum
    let isBoolean = source.tape.types(value) == .boolean
    if source.dialect.draft == 4 {
      if isExclusive {
        guard isBoolean else {
          throw source.document.mistake(
            at: value, "must be true or false in \(source.dialect.name)",
            remedy: "write the number as \(plain.rawValue), and \(keyword.rawValue): true beside it")
        }
        if source.members[plain] == nil {
          throw source.document.mistake(at: value, "needs \(plain.rawValue) beside it")
        }
        return []
      }
      let number = try number(value, source)
      if let place = source.members[excluding], source.tape.letter(at: place) == JSONTape.Letter.yes {
        return [isLower ? .exclusiveMinimum(number) : .exclusiveMaximum(number)]
      }
      return [isLower ? .minimum(number) : .maximum(number)]
    }
    if isExclusive, isBoolean {
      throw source.document.mistake(
        at: value, "is \(source.tape.letter(at: value) == JSONTape.Letter.yes), as in draft 4",
        remedy: "write the number here in place of \(plain.rawValue), or set $schema to \(SchemaDialect.address4)")
    }
    let number = try number(value, source)
    return switch keyword {
    case .exclusiveMinimum: [.exclusiveMinimum(number)]
    case .exclusiveMaximum: [.exclusiveMaximum(number)]
    default: [isLower ? .minimum(number) : .maximum(number)]
    }
  }
}
