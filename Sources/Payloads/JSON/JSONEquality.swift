/// Compares values as JSON Schema does: numbers by their value, objects in any order of their members. The two may be in
/// different documents.
enum JSONEquality {
  static func areEqual(_ left: JSONTape, _ one: Int, _ right: JSONTape, _ other: Int) -> Bool {
    let letter = left.letter(at: one)
    switch letter {
    case JSONTape.Letter.string:
      return right.isString(other) && left.text(one) == right.text(other)
    case JSONTape.Letter.object:
      return right.isObject(other) && areEqualObjects(left, one, right, other)
    case JSONTape.Letter.array:
      return right.isArray(other) && areEqualArrays(left, one, right, other)
    case JSONTape.Letter.signed, JSONTape.Letter.unsigned, JSONTape.Letter.double:
      guard let number = left.number(one), let beside = right.number(other) else { return false }
      return number == beside
    default:
      return letter == right.letter(at: other)
    }
  }

  private static func areEqualArrays(_ left: JSONTape, _ one: Int, _ right: JSONTape, _ other: Int) -> Bool {
    guard left.length(one) == right.length(other) else { return false }
    var at = one + 1
    var beside = other + 1
    let end = left.end(one)
    while at < end {
      if !areEqual(left, at, right, beside) { return false }
      at = left.next(at)
      beside = right.next(beside)
    }
    return true
  }

  private static func areEqualObjects(_ left: JSONTape, _ one: Int, _ right: JSONTape, _ other: Int) -> Bool {
    guard left.length(one) == right.length(other) else { return false }
    var at = one + 1
    let end = left.end(one)
    while at < end {
      guard let beside = value(of: left.text(at), in: right, other), areEqual(left, at + 1, right, beside) else {
        return false
      }
      at = left.next(at + 1)
    }
    return true
  }

  private static func value(of name: JSONBytes, in tape: JSONTape, _ object: Int) -> Int? {
    var at = object + 1
    let end = tape.end(object)
    while at < end {
      if tape.text(at) == name { return at + 1 }
      at = tape.next(at + 1)
    }
    return nil
  }

  /// Equal values have equal hashes.
  static func hash(_ tape: JSONTape, _ place: Int) -> UInt64 {
    let letter = tape.letter(at: place)
    var hash = UInt64(letter) &* 0x94d0_49bb_1331_11eb
    switch letter {
    case JSONTape.Letter.string: return hash ^ tape.text(place).hash
    case JSONTape.Letter.signed, JSONTape.Letter.unsigned, JSONTape.Letter.double:
      return tape.number(place)?.hash ?? 0
    case JSONTape.Letter.array:
      var at = place + 1
      let end = tape.end(place)
      while at < end {
        hash = (hash ^ Self.hash(tape, at)) &* 0x9e37_79b9_7f4a_7c15
        hash ^= hash >> 32
        at = tape.next(at)
      }
      return hash
    case JSONTape.Letter.object:
      var at = place + 1
      let end = tape.end(place)
      while at < end {
        // Added up, because the order does not matter.
        hash &+= (tape.text(at).hash ^ Self.hash(tape, at + 1)) &* 0xbf58_476d_1ce4_e5b9
        at = tape.next(at + 1)
      }
      return hash
    default: return hash
    }
  }
}
