package import Diagnostics

/// How one message is rendered.
package struct Template: Sendable, Equatable {
  package enum Format: String, Sendable, Codable {
    case json
    case string
    case xml
    case bytes
  }

  package var name: String
  package var format: Format
  /// Nil for messages without a key.
  package var key: TemplateText?
  package var headers: [TemplateHeader]
  /// Nil for messages without a value: tombstones.
  package var value: TemplateText?
  /// Of `let:`, in the order written.
  package var names: [TemplateName]
  package var locale: FakerLocale
  /// The value is padded with blanks to so many bytes, drawn where there is more than one.
  package var size: ClosedRange<UInt64>?
  /// What each value is looked at for before it is sent.
  package var proof: ValueProof
  /// Of `data:`; nil where there is none.
  package var data: TemplateData?

  package init(
    name: String, format: Format, key: TemplateText? = nil, headers: [TemplateHeader] = [], value: TemplateText?,
    names: [TemplateName] = [], locale: FakerLocale = .american, size: ClosedRange<UInt64>? = nil,
    proof: ValueProof = .none, data: TemplateData? = nil
  ) {
    self.name = name
    self.format = format
    self.key = key
    self.headers = headers
    self.value = value
    self.names = names
    self.locale = locale
    self.size = size
    self.proof = proof
    self.data = data
  }
}

package struct TemplateHeader: Sendable, Equatable {
  package var name: String
  package var value: TemplateText

  package init(name: String, value: TemplateText) {
    self.name = name
    self.value = value
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

extension Template {
  /// Whether a part of it says when a message is due, which only a stage with a rate knows.
  package var usesDue: Bool {
    ([key, value].compactMap { $0 } + headers.map(\.value)).flatMap { $0.pieces(with: names) }.contains { piece in
      if case .placeholder(let expression, _) = piece { expression.source == .due } else { false }
    }
  }
}
