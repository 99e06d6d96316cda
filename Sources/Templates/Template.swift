/// The parts of one message, and the rules by which they are rendered.
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
  /// The names of `let:`, in the order written.
  package var names: [TemplateName]
  package var locale: FakerLocale
  /// The size in bytes to which the value is padded with blanks, drawn from the range.
  package var size: ClosedRange<UInt64>?
  /// The requirement that each value must meet before it is sent.
  package var requirement: ValueRequirement
  /// The data of `data:`; nil where there is none.
  package var data: TemplateData?

  package init(
    name: String, format: Format, key: TemplateText? = nil, headers: [TemplateHeader] = [], value: TemplateText?,
    names: [TemplateName] = [], locale: FakerLocale = .american, size: ClosedRange<UInt64>? = nil,
    requirement: ValueRequirement = .none, data: TemplateData? = nil
  ) {
    self.name = name
    self.format = format
    self.key = key
    self.headers = headers
    self.value = value
    self.names = names
    self.locale = locale
    self.size = size
    self.requirement = requirement
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

extension Template {
  /// True if a part of it uses `due`, which only a stage with a rate has.
  package var usesDue: Bool {
    ([key, value].compactMap { $0 } + headers.map(\.value)).flatMap { $0.pieces(with: names) }.contains { piece in
      if case .placeholder(let expression, _) = piece { expression.source == .due } else { false }
    }
  }
}
