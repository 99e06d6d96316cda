/// Makes the message of a document that is not valid.
struct SchemaSentence {
  let store: SchemaStore
  let tape: JSONTape

  func failure(_ finding: FailedAssertion) -> JSONSchemaViolation {
    let pointer = Visible.escaped(tape.pointer(to: finding.place))
    guard finding.assertion != FailedAssertion.tooDeep else {
      return .init(pointer: pointer, keyword: nil, sentence: "is nested too deeply to be validated")
    }
    guard finding.assertion != FailedAssertion.tooMany else {
      return .init(pointer: pointer, keyword: nil, sentence: "takes too many steps to be validated")
    }
    let keyword = store.keywords[finding.assertion]
    let assertion = store.assertions[finding.assertion]
    let (word, sentence) = words(assertion, finding, keyword)
    return .init(pointer: pointer, keyword: (word ?? keyword).rawValue, sentence: sentence)
  }

  /// A keyword, where one assertion covers several, and the message.
  private typealias Words = (SchemaKeyword?, String)

  private func words(_ assertion: Assertion, _ finding: FailedAssertion, _ keyword: SchemaKeyword) -> Words {
    let value = shown(tape, finding.place)
    let isRefused = finding.detail == FailedAssertion.notAllowed
    switch assertion {
    case .type(let types), .exactType(let types): return (nil, "\(value) is not \(Self.either(types))")
    case .constant(let rows): return (nil, "\(value) is not \(literals(rows))")
    case .enumeration(let rows): return (nil, "\(value) is \(rows.count == 1 ? "not" : "none of") \(literals(rows))")
    case .minimum(let bound): return (nil, "\(value) is less than \(Self.text(bound))")
    case .maximum(let bound): return (nil, "\(value) is greater than \(Self.text(bound))")
    case .exclusiveMinimum(let bound): return (nil, "\(value) is not greater than \(Self.text(bound))")
    case .exclusiveMaximum(let bound): return (nil, "\(value) is not less than \(Self.text(bound))")
    case .multipleOf(let divisor): return (nil, "\(value) is not a multiple of \(Self.text(divisor.number))")
    case .minLength(let least): return (nil, "\(value) has \(length(finding)), fewer than \(least)")
    case .maxLength(let most): return (nil, "\(value) has \(length(finding)), more than \(most)")
    case .format(let format): return (nil, "\(value) is not \(format.noun)")
    case .pattern(let pattern):
      let text = Visible.quoted(store.patternTexts[Int(pattern)])
      if finding.detail == FailedAssertion.patternGivenUp { return (nil, "the pattern \(text) takes too many steps") }
      return (nil, "\(value) does not match \(text)")
    case .minItems(let least), .minProperties(let least): return (nil, "has \(length(finding)), fewer than \(least)")
    case .maxItems(let most), .maxProperties(let most): return (nil, "has \(length(finding)), more than \(most)")
    case .uniqueItems:
      let pointer = Visible.escaped(tape.pointer(to: finding.detail))
      return (nil, "\(value) is a duplicate of \(pointer)")
    case .object(let plan):
      if finding.detail == FailedAssertion.patternGivenUp {
        return (.patternProperties, "a pattern takes too many steps")
      }
      if isRefused { return (.additionalProperties, "is not allowed: the schema allows no other members") }
      let name = store.nameText(Int(store.objects[Int(plan)].names.first) + finding.detail)
      return (.required, "\(Visible.quoted(name)) is missing")
    case .propertyNames: return (nil, "is not an allowed name")
    case .dependentRequired, .dependentSchemas:
      let row = store.dependencies[finding.detail]
      let names = (store.nameText(Int(row.name)), store.nameText(Int(row.needs)))
      return (nil, "\(Visible.quoted(names.1)) is missing, which \(Visible.quoted(names.0)) requires")
    case .contains(_, let least, let most):
      let isOver = finding.detail > most
      let bound = isOver ? "more than \(most)" : "fewer than \(least)"
      return (isOver ? .maxContains : nil, "has \(finding.detail) of the items that it must contain, \(bound)")
    case .anyOf(let rows): return (nil, "\(value) matches none of \(rows.count) schemas")
    case .oneOf(let rows):
      let number = finding.detail == 0 ? "none" : "more than one"
      return (nil, "\(value) matches \(number) of \(rows.count) schemas")
    case .unevaluatedItems, .unevaluatedProperties: return (nil, "is not allowed: no schema covers it")
    case .never where keyword == .not: return (nil, "is not allowed")
    case .never, .not, .items, .reference, .dynamicReference, .allOf, .conditional:
      return (nil, "\(value) matches a schema that it must not match")
    }
  }

  private func length(_ finding: FailedAssertion) -> String {
    let isText = tape.isString(finding.place)
    let count = isText ? tape.text(finding.place).scalars : tape.length(finding.place)
    let noun = isText ? "character" : tape.isArray(finding.place) ? "item" : "member"
    return "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func literals(_ rows: Rows) -> String {
    let some = rows.indices.prefix(6).map { row in
      let literal = store.literals[row]
      return shown(store.tapes[Int(literal.document)], Int(literal.place))
    }
    return some.joined(separator: ", ") + (rows.count > 6 ? ", …" : "")
  }

  private func shown(_ tape: JSONTape, _ place: Int) -> String {
    switch tape.letter(at: place) {
    case JSONTape.Letter.object: "an object"
    case JSONTape.Letter.array: "an array"
    case JSONTape.Letter.string: Visible.quoted(tape.string(place))
    case JSONTape.Letter.yes: "true"
    case JSONTape.Letter.no: "false"
    case JSONTape.Letter.null: "null"
    default: tape.number(place).map(Self.text) ?? ""
    }
  }

  private static func text(_ number: JSONNumber) -> String {
    switch number {
    case .signed(let value): "\(value)"
    case .unsigned(let value): "\(value)"
    case .double(let value): "\(value)"
    }
  }

  private static func either(_ types: TypeSet) -> String {
    let names = TypeSet.names.filter { types.contains($0.1) }.map { name, type in
      type == .null ? "null" : "\("aeiou".contains(name.prefix(1)) ? "an" : "a") \(name)"
    }
    return names.joined(separator: " or ")
  }
}
