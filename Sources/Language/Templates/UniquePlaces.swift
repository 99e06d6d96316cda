internal import Diagnostics
internal import Templates

extension Template {
  /// The unique placeholders whose values can be counted: those of its texts, and of the names that they use.
  /// - Parameters:
  ///   - texts: the key, the headers and the value.
  ///   - names: its names, with their positions.
  func uniquePlaces(in texts: [LocatedTemplate], _ names: TemplateNames) -> [UniquePlace] {
    let pieces = ([key, value].compactMap { $0 } + headers.map(\.value)).flatMap { $0.pieces(with: self.names) }
    let used = Set(
      pieces.compactMap { piece -> String? in
        guard case .placeholder(let expression, _) = piece, case .name(let name) = expression.source else { return nil }
        return name
      })
    return (texts + used.sorted().compactMap { names.located[$0] }).flatMap { text in
      text.parsed.placeholders.compactMap { placeholder -> UniquePlace? in
        guard let values = placeholder.expression?.uniqueValues(locale: locale) else { return nil }
        return UniquePlace(
          template: name, source: placeholder.source, range: text.origin.range(of: placeholder.offsets), values: values)
      }
    }
  }
}
