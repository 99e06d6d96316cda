/// The versions of JSON Schema that are supported, and those of OpenAPI whose schemas are draft 4 with `nullable`.
enum SchemaDialect {
  case draft4, draft6, draft7, draft2020
  case openAPI30, swagger2

  /// Every draft's address, with or without `#`, by http or https; also that of its hyper-schema, which asserts the same.
  init?(address: String) {
    switch Self.bare(address) {
    case "draft-04/schema", "draft-04/hyper-schema": self = .draft4
    case "draft-06/schema", "draft-06/hyper-schema": self = .draft6
    case "draft-07/schema", "draft-07/hyper-schema": self = .draft7
    case "draft/2020-12/schema", "draft/2020-12/hyper-schema", "schema": self = .draft2020
    default: return nil
    }
  }

  /// The draft by whose rules values are valid.
  var draft: Int {
    switch self {
    case .draft4, .openAPI30, .swagger2: 4
    case .draft6: 6
    case .draft7: 7
    case .draft2020: 2020
    }
  }

  var name: String {
    switch self {
    case .draft4: "draft 4"
    case .draft6: "draft 6"
    case .draft7: "draft 7"
    case .draft2020: "2020-12"
    case .openAPI30: "OpenAPI 3.0"
    case .swagger2: "Swagger 2"
    }
  }

  /// True for a schema of an OpenAPI document that is no JSON Schema of its own.
  var isOpenAPI: Bool { self == .openAPI30 || self == .swagger2 }

  /// The word for a schema's address; nil where a schema cannot have one.
  var addressWord: String? {
    switch self {
    case .draft4: "id"
    case .draft6, .draft7, .draft2020: "$id"
    case .openAPI30, .swagger2: nil
    }
  }

  /// True if the schema at `place` is a reference, beside which all other words are ignored.
  func isReference(_ place: Int, _ tape: JSONTape) -> Bool {
    draft < 2020 && tape.member("$ref", of: place).map(tape.isString) ?? false
  }

  /// The addresses to write as `$schema`, in quotes.
  static let address4 = "\"http://json-schema.org/draft-04/schema#\""
  static let address7 = "\"http://json-schema.org/draft-07/schema#\""
  static let address2020 = "\"https://json-schema.org/draft/2020-12/schema\""

  /// The part of an address after json-schema.org, without `#`; nil for other addresses.
  private static func bare(_ address: String) -> Substring? {
    var rest = address[...]
    if rest.hasSuffix("#") { rest.removeLast() }
    for host in ["https://json-schema.org/", "http://json-schema.org/"] where rest.hasPrefix(host) {
      return rest.dropFirst(host.count)
    }
    return nil
  }
}

/// The place in a file that names a dialect which is not supported, and what to write there.
struct UnsupportedDialect: Error {
  let pointer: String
  let sentence: String
  let remedy: String
}

extension SchemaDialect {
  /// The dialect that a file names, else `inherited`.
  static func of(_ tape: JSONTape, inherited: SchemaDialect) throws(UnsupportedDialect) -> SchemaDialect {
    if let place = tape.member("$schema", of: JSONTape.root) { return try named(place, "/$schema", tape) }
    if let version = text("openapi", tape) {
      if version.hasPrefix("3.0") { return .openAPI30 }
      guard let place = tape.member("jsonSchemaDialect", of: JSONTape.root) else { return .draft2020 }
      // OpenAPI's own dialect is 2020-12 and words that assert nothing.
      if tape.isString(place), tape.string(place).hasPrefix("https://spec.openapis.org/oas/3.") { return .draft2020 }
      return try named(place, "/jsonSchemaDialect", tape)
    }
    if text("swagger", tape)?.hasPrefix("2") == true { return .swagger2 }
    // AsyncAPI's schemas are a superset of draft 7.
    if text("asyncapi", tape) != nil { return .draft7 }
    return inherited
  }

  private static func text(_ name: String, _ tape: JSONTape) -> String? {
    tape.member(name, of: JSONTape.root).flatMap { tape.isString($0) ? tape.string($0) : nil }
  }

  /// The dialect that the text at `place` names.
  static func named(_ place: Int, _ pointer: String, _ tape: JSONTape) throws(UnsupportedDialect) -> SchemaDialect {
    guard tape.isString(place) else {
      throw UnsupportedDialect(pointer: pointer, sentence: "must be a string", remedy: "write \(address2020)")
    }
    let address = tape.string(place)
    if let dialect = SchemaDialect(address: address) { return dialect }
    switch bare(address) {
    case "draft/2019-09/schema", "draft/2019-09/hyper-schema":
      throw UnsupportedDialect(
        pointer: pointer, sentence: "is 2019-09, which is not supported",
        remedy: "write \(address2020), and prefixItems for items with an array, $dynamicRef for $recursiveRef")
    case "draft-05/schema", "draft-05/hyper-schema":
      throw UnsupportedDialect(
        pointer: pointer, sentence: "is draft 5, which has no address of its own", remedy: "write \(address4)")
    case "draft-01/schema", "draft-02/schema", "draft-03/schema":
      throw UnsupportedDialect(
        pointer: pointer, sentence: "is a draft before 4, which is not supported",
        remedy: "write \(address4), and required as an array of names")
    default:
      throw UnsupportedDialect(
        pointer: pointer,
        sentence: "is \(Visible.quoted(address, longest: Visible.longestAddress)), which is no draft of JSON Schema",
        remedy: "write \(likely(tape))")
    }
  }

  /// The address of the draft whose words a schema uses.
  private static func likely(_ tape: JSONTape) -> String {
    let root = JSONTape.root
    let words2020 = ["$defs", "$anchor", "prefixItems", "dependentRequired", "unevaluatedProperties"]
    if words2020.contains(where: { tape.member($0, of: root) != nil }) { return address2020 }
    let isIglu = tape.member("self", of: root).map(tape.isObject) == true
    return isIglu || text("id", tape) != nil ? address4 : address7
  }
}
