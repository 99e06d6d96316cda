/// A template's text, split at its placeholders.
package struct ParsedTemplate {
  package enum Part {
    case literal([UInt8])
    /// An index in `placeholders`.
    case placeholder(Int)
  }

  package private(set) var parts: [Part] = []
  package private(set) var placeholders: [Placeholder] = []
  /// The offset, in scalars, of braces that are not closed; the text after them is not parsed.
  package private(set) var unterminated: Int?

  /// - Parameters:
  ///   - names: the names of `let:` that can be used, with their kinds.
  ///   - fields: the fields, which are written in single braces.
  ///   - variables: the names of `vars:`, for did-you-mean where `vars.` was forgotten.
  ///   - data: the columns of the template's data.
  ///   - isElement: true for the text of a list's elements.
  package init(
    _ text: String, names: [String: ValueKind] = [:], fields: [TemplateField] = [], variables: [String] = [],
    data: DataNames = .absent, isElement: Bool = false
  ) {
    let scalars = Array(text.unicodeScalars)
    let fields = Dictionary(fields.map { ($0.name, $0) }) { first, _ in first }
    var start = 0
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "{" else {
        index += 1
        continue
      }
      let end: Int
      let placeholder: Placeholder
      if index + 2 < scalars.count, scalars[index + 1] == "{", scalars[index + 2] == "{" {
        // No expression begins with a brace: of more than two braces, the last two open it, as in `{{{raw members}}}`.
        index += 1
        continue
      }
      if index + 1 < scalars.count, scalars[index + 1] == "{" {
        guard let after = Self.end(of: scalars, from: index + 2) else {
          unterminated = index
          break
        }
        end = after
        placeholder = Placeholder(
          scalars[index..<end], names: names, variables: variables, data: data, isElement: isElement)
      } else if let field = Self.field(at: index, of: scalars, among: fields) {
        end = index + field.name.unicodeScalars.count + 2
        placeholder = Placeholder(field, at: index..<end)
      } else {
        index += 1
        continue
      }
      append(scalars[start..<index])
      parts.append(.placeholder(placeholders.count))
      placeholders.append(placeholder)
      start = end
      index = end
    }
    append(scalars[start...])
  }

  /// The text with the parts of `other` in place of the placeholder `index`, whose own placeholders come after it; and the
  /// index of the first of them.
  func replacing(_ index: Int, with other: ParsedTemplate) -> (template: ParsedTemplate, first: Int) {
    var result = self
    result.parts = []
    result.placeholders = []
    var first = 0
    func append(_ part: Part, of template: ParsedTemplate) {
      switch part {
      case .literal: result.parts.append(part)
      case .placeholder(let index):
        result.parts.append(.placeholder(result.placeholders.count))
        result.placeholders.append(template.placeholders[index])
      }
    }
    for part in parts {
      if case .placeholder(index) = part {
        first = result.placeholders.count
        for part in other.parts { append(part, of: other) }
      } else {
        append(part, of: self)
      }
    }
    return (result, first)
  }

  /// True if a placeholder is raw.
  package var hasRaw: Bool { placeholders.contains(where: \.isRaw) }

  private static func field(
    at index: Int, of scalars: [Unicode.Scalar], among fields: [String: TemplateField]
  ) -> TemplateField? {
    guard !fields.isEmpty else { return nil }
    let name = scalars[(index + 1)...].prefix { Identifier.isPart($0) }
    guard !name.isEmpty, name.endIndex < scalars.count, scalars[name.endIndex] == "}" else { return nil }
    return fields[String(String.UnicodeScalarView(name))]
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

  private mutating func append(_ literal: ArraySlice<Unicode.Scalar>) {
    guard !literal.isEmpty else { return }
    parts.append(.literal(Array(String(String.UnicodeScalarView(literal)).utf8)))
  }

  /// The pieces without faulty placeholders; two literals are never adjacent.
  /// - Parameters:
  ///   - contexts: the escape context of each placeholder; nil for plain text.
  ///   - variable: the value of a variable of the scenario.
  package func pieces(contexts: [EscapeContext]? = nil, variable: (String) -> String) -> [TemplateText.Piece] {
    var pieces: [TemplateText.Piece] = []
    for part in parts {
      switch part {
      case .literal(let bytes): Self.append(bytes, to: &pieces)
      case .placeholder(let index):
        guard case .success(var expression) = placeholders[index].meaning else { continue }
        let context = contexts?[index] ?? .plain
        if case .variable(let name) = expression.source { expression.source = .text(variable(name)) }
        if case .text(let text) = expression.source, expression.steps.isEmpty, expression.format == nil {
          // Constant text becomes part of the literal.
          Self.append((expression.isRaw ? .plain : context).escaped(Array(text.utf8)), to: &pieces)
        } else {
          pieces.append(.placeholder(expression, context))
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

/// `{{…}}` in a template, or `{…}` for a field.
package struct Placeholder {
  /// The text with its braces.
  package var source: String
  /// The range in scalars of the template's text, braces included.
  package var offsets: Range<Int>
  package var meaning: Result<Expression, ExpressionError>

  package init(
    _ source: ArraySlice<Unicode.Scalar>, names: [String: ValueKind], variables: [String], data: DataNames,
    isElement: Bool = false
  ) {
    self.source = String(String.UnicodeScalarView(source))
    offsets = source.startIndex..<source.endIndex
    do {
      meaning = .success(
        try ExpressionParser.parse(source, names: names, variables: variables, data: data, isElement: isElement))
    } catch {
      meaning = .failure(error)
    }
  }

  package init(_ field: TemplateField, at offsets: Range<Int>) {
    source = "{\(field.name)}"
    self.offsets = offsets
    meaning = .success(
      Expression(source: .counter(prefix: field.prefix, start: field.start), written: source))
  }

  package var expression: Expression? { try? meaning.get() }

  package var isRaw: Bool { expression?.isRaw == true }
}
