/// An assertion that does not hold, the place of the value in the tape, and what the assertion's sentence needs beside.
struct SchemaFinding {
  let assertion: Int
  let place: Int
  let detail: Int

  /// In place of an assertion.
  static let tooDeep = -1
  /// The same for a schema that is entered too often.
  static let tooMany = -2
  /// As a detail: a pattern took too many steps.
  static let patternGivenUp = -2
  /// As a detail: the value is one of which there may be none.
  static let notAllowed = -1
}

extension JSONTape {
  func types(_ place: Int) -> TypeSet {
    switch letter(at: place) {
    case Letter.string: .string
    case Letter.object: .object
    case Letter.array: .array
    case Letter.signed, Letter.unsigned: [.number, .integer]
    case Letter.double: number(place).map { $0.isInteger ? [.number, .integer] : .number } ?? .number
    case Letter.null: .null
    default: .boolean
    }
  }
}
