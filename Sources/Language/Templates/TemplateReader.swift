internal import Diagnostics
internal import Scenarios
internal import Templates

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
    guard let fields = fields(of: pair.value, named: name, in: context, as: TemplateKeys.table, place: pair.key.range)
    else {
      return (nil, nil)
    }
    if fields.lacks("value"), fields.lacks("file") {
      missing("value", in: context, at: fields.place, remedy: "write such as value: \"order {{seq}}\"")
    }
    return (template(name, fields, names), fields)
  }

  private mutating func template(_ name: String, _ fields: Fields, _ names: TemplateNames) -> Template? {
    let errors = errorCount
    let source = setting(TemplateKeys.data, fields)
    let format = setting(TemplateKeys.format, fields)
    let locale = setting(TemplateKeys.locale, fields)
    let size = setting(TemplateKeys.size, fields)
    let counters = setting(TemplateKeys.fields, fields)
    var names = names
    names.format = format.value
    let data = self.data(source, of: name, fields, format: format.value)
    names.data = data.names
    let declared = setting(TemplateKeys.letting, fields)
    names.hasMore = fields.mayMean("let")
    if let pairs = declared.value { readNames(pairs, &names) }
    // Fields stand in the key, the headers and the value.
    names.fields = counters.value ?? []
    let key = setting(TemplateKeys.key, fields).map { templateText($0, names: names) }
    let headers = setting(TemplateKeys.headers, fields).map { readHeaders($0, names) }
    let value = value(fields, names)
    let proof = proof(fields, format: format, of: name, text: value.text, isTombstone: value.isNull)
    if case .text(let text) = value, !(format.isAbsent && fields.has("schema")) {
      checkFormat(text, format: format, of: name, names)
    }
    let unused = (counters.value ?? []).filter { field in
      !([key.value].compactMap { $0 } + (headers.value ?? []).map(\.text) + [value.text].compactMap { $0 })
        .contains { $0.parsed.placeholders.contains { $0.source == "{\(field.name)}" } }
    }
    if value.isKnown { for field in unused { reportUnused(field, in: fields["fields"]) } }
    if case .faulty = value { return nil }
    let template = Template(
      name: name, format: format.value ?? .string, key: key.value?.text(names),
      headers: (headers.value ?? []).map { TemplateHeader(name: $0.name, value: $0.text.text(names)) },
      value: value.text?.text(names, as: format.value), names: names.texts, locale: locale.value ?? .american,
      size: size.value, proof: proof?.kind ?? .none, data: data.data)
    checkCells(template, source)
    guard !names.isFaulty else { return template }
    checkLength(template, at: fields.place)
    if let proof, errorCount == errors { proven.append(ProvenTemplate(name, proof, at: fields.place)) }
    return template
  }

  /// What `value` or `file` holds.
  private enum TemplateValue {
    case text(LocatedTemplate)
    /// `value: null`, a tombstone.
    case null
    case faulty

    var text: LocatedTemplate? { if case .text(let text) = self { text } else { nil } }
    var isNull: Bool { if case .null = self { true } else { false } }
    var isKnown: Bool { if case .faulty = self { false } else { true } }
  }

  private mutating func value(_ fields: Fields, _ names: TemplateNames) -> TemplateValue {
    var names = names
    names.isValue = true
    if let pair = fields["value"] {
      // Nothing at all is more often forgotten than meant.
      if pair.value.isNull, pair.value.scalar?.text.isEmpty == false { return .null }
      return templateText(pair, names: names).map(TemplateValue.text) ?? .faulty
    }
    guard let pair = fields["file"], let path = TemplateKeys.file.read(&self, pair) else { return .faulty }
    return file(path, at: pair.value.range, names).map(TemplateValue.text) ?? .faulty
  }

  /// The text of a file, whose mistakes are located in it.
  private mutating func file(_ path: String, at range: SourceRange, _ names: TemplateNames) -> LocatedTemplate? {
    let bytes: [UInt8]
    switch surroundings.file(path) {
    case .success(let read): bytes = read
    case .failure(let failure):
      report(
        Diagnostic(
          code: .badValue, "\(quoted(path)) cannot be read: \(failure.reason)", at: range,
          remedy: "a path is relative to the file in which it is written"))
      return nil
    }
    guard bytes.count <= SourceText.largest, let text = String(validating: bytes, as: UTF8.self) else {
      let reason = bytes.count > SourceText.largest ? "is larger than 4 MiB" : "is not UTF-8"
      report(Diagnostic(code: .badValue, "\(quoted(path)) \(reason)", at: range))
      return nil
    }
    let source = SourceText(bytes[...], path: path, isMain: false)
    files.add(source)
    return located(text, origin: ScalarOrigin(ofFile: text, in: source, at: range), names: names)
  }

  private mutating func readHeaders(
    _ pairs: [YAMLPair], _ names: TemplateNames
  ) -> [(name: String, text: LocatedTemplate)]? {
    every(pairs) { reader, pair in
      let name = pair.key.text
      if name.isEmpty || name == "rehearse" || name.utf8.contains(0) {
        reader.report(
          Diagnostic(
            code: .badName,
            name == "rehearse" ? "the header \(quoted(name)) is ours" : "\(quoted(name)) is no name of a header",
            at: pair.key.range, remedy: "write another name"))
        return nil
      }
      return reader.templateText(pair, names: names).map { (name: name, text: $0) }
    }
  }

  /// Bounds what a scenario can ask of memory, before anything is rendered.
  private mutating func checkLength(_ template: Template, at place: SourceRange) {
    guard let text = template.textTooLarge else { return }
    report(
      Diagnostic(
        code: .tooLarge,
        "template \(quoted(template.name)) can make more than \(Template.mostBytes >> 20) MiB of one text",
        at: text.range, remedy: "ask for less"))
  }

  private mutating func bounded(_ size: ClosedRange<UInt64>, _ pair: YAMLPair) -> ClosedRange<UInt64>? {
    if size.upperBound <= UInt64(Template.mostBytes) { return size }
    report(
      Diagnostic(
        code: .badValue, "size is more than \(Template.mostBytes >> 20) MiB", at: pair.value.range,
        remedy: "write less"))
    return nil
  }

  /// The least and the greatest size.
  mutating func messageSize(_ pair: YAMLPair) -> ClosedRange<UInt64>? {
    guard case .mapping = pair.value.content else {
      return quantity(pair, expected: "a size such as 1KiB", Quantity.size).flatMap { bounded($0...$0, pair) }
    }
    guard let fields = fields(of: pair.value, named: "size", in: " in size", as: SizeKeys.table) else { return nil }
    let least = required(SizeKeys.min, fields, in: " in size")
    let most = required(SizeKeys.max, fields, in: " in size")
    guard let least, let most else { return nil }
    if least <= most { return bounded(least...most, pair) }
    if let pair = fields["min"] { badValue(pair, nil, QuantityFault(reason: "is more than the most")) }
    return nil
  }

  /// The language of names and addresses.
  mutating func locale(_ pair: YAMLPair) -> FakerLocale? {
    guard let name = text(pair) else { return nil }
    if let locale = FakerLocale(rawValue: name) { return locale }
    report(
      .unknown(
        "locale", name, in: "", code: .badValue, at: pair.value.range, read: FakerLocale.allCases.map(\.rawValue),
        later: [], listed: "write one of"))
    return nil
  }

  /// A text with its placeholders; nil where it was reported that it is no text. Mistakes in its placeholders are
  /// reported, and it is returned nevertheless, for what else can be said of it.
  mutating func templateText(_ pair: YAMLPair, names: TemplateNames) -> LocatedTemplate? {
    guard let text = verbatim(pair) else { return nil }
    return located(
      text, origin: ScalarOrigin(of: text, at: pair.value.range, in: files.text(of: pair.value.range.start)),
      names: names)
  }

  private mutating func located(_ text: String, origin: ScalarOrigin, names: TemplateNames) -> LocatedTemplate {
    let kinds = names.kinds
    let variables = names.variables?.map(\.name) ?? []
    let parsed = ParsedTemplate(
      text, names: kinds, fields: names.fields, variables: variables, data: names.data)
    let template = LocatedTemplate(parsed, origin: origin)
    if let start = template.parsed.unterminated {
      report(TemplateMistake.unterminated(at: template.origin.range(of: start..<start + 2)))
    }
    for placeholder in template.parsed.placeholders {
      let range = template.origin.range(of: placeholder.offsets)
      switch placeholder.meaning {
      case .success(let expression):
        if case .variable(let name) = expression.source {
          guard let variables = names.variables, !variables.contains(where: { $0.name == name }) else { break }
          report(
            .unknown(
              "variable", name, in: "", code: .unknownName, at: range, read: variables.map(\.name), later: [],
              listed: "vars has"))
        }
        if expression.kind(kinds) == .bytes, names.format != nil, names.format != .bytes || !names.isValue {
          report(
            Diagnostic(
              code: .placeholder,
              "\(quoted(placeholder.source)) yields bytes, which only a value with format: bytes holds",
              at: range, remedy: "write random.hex or random.string"))
        }
      case .failure(let mistake):
        // A name that the reader could not read may be what is meant.
        if names.hasMore, mistake.offsets == placeholder.offsets { break }
        let word = ExpressionScanner.word(ofPlaceholder: placeholder.source)
        if mistake.offsets == placeholder.offsets, names.later.contains(word) {
          report(
            Diagnostic(
              code: .placeholder, "\(quoted(word)) is not made yet", at: range,
              remedy: word == names.later.first ? "write another name" : "write it above"))
          break
        }
        report(
          Diagnostic(
            code: .placeholder, mistake.message, at: template.origin.range(of: mistake.offsets), remedy: mistake.remedy)
        )
      }
    }
    return template
  }
}
