/// The stretches of a template's text that are placeholders: the only rule of which braces open one. Offsets are in scalars,
/// and include the braces.
package struct TemplateBraces: Sendable {
  package enum Stretch: Sendable, Equatable {
    /// `{{…}}`.
    case expression(Range<Int>)
    /// `{name}`.
    case field(Range<Int>)
  }

  /// In order.
  package private(set) var stretches: [Stretch] = []
  /// The offset of braces that are not closed; what comes after them is not a placeholder.
  package private(set) var unterminated: Int?

  /// - Parameter field: the length of the field whose brace is at an offset, with its braces; nil where there is none.
  package init(in scalars: [Unicode.Scalar], field: (Int) -> Int?) {
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "{" else {
        index += 1
        continue
      }
      if index + 2 < scalars.count, scalars[index + 1] == "{", scalars[index + 2] == "{" {
        // No expression begins with a brace: of more than two braces, the last two open it, as in `{{{raw members}}}`.
        index += 1
        continue
      }
      if index + 1 < scalars.count, scalars[index + 1] == "{" {
        guard let end = Self.end(of: scalars, from: index + 2) else {
          unterminated = index
          break
        }
        stretches.append(.expression(index..<end))
        index = end
      } else if let length = field(index) {
        stretches.append(.field(index..<index + length))
        index += length
      } else {
        index += 1
      }
    }
  }

  /// The offset after the closing braces; quotes inside can contain braces.
  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var quote: Unicode.Scalar?
    var plain: Int?
    var isEscaped = false
    // A longer placeholder is refused; searching further for a quote would take quadratic time.
    let last = min(scalars.count - 1, start + ExpressionScanner.longest)
    for index in start..<max(start, last) {
      let pair = (scalars[index], scalars[index + 1])
      if isEscaped {
        isEscaped = false
      } else if quote != nil, scalars[index] == "\\" {
        isEscaped = true
      } else if scalars[index] == quote {
        quote = nil
      } else if quote == nil, scalars[index] == "'" || scalars[index] == "\"" {
        quote = scalars[index]
      }
      if pair == ("}", "}") {
        if quote == nil { return index + 2 }
        // An apostrophe opens quotes that are not closed: then the first braces end the placeholder.
        plain = plain ?? index + 2
      } else if pair == ("{", "{"), quote == nil {
        return nil
      }
    }
    return plain
  }
}
