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
    let mistakes = XMLSkeleton(template.parsed).mistakes(by: xml, names: names.texts, variable: names.text)
    for mistake in mistakes {
      switch mistake {
      case .placeholder(let index, let kind):
        let placeholder = template.parsed.placeholders[index]
        values.report(
          TemplateDiagnostics.xml(kind, placeholder.source, at: template.origin.range(of: placeholder.offsets)))
      case .document(let fault, let line):
        let range = template.range(ofLine: line)
        values.report(TemplateDiagnostics.notXML(fault, line: range.line, template: name, at: range.range))
      }
    }
  }

  private func checkJSON(
    _ template: LocatedTemplate, format: Setting<Template.Format>, of name: String, _ names: TemplateNames,
    _ values: inout ValueReader
  ) {
    let skeleton = JSONSkeleton(template.parsed, names: names.kinds)
    if format.value == .json {
      for mistake in skeleton.mistakes(by: json) {
        switch mistake {
        case .placeholder(let index, let kind):
          let placeholder = template.parsed.placeholders[index]
          values.report(
            TemplateDiagnostics.json(kind, placeholder.source, at: template.origin.range(of: placeholder.offsets)))
        case .document(let fault, let offset):
          let range = offset.map { template.range(ofByte: $0) } ?? template.origin.range
          values.report(TemplateDiagnostics.notJSON(fault, template: name, at: range))
        }
      }
    } else if format.isAbsent, skeleton.looksLikeJSON(by: json) {
      values.report(
        TemplateDiagnostics.looksLike(.json, .looksLikeJSON, "JSON", template: name, at: template.origin.range))
    } else if format.isAbsent, XMLSkeleton(template.parsed).looksLikeXML(by: xml) {
      values.report(
        TemplateDiagnostics.looksLike(.xml, .looksLikeXML, "XML", template: name, at: template.origin.range))
    }
  }
}
