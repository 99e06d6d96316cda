/// A word in a schema that restricts nothing, and probably should.
package struct IneffectiveWord: Sendable {
  package enum Reason: Sendable, Equatable {
    /// No draft has the word, so it is an annotation. Candidates are keywords that may have been meant: those that may have a
    /// value of its kind, and are not there yet.
    case unknown(candidates: [String])
    /// It is beside `$ref`, where the dialect with this name ignores it.
    case besideReference(String)
    /// The value of `format` is none that is enforced. Candidates are those that are.
    case format(candidates: [String])
    /// The dialect with this name has another word for it.
    case otherDraft(String, instead: String)
    /// `nullable` in a schema that is not OpenAPI 3.0's.
    case nullable
    /// `nullable` without `type` beside it, which OpenAPI 3.0 ignores.
    case nullableAlone
  }

  /// The word; for a format, its name.
  package let word: String
  package let reason: Reason
  let document: SchemaDocument
  let place: Int

  /// An error at the position of the word's value.
  package func error(_ sentence: String, remedy: String?) -> JSONSchemaError {
    document.mistake(at: place, sentence, remedy: remedy).error
  }

  /// The most that are kept for one schema.
  static let most = 1000
}

extension IneffectiveWord.Reason {
  /// Nil for a word that restricts something, for a known annotation, and for one of an author's own.
  init?(
    _ word: String, _ types: TypeSet, beside names: Set<String>, isBesideReference: Bool, in dialect: SchemaDialect
  ) {
    let isKeyword = SchemaKeyword(rawValue: word) != nil
    if isBesideReference {
      guard isKeyword || (word == "nullable" && dialect.isOpenAPI) else { return nil }
      self = .besideReference(dialect.name)
      return
    }
    if isKeyword || Self.annotations.contains(word) || word.hasPrefix("x-") && word != "x-nullable" { return nil }
    switch word {
    case "id" where dialect.draft > 4 && types == .string && !names.contains("$id"):
      self = .otherDraft(dialect.name, instead: "$id")
    case "$id" where dialect == .draft4 && types == .string: self = .otherDraft(dialect.name, instead: "id")
    case "id", "$id": return nil
    case "nullable" where dialect == .openAPI30: if names.contains("type") { return nil } else { self = .nullableAlone }
    case "nullable", "x-nullable": if types == .boolean { self = .nullable } else { return nil }
    default:
      if dialect.isOpenAPI, Self.openAPI.contains(word) { return nil }
      let candidates = SchemaKeyword.allCases.filter {
        $0.isKnown(in: dialect) && !$0.values.isDisjoint(with: types) && !names.contains($0.rawValue)
      }
      self = .unknown(candidates: candidates.map(\.rawValue))
    }
  }

  private static let annotations: Set<String> = [
    "$schema", "$anchor", "$dynamicAnchor", "$vocabulary", "$comment", "$defs", "definitions", "title",
    "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "contentEncoding",
    "contentMediaType", "contentSchema",
  ]

  private static let openAPI: Set<String> = ["discriminator", "example", "xml", "externalDocs"]
}
