/// One schema while it is compiled.
struct SchemaSource {
  let document: SchemaDocument
  let place: SchemaPlace
  let scope: SchemaScope
  /// The places of the values.
  private(set) var members: [SchemaKeyword: Int] = [:]
  private(set) var ineffectiveWords: [IneffectiveWord] = []

  init(document: SchemaDocument, place: SchemaPlace, scope: SchemaScope) {
    self.document = document
    self.place = place
    self.scope = scope
  }

  var tape: JSONTape { document.tape }
  var dialect: SchemaDialect { scope.dialect }

  func child(_ place: Int) -> SchemaPlace { SchemaPlace(document: self.place.document, place: place) }

  /// Sorts the words of the schema, and returns those that must not be there.
  mutating func readMembers() -> [SchemaMistake] {
    var mistakes: [SchemaMistake] = []
    var seen: Set<String> = []
    var keys: [(key: Int, value: Int)] = []
    tape.forEachMember(of: place.place) { keys.append(($0, $1)) }
    let isReference = dialect.isReference(place.place, tape)
    let names = Set(tape.names(of: place.place))
    for (key, value) in keys {
      let word = tape.string(key)
      guard seen.insert(word).inserted else {
        mistakes.append(document.mistake(at: value, "is defined twice"))
        continue
      }
      let isIdle = isReference && word != "$ref"
      if let reason = IneffectiveWord.Reason(
        word, tape.types(value), beside: names, isBesideReference: isIdle, in: dialect)
      {
        ineffectiveWords.append(
          IneffectiveWord(word: word, reason: reason, document: document, place: value))
      }
      if isIdle { continue }
      if let refusal = SchemaKeyword.refusal(word, in: dialect) {
        mistakes.append(document.mistake(at: value, refusal.sentence, remedy: refusal.remedy))
      } else if let keyword = SchemaKeyword(rawValue: word) {
        members[keyword] = value
      }
    }
    return mistakes
  }

  /// True if `nullable: true` adds null to the types of the schema.
  var isNullable: Bool {
    guard dialect == .openAPI30, let place = tape.member("nullable", of: place.place) else { return false }
    return tape.letter(at: place) == JSONTape.Letter.yes
  }
}
