internal import Diagnostics
internal import Templates

/// `{% … %}` or `{# … #}` of Jinja, which templates do not know.
struct JinjaTag {
  let text: String
  /// The range in scalars of the template's text.
  let offsets: Range<Int>

  /// The tags outside placeholders, each on one line.
  static func tags(of text: String, besides parsed: ParsedTemplate) -> [JinjaTag] {
    guard text.contains("{%") || text.contains("{#") else { return [] }
    let scalars = Array(text.unicodeScalars)
    var tags: [JinjaTag] = []
    var index = 0
    while index + 1 < scalars.count {
      defer { index += 1 }
      guard scalars[index] == "{", scalars[index + 1] == "%" || scalars[index + 1] == "#" else { continue }
      if parsed.placeholders.contains(where: { $0.offsets.contains(index) }) { continue }
      guard let end = end(of: scalars, from: index) else { continue }
      tags.append(JinjaTag(text: String(String.UnicodeScalarView(scalars[index..<end])), offsets: index..<end))
      index = end - 1
    }
    return tags
  }

  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start + 2
    while index + 1 < scalars.count, scalars[index] != "\n" {
      if scalars[index] == scalars[start + 1], scalars[index + 1] == "}" { return index + 2 }
      index += 1
    }
    return nil
  }

  func warning(at range: SourceRange) -> Diagnostic {
    let isComment = text.hasPrefix("{#")
    return Diagnostic(
      .warning, code: .placeholder,
      "\(quoted(text)) is sent as is: templates have no \(isComment ? "comments" : "statements")", at: range,
      remedy: isComment
        ? "write a comment of YAML beside the text" : "a list is {{NAME}} with NAME: {repeat: 1..3, value: …} in let:")
  }
}
