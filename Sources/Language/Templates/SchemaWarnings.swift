internal import Diagnostics
internal import Payloads
internal import Templates

extension ValueSchema.Compiled {
  /// Warnings about a JSON Schema: that it restricts nothing, or its first words that have no effect.
  /// - Parameter name: the file as the scenario names it.
  func warnings(name: String) -> [SchemaError] {
    guard case .json(let schema) = self else { return [] }
    let words = SchemaError.warnings(schema.ineffectiveWords)
    guard let document = schema.unrestricting else { return words }
    let hasMisspelt = schema.ineffectiveWords.contains(where: \.isMisspelt)
    let (meaning, remedy) = document.words(name, hasMisspelt: hasMisspelt)
    let root = SchemaError(schema.error("restricts nothing" + meaning, remedy: remedy))
    // Words of another kind of document say no more.
    return [root] + (document == .unknown || hasMisspelt ? words : [])
  }
}

extension SchemaError {
  /// The first words that have no effect.
  static func warnings(_ words: [IneffectiveWord]) -> [SchemaError] {
    let idle = words.lazy.compactMap { word in
      word.warning.map { SchemaError(word.error($0.sentence, remedy: $0.remedy)) }
    }
    return Array(idle.prefix(mostWarnings))
  }

  private static let mostWarnings = 20
}

extension UnrestrictingSchema {
  /// The rest of the sentence "restricts nothing", and what to write.
  fileprivate func words(_ file: String, hasMisspelt: Bool) -> (meaning: String, remedy: String?) {
    func naming(_ part: String?) -> String {
      "name the part that is one: schema: \(file)#\(part ?? "/ and the names that lead to it")"
    }
    return switch self {
    case .openAPI(let part): (": it is an OpenAPI document", naming(part))
    case .swagger(let part): (": it is a Swagger document", naming(part))
    case .asyncAPI(let part): (": it is an AsyncAPI document", naming(part))
    case .registryAnswer(isJSON: true):
      (": it is the answer of a schema registry", "save the text of \"schema\" in a file of its own, and name that")
    case .registryAnswer(isJSON: false):
      (
        ": it is the answer of a schema registry, and its schema is no JSON Schema",
        "write a JSON Schema of the message: Avro and Protobuf are not supported"
      )
    case .holder(let part): (": it only holds schemas", naming(part))
    case .message(let name) where !hasMisspelt:
      (
        ": it has no word of JSON Schema",
        "if it is a message, write what each must have: {\"type\": \"object\", \"required\": [\(quoted(name))]}"
      )
    case .message: ("", nil)
    case .unknown: ("", "write what a value must be, such as \"type\": \"object\"; {} alone allows everything")
    }
  }
}

extension IneffectiveWord {
  /// True if it is probably a keyword with a typing mistake.
  fileprivate var isMisspelt: Bool {
    guard case .unknown(let candidates) = reason else { return false }
    return Suggestion.nearest(to: word, in: candidates) != nil
  }

  /// Nil for a word of an author's own.
  fileprivate var warning: (sentence: String, remedy: String?)? {
    switch reason {
    case .unknown(let candidates):
      return Suggestion.nearest(to: word, in: candidates).map {
        ("is not a keyword of JSON Schema, and restricts nothing", "did you mean \(quoted($0))?")
      }
    case .besideReference(let dialect):
      let other = word == "nullable" ? "" : ", or put both under allOf"
      return ("is beside $ref, and \(dialect) ignores it there", "write it where $ref leads" + other)
    case .otherDraft(let dialect, let instead):
      return ("is not a keyword of \(dialect)", "did you mean \(quoted(instead))?")
    case .nullable:
      let owner = word == "nullable" ? "OpenAPI 3.0's" : "an extension"
      return ("is \(owner), and does not allow null here", "write \"null\" as one of the types")
    case .nullableAlone:
      return (
        "has no effect without \"type\" beside it", "write \"type\" beside it, or {\"enum\": [null]} as one of anyOf"
      )
    case .format(candidates: []):
      return ("is \(quoted(word)), which is not checked", "hostname is, for the ASCII form")
    case .format(let candidates):
      return (
        "is \(quoted(word)), which no draft of JSON Schema defines, and restricts nothing", remedy(ofFormat: candidates)
      )
    }
  }

  private func remedy(ofFormat candidates: [String]) -> String? {
    if let range = Self.ranges[word] { return "write \"minimum\": \(range.0), \"maximum\": \(range.1)" }
    return Suggestion.nearest(to: word, in: candidates).map { "did you mean \(quoted($0))?" }
  }

  /// The ranges of whole numbers that tools write as a format.
  private static let ranges: [String: (String, String)] = [
    "int8": ("\(Int8.min)", "\(Int8.max)"), "int16": ("\(Int16.min)", "\(Int16.max)"),
    "int32": ("\(Int32.min)", "\(Int32.max)"), "int64": ("\(Int64.min)", "\(Int64.max)"),
    "uint8": ("0", "\(UInt8.max)"), "uint16": ("0", "\(UInt16.max)"), "uint32": ("0", "\(UInt32.max)"),
    "uint64": ("0", "\(UInt64.max)"), "uint": ("0", "\(UInt32.max)"),
  ]
}
