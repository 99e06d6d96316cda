/// An assertion that does not hold, the place of the value in the tape, and a detail for the assertion's message.
struct FailedAssertion {
  let assertion: Int
  let place: Int
  let detail: Int

  /// In place of an assertion: schemas are nested too deeply.
  static let tooDeep = -1
  /// In place of an assertion: schemas were entered too often.
  static let tooMany = -2
  /// As a detail: a pattern took too many steps.
  static let patternGivenUp = -2
  /// As a detail: the value must not be present.
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

  /// The types by draft 4, where `1.0` is no integer. Numbers too large for 64 bits have no other form on the tape than that of
  /// fractions, and are integers.
  func exactTypes(_ place: Int) -> TypeSet {
    guard letter(at: place) == Letter.double else { return types(place) }
    let types = types(place)
    return number(place).map { abs($0.asDouble) < 0x1p63 } ?? true ? types.subtracting(.integer) : types
  }
}
