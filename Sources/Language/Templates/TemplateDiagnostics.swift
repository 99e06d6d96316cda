internal import Diagnostics
internal import Payloads
internal import Templates

/// Diagnostics of a template.
enum TemplateDiagnostics {
  static func unterminated(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .placeholder, "\"{{\" has no \"}}\"", at: range, remedy: "close it, as in {{seq}}")
  }

  static func json(_ mistake: JSONSkeleton.Place.Mistake, _ source: String, at range: SourceRange) -> Diagnostic {
    let (what, remedy) =
      switch mistake {
      case .text: ("is text, and is outside quotes", "put quotes around it")
      case .zeros: ("can begin with zeros, which JSON numbers cannot", "put quotes around it")
      case .key: ("is a key, and is outside quotes", "put quotes around it")
      case .glued: ("is part of a number or a word", "put quotes around all of it, or spaces or commas beside it")
      case .escape: ("is part of an escape", "write \\\\ for a backslash")
      case .list: ("is a list, and is inside quotes", "remove the quotes: it is an array")
      case .listKey: ("is a list, and is a key", "write it as a value")
      }
    return Diagnostic(code: .json, "\(quoted(source)) \(what)", at: range, remedy: remedy)
  }

  /// - Parameter what: the text that is not JSON: `value of template "order"`, `list "lines"`.
  static func notJSON(_ fault: String, _ what: String, at range: SourceRange) -> Diagnostic {
    let reason = ParserSentence.plain(fault)
    return Diagnostic(code: .json, "\(what) is not JSON: \(reason)", at: range)
  }

  static func xml(_ mistake: XMLSkeleton.Misplaced, _ source: String, at range: SourceRange) -> Diagnostic {
    let move = "move it into text, or into an attribute's value"
    let (what, remedy) =
      switch mistake {
      case .tag:
        ("is part of a tag, and is outside quotes", "write names as they are, and quotes around attributes' values")
      case .comment: ("is in a comment", move)
      case .instruction: ("is in a processing instruction", move)
      case .declaration: ("is in a document type declaration", move)
      case .reference: ("is part of a reference", "write &amp; for an ampersand")
      case .outside: ("is outside the root element", "put an element around it")
      case .brackets: ("follows ]] in a CDATA section, which a > would end", "put a space between them")
      case .list: ("is a list, and is not between tags", "write it in an element")
      case .character(let scalar):
        ("can hold \(scalar.name), which XML cannot hold, not even escaped", "remove that character")
      }
    return Diagnostic(code: .xml, "\(quoted(source)) \(what)", at: range, remedy: remedy)
  }

  /// `line` is nil if there is but one; `what` as of `notJSON`.
  static func notXML(_ fault: String, line: Int?, _ what: String, at range: SourceRange) -> Diagnostic {
    let place = line.map { "line \($0): " } ?? ""
    return Diagnostic(code: .xml, "\(what) is not XML: \(place)\(fault)", at: range)
  }

  /// A list is in a text that cannot hold one.
  static func misplacedList(_ name: String, _ names: TemplateNames, at range: SourceRange) -> Diagnostic {
    let (what, remedy) =
      if names.isElement {
        ("is a list, and lists in lists are not supported", "write it in the value, beside this list")
      } else if names.isValue {
        ("is a list, which needs format: json or format: xml", "write format: json, or format: xml")
      } else {
        ("is a list, which only a value can hold", "write it in the value, or {{\(name).count}} here")
      }
    return Diagnostic(code: .placeholder, "\(quoted(name)) \(what)", at: range, remedy: remedy)
  }

  static func looksLike(
    _ format: Template.Format, _ code: Code, _ word: String, template: String, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: code, "value of template \(quoted(template)) looks like \(word), but is not checked",
      at: range, remedy: "write format: \(format.rawValue), or format: string")
  }
}
