internal import Diagnostics
internal import Scenarios
internal import Templates

/// The names that a template's placeholders can use.
struct TemplateNames {
  /// `vars:`; nil where they are not known.
  var variables: [Variable]?
  /// There are others that the reader does not see.
  var hasMore = false
  /// Of `let:`, in the order written.
  var texts: [TemplateName] = []
  /// The name of `let:` that is being read, and those below it.
  var later: [String] = []
  var fields: [TemplateField] = []
  /// One of `let:` was reported.
  var isFaulty = false
  var format: Template.Format?
  var data = DataNames.absent
  /// What is read is the value.
  var isValue = false

  init(variables: [Variable]?) { self.variables = variables }

  /// What a variable holds.
  func text(_ variable: String) -> String { variables?.first { $0.name == variable }?.value ?? "" }

  var kinds: [String: ValueKind] { Dictionary(texts.map { ($0.name, $0.kind) }) { first, _ in first } }
}

// `let:` and `fields:`.
extension ScenarioReader {
  /// What is written under `let:`, each able to use those above it.
  mutating func readNames(_ pairs: [YAMLPair], _ names: inout TemplateNames) {
    defer { names.later = [] }
    for (index, pair) in pairs.enumerated() {
      names.later = pairs[index...].map(\.key.text)
      let name = pair.key.text
      let isTaken = ["seq", "due", "stage", "run", "vars", "faker", "random", "data", "raw"].contains(name)
      if isTaken || names.texts.contains(where: { $0.name == name }) {
        report(
          Diagnostic(
            code: .duplicateName, "\(quoted(name)) hides \(isTaken ? "a name of the language" : "another")",
            at: pair.key.range,
            remedy: "write another name"))
        names.isFaulty = true
        continue
      }
      guard let text = templateText(pair, names: names), !refusedRaw(in: text) else {
        names.isFaulty = true
        names.hasMore = true
        continue
      }
      let pieces = text.text(names)
      var kind = ValueKind.text
      if pieces.pieces.count == 1, case .placeholder(let expression, _)? = pieces.pieces.first {
        kind = expression.kind(names.kinds) ?? .text
      }
      names.texts.append(TemplateName(name: name, text: pieces, kind: kind))
    }
  }

  /// Texts under names, with placeholders, which are read where it is known what names they can use.
  mutating func texts(_ pair: YAMLPair) -> [YAMLPair]? { mapping(pair.value, named: pair.key.text)?.pairs }

  /// The same, under names that placeholders can use.
  mutating func namedTexts(_ pair: YAMLPair) -> [YAMLPair]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in reader.isVariableName(entry.key) ? entry : nil }
  }

  /// `fields:`: simple placeholders.
  mutating func templateFields(_ pair: YAMLPair) -> [TemplateField]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      let context = " in field \(quoted(entry.key.text))"
      guard reader.isVariableName(entry.key),
        let fields = reader.fields(
          of: entry.value, named: entry.key.text, in: context, as: FieldKeys.table, place: entry.key.range),
        let sequence = reader.required(FieldKeys.sequence, fields, in: context)
      else { return nil }
      return TemplateField(name: entry.key.text, start: sequence.start, prefix: sequence.prefix)
    }
  }

  /// The first number and the prefix of a sequence.
  mutating func fieldSequence(_ pair: YAMLPair) -> (start: UInt64, prefix: String)? {
    guard let fields = fields(of: pair.value, named: "sequence", in: " in sequence", as: SequenceKeys.table) else {
      return nil
    }
    let start = setting(SequenceKeys.start, fields)
    let prefix = setting(SequenceKeys.prefix, fields)
    return (start.value ?? 0, prefix.value ?? "")
  }

  mutating func reportUnused(_ field: TemplateField, in pair: YAMLPair?) {
    guard let key = pair?.value.mapping?[field.name]?.key else { return }
    report(
      Diagnostic(
        .warning, code: .placeholder, "field \(quoted(field.name)) stands nowhere", at: key.range,
        remedy: "write {\(field.name)} where it is meant"))
  }
}
