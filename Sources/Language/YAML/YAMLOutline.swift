internal import Diagnostics

/// The quotes, comments and blocks of text of a file, found line by line, without the YAML parser, which has stopped or takes
/// a character for text.
struct YAMLOutline {
  struct Quoted {
    var start: SourcePosition
    /// The position of the closing quote; nil where it is missing.
    var end: SourcePosition?
  }

  /// In the order of the file.
  private(set) var quoted: [Quoted] = []
  /// The columns of `#`, by line.
  private(set) var comments: [Int: Int] = [:]
  /// Lines that begin inside text: of a block, or between quotes.
  private(set) var textLines: Set<Int> = []

  private var quote: Unicode.Scalar?
  /// The number of braces and brackets that are open.
  private var depth = 0
  /// The indentation of the key whose block of text is passed over.
  private var block: Int?

  init(_ text: SourceText) {
    for number in 1...max(text.end.line, 1) {
      read(text.line(number), from: SourcePosition(file: text.file, line: number, column: 1))
    }
  }

  /// True between quotes, and at them.
  func isQuoted(_ position: SourcePosition) -> Bool {
    var (low, high) = (0, quoted.count)
    while low < high {
      let middle = (low + high) / 2
      if quoted[middle].start <= position { low = middle + 1 } else { high = middle }
    }
    return low > 0 && (quoted[low - 1].end.map { position <= $0 } ?? true)
  }

  /// The text in quotes that ends just before a position, with nothing but blanks between.
  func quoted(before position: SourcePosition, in text: SourceText) -> Quoted? {
    let line = text.line(position.line)
    guard let last = line.prefix(position.column - 1).lastIndex(where: { $0 != " " }) else { return nil }
    return quoted.first { $0.end?.line == position.line && $0.end?.column == last + 1 }
  }

  private mutating func read(_ line: [Unicode.Scalar], from start: SourcePosition) {
    let indentation = line.prefix { $0 == " " }.count
    if let block {
      if indentation == line.count || indentation > block {
        textLines.insert(start.line)
        return
      }
      self.block = nil
    }
    if quote != nil { textLines.insert(start.line) }
    var index = 0
    // Whether a value may begin here.
    var isStart = true
    while index < line.count {
      let character = line[index]
      let position = SourcePosition(file: start.file, line: start.line, column: index + 1)
      defer { index += 1 }
      if let quote {
        if quote == "\"", character == "\\" {
          index += 1
        } else if character == quote {
          if quote == "'", index + 1 < line.count, line[index + 1] == "'" {
            index += 1
          } else {
            quoted[quoted.count - 1].end = position
            self.quote = nil
          }
        }
        isStart = false
        continue
      }
      switch character {
      case " ", "\t": continue
      case "#" where index == 0 || line[index - 1] == " " || line[index - 1] == "\t":
        comments[start.line] = index + 1
        return
      case "\"" where isStart, "'" where isStart:
        quote = character
        quoted.append(Quoted(start: position))
      case "&" where isStart, "!" where isStart:
        // A value may follow its anchor or its tag.
        while index + 1 < line.count, line[index + 1] != " " { index += 1 }
        continue
      case "|" where isStart && depth == 0, ">" where isStart && depth == 0: block = indentation
      case "{" where isStart || depth > 0, "[" where isStart || depth > 0:
        depth += 1
        isStart = true
        continue
      case "}" where depth > 0, "]" where depth > 0: depth -= 1
      case ",":
        isStart = depth > 0
        continue
      case "-", "?": continue
      case ":":
        isStart = index + 1 == line.count || line[index + 1] == " " || isStart
        continue
      default: break
      }
      isStart = false
    }
  }
}
