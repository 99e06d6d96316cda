package import Diagnostics

/// A text with placeholders, parsed once.
package struct TemplateText: Sendable, Equatable {
  package enum Piece: Sendable, Equatable {
    case literal([UInt8])
    case placeholder(Expression, TemplatePlace)
  }

  /// In order; no two literals are neighbours, none is empty.
  package var pieces: [Piece]
  /// Where it is written.
  package var range: SourceRange

  package init(pieces: [Piece], range: SourceRange) {
    self.pieces = pieces
    self.range = range
  }
}

extension TemplateText {
  /// Its pieces and those of the names that it takes from, directly or by way of others: each name's once, however often
  /// it stands.
  func pieces(with names: [TemplateName]) -> [Piece] {
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
}

/// A name of `let:` and what it stands for.
package struct TemplateName: Sendable, Equatable {
  package var name: String
  package var text: TemplateText
  /// That of its expression where it is one and nothing else; otherwise text.
  package var kind: ValueKind

  package init(name: String, text: TemplateText, kind: ValueKind) {
    self.name = name
    self.text = text
    self.kind = kind
  }
}
