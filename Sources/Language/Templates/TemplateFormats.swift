internal import Diagnostics
internal import Payloads
internal import Templates

/// Checks that a value has its template's format, whatever its placeholders yield.
extension TemplateReader {
  func checkFormat(
    _ template: LocatedTemplate, format: Setting<Template.Format>, of name: String, _ names: TemplateNames,
    _ values: inout ValueReader
  ) {
    // The text after unclosed braces may contain a quote or a tag that would be reported as missing.
    guard template.parsed.unterminated == nil else { return }
    if format.value == .xml {
      checkXML(template, of: name, names, &values)
    } else {
      checkJSON(template, format: format, of: name, names, &values)
    }
  }

  private func checkXML(
    _ template: LocatedTemplate, of name: String, _ names: TemplateNames, _ values: inout ValueReader
  ) {
    let skeleton = XMLSkeleton(template.parsed, lists: names.lists.mapValues(\.parsed))
    for mistake in skeleton.mistakes(by: xml, names: names.texts, variable: names.text) {
      report(mistake, in: template, "value of template \(quoted(name))", names, &values)
    }
  }

  private func report(
    _ mistake: XMLSkeleton.Mistake, in template: LocatedTemplate, _ what: String, _ names: TemplateNames,
    _ values: inout ValueReader
  ) {
    switch mistake {
    case .placeholder(let index, let kind):
      let placeholder = template.parsed.placeholders[index]
      values.report(
        TemplateDiagnostics.xml(kind, placeholder.source, at: template.origin.range(of: placeholder.offsets)))
    case .document(let fault, let line):
      let range = template.range(ofLine: line)
      values.report(TemplateDiagnostics.notXML(fault, line: range.line, what, at: range.range))
    case .bareText:
      values.report(
        Diagnostic(
          code: .xml, "\(what) does not begin and end with a tag", at: template.origin.range,
          remedy: "write an element around it"))
    case .element(let name, let mistake):
      guard let elements = names.lists[name] else { return }
      report(mistake, in: elements, "list \(quoted(name))", names, &values)
    }
  }

  /// Checks that a value, or the elements of a list, are JSON.
  func checkJSON(
    _ template: LocatedTemplate, of what: String, _ names: TemplateNames, _ values: inout ValueReader
  ) {
    guard template.parsed.unterminated == nil else { return }
    for mistake in JSONSkeleton(template.parsed, names: names.kinds).mistakes(by: json) {
      switch mistake {
      case .placeholder(let index, let kind):
        let placeholder = template.parsed.placeholders[index]
        values.report(
          TemplateDiagnostics.json(kind, placeholder.source, at: template.origin.range(of: placeholder.offsets)))
      case .document(let fault, let offset):
        let range = offset.map { template.range(ofByte: $0) } ?? template.origin.range
        values.report(JSONHint.explained(TemplateDiagnostics.notJSON(fault, what, at: range), template, at: offset))
      }
    }
  }

  private func checkJSON(
    _ template: LocatedTemplate, format: Setting<Template.Format>, of name: String, _ names: TemplateNames,
    _ values: inout ValueReader
  ) {
    if format.value == .json {
      checkJSON(template, of: "value of template \(quoted(name))", names, &values)
    } else if format.isAbsent, JSONSkeleton(template.parsed, names: names.kinds).looksLikeJSON(by: json) {
      values.report(
        TemplateDiagnostics.looksLike(.json, .looksLikeJSON, "JSON", template: name, at: template.origin.range))
    } else if format.isAbsent, XMLSkeleton(template.parsed).looksLikeXML(by: xml) {
      values.report(
        TemplateDiagnostics.looksLike(.xml, .looksLikeXML, "XML", template: name, at: template.origin.range))
    }
  }
}
