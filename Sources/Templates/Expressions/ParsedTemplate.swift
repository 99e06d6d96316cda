/// A template's text cut at its placeholders.
package struct ParsedTemplate {
  package enum Part {
    case literal([UInt8])
    /// Index in `placeholders`.
    case placeholder(Int)
  }

  package private(set) var parts: [Part] = []
  package private(set) var placeholders: [Placeholder] = []
  /// Where braces open that nothing closes, in scalars; what follows is not looked at.
  package private(set) var unterminated: Int?

  /// `names` are those of `let:` that can be used, with their kinds; `fields` those that stand in single braces;
  /// `variables` those of `vars:`, which one who forgets `vars.` may mean; `data` says what can be taken from the
  /// template's data.
  package init(
    _ text: String, names: [String: ValueKind] = [:], fields: [TemplateField] = [], variables: [String] = [],
    data: DataNames = .absent
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
        // No expression begins with a brace: of more than two, the last two open it, as in `{{{raw members}}}`.
        index += 1
        continue
      }
      if index + 1 < scalars.count, scalars[index + 1] == "{" {
        guard let behind = Self.end(of: scalars, from: index + 2) else {
          unterminated = index
          break
        }
        end = behind
        placeholder = Placeholder(scalars[index..<end], names: names, variables: variables, data: data)
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

  /// Whether something in it is written as it is.
  package var hasRaw: Bool { placeholders.contains(where: \.isRaw) }

  private static func field(
    at index: Int, of scalars: [Unicode.Scalar], among fields: [String: TemplateField]
  ) -> TemplateField? {
    guard !fields.isEmpty else { return nil }
    let name = scalars[(index + 1)...].prefix { Identifier.isPart($0) }
    guard !name.isEmpty, name.endIndex < scalars.count, scalars[name.endIndex] == "}" else { return nil }
    return fields[String(String.UnicodeScalarView(name))]
  }

  /// Behind the closing braces; quotes inside can hold braces of their own.
  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var quote: Unicode.Scalar?
    var plain: Int?
    var isEscaped = false
    // What is longer is refused; looking further for a quote would take time by the square of the text.
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
  /// variable of the scenario, `places` where each placeholder stands.
  package func pieces(places: [TemplatePlace]? = nil, variable: (String) -> String) -> [TemplateText.Piece] {
    var pieces: [TemplateText.Piece] = []
    for part in parts {
      switch part {
      case .literal(let bytes): Self.append(bytes, to: &pieces)
      case .placeholder(let index):
        guard case .success(var expression) = placeholders[index].meaning else { continue }
        let place = places?[index] ?? .plain
        if case .variable(let name) = expression.source { expression.source = .text(variable(name)) }
        if case .text(let text) = expression.source, expression.steps.isEmpty, expression.format == nil {
          // Text that never changes is part of the literal.
          Self.append((expression.isRaw ? .plain : place).escaped(Array(text.utf8)), to: &pieces)
        } else {
          pieces.append(.placeholder(expression, place))
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

/// `{{…}}` in a template, or `{…}` where it is a field.
package struct Placeholder {
  /// With its braces.
  package var source: String
  /// In scalars of the template's text, braces included.
  package var offsets: Range<Int>
  package var meaning: Result<Expression, ExpressionMistake>

  package init(_ source: ArraySlice<Unicode.Scalar>, names: [String: ValueKind], variables: [String], data: DataNames) {
    self.source = String(String.UnicodeScalarView(source))
    offsets = source.startIndex..<source.endIndex
    do {
      meaning = .success(try ExpressionParser.parse(source, names: names, variables: variables, data: data))
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
