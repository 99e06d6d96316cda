/// How one message is rendered.
package struct Template: Sendable, Equatable {
  package enum Format: String, Sendable, Codable {
    case json
    case string
  }

  package var name: String
  package var format: Format
  /// Nil for messages without a key.
  package var key: TemplateText?
  package var value: TemplateText

  package init(name: String, format: Format, key: TemplateText?, value: TemplateText) {
    self.name = name
    self.format = format
    self.key = key
    self.value = value
  }
}

/// A text with placeholders, parsed once.
package struct TemplateText: Sendable, Equatable {
  package enum Piece: Sendable, Equatable {
    case literal([UInt8])
    /// `{{seq}}`: the message's number in its stage, from 0.
    case sequence
    /// `{{stage.name}}`
    case stageName
    /// `{{run.id}}`
    case runID
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
