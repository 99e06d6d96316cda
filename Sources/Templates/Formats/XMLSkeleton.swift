internal import Diagnostics
package import Payloads

/// A template's text as XML, checked before anything is rendered: the text between the placeholders is parsed once, and
/// each placeholder is in text, in an attribute's value or in a CDATA section. Its value is escaped for that, and has only
/// characters that XML allows, so every message is XML if the skeleton is.
///
/// A raw placeholder can be anything and anywhere, so with one of them nothing is ensured: each message is checked. Then the
/// other placeholders are checked as if the raw ones were not markup.
package struct XMLSkeleton {
  /// The error of a placeholder.
  package enum Misplaced: Equatable {
    case tag, comment, instruction, declaration, reference, outside
    /// After `]]` in a CDATA section, which a `>` would end.
    case brackets
    /// It can yield a character that XML does not allow.
    case character(Unicode.Scalar)
    /// A list is between tags alone.
    case list
  }

  package indirect enum Mistake {
    /// An error of the placeholder with this index.
    case placeholder(Int, Misplaced)
    /// The parser's error, and its line in the text, from 1.
    case document(String, line: Int)
    /// The text of a list's elements does not begin and end with a tag.
    case bareText
    /// An error in the elements of the list with this name.
    case element(of: String, Mistake)
  }

  let template: ParsedTemplate
  /// The elements of the lists of `let:`, by name.
  let lists: [String: ParsedTemplate]
  private let found: [XMLPlaces.Place]
  /// The text with a letter for each placeholder.
  private let filled: [UInt8]

  /// - Parameter isElement: true for the elements of a list, which have an element around them.
  package init(_ template: ParsedTemplate, lists: [String: ParsedTemplate] = [:], isElement: Bool = false) {
    self.template = template
    self.lists = lists
    let parts = template.parts.map { part -> XMLPart in
      if case .literal(let bytes) = part { .literal(bytes) } else { .slot }
    }
    let places = XMLPlaces(isElement ? [.literal(Array("<x>".utf8))] + parts : parts)
    found = places.places
    filled = places.filled
  }

  /// The escape context of each placeholder, where there are no errors.
  package var escapeContexts: [EscapeContext] {
    found.map { place in
      switch place {
      case .attribute: .xmlAttribute
      case .cdata: .xmlCDATA
      case .text, .comment, .instruction, .tag, .declaration, .reference, .outside: .xmlText
      }
    }
  }

  /// The errors, all of one kind: misplaced placeholders make errors of the document meaningless.
  /// - Parameters:
  ///   - names: the names of `let:`.
  ///   - variable: the value of a variable of the scenario.
  package func mistakes(by xml: XMLDocument, names: [TemplateName] = [], variable: (String) -> String) -> [Mistake] {
    let brackets = afterBrackets
    let misplaced = found.indices.compactMap { index -> Mistake? in
      if template.placeholders[index].isRaw { return nil }
      // A raw placeholder before it may have opened an element.
      if template.hasRaw, found[index] == .outside { return nil }
      let isList = list(at: index) != nil
      let mistake =
        mistake(of: found[index]) ?? (isList && found[index] != .text ? .list : nil)
        ?? (brackets.contains(index) ? .brackets : nil)
      return mistake.map { .placeholder(index, $0) }
    }
    if !misplaced.isEmpty { return misplaced }
    if let encoding, !["utf-8", "utf8"].contains(encoding.lowercased()) {
      return [.document("it declares the encoding \(quoted(encoding)), but is sent in UTF-8", line: 1)]
    }
    if !template.hasRaw, let fault = filled.withUnsafeBytes({ xml.fault(in: $0) }) {
      return [.document(fault.sentence, line: fault.line)]
    }
    if !template.hasRaw, let fault = shortest(variable).withUnsafeBytes({ xml.fault(in: $0) }) {
      return [.document("\(fault.sentence), when placeholders are empty", line: fault.line)]
    }
    let elements = elementMistakes(by: xml, variable: variable)
    if !elements.isEmpty { return elements }
    var unfit: [String: Unicode.Scalar] = [:]
    for name in names { unfit[name.name] = name.unfitForXML(unfit, variable: variable) }
    return template.placeholders.enumerated().compactMap { index, placeholder in
      if placeholder.isRaw { return nil }
      return placeholder.expression?.unfitForXML(unfit, variable: variable).map { .placeholder(index, .character($0)) }
    }
  }

  /// True if it is one document whose placeholders can all be escaped.
  package func looksLikeXML(by xml: XMLDocument) -> Bool {
    guard filled.first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "<") else { return false }
    return found.allSatisfy { mistake(of: $0) == nil } && filled.withUnsafeBytes { xml.fault(in: $0) } == nil
  }

  private func mistake(of place: XMLPlaces.Place) -> Misplaced? {
    switch place {
    case .text, .attribute, .cdata: nil
    case .comment: .comment
    case .instruction: .instruction
    case .tag: .tag
    case .declaration: .declaration
    case .reference: .reference
    case .outside: .outside
    }
  }

  /// Placeholders in CDATA sections after `]]`, where placeholders between are empty.
  private var afterBrackets: Set<Int> {
    var after: Set<Int> = []
    var brackets = 0
    for part in template.parts {
      switch part {
      case .literal(let bytes): for byte in bytes { brackets = byte == UInt8(ascii: "]") ? brackets + 1 : 0 }
      case .placeholder(let index): if found[index] == .cdata, brackets > 1 { after.insert(index) }
      }
    }
    return after
  }

  /// The text without each placeholder that can be empty. A text that is well-formed with a letter may not be without it: it
  /// can contain `]]>`, or an empty namespace for a prefix.
  private func shortest(_ variable: (String) -> String) -> [UInt8] {
    template.parts.flatMap { part -> [UInt8] in
      switch part {
      case .literal(let bytes): bytes
      case .placeholder(let index):
        template.placeholders[index].expression?.canBeEmpty(variable) == false ? [UInt8(ascii: "x")] : []
      }
    }
  }

  /// The encoding that the document declares.
  private var encoding: String? {
    let text = String(decoding: filled.prefix(200), as: UTF8.self)
    guard text.hasPrefix("<?xml"), let end = text.firstRange(of: "?>"),
      let name = text[..<end.lowerBound].firstRange(of: "encoding")
    else { return nil }
    let parts = text[name.upperBound..<end.lowerBound].split(omittingEmptySubsequences: false) { "\"'".contains($0) }
    return parts.count > 1 ? String(parts[1]) : nil
  }
}

extension Expression {
  /// True if its value can be empty.
  fileprivate func canBeEmpty(_ variable: (String) -> String) -> Bool {
    if !steps.isEmpty { return true }
    return switch source {
    case .sequence, .due, .stageName, .runID, .runTag, .id, .counter, .count, .index: false
    case .data(let reference): reference.canBeEmpty
    case .text(let text): text.isEmpty
    case .variable(let name): variable(name).isEmpty
    case .name: true
    case .call, .unique: kind([:]).map { !$0.isNumber } ?? true
    }
  }

  /// A character that it can yield and XML 1.0 does not allow. `names` has the characters of names of `let:`.
  func unfitForXML(_ names: [String: Unicode.Scalar], variable: (String) -> String) -> Unicode.Scalar? {
    let own: Unicode.Scalar? =
      switch source {
      case .text(let text): text.unfitForXML
      case .variable(let name): variable(name).unfitForXML
      case .counter(let prefix, _): prefix.unfitForXML
      case .call(_, let arguments), .unique(_, let arguments): Literal.list(arguments).unfitForXML
      case .name(let name): names[name]
      // With data, single messages are withheld.
      case .sequence, .due, .stageName, .runID, .runTag, .id, .data, .count, .index: nil
      }
    if let own { return own }
    for case .replace(_, let text) in steps { if let unfit = text.unfitForXML { return unfit } }
    return format?.strftime?.unfitForXML
  }
}

extension TemplateName {
  /// A character that it can yield and XML 1.0 does not allow. `names` has the characters of the names above it.
  fileprivate func unfitForXML(_ names: [String: Unicode.Scalar], variable: (String) -> String) -> Unicode.Scalar? {
    for piece in text.pieces {
      let unfit: Unicode.Scalar? =
        switch piece {
        case .literal(let bytes): String(decoding: bytes, as: UTF8.self).unfitForXML
        case .placeholder(let expression, _): expression.unfitForXML(names, variable: variable)
        }
      if let unfit { return unfit }
    }
    return nil
  }
}

extension Literal {
  fileprivate var unfitForXML: Unicode.Scalar? {
    switch self {
    case .text(let text): text.unfitForXML
    case .list(let items): items.lazy.compactMap(\.unfitForXML).first
    case .integer, .float, .boolean, .none: nil
    }
  }
}

extension String {
  /// The first character that XML 1.0 does not allow, escaped or not.
  fileprivate var unfitForXML: Unicode.Scalar? {
    let bytes = Array(utf8)
    guard let offset = bytes.withUnsafeBytes({ XMLCharacters.firstUnfit($0) }) else { return nil }
    return String(decoding: bytes[offset...], as: UTF8.self).unicodeScalars.first
  }
}
