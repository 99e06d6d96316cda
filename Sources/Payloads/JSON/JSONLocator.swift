/// Finds lines and columns in JSON's text, which a tape does not keep. Both count from 1, a column in characters of
/// Unicode.
enum JSONLocator {
  /// Where the value at `pointer` begins; as far as the pointer leads.
  static func position(of pointer: String, in text: [UInt8]) -> (line: Int, column: Int) {
    var scan = Scan(text: text)
    scan.blanks()
    var found = scan.at
    for step in JSONTape.steps(pointer) {
      guard scan.enter(step) else { break }
      found = scan.at
    }
    return position(at: found, in: text)
  }

  /// Where a text that is not well-formed stops being so, as far as its structure tells.
  static func position(ofFaultIn text: [UInt8]) -> (line: Int, column: Int) {
    position(at: offset(ofFaultIn: text), in: text)
  }

  /// The same, in bytes.
  static func offset(ofFaultIn text: [UInt8]) -> Int {
    var scan = Scan(text: text)
    if scan.value(depth: 0) { scan.blanks() }
    return scan.at
  }

  private static func position(at offset: Int, in text: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in text.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xc0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  private struct Scan {
    let text: [UInt8]
    var at = 0

    init(text: [UInt8]) { self.text = text }

    private var peek: UInt8 { at < text.count ? text[at] : 0 }

    mutating func blanks() {
      while " \t\r\n".utf8.contains(peek), at < text.count { at += 1 }
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      blanks()
      guard peek == UInt8(ascii: scalar) else { return false }
      at += 1
      return true
    }

    /// From the beginning of an object or array to the value at `step`; of members with one name, the last.
    mutating func enter(_ step: String) -> Bool {
      let isObject = peek == UInt8(ascii: "{")
      guard isObject || peek == UInt8(ascii: "[") else { return false }
      at += 1
      var found: Int?
      var index = 0
      while true {
        blanks()
        var name = String(index)
        if isObject {
          guard let key = key() else { break }
          name = key
        }
        blanks()
        let start = at
        if peek == UInt8(ascii: "]") || !value(depth: 0) { break }
        if name == step { found = start }
        index += 1
        if !take(",") { break }
      }
      at = found ?? at
      return found != nil
    }

    /// The name before a colon, as it is without its escapes.
    private mutating func key() -> String? {
      let start = at
      guard string() else { return nil }
      let quoted = Array(text[start..<at])
      guard take(":") else { return nil }
      var tape: JSONTape?
      let parser = JSONDocument()
      return withExtendedLifetime(parser) {
        guard quoted.withUnsafeBytes({ parser.parse($0, into: &tape) }) == nil else { return nil }
        return tape?.string(JSONTape.root)
      }
    }

    mutating func value(depth: Int) -> Bool {
      blanks()
      switch peek {
      case UInt8(ascii: "{"), UInt8(ascii: "["): return depth < 512 && values(depth: depth)
      case UInt8(ascii: "\""): return string()
      default: return word()
      }
    }

    private mutating func values(depth: Int) -> Bool {
      let isObject = peek == UInt8(ascii: "{")
      at += 1
      let close: Unicode.Scalar = isObject ? "}" : "]"
      if take(close) { return true }
      repeat {
        if isObject {
          blanks()
          guard string(), take(":") else { return false }
        }
        guard value(depth: depth + 1) else { return false }
      } while take(",")
      return take(close)
    }

    private mutating func string() -> Bool {
      guard peek == UInt8(ascii: "\"") else { return false }
      var end = at + 1
      while end < text.count, text[end] >= 0x20 {
        if text[end] == UInt8(ascii: "\"") {
          at = end + 1
          return true
        }
        end += text[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      return false
    }

    /// A number or a word, which simdjson has looked at, or will complain of.
    private mutating func word() -> Bool {
      let start = at
      while at < text.count, text[at].isLetter || text[at].isDigit || "+-.".utf8.contains(text[at]) { at += 1 }
      return at > start
    }
  }
}
