/// Translates a regular expression of ECMA-262 (with its `u` flag) to PCRE2 where the two differ: `\s` is Unicode's white
/// space, `.` stops at four line breaks, `$` matches only at the end. Syntax of PCRE2 alone is refused, else a schema would be
/// valid here and nowhere else.
enum ECMAPattern {
  static func translated(_ text: String) throws(PatternError) -> [UInt8] {
    var translation = Translation(scalars: Array(text.unicodeScalars))
    while let next = translation.peek() {
      switch next {
      case "\\": try translation.escape(isInClass: false)
      case "[": try translation.characterClass()
      case "(": try translation.group()
      case ".":
        translation.skip()
        translation.put("[^\\n\\r\\x{2028}\\x{2029}]")
      case "*", "+", "?": try translation.quantifier()
      case "{":
        if translation.isCounted {
          try translation.count()
        } else {
          throw PatternError(sentence: "{ is not a quantifier here: write \\{")
        }
      default: translation.copy()
      }
    }
    return Array(translation.output.utf8)
  }

  /// ECMA-262's WhiteSpace and LineTerminator, as the inside of a class.
  private static let white =
    "\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}"
  /// Everything else.
  private static let notWhite =
    "\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}"
    + "\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{d7ff}\\x{e000}-\\x{fefe}\\x{ff00}-\\x{10ffff}"

  struct Translation {
    let scalars: [Unicode.Scalar]
    var position = 0
    var output = ""

    init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
      position + ahead < scalars.count ? scalars[position + ahead] : nil
    }

    mutating func skip(_ count: Int = 1) { position += count }
    mutating func put(_ text: String) { output += text }

    mutating func copy(_ count: Int = 1) {
      for _ in 0..<count {
        guard let scalar = peek() else { return }
        output.unicodeScalars.append(scalar)
        skip()
      }
    }

    /// True at `{2}`, `{2,}` or `{2,3}`.
    var isCounted: Bool {
      var ahead = 1
      while let digit = peek(ahead), digit.isDigit { ahead += 1 }
      guard ahead > 1 else { return false }
      if peek(ahead) == "," { ahead += 1 }
      while let digit = peek(ahead), digit.isDigit { ahead += 1 }
      return peek(ahead) == "}"
    }

    mutating func count() throws(PatternError) {
      while let next = peek(), next != "}" { copy() }
      try quantifier()
    }

    /// Refuses `+` after a quantifier, which would be PCRE2's possessive form.
    mutating func quantifier() throws(PatternError) {
      copy()
      if peek() == "?" { copy() }
      if let next = peek(), next == "+" || next == "*" || next == "?" || (next == "{" && isCounted) {
        throw PatternError(sentence: "nothing to repeat before \(next)")
      }
    }

    mutating func group() throws(PatternError) {
      copy()
      if peek() == "*" { throw PatternError(sentence: "nothing to repeat before *") }
      guard peek() == "?" else { return }
      let kind = (peek(1), peek(2))
      switch kind {
      case (":", _), ("=", _), ("!", _): copy(2)
      case ("<", "="), ("<", "!"): copy(3)
      case ("<", _): copy(2)
      default: throw PatternError(sentence: "this kind of group is not in ECMA-262")
      }
    }

    mutating func characterClass() throws(PatternError) {
      copy()
      if peek() == "^" { copy() }
      while let next = peek(), next != "]" {
        switch next {
        case "\\": try escape(isInClass: true)
        case "[":  // [: would begin a POSIX class.
          skip()
          put("\\[")
        default: copy()
        }
      }
      if peek() == nil { throw PatternError(sentence: "[ is not closed") }
      copy()
    }

    mutating func escape(isInClass: Bool) throws(PatternError) {
      guard let letter = peek(1) else { throw PatternError(sentence: "\\ at the end") }
      switch letter {
      case "s":
        skip(2)
        put(isInClass ? white : "[\(white)]")
      case "S":
        skip(2)
        put(isInClass ? notWhite : "[^\(white)]")
      case "p", "P": try property()
      case "c":
        guard let control = peek(2), control.isASCII, control.properties.isAlphabetic else {
          throw PatternError(sentence: "\\c without a letter")
        }
        copy(3)
      case "u": try unicode()
      case "x":
        guard let high = peek(2), let low = peek(3), high.isHex, low.isHex else {
          throw PatternError(sentence: "\\x without two hexadecimal digits")
        }
        copy(4)
      case "b" where isInClass:
        skip(2)
        put("\\x08")
      case "v":
        skip(2)
        put("\\x0b")
      case "0":
        skip(2)
        put("\\x00")
      case "k" where peek(2) != "<": throw PatternError(sentence: "\\k without a name")
      case "d", "D", "w", "W", "f", "n", "r", "t", "k": copy(2)
      case "B", "b": copy(2)
      case _ where letter.isDigit: copy(2)
      case _ where letter.isASCII && letter.properties.isAlphabetic:
        throw PatternError(sentence: "\\\(letter) is not in ECMA-262")
      default: copy(2)
      }
    }
  }
}
