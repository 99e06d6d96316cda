/// A parsed document as simdjson lays it out (doc/tape.md in its source), valid until its parser is used again. A *place*
/// is the index of a value's first word; the document's own value is at 1. Nothing here allocates.
struct JSONTape {
  let words: UnsafePointer<UInt64>
  let count: Int
  let strings: UnsafePointer<UInt8>

  static let root = 1

  /// The letter in a value's first word.
  enum Letter {
    static let object = UInt8(ascii: "{")
    static let array = UInt8(ascii: "[")
    static let string = UInt8(ascii: "\"")
    static let signed = UInt8(ascii: "l")
    static let unsigned = UInt8(ascii: "u")
    static let double = UInt8(ascii: "d")
    static let yes = UInt8(ascii: "t")
    static let no = UInt8(ascii: "f")
    static let null = UInt8(ascii: "n")
  }

  func letter(at place: Int) -> UInt8 { UInt8(truncatingIfNeeded: words[place] >> 56) }

  func isObject(_ place: Int) -> Bool { letter(at: place) == Letter.object }
  func isArray(_ place: Int) -> Bool { letter(at: place) == Letter.array }
  func isString(_ place: Int) -> Bool { letter(at: place) == Letter.string }

  /// The place of the next value; in an object a member is its key and then its value.
  func next(_ place: Int) -> Int {
    switch letter(at: place) {
    case Letter.object, Letter.array: Int(UInt32(truncatingIfNeeded: words[place]))
    case Letter.signed, Letter.unsigned, Letter.double: place + 2
    default: place + 1
    }
  }

  /// The word that closes the object or array at `place`, after its values.
  func end(_ place: Int) -> Int { Int(UInt32(truncatingIfNeeded: words[place])) - 1 }

  /// The number of members or values of the object or array at `place`.
  func length(_ place: Int) -> Int {
    let noted = Int(words[place] >> 32) & 0xff_ffff
    if noted < 0xff_ffff { return noted }
    var count = 0
    var at = place + 1
    let end = end(place)
    while at < end {
      if isObject(place) { at += 1 }
      at = next(at)
      count += 1
    }
    return count
  }

  func text(_ place: Int) -> JSONBytes {
    let start = UnsafeRawPointer(strings) + Int(words[place] & 0x00ff_ffff_ffff_ffff)
    return JSONBytes(base: start + 4, count: Int(start.loadUnaligned(as: UInt32.self)))
  }

  func number(_ place: Int) -> JSONNumber? {
    let bits = words[place + 1]
    switch letter(at: place) {
    case Letter.signed: return .signed(Int64(bitPattern: bits))
    case Letter.unsigned: return .unsigned(bits)
    case Letter.double: return .double(Double(bitPattern: bits))
    default: return nil
    }
  }

  func string(_ place: Int) -> String { String(decoding: text(place).buffer, as: UTF8.self) }

  /// The value of the object's member with that name; of several the last.
  func member(_ name: String, of place: Int) -> Int? {
    guard isObject(place) else { return nil }
    var name = name
    return name.withUTF8 { name in
      var found: Int?
      forEachMember(of: place) { key, value in
        let text = text(key)
        if text.count == name.count, text.buffer.elementsEqual(name) { found = value }
      }
      return found
    }
  }

  /// The names of an object's members, in order; none where it is no object.
  func names(of place: Int) -> [String] {
    guard isObject(place) else { return [] }
    var names: [String] = []
    forEachMember(of: place) { key, _ in names.append(string(key)) }
    return names
  }

  func forEachMember(of place: Int, _ body: (_ key: Int, _ value: Int) -> Void) {
    var at = place + 1
    let end = end(place)
    while at < end {
      body(at, at + 1)
      at = next(at + 1)
    }
  }

  func elements(of place: Int) -> [Int] {
    var places: [Int] = []
    var at = place + 1
    let end = end(place)
    while at < end {
      places.append(at)
      at = next(at)
    }
    return places
  }
}
