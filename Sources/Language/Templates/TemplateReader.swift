internal import Diagnostics
internal import Payloads
internal import Scenarios
internal import Templates

/// Reads the templates of a scenario, with the files that they name.
struct TemplateReader {
  let json = JSONDocument()
  let xml = XMLDocument()
  /// The schemas read so far, so that none is compiled twice; nil for a faulty one.
  var schemas: [SchemaName: ValueSchema?] = [:]
  /// Data files by their paths, and the tables read from them.
  var dataFiles: [String: Result<DataBytes, ReadingEnvironment.Unreadable>] = [:]
  var dataTables: [DataRequest: (names: DataFields, table: DataTable)] = [:]
  /// Templates without a mistake so far whose messages must be checked.
  private(set) var sampled: [SampledTemplate] = []
  /// The unique placeholders whose values are counted.
  private(set) var uniquePlaces: [UniquePlace] = []

  mutating func templates(
    _ scenario: Fields, variables: Setting<[Variable]>, stages: [String]?, _ values: inout ValueReader
  ) -> Declarations<Template>? {
    var names: TemplateNames =
      switch variables {
      case .absent: TemplateNames(variables: [])
      case .faulty: TemplateNames(variables: nil)
      case .given(let variables, _): TemplateNames(variables: variables)
      }
    names.stages = stages
    return values.declarations(
      "templates", of: scenario, example: "templates: {order: {value: \"order {{seq}}\"}}"
    ) { values, pair in template(pair, names, &values) }
  }

  private mutating func template(
    _ pair: YAMLPair, _ names: TemplateNames, _ values: inout ValueReader
  ) -> (Template?, Fields?) {
    let name = pair.key.text
    let context = " in template \(quoted(name))"
    guard
      let fields = values.fields(
        of: pair.value, named: name, in: context, as: TemplateKeys.table, headRange: pair.key.range)
    else {
      return (nil, nil)
    }
    if fields.lacks("value"), fields.lacks("file") {
      values.missing("value", in: context, at: fields.headRange, remedy: "for example value: \"order {{seq}}\"")
    }
    return (template(name, fields, names, &values), fields)
  }

  private mutating func template(
    _ name: String, _ fields: Fields, _ names: TemplateNames, _ values: inout ValueReader
  ) -> Template? {
    let errors = values.reports.errorCount
    let source = values.setting(TemplateKeys.data, fields)
    let format = values.setting(TemplateKeys.format.key, fields)
    let locale = values.value(TemplateKeys.locale, fields)
    let size = values.setting(TemplateKeys.size, fields)
    let counters = values.setting(TemplateKeys.fields, fields)
    var names = names
    names.format = format.value
    if case .faulty = format { names.isFormatFaulty = true }
    names.locale = locale
    let data = self.data(source, of: name, fields, format: format.value, &values)
    names.data = data.names
    let declared = values.setting(TemplateKeys.letting, fields)
    names.hasMore = fields.mayMean("let")
    names.fields = counters.value ?? []
    if let pairs = declared.value { readNames(pairs, &names, &values) }
    let key = values.setting(TemplateKeys.key, fields).map { templateText($0, names: names, &values) }
    let headers = values.setting(TemplateKeys.headers, fields).map { readHeaders($0, names, &values) }
    let value = value(fields, names, &values)
    let requirement = requirement(
      fields, format: format, of: name, text: value.text, isTombstone: value.isNull, &values)
    if case .text(let text) = value, !(format.isAbsent && fields.has("schema")) {
      checkFormat(text, format: format, of: name, names, &values)
    }
    let unused = (counters.value ?? []).filter { field in
      !([key.value].compactMap { $0 } + (headers.value ?? []).map(\.text) + [value.text].compactMap { $0 }
        + names.located.values + names.lists.values)
        .contains { $0.parsed.placeholders.contains { $0.source == "{\(field.name)}" } }
    }
    if value.isKnown { for field in unused { reportUnused(field, in: fields["fields"], &values) } }
    if case .faulty = value { return nil }
    let template = Template(
      name: name, format: format.value ?? TemplateKeys.format.standard, key: key.value?.text(names),
      headers: (headers.value ?? []).map { TemplateHeader(name: $0.name, value: $0.text.text(names)) },
      value: value.text?.text(names, as: format.value), names: names.texts, locale: locale,
      size: size.value, requirement: requirement?.kind ?? .none, data: data.data)
    checkCells(template, source, &values)
    guard !names.isFaulty else { return template }
    checkLength(template, names, &values)
    let texts = [key.value].compactMap { $0 } + (headers.value ?? []).map(\.text) + [value.text].compactMap { $0 }
    uniquePlaces += template.uniquePlaces(in: texts, names)
    if let requirement, values.reports.errorCount == errors {
      sampled.append(SampledTemplate(name, requirement, at: fields.headRange))
    }
    return template
  }

  /// The content of `value` or `file`.
  private enum TemplateValue {
    case text(LocatedTemplate)
    /// `value: null`, a tombstone.
    case null
    case faulty

    var text: LocatedTemplate? { if case .text(let text) = self { text } else { nil } }
    var isNull: Bool { if case .null = self { true } else { false } }
    var isKnown: Bool { if case .faulty = self { false } else { true } }
  }

  private func value(_ fields: Fields, _ names: TemplateNames, _ values: inout ValueReader) -> TemplateValue {
    var names = names
    names.isValue = true
    if let pair = fields["value"] {
      // An empty value is probably a mistake, not a tombstone.
      if pair.value.isNull, pair.value.scalar?.text.isEmpty == false { return .null }
      return templateText(pair, names: names, &values).map(TemplateValue.text) ?? .faulty
    }
    guard let pair = fields["file"], let path = TemplateKeys.file.read(&values, pair) else { return .faulty }
    return file(path, at: pair.value.range, names, &values).map(TemplateValue.text) ?? .faulty
  }

  /// The text of a file, whose mistakes are located in it.
  private func file(
    _ path: String, at range: SourceRange, _ names: TemplateNames, _ values: inout ValueReader
  ) -> LocatedTemplate? {
    let bytes: ArraySlice<UInt8>
    switch values.environment.file(path) {
    case .success(let read): bytes = read.dropFirst(TextEncoding.markLength(in: read))
    case .failure(let failure):
      values.report(
        Diagnostic(
          code: .badValue, "\(quoted(path)) \(failure.complaint)", at: range, remedy: failure.remedy))
      return nil
    }
    if bytes.count > SourceText.largest {
      values.report(Diagnostic(code: .tooLarge, "\(quoted(path)) is larger than 4 MiB", at: range))
      return nil
    }
    let encoding = TextEncoding(of: bytes)
    // Zeros are allowed among bytes.
    guard encoding == .utf8 || names.format == .bytes, let text = String(validating: bytes, as: UTF8.self) else {
      values.report(.encoding(encoding, of: quoted(path), at: range))
      return nil
    }
    let source = SourceText(bytes, path: path, isMain: false)
    values.reports.files.add(source)
    return located(text, origin: ScalarOrigin(ofFile: text, in: source, at: range), names: names, &values)
  }

  private func readHeaders(
    _ pairs: [YAMLPair], _ names: TemplateNames, _ values: inout ValueReader
  ) -> [(name: String, text: LocatedTemplate)]? {
    let headers = values.every(pairs) { values, pair -> [(name: String, text: LocatedTemplate)]? in
      let name = pair.key.text
      if name.isEmpty || name == "rehearse" || name.utf8.contains(0) {
        values.report(
          Diagnostic(
            code: .badName,
            name == "rehearse" ? "the header \(quoted(name)) is reserved" : "\(quoted(name)) is not a header name",
            at: pair.key.range, remedy: "write another name"))
        return nil
      }
      if pair.value.items?.isEmpty == true {
        values.report(
          Diagnostic(
            code: .badValue, "header \(quoted(name)) is an empty list", at: pair.value.range,
            remedy: "write its values, or remove the header"))
        return nil
      }
      return values.every(pair.value.items ?? [pair.value]) { values, value in
        templateText(YAMLPair(key: pair.key, value: value), names: names, &values).map { (name: name, text: $0) }
      }
    }
    return headers.map { $0.flatMap { $0 } }
  }

  /// Limits the memory that a scenario can ask for, before anything is rendered.
  private func checkLength(_ template: Template, _ names: TemplateNames, _ values: inout ValueReader) {
    guard let text = template.textTooLarge else { return }
    let list = template.listTooLarge(in: text)
    let what = list.map { "list \(quoted($0.name)) of template" } ?? "template"
    values.report(
      Diagnostic(
        code: .tooLarge,
        "\(what) \(quoted(template.name)) can make more than \(Template.mostBytes >> 20) MiB of one text",
        at: list?.text.range ?? text.range, remedy: list == nil ? "ask for less" : "repeat it less often"))
  }

  /// A text with its placeholders; nil if it is not text, which was reported. With mistakes in its placeholders, which are
  /// reported, it is still returned for further checks.
  func templateText(_ pair: YAMLPair, names: TemplateNames, _ values: inout ValueReader) -> LocatedTemplate? {
    guard let text = values.verbatim(pair) else { return nil }
    return located(text, origin: values.origin(of: text, at: pair.value.range), names: names, &values)
  }

  private func located(
    _ text: String, origin: ScalarOrigin, names: TemplateNames, _ values: inout ValueReader
  ) -> LocatedTemplate {
    let kinds = names.kinds
    let variables = names.variables?.map(\.name) ?? []
    let parsed = ParsedTemplate(
      text, names: kinds, fields: names.fields, variables: variables, data: names.data, isElement: names.isElement)
    let template = LocatedTemplate(parsed, origin: origin)
    if let start = template.parsed.unterminated {
      values.report(TemplateDiagnostics.unterminated(at: template.origin.range(of: start..<start + 2)))
    }
    for tag in JinjaTag.tags(of: text, besides: template.parsed) {
      values.report(tag.warning(at: template.origin.range(of: tag.offsets)))
    }
    for placeholder in template.parsed.placeholders {
      let range = template.origin.range(of: placeholder.offsets)
      switch placeholder.meaning {
      case .success(let expression):
        if let mistake = LocaleFunctions.mistake(in: placeholder, names.locale) {
          values.report(
            Diagnostic(
              code: .placeholder, mistake.message, at: template.origin.range(of: mistake.offsets),
              remedy: mistake.remedy))
        }
        if case .variable(let name) = expression.source {
          guard let variables = names.variables, !variables.contains(where: { $0.name == name }) else { break }
          values.report(
            .unknown(
              "variable", name, in: "", code: .unknownName, at: range, read: variables.map(\.name), later: [],
              listed: "vars has"))
        }
        if case .id(.ofStage(let name)) = expression.source, let stages = names.stages, !stages.contains(name) {
          values.report(
            .unknown(
              "stage", name, in: "", code: .unknownName, at: range, read: stages, later: [], listed: "the stages are"))
        }
        if case .name(let name) = expression.source, kinds[name] == .list, !names.takesLists {
          values.report(TemplateDiagnostics.misplacedList(name, names, at: range))
        }
        if expression.kind(kinds) == .bytes, names.format != nil, names.format != .bytes || !names.isValue {
          values.report(
            Diagnostic(
              code: .placeholder,
              "\(quoted(placeholder.source)) yields bytes, which only a value with format: bytes can hold",
              at: range, remedy: "write random.hex or random.string"))
        }
      case .failure(let mistake):
        // A name that could not be read may be the one that is meant.
        if names.hasMore, mistake.offsets == placeholder.offsets { break }
        let word = ExpressionScanner.word(ofPlaceholder: placeholder.source)
        if mistake.offsets == placeholder.offsets, names.later.contains(word) {
          values.report(
            Diagnostic(
              code: .placeholder, "\(quoted(word)) is used before it is defined", at: range,
              remedy: word == names.later.first ? "write another name" : "define it above"))
          break
        }
        values.report(
          Diagnostic(
            code: .placeholder, mistake.message, at: template.origin.range(of: mistake.offsets), remedy: mistake.remedy)
        )
      }
    }
    return template
  }
}
