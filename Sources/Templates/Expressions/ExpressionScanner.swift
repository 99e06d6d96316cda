internal import Diagnostics

/// Reads names, numbers, strings and lists out of an expression.
package struct ExpressionScanner {
  /// The most characters of a placeholder: more than a person writes, and few enough to be read at once.
  static let longest = 16_384
  static let deepest = 8

  let scalars: ArraySlice<Unicode.Scalar>
  private(set) var index: Int

  init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self.scalars = scalars
    index = scalars.startIndex
  }

  var isAtEnd: Bool { index >= scalars.endIndex }
  var next: Unicode.Scalar? { isAtEnd ? nil : scalars[index] }
  /// The range of the next character, or of the end.
  var place: Range<Int> { index..<max(index + 1, min(index + 1, scalars.endIndex)) }

  mutating func skipBlanks() { while let scalar = next, " \t\r\n".unicodeScalars.contains(scalar) { index += 1 } }

  /// Skips `scalar` if it comes next, and returns whether it did.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    index += 1
    return true
  }

  /// The letters, digits and `_` that come next.
  mutating func word() -> String {
    let start = index
    while let scalar = next, Identifier.isPart(scalar) { index += 1 }
    return text(start..<index)
  }

  /// Takes this word, if it comes next.
  mutating func takeWord(_ word: String) -> Bool {
    var probe = self
    guard probe.word() == word else { return false }
    self = probe
    return true
  }

  /// The text up to the end.
  mutating func rest() -> String {
    let start = index
    index = scalars.endIndex
    return text(start..<index)
  }

  func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  /// The remedies for values that calls in Python begin with.
  private static let ofPython: [String: String] = {
    let moment = "write a moment such as '-30d' or '2024-01-31'"
    let zone = "write 'UTC' or an offset such as '+02:00'"
    return [
      "datetime": moment, "date": moment, "timedelta": "write '-30d' or '+1h30m'",
      "pytz": zone, "timezone": zone, "ZoneInfo": zone, "zoneinfo": zone, "UTC": zone, "utc": zone,
      "OrderedDict": "write random.choices(['a', 'b'], weights=[9, 1])",
      "Decimal": "write the number without quotes", "range": "write random.randint(0, 9)",
    ]
  }()

  mutating func literal(depth: Int = 0) throws(ExpressionError) -> Literal {
    let start = index
    switch next {
    case "'", "\"": return .text(try string())
    case "[", "(":
      guard depth < Self.deepest else { throw ExpressionError("lists are nested too deeply", at: place) }
      return .list(try list(depth: depth + 1))
    case let scalar? where ("0"..."9").contains(scalar) || scalar == "-" || scalar == "+" || scalar == ".":
      return try number()
    default:
      let word = word()
      switch word {
      case "True": return .boolean(true)
      case "False": return .boolean(false)
      case "None": return .none
      case "":
        let found = next.map { "\(quoted(String($0)))" } ?? "the end"
        throw ExpressionError(
          "a value is missing before \(found)", at: place, remedy: "write a number, 'text' or a list of them")
      default:
        let spellings = ["true": "True", "false": "False", "none": "None", "null": "None"]
        throw ExpressionError(
          "\(quoted(word)) is not a value", at: start..<index,
          remedy: spellings[word.lowercased()].map { "write \($0)" } ?? Self.ofPython[word]
            ?? "put quotes around it: '\(word)'")
      }
    }
  }

  private mutating func list(depth: Int) throws(ExpressionError) -> [Literal] {
    let start = index
    let close: Unicode.Scalar = take("[") ? "]" : ")"
    if close == ")" { index += 1 }
    var items: [Literal] = []
    while true {
      skipBlanks()
      if take(close) { return items }
      guard !isAtEnd else {
        throw ExpressionError("a list is not closed", at: start..<start + 1, remedy: "close it with \(close)")
      }
      items.append(try literal(depth: depth))
      skipBlanks()
      if take(",") { continue }
      guard next == close else {
        throw ExpressionError(
          "a comma is missing in a list", at: place, remedy: "write , between its elements and \(close) at its end")
      }
    }
  }

  private mutating func number() throws(ExpressionError) -> Literal {
    let start = index
    while let scalar = next,
      ("0"..."9").contains(scalar) || scalar == "_" || scalar == "." || scalar == "e" || scalar == "E"
        || (scalar == "-" || scalar == "+")
          && (index == start || scalars[index - 1] == "e" || scalars[index - 1] == "E")
    {
      index += 1
    }
    let source = text(start..<index)
    let plain = source.filter { $0 != "_" }
    if let number = Int64(plain) { return .integer(number) }
    if plain.contains(where: { ".eE".contains($0) }), let number = Double(plain), number.isFinite {
      return .float(number)
    }
    throw ExpressionError(
      "\(quoted(source)) is not a number", at: start..<index,
      remedy: Double(plain) == nil ? nil : "a whole number must be between \(Int64.min) and \(Int64.max)")
  }

  mutating func string() throws(ExpressionError) -> String {
    let start = index
    guard let quote = next else { throw ExpressionError("text is missing", at: place) }
    index += 1
    var text = String.UnicodeScalarView()
    while let scalar = next {
      index += 1
      if scalar == quote { return String(text) }
      text.append(scalar == "\\" ? try escape() : scalar)
    }
    throw ExpressionError("text is not closed", at: start..<start + 1, remedy: "close it with \(quote)")
  }

  /// The character of an escape sequence, after its backslash.
  private mutating func escape() throws(ExpressionError) -> Unicode.Scalar {
    let start = index - 1
    guard let scalar = next else { throw ExpressionError("text is not closed", at: start..<start + 1) }
    index += 1
    switch scalar {
    case "\\", "'", "\"": return scalar
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u" where index + 4 <= scalars.endIndex:
      let digits = text(index..<index + 4)
      if let code = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(code) {
        index += 4
        return scalar
      }
      fallthrough
    default:
      throw ExpressionError(
        "\(quoted(text(start..<index))) is not an escape sequence", at: start..<index,
        remedy: #"write \\ for a backslash; the others are \', \", \n, \r, \t and \u with four digits"#)
    }
  }
}
