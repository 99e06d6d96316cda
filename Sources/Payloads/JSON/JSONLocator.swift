/// Finds lines and columns in the text of JSON, which a tape does not keep. Both count from 1, columns in Unicode scalars.
package enum JSONLocator {
  /// The position of the value at `pointer`, or of the last value that the pointer reaches.
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

  /// The position at which a text stops being well-formed; nil where it is unknown.
  package static func position(ofFaultIn text: [UInt8]) -> (line: Int, column: Int)? {
    offset(ofFaultIn: text).map { position(at: $0, in: text) }
  }

  /// The byte at which a text stops being well-formed; nil where it is unknown.
  package static func offset(ofFaultIn text: [UInt8]) -> Int? {
    var scan = Scan(text: text)
    if scan.value(depth: 0) {
      scan.blanks()
      if scan.at == text.count { return nil }
    }
    return scan.isTooDeep ? nil : scan.at
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
    /// True where the text is nested too deeply to be checked.
    private(set) var isTooDeep = false

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

    /// Goes from the beginning of an object or array to the value at `step`; of members with the same name, the last.
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

    /// The name before a colon, without its escapes.
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
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        isTooDeep = isTooDeep || depth == 512
        return depth < 512 && values(depth: depth)
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
        guard text[end] == UInt8(ascii: "\\") else {
          end += 1
          continue
        }
        guard let length = escape(at: end) else {
          at = end
          return false
        }
        end += length
      }
      return false
    }

    /// The length of an escape; nil where it is invalid. A surrogate pair counts as one.
    private func escape(at start: Int) -> Int? {
      guard start + 1 < text.count else { return nil }
      if "\"\\/bfnrt".utf8.contains(text[start + 1]) { return 2 }
      guard let first = unit(at: start) else { return nil }
      if 0xdc00...0xdfff ~= first { return nil }
      guard 0xd800...0xdbff ~= first else { return 6 }
      return unit(at: start + 6).map { 0xdc00...0xdfff ~= $0 } == true ? 12 : nil
    }

    /// The code unit of `\u` and four digits.
    private func unit(at start: Int) -> UInt16? {
      guard start + 6 <= text.count, text[start] == UInt8(ascii: "\\"), text[start + 1] == UInt8(ascii: "u") else {
        return nil
      }
      let digits = text[(start + 2)..<(start + 6)]
      guard digits.allSatisfy({ $0.isDigit || 0x41...0x46 ~= $0 & 0xdf }) else { return nil }
      return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    }

    /// Reads a number, `true`, `false` or `null`.
    private mutating func word() -> Bool {
      let start = at
      while at < text.count, text[at].isLetter || text[at].isDigit || "+-.".utf8.contains(text[at]) { at += 1 }
      let word = text[start..<at]
      if ["true", "false", "null"].contains(where: { word.elementsEqual($0.utf8) }) || Self.isNumber(word) {
        return true
      }
      at = start
      return false
    }

    /// True for a number by RFC 8259, 6.
    private static func isNumber(_ word: ArraySlice<UInt8>) -> Bool {
      var rest = word
      func digits() -> Int {
        let count = rest.prefix(while: \.isDigit).count
        rest = rest.dropFirst(count)
        return count
      }
      if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      let hasZero = rest.first == UInt8(ascii: "0")
      let count = digits()
      if count == 0 || (hasZero && count > 1) { return false }
      if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        if digits() == 0 { return false }
      }
      if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        if digits() == 0 { return false }
      }
      return rest.isEmpty
    }
  }
}
