internal import Diagnostics

/// `{{…}}` and `${…}` where YAML reads braces as its own: at the beginning of a value, and anywhere within
/// braces and brackets. Found line by line, without the YAML parser, which has stopped.
struct UnquotedBraces {
  private var found: [Diagnostic] = []
  private var quote: Unicode.Scalar?
  /// The beginning of the last text in quotes, and the line in which it ended if that is another and something follows.
  private var opened: SourcePosition?
  private var lateLine: Int?
  /// The number of braces and brackets that are open.
  private var depth = 0
  /// The indentation of the key whose block of text is passed over.
  private var block: Int?

  static func all(in text: SourceText) -> [Diagnostic] {
    var scan = UnquotedBraces()
    for number in 1...max(text.end.line, 1) {
      scan.line(text.line(number), at: SourcePosition(file: text.file, line: number, column: 1))
    }
    return scan.found
  }

  private mutating func line(_ line: [Unicode.Scalar], at start: SourcePosition) {
    let indentation = line.prefix { $0 == " " }.count
    if let block {
      if indentation == line.count || indentation > block { return }
      self.block = nil
    }
    var index = 0
    // Whether a value may begin here.
    var isStart = true
    while index < line.count {
      let character = line[index]
      defer { index += 1 }
      if let quote {
        if quote == "\"", character == "\\" {
          index += 1
        } else if character == quote {
          self.quote = nil
          let goesOn = index + 1 < line.count && !" ,:}]".unicodeScalars.contains(line[index + 1])
          lateLine = goesOn && opened?.line != start.line ? start.line : nil
        }
        isStart = false
        continue
      }
      switch character {
      case " ": continue
      case "#" where index == 0 || line[index - 1] == " ": return
      case "\"" where isStart, "'" where isStart:
        quote = character
        opened = SourcePosition(file: start.file, line: start.line, column: index + 1)
      case "|" where isStart && depth == 0, ">" where isStart && depth == 0: block = indentation
      case "{", "[":
        let isDoubled = character == "{" && index + 1 < line.count && line[index + 1] == "{"
        let isVariable = character == "{" && index > 0 && line[index - 1] == "$"
        if isDoubled && (isStart || depth > 0) || isVariable && depth > 0 {
          index = report(line, from: isVariable ? index - 1 : index, closing: isVariable ? 1 : 2, at: start)
        } else if isVariable || isDoubled {
          let end = Self.end(of: line, from: index, closing: isVariable ? 1 : 2)
          let hasColon = (index..<end - 1).contains { line[$0] == ":" && line[$0 + 1] == " " }
          index =
            hasColon
            ? report(line, from: isVariable ? index - 1 : index, closing: isVariable ? 1 : 2, at: start) : end - 1
        } else if isStart || depth > 0 {
          depth += 1
          isStart = true
          continue
        }
      case "}" where depth > 0, "]" where depth > 0: depth -= 1
      case ",", "-", "?":
        isStart = character == "," ? depth > 0 : isStart
        continue
      case ":":
        isStart = index + 1 == line.count || line[index + 1] == " " || isStart
        continue
      default: break
      }
      isStart = false
    }
  }

  /// The index of the last character of the braces.
  private mutating func report(
    _ line: [Unicode.Scalar], from first: Int, closing: Int, at start: SourcePosition
  ) -> Int {
    let end = Self.end(of: line, from: first, closing: closing)
    let source = String(String.UnicodeScalarView(line[first..<end]))
    let position = SourcePosition(file: start.file, line: start.line, column: first + 1)
    // After a quoted text that began on a line above, quotes are reversed: its closing quote is missing.
    if lateLine == start.line, let opened {
      if found.last?.range.start == opened { return end - 1 }
      found.append(
        Diagnostic(
          code: .yaml, "quoted text that begins here continues until line \(start.line)",
          at: SourceRange(start: opened, end: opened).first(1), remedy: "close it on the same line"))
      return end - 1
    }
    found.append(
      Diagnostic(
        code: .needsQuotes, "\(quoted(source)) needs quotes here: YAML reads part of it as its own syntax",
        at: SourceRange(start: position, end: position).first(end - first), remedy: "put the whole value in quotes"))
    return end - 1
  }

  private static func end(of line: [Unicode.Scalar], from first: Int, closing: Int) -> Int {
    var index = first
    while index + closing <= line.count {
      if line[index] == "}", line[index + closing - 1] == "}" { return index + closing }
      index += 1
    }
    return line.count
  }
}
