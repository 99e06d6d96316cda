/// The kind of document that a schema which restricts nothing seems to be. Parts of it that are schemas are named as the
/// fragment of an address: `/components/schemas/Order`.
package enum UnrestrictingSchema: Sendable, Equatable {
  case openAPI(part: String?)
  case swagger(part: String?)
  case asyncAPI(part: String?)
  /// The answer of a schema registry, which has the schema as text.
  case registryAnswer(isJSON: Bool)
  /// Only definitions of schemas, or one schema as a member.
  case holder(part: String)
  /// A message: none of its names is a word of JSON Schema.
  case message(name: String)
  case unknown

  /// Nil where the document says that it allows everything: `{}` or `true`.
  init?(_ root: SchemaPlace, _ document: SchemaDocument) {
    let tape = document.tape
    guard tape.isObject(root.place), tape.length(root.place) > 0 else { return nil }
    let pointer = tape.pointer(to: root.place)
    func text(_ name: String) -> String? {
      tape.member(name, of: root.place).flatMap { tape.isString($0) ? tape.string($0) : nil }
    }
    /// The first object that the steps lead to, where "*" is any member.
    func part(_ steps: [String]) -> String? {
      Self.first(steps[...], tape, root.place).map { pointer + JSONTape.pointer(of: $0) }.map(Self.fragment)
    }
    let components = ["components", "schemas", "*"]
    let bodies = [
      components, ["paths", "*", "*", "requestBody", "content", "*", "schema"],
      ["paths", "*", "*", "responses", "*", "content", "*", "schema"],
      ["webhooks", "*", "*", "requestBody", "content", "*", "schema"],
    ]
    let payloads = [
      ["components", "messages", "*", "payload"], components, ["channels", "*", "messages", "*", "payload"],
      ["channels", "*", "publish", "message", "payload"], ["channels", "*", "subscribe", "message", "payload"],
    ]
    if text("openapi") != nil {
      self = .openAPI(part: bodies.lazy.compactMap(part).first)
    } else if text("swagger") != nil {
      let parts = [["definitions", "*"], ["paths", "*", "*", "responses", "*", "schema"]]
      self = .swagger(part: parts.lazy.compactMap(part).first)
    } else if text("asyncapi") != nil {
      // A payload may name its format, beside the schema.
      self = .asyncAPI(part: (payloads.map { $0 + ["schema"] } + payloads).lazy.compactMap(part).first)
    } else if let schema = text("schema") {
      let isJSON = text("schemaType") == "JSON" || !["\"record\"", "syntax"].contains { schema.contains($0) }
      self = .registryAnswer(isJSON: isJSON)
    } else if let part = [["$defs", "*"], ["definitions", "*"], ["payload"], ["schema"]].lazy.compactMap(part).first {
      self = .holder(part: part)
    } else if let name = tape.names(of: root.place).first, !tape.names(of: root.place).contains(where: Self.isWord) {
      let held = tape.names(of: root.place).first { name in
        tape.member(name, of: root.place).map { Self.isLikelySchema($0, tape) } ?? false
      }
      let part = held.flatMap { part([$0]) } ?? part(["*", "payload"])
      self = part.map { .holder(part: $0) } ?? .message(name: name)
    } else {
      self = .unknown
    }
  }

  /// The steps to the first object.
  private static func first(_ steps: ArraySlice<String>, _ tape: JSONTape, _ place: Int) -> [String]? {
    guard let step = steps.first else { return tape.isObject(place) ? [] : nil }
    let names = step == "*" ? tape.names(of: place) : [step]
    for name in names {
      guard let value = tape.member(name, of: place), let rest = first(steps.dropFirst(), tape, value) else { continue }
      return [name] + rest
    }
    return nil
  }

  /// True for an object with a word that few messages have as a name with such a value.
  private static func isLikelySchema(_ place: Int, _ tape: JSONTape) -> Bool {
    func value(_ name: String, _ isSuch: (Int) -> Bool) -> Bool { tape.member(name, of: place).map(isSuch) ?? false }
    return value("properties", tape.isObject) || value("$ref", tape.isString) || value("allOf", tape.isArray)
      || value("oneOf", tape.isArray) || value("anyOf", tape.isArray)
      || value("type") { type in tape.isString(type) && TypeSet.names.contains { $0.0 == tape.string(type) } }
  }

  private static func isWord(_ name: String) -> Bool {
    SchemaKeyword(rawValue: name) != nil || name.hasPrefix("$") || name == "title" || name == "description"
  }

  /// The pointer with the escapes that a fragment needs.
  static func fragment(_ pointer: String) -> String {
    let plain = Set("-._~!$&'()*+,;=:@/?".utf8)
    return pointer.utf8.map { byte in
      byte.isLetter || byte.isDigit || plain.contains(byte)
        ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
