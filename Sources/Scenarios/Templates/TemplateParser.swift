/// A template's text cut at its placeholders.
struct ParsedTemplate {
  enum Part {
    case literal([UInt8])
    /// Index in `placeholders`.
    case placeholder(Int)
  }

  private(set) var parts: [Part] = []
  private(set) var placeholders: [Placeholder] = []
  /// Where braces open that nothing closes, in scalars; what follows is not looked at.
  private(set) var unterminated: Int?

  /// What can stand between the braces by itself.
  static let names = ["seq", "stage.name", "run.id"]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var start = 0
    var index = 0
    while index + 1 < scalars.count {
      guard scalars[index] == "{", scalars[index + 1] == "{" else {
        index += 1
        continue
      }
      guard let end = Self.end(of: scalars, from: index + 2) else {
        unterminated = index
        break
      }
      append(scalars[start..<index])
      parts.append(.placeholder(placeholders.count))
      placeholders.append(Placeholder(scalars[index..<end], at: index..<end))
      start = end
      index = end
    }
    append(scalars[start...])
  }

  /// Behind the closing braces; quotes inside can hold braces of their own.
  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var quote: Unicode.Scalar?
    var plain: Int?
    for index in start..<max(start, scalars.count - 1) {
      let pair = (scalars[index], scalars[index + 1])
      if scalars[index] == quote {
        quote = nil
      } else if quote == nil, scalars[index] == "'" || scalars[index] == "\"" {
        quote = scalars[index]
      }
      if pair == ("}", "}") {
        if quote == nil { return index + 2 }
        // An apostrophe opens quotes that nothing closes: then the first braces are meant.
        plain = plain ?? index + 2
      } else if pair == ("{", "{"), quote == nil {
        return nil
      }
    }
    return plain
  }

  private mutating func append(_ literal: ArraySlice<Unicode.Scalar>) {
    guard !literal.isEmpty else { return }
    parts.append(.literal(Array(String(String.UnicodeScalarView(literal)).utf8)))
  }

  /// Without the placeholders that mean nothing; two literals are never neighbours. `variable` gives what stands for a
  /// variable of the scenario.
  func pieces(variable: (String) -> [UInt8]) -> [TemplateText.Piece] {
    var pieces: [TemplateText.Piece] = []
    for part in parts {
      switch part {
      case .literal(let bytes): Self.append(bytes, to: &pieces)
      case .placeholder(let index):
        switch placeholders[index].meaning {
        case .piece(let piece): pieces.append(piece)
        case .variable(let name): Self.append(variable(name), to: &pieces)
        case .later, .unknown: break
        }
      }
    }
    return pieces
  }

  private static func append(_ literal: [UInt8], to pieces: inout [TemplateText.Piece]) {
    if literal.isEmpty { return }
    if case .literal(let before) = pieces.last {
      pieces[pieces.count - 1] = .literal(before + literal)
    } else {
      pieces.append(.literal(literal))
    }
  }
}

/// `{{…}}` in a template.
struct Placeholder {
  enum Meaning: Equatable {
    case piece(TemplateText.Piece)
    /// `vars.NAME`
    case variable(String)
    /// Of the language, but not supported yet.
    case later
    /// The expression as it is written, without the blanks around it.
    case unknown(String)
  }

  /// With its braces.
  var source: String
  /// In scalars of the template's text, braces included.
  var offsets: Range<Int>
  var meaning: Meaning

  init(_ source: ArraySlice<Unicode.Scalar>, at offsets: Range<Int>) {
    self.source = String(String.UnicodeScalarView(source))
    self.offsets = offsets
    let blanks: (Unicode.Scalar) -> Bool = { " \t\n".unicodeScalars.contains($0) }
    let inner = source.dropFirst(2).dropLast(2).drop(while: blanks).reversed().drop(while: blanks).reversed()
    meaning = Self.meaning(of: String(String.UnicodeScalarView(inner)))
  }

  private static func meaning(of expression: String) -> Meaning {
    switch expression {
    case "seq": return .piece(.sequence)
    case "stage.name": return .piece(.stageName)
    case "run.id": return .piece(.runID)
    default: break
    }
    if expression.hasPrefix("vars."), VariableName.isName(String(expression.dropFirst(5))) {
      return .variable(String(expression.dropFirst(5)))
    }
    if expression.first == "'" || expression.first == "\"" { return .later }
    // A format, a slice or a method behind a name that is known.
    let isContinued = ParsedTemplate.names.contains { name in
      expression.hasPrefix(name) && [":", "[", "."].contains(expression.dropFirst(name.count).first)
    }
    let head = expression.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let next = expression.dropFirst(head.count).first
    let isOfTheLanguage =
      switch head {
      case "faker", "random", "vars": next == "."
      case "data": next == "." || next == "["
      case "due": next == nil || next == ":"
      case "raw": next == " "
      default: false
      }
    return isContinued || isOfTheLanguage ? .later : .unknown(expression)
  }
}
