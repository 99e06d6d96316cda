internal import Diagnostics

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
    let braces = TemplateBraces(in: scalars) { Self.fieldLength(at: $0, of: scalars, among: fields) }
    unterminated = braces.unterminated
    var start = 0
    for stretch in braces.stretches {
      var placeholder: Placeholder
      switch stretch {
      case .expression(let range):
        placeholder = Placeholder(
          scalars[range], names: names, variables: variables, data: data, isElement: isElement)
        let word = Self.text(scalars[range].dropFirst(2).dropLast(2)).trimmed
        if fields[word] != nil { placeholder.explain(byField: word) }
      case .field(let range):
        guard let field = fields[Self.text(scalars[range].dropFirst().dropLast())] else { continue }
        placeholder = Placeholder(field, at: range)
      }
      append(scalars[start..<placeholder.offsets.lowerBound])
      parts.append(.placeholder(placeholders.count))
      placeholders.append(placeholder)
      start = placeholder.offsets.upperBound
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

  /// With its braces; nil where no field begins.
  private static func fieldLength(
    at index: Int, of scalars: [Unicode.Scalar], among fields: [String: TemplateField]
  ) -> Int? {
    guard !fields.isEmpty else { return nil }
    let name = scalars[(index + 1)...].prefix { Identifier.isPart($0) }
    guard !name.isEmpty, name.endIndex < scalars.count, scalars[name.endIndex] == "}" else { return nil }
    return fields[text(name)] == nil ? nil : name.count + 2
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private mutating func append(_ literal: ArraySlice<Unicode.Scalar>) {
    guard !literal.isEmpty else { return }
    parts.append(.literal(Array(Self.text(literal).utf8)))
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

  /// The remedy of a field that is written in double braces.
  fileprivate mutating func explain(byField name: String) {
    // A field that is named like an id hides it.
    if expression?.source == .id(.own) {
      meaning = .failure(ExpressionError("unknown placeholder \(quoted(source))", at: offsets))
    }
    guard case .failure(var error) = meaning else { return }
    error.remedy = "a field is written in single braces: {\(name)}"
    meaning = .failure(error)
  }

  package var expression: Expression? { try? meaning.get() }

  package var isRaw: Bool { expression?.isRaw == true }
}
