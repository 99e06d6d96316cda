package import Diagnostics

/// A text with placeholders, parsed once.
package struct TemplateText: Sendable, Equatable {
  package enum Piece: Sendable, Equatable {
    case literal([UInt8])
    case placeholder(Expression, EscapeContext)
  }

  /// The pieces in order; literals are never adjacent or empty.
  package var pieces: [Piece]
  /// The position of the text in its file.
  package var range: SourceRange

  package init(pieces: [Piece], range: SourceRange) {
    self.pieces = pieces
    self.range = range
  }
}

extension TemplateText {
  /// Its pieces and those of the names that it uses, directly or by way of others: each name's once, however often it is
  /// used.
  package func pieces(with names: [TemplateName]) -> [Piece] {
    var all = pieces
    var seen: Set<String> = []
    var next = 0
    while next < all.count {
      if case .placeholder(let expression, _) = all[next], case .name(let name) = expression.source,
        seen.insert(name).inserted
      {
        all += names.first { $0.name == name }?.text.pieces ?? []
      }
      next += 1
    }
    return all
  }

  /// The text without the line break at the end of a block of YAML, which would be before each comma of a list.
  fileprivate var withoutLineBreakAtEnd: TemplateText {
    guard case .literal(let bytes)? = pieces.last, bytes.last == UInt8(ascii: "\n") else { return self }
    var text = self
    text.pieces.removeLast()
    if bytes.count > 1 { text.pieces.append(.literal(bytes.dropLast())) }
    return text
  }
}

/// A name of `let:` and its text.
package struct TemplateName: Sendable, Equatable {
  package var name: String
  /// The text; of a list, that of each element, with the contexts of its placeholders.
  package var text: TemplateText
  /// The kind of its expression where that is the whole text; otherwise text.
  package var kind: ValueKind
  /// The numbers of elements of a list, all equally likely; nil for other names.
  package var counts: ClosedRange<UInt64>?

  package init(name: String, text: TemplateText, kind: ValueKind) {
    self.name = name
    self.text = text
    self.kind = kind
  }

  package init(name: String, elements: TemplateText, counts: ClosedRange<UInt64>) {
    self.name = name
    text = elements.withoutLineBreakAtEnd
    kind = .list
    self.counts = counts
  }

  /// The most elements of a list.
  package static let mostElements: UInt64 = 1000
}
