internal import Diagnostics
internal import Payloads
internal import Templates

extension TemplateReader {
  /// The requirement of a template's values; nil if they have none, or a mistake was reported.
  mutating func requirement(
    _ fields: Fields, format: Setting<Template.Format>, of name: String, text: LocatedTemplate?, isTombstone: Bool,
    _ values: inout ValueReader
  ) -> LocatedRequirement? {
    let path = values.setting(TemplateKeys.schema, fields)
    if let pair = fields["schema"] {
      guard let path = path.value,
        let format = schemaFormat(format, pair, of: path, in: "template \(quoted(name))", &values)
      else {
        return nil
      }
      if isTombstone {
        values.report(
          Diagnostic(
            code: .schema, "\"schema\" has nothing to check in template \(quoted(name)): its value is null",
            at: pair.key.range, remedy: "remove it, or write schema: null if it is inherited"))
        return nil
      }
      return schema(SchemaName(path, format, values.environment), pair.value, of: "template \(quoted(name))", &values)
        .map {
          LocatedRequirement(kind: .schema($0), range: pair.value.range)
        }
    }
    guard let raw = text?.parsed.placeholders.first(where: \.isRaw), let range = text?.origin.range(of: raw.offsets)
    else { return nil }
    switch format.value {
    case .json: return LocatedRequirement(kind: .json, range: range)
    case .xml: return LocatedRequirement(kind: .xml, range: range)
    case .string, .bytes, nil: return nil
    }
  }

  /// The schema of a sink's records; nil where there is none, or a mistake was reported.
  mutating func schema(
    _ fields: Fields, format: Setting<Template.Format>, ofSink name: String, _ values: inout ValueReader
  ) -> ValueSchema? {
    let path = values.setting(SinkKeys.schema, fields)
    let owner = "sink \(quoted(name))"
    guard let pair = fields["schema"], let path = path.value,
      let format = schemaFormat(format, pair, of: path, in: owner, &values)
    else { return nil }
    return schema(SchemaName(path, format, values.environment), pair.value, of: owner, &values)
  }

  /// Reports `raw` in `let`: these texts are escaped where they are used, whatever is in them.
  func refusedRaw(in text: LocatedTemplate, ofList inList: Bool = false, _ values: inout ValueReader) -> Bool {
    for placeholder in text.parsed.placeholders where placeholder.isRaw {
      values.report(
        Diagnostic(
          code: .placeholder, "raw is not allowed in \(inList ? "a list" : "\"let\"")",
          at: text.origin.range(of: placeholder.offsets),
          remedy: inList ? "write it without raw" : "write it where the name is used, as in {{raw name}}"))
    }
    return text.parsed.hasRaw
  }

  private func schemaFormat(
    _ format: Setting<Template.Format>, _ pair: YAMLPair, of path: String, in owner: String,
    _ values: inout ValueReader
  ) -> Template.Format? {
    switch format {
    case .faulty: return nil
    case .given(.json, _): return .json
    case .given(.xml, _): return .xml
    case .given(.string, _), .given(.bytes, _), .absent:
      let meant = path.lowercased().hasSuffix(".xsd") ? "xml" : "json"
      values.report(
        Diagnostic(
          code: .schema, "\"schema\" needs format: json or format: xml in \(owner)",
          at: pair.key.range, remedy: "write format: \(meant)"))
      return nil
    }
  }

  /// The schema of a file, with all that it includes.
  private mutating func schema(
    _ name: SchemaName, _ node: YAMLNode, of owner: String, _ values: inout ValueReader
  ) -> ValueSchema? {
    if let known = schemas[name] { return known }
    var source = SchemaFiles(values.environment)
    let use = Diagnostic.Note("it is the schema of \(owner)", at: node.range)
    guard let text = name.format == .xml ? source.read(name.path) : source.readJSON(name.path) else {
      schemas[name] = .some(nil)
      if !reportYAML(of: source, use, &values).isEmpty { return nil }
      let reason = source.unread.first?.reason ?? .unreadable("it is not a file")
      var failure = ReadingEnvironment.Unreadable(reason: reason.text)
      if case .outside(let folder) = reason { failure = .outside(folder) }
      values.report(
        Diagnostic(
          code: .badValue, "\(quoted(name.path)) \(failure.complaint)", at: node.range,
          remedy: reason == .tooLarge ? nil : failure.remedy))
      return nil
    }
    let schema: ValueSchema?
    do throws(SchemaFailure) {
      let compiled = try Self.compiled(name, text, &source)
      schema = ValueSchema(compiled, files: source.files, part: name.part)
      let warnings = compiled.warnings(name: SchemaName.file(node.scalar?.text ?? name.path))
      report([], warnings: warnings, in: name, among: source, [use], &values)
    } catch {
      schema = nil
      // A reference to a file with mistakes is not a second mistake.
      let faulty = reportYAML(of: source, use, &values)
      switch error {
      case .noPart(let missing): values.report(missing.diagnostic(name, node, values))
      case .errors(let errors, let more, let warnings):
        let others = errors.filter { $0.unread.map(faulty.isDisjoint(with:)) ?? true }
        report(others, warnings: warnings, more: more, in: name, among: source, [use], &values)
      }
    }
    schemas[name] = .some(schema)
    return schema
  }

  private static func compiled(
    _ name: SchemaName, _ text: [UInt8], _ source: inout SchemaFiles
  ) throws(SchemaFailure) -> ValueSchema.Compiled {
    switch name.format {
    case .xml:
      do throws(XMLError) {
        return .xml(try XMLSchema(text, path: name.path) { source.read($0) })
      } catch {
        throw .errors([SchemaError(error, of: name.path)], more: 0, warnings: [])
      }
    case .json, .string, .bytes:
      guard let pointer = JSONSchema.pointer(ofFragment: name.part) else { throw .noPart(.invalidEscape) }
      do throws(JSONSchemaFailure) {
        return .json(try JSONSchema(text, path: name.path, pointer: pointer) { source.readJSON($0) })
      } catch {
        switch error {
        case .noPart(let reached, let missing): throw .noPart(.undefined(reached: reached, missing))
        case .errors(let errors, let more, let words):
          throw .errors(errors.map { SchemaError($0) }, more: more, warnings: SchemaError.warnings(words))
        }
      }
    }
  }

  /// Reports the mistakes in the YAML of a schema's files, and returns the paths of these files.
  private func reportYAML(
    of source: SchemaFiles, _ use: Diagnostic.Note, _ values: inout ValueReader
  ) -> Set<String> {
    let faulty = source.yaml.values.filter { $0.json == nil }.sorted { $0.text.path < $1.text.path }
    for file in faulty {
      values.reports.files.add(file.text)
      for var diagnostic in file.diagnostics {
        diagnostic.notes.append(use)
        values.report(diagnostic)
      }
    }
    return Set(faulty.map(\.text.path))
  }

  /// Reports each at the schema's own line, in the order of the files and lines.
  private func report(
    _ errors: [SchemaError], warnings: [SchemaError], more: Int = 0, in name: SchemaName,
    among source: SchemaFiles, _ notes: [Diagnostic.Note], _ values: inout ValueReader
  ) {
    func place(_ error: SchemaError) -> (Int, Int, Int) {
      (source.files.firstIndex { $0.path == error.path } ?? 0, error.line, error.column)
    }
    let all = errors.map { ($0, Diagnostic.Severity.error) } + warnings.map { ($0, .warning) }
    let sorted = all.sorted { place($0.0) < place($1.0) }
    for (index, (error, severity)) in sorted.enumerated() {
      let isLast = index == sorted.count - 1
      let rest =
        isLast && more > 0 ? [Diagnostic.Note("the schema has \(more) more \(more == 1 ? "error" : "errors")")] : []
      report(error, severity, in: name, among: source, rest + notes, &values)
    }
  }

  private func report(
    _ error: SchemaError, _ severity: Diagnostic.Severity, in name: SchemaName,
    among source: SchemaFiles, _ notes: [Diagnostic.Note], _ values: inout ValueReader
  ) {
    let file = source.files.first { $0.path == error.path } ?? source.files.first
    guard let file else { return }
    let text = SourceText(file.bytes, path: file.path, isMain: false)
    values.reports.files.add(text)
    // The error of a JSON Schema says itself that a URL is not fetched.
    let unread = source.unread.filter { file in
      error.unread.map { $0.contains(file.path) && file.reason != .notFile } ?? true
    }
    values.report(
      Diagnostic(
        severity, code: .schema, error.sentence,
        at: source.yaml[file.path]?.range(of: error.steps) ?? error.range(in: text),
        remedy: source.yaml[file.path]?.remedy(of: error.steps) ?? error.remedy,
        notes: unread.map { Diagnostic.Note("\(quoted($0.path)) cannot be read: \($0.reason.text)") } + notes))
  }
}
