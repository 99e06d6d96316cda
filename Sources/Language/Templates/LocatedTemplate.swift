internal import Diagnostics
internal import Templates

/// A parsed text with the place of its characters.
struct LocatedTemplate {
  var parsed: ParsedTemplate
  var origin: ScalarOrigin

  init(_ parsed: ParsedTemplate, origin: ScalarOrigin) {
    self.parsed = parsed
    self.origin = origin
  }

  /// The text with its variables replaced.
  /// - Parameter isElement: true for the elements of a list.
  func text(_ names: TemplateNames, as format: Template.Format? = nil, isElement: Bool = false) -> TemplateText {
    let contexts: [EscapeContext]? =
      switch format {
      case .json: JSONSkeleton(parsed, names: names.kinds).escapeContexts
      case .xml: XMLSkeleton(parsed, isElement: isElement).escapeContexts
      case .string, .bytes, nil: nil
      }
    return TemplateText(pieces: parsed.pieces(contexts: contexts, variable: names.text), range: origin.range)
  }

  /// The place of a byte of the text in which each placeholder is one byte: of its character, of its placeholder, or of the
  /// last character that is not blank if it is at the end.
  func range(ofByte byte: Int) -> SourceRange {
    var (offset, start) = (0, 0)
    var last: Range<Int>?
    for part in parsed.parts {
      switch part {
      case .literal(let bytes):
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
          let length = UTF8.width(scalar)
          if start <= byte, byte < start + length { return origin.range(of: offset..<offset + 1) }
          if !scalar.properties.isWhitespace { last = offset..<offset + 1 }
          (offset, start) = (offset + 1, start + length)
        }
      case .placeholder(let index):
        let offsets = parsed.placeholders[index].offsets
        if start == byte { return origin.range(of: offsets) }
        last = offsets
        (offset, start) = (offsets.upperBound, start + 1)
      }
    }
    return last.map(origin.range) ?? origin.range
  }

  /// The range of a line of the rendered text, from 1, where placeholders have none of their own; of the last that is not
  /// blank up to it. The whole text, and no number, where that is one line.
  func range(ofLine line: Int) -> (range: SourceRange, line: Int?) {
    var lines: [Range<Int>] = []
    var (start, end, offset, first) = (0, 0, 0, true)
    func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    for part in parsed.parts {
      switch part {
      case .literal(let bytes):
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
          offset += 1
          if scalar == "\n" {
            lines.append(start..<max(start, end))
            (start, end, first) = (offset, offset, true)
          } else if !isBlank(scalar) {
            // After the indentation.
            if first { start = offset - 1 }
            (end, first) = (offset, false)
          }
        }
      case .placeholder(let index):
        let offsets = parsed.placeholders[index].offsets
        if first { start = offsets.lowerBound }
        (offset, end, first) = (offsets.upperBound, offsets.upperBound, false)
      }
    }
    lines.append(start..<max(start, end))
    let known = lines.indices.filter { !lines[$0].isEmpty && $0 < max(line, 1) }.last
    guard let known, lines.filter({ !$0.isEmpty }).count > 1 else { return (origin.range, nil) }
    return (origin.range(of: lines[known]), known + 1)
  }
}
