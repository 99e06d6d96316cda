extension ScenarioReader {
  mutating func templates(_ scenario: Fields, variables: Setting<[Variable]>) -> Declarations<Template>? {
    let names: TemplateNames =
      switch variables {
      case .absent: TemplateNames(variables: [])
      case .faulty: TemplateNames(variables: nil)
      case .given(let variables, _): TemplateNames(variables: variables)
      }
    return declarations(
      "templates", of: scenario, example: "templates: {order: {value: \"order {{seq}}\"}}"
    ) { $0.template($1, names) }
  }

  private mutating func template(_ pair: YAMLPair, _ names: TemplateNames) -> (Template?, Fields?) {
    let name = pair.key.text
    let context = " in template \(quoted(name))"
    guard let fields = fields(of: pair.value, named: name, in: context, as: .template, place: pair.key.range) else {
      return (nil, nil)
    }
    if fields.lacks("value"), fields.lacks("file") {
      missing("value", in: context, at: fields.place, remedy: "write such as value: \"order {{seq}}\"")
    }
    if fields.has("value"), let second = fields["file"] {
      report(
        Diagnostic(
          code: .conflict, "\"value\" and \"file\" exclude each other\(context)", at: second.key.range,
          remedy: "remove one of them"))
    }
    readWhatIsLater(fields)
    let format = setting(TemplateKeys.format, fields)
    var names = names
    // `let:` and `fields:` bring names of their own.
    names.hasMore = fields.has("let") || fields.mayMean("let")
    let key = setting(TemplateKeys.key, fields).map { templateText($0, names: names) }
    let value = fields["value"].flatMap { templateText($0, names: names) }
    if let value { checkJSON(value, format: format, of: name) }
    guard let value else { return (nil, fields) }
    let isJSON = format.value == .json
    return (
      Template(
        name: name, format: format.value ?? .string, key: key.value?.text(names),
        value: value.text(names, asJSON: isJSON)
      ), fields
    )
  }

  /// What templates cannot do yet is read nevertheless, so that every mistake in it is seen at once.
  private mutating func readWhatIsLater(_ fields: Fields) {
    _ = setting(TemplateKeys.file, fields)
    _ = setting(TemplateKeys.headers, fields)
    _ = setting(TemplateKeys.letting, fields)
    _ = setting(TemplateKeys.fields, fields)
    _ = setting(TemplateKeys.data, fields)
    _ = setting(TemplateKeys.schema, fields)
    _ = setting(TemplateKeys.locale, fields)
    _ = setting(TemplateKeys.size, fields)
  }

  /// Texts under names, with placeholders.
  mutating func texts(_ pair: YAMLPair) -> [Variable]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      reader.verbatim(entry).map { Variable(name: entry.key.text, value: $0) }
    }
  }

  /// `fields:`: the names of simple placeholders.
  mutating func templateFields(_ pair: YAMLPair) -> [String]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      let context = " in field \(quoted(entry.key.text))"
      guard reader.isVariableName(entry.key),
        let fields = reader.fields(
          of: entry.value, named: entry.key.text, in: context, as: .field, place: entry.key.range),
        reader.required(FieldKeys.sequence, fields, in: context) != nil
      else { return nil }
      return entry.key.text
    }
  }

  /// The first number and the prefix of a sequence.
  mutating func fieldSequence(_ pair: YAMLPair) -> (start: UInt64, prefix: String)? {
    guard let fields = fields(of: pair.value, named: "sequence", in: " in sequence", as: .sequence) else { return nil }
    let start = setting(SequenceKeys.start, fields)
    let prefix = setting(SequenceKeys.prefix, fields)
    return (start.value ?? 0, prefix.value ?? "")
  }

  /// The file that gives values.
  mutating func dataSource(_ pair: YAMLPair) -> String? {
    guard let fields = fields(of: pair.value, named: "data", in: " in data", as: .data) else { return nil }
    _ = setting(DataKeys.order, fields)
    return required(DataKeys.file, fields, in: " in data")
  }

  /// The least and the greatest size.
  mutating func messageSize(_ pair: YAMLPair) -> ClosedRange<UInt64>? {
    guard case .mapping = pair.value.content else {
      return quantity(pair, expected: "a size such as 1KiB", Quantity.size).map { $0...$0 }
    }
    guard let fields = fields(of: pair.value, named: "size", in: " in size", as: .size) else { return nil }
    let least = required(SizeKeys.min, fields, in: " in size")
    let most = required(SizeKeys.max, fields, in: " in size")
    guard let least, let most else { return nil }
    if least <= most { return least...most }
    if let pair = fields["min"] { badValue(pair, nil, QuantityFault(reason: "is more than the most")) }
    return nil
  }

  /// A text with its placeholders; nil where it was reported that it is no text. Mistakes in its placeholders are
  /// reported, and it is returned nevertheless, for what else can be said of it.
  private mutating func templateText(_ pair: YAMLPair, names: TemplateNames) -> LocatedTemplate? {
    guard let text = verbatim(pair) else { return nil }
    let template = LocatedTemplate(
      ParsedTemplate(text),
      origin: ScalarOrigin(of: text, at: pair.value.range, in: files.text(of: pair.value.range.start)))
    if let start = template.parsed.unterminated {
      report(TemplateMistake.unterminated(at: template.origin.range(of: start..<start + 2)))
    }
    for placeholder in template.parsed.placeholders {
      let range = template.origin.range(of: placeholder.offsets)
      switch placeholder.meaning {
      case .piece: break
      case .variable(let name):
        guard let variables = names.variables, !variables.contains(where: { $0.name == name }) else { break }
        report(
          .unknown(
            "variable", name, in: "", code: .unknownName, at: range, read: variables.map(\.name), later: [],
            listed: "vars has"))
      case .later: report(.notSupported(placeholder.source, at: range))
      case .unknown where names.hasMore: break
      case .unknown(let expression): report(TemplateMistake.unknown(placeholder.source, expression, at: range))
      }
    }
    return template
  }

  private mutating func checkJSON(_ template: LocatedTemplate, format: Setting<Template.Format>, of name: String) {
    // What follows the opening braces may hold the quote that is missed.
    guard template.parsed.unterminated == nil else { return }
    let skeleton = JSONSkeleton(template.parsed)
    if format.value == .json {
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

/// The names that a template's placeholders can use.
private struct TemplateNames {
  /// `vars:`; nil where they are not known.
  var variables: [Variable]?
  /// There are others that the reader does not see.
  var hasMore = false

  init(variables: [Variable]?) { self.variables = variables }
}

/// A parsed text with the place of its characters.
private struct LocatedTemplate {
  var parsed: ParsedTemplate
  var origin: ScalarOrigin

  init(_ parsed: ParsedTemplate, origin: ScalarOrigin) {
    self.parsed = parsed
    self.origin = origin
  }

  /// With variables in their place, escaped as JSON text where the value is JSON: there they stand between quotes only.
  func text(_ names: TemplateNames, asJSON: Bool = false) -> TemplateText {
    let pieces = parsed.pieces { name in
      let value = names.variables?.first { $0.name == name }?.value ?? ""
      return asJSON ? JSONText.escaped(value) : Array(value.utf8)
    }
    return TemplateText(pieces: pieces, range: origin.range)
  }
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
