extension ScenarioReader {
  mutating func templates(_ scenario: Fields) -> Declarations<Template>? {
    declarations(
      "templates", of: scenario, example: "templates: {order: {value: \"order {{seq}}\"}}"
    ) { $0.template($1) }
  }

  private mutating func template(_ pair: YAMLPair) -> (Template?, Fields?) {
    let name = pair.key.text
    let context = " in template \(quoted(name))"
    guard let fields = fields(of: pair.value, named: name, in: context, as: .template, place: pair.key.range) else {
      return (nil, nil)
    }
    if fields.lacks("value") {
      missing("value", in: context, at: fields.place, remedy: "write such as value: \"order {{seq}}\"")
    }
    let format = fields.setting("format") { word($0, of: .format) }
    // `let:` brings names of its own, and what is extended may.
    let names: TemplateNames = fields.mayMean("let") ? .more : .known
    let key = fields.setting("key") { templateText($0, names: names)?.text }
    let value = fields["value"].flatMap { templateText($0, names: names) }
    if let value { checkJSON(value, format: format, of: name) }
    guard let value = value?.text else { return (nil, fields) }
    let readFormat = format.value.flatMap(Template.Format.init) ?? .string
    return (Template(name: name, format: readFormat, key: key.value, value: value), fields)
  }

  /// A text with its placeholders; nil where it was reported that it is no text. Mistakes in its placeholders are
  /// reported, and it is returned nevertheless, for what else can be said of it.
  private mutating func templateText(_ pair: YAMLPair, names: TemplateNames) -> LocatedTemplate? {
    guard let text = text(pair) else { return nil }
    let template = LocatedTemplate(
      ParsedTemplate(text), origin: ScalarOrigin(of: text, at: pair.value.range, in: self.text))
    if let start = template.parsed.unterminated {
      report(TemplateMistake.unterminated(at: template.origin.range(of: start..<start + 2)))
    }
    for placeholder in template.parsed.placeholders {
      let range = template.origin.range(of: placeholder.offsets)
      switch placeholder.meaning {
      case .piece: break
      case .later: report(.notSupported(placeholder.source, at: range))
      case .unknown where names == .more: break
      case .unknown(let expression): report(TemplateMistake.unknown(placeholder.source, expression, at: range))
      }
    }
    return template
  }

  private mutating func checkJSON(_ template: LocatedTemplate, format: Setting<String>, of name: String) {
    // What follows the opening braces may hold the quote that is missed.
    guard template.parsed.unterminated == nil else { return }
    let skeleton = JSONSkeleton(template.parsed)
    if format.value == "json" {
      for mistake in skeleton.mistakes(by: json) {
        switch mistake {
        case .placeholder(let index, let kind):
          let placeholder = template.parsed.placeholders[index]
          report(TemplateMistake.json(kind, placeholder.source, at: template.origin.range(of: placeholder.offsets)))
        case .document(let fault):
          report(TemplateMistake.notJSON(fault, template: name, at: template.origin.range))
        }
      }
    } else if format.isAbsent, skeleton.looksLikeJSON(by: json) {
      report(TemplateMistake.looksLikeJSON(template: name, at: template.origin.range))
    }
  }
}

/// Whether a template can use names that the reader does not see.
private enum TemplateNames {
  case known
  case more
}

/// A parsed text with the place of its characters.
private struct LocatedTemplate {
  var parsed: ParsedTemplate
  var origin: ScalarOrigin

  init(_ parsed: ParsedTemplate, origin: ScalarOrigin) {
    self.parsed = parsed
    self.origin = origin
  }

  var text: TemplateText { TemplateText(pieces: parsed.pieces, range: origin.range) }
}

private enum TemplateMistake {
  static func unterminated(at range: SourceRange) -> Diagnostic {
    Diagnostic(code: .placeholder, "\"{{\" has no \"}}\"", at: range, remedy: "close it, as in {{seq}}")
  }

  static func unknown(_ source: String, _ expression: String, at range: SourceRange) -> Diagnostic {
    let nearest = Suggestion.nearest(to: expression, in: ParsedTemplate.names)
    return Diagnostic(
      code: .placeholder, "unknown placeholder \(quoted(source))", at: range,
      remedy: nearest.map { "did you mean \"{{\($0)}}\"?" } ?? "known are {{seq}}, {{stage.name}} and {{run.id}}")
  }

  static func json(_ mistake: JSONSkeleton.Place.Mistake, _ source: String, at range: SourceRange) -> Diagnostic {
    let (what, remedy) =
      switch mistake {
      case .text: ("is text, and stands outside quotes", "put quotes around it")
      case .key: ("is a key, and stands outside quotes", "put quotes around it")
      case .glued: ("is part of a number or a word", "put quotes around all of it, or blanks or commas beside it")
      case .escape: ("is part of an escape", "write \\\\ for a backslash")
      }
    return Diagnostic(code: .json, "\(quoted(source)) \(what)", at: range, remedy: remedy)
  }

  static func notJSON(_ fault: String, template: String, at range: SourceRange) -> Diagnostic {
    // The parser's own sentence, without its capital and full stop.
    let reason = fault.prefix(1).lowercased() + (fault.last == "." ? fault.dropFirst().dropLast() : fault.dropFirst())
    return Diagnostic(code: .json, "value of template \(quoted(template)) is not JSON: \(reason)", at: range)
  }

  static func looksLikeJSON(template: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, code: .looksLikeJSON,
      "value of template \(quoted(template)) looks like JSON, but is not checked",
      at: range, remedy: "write format: json, or format: string")
  }
}
