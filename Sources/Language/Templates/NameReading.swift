internal import Diagnostics
internal import Templates

// `let:` and `fields:`.
extension TemplateReader {
  /// Reads the names under `let:`; each can use those above it.
  func readNames(_ pairs: [YAMLPair], _ names: inout TemplateNames, _ values: inout ValueReader) {
    defer { names.later = [] }
    let hasList = pairs.contains { $0.value.isList }
    let taken =
      ["seq", "due", "stage", "run", "vars", "faker", "random", "unique", "data", "raw"] + (hasList ? ["index"] : [])
    for (index, pair) in pairs.enumerated() {
      names.later = pairs[index...].map(\.key.text)
      let name = pair.key.text
      let isTaken = taken.contains(name)
      if isTaken || names.texts.contains(where: { $0.name == name }) {
        values.report(
          Diagnostic(
            code: .duplicateName, "\(quoted(name)) hides \(isTaken ? "a name of the language" : "another")",
            at: pair.key.range,
            remedy: "write another name"))
        names.isFaulty = true
        continue
      }
      if pair.value.isList {
        readList(pair, &names, &values)
        continue
      }
      guard let text = templateText(pair, names: names, &values), !refusedRaw(in: text, &values) else {
        names.isFaulty = true
        names.hasMore = true
        continue
      }
      names.located[name] = text
      let pieces = text.text(names)
      var kind = ValueKind.text
      if pieces.pieces.count == 1, case .placeholder(let expression, _)? = pieces.pieces.first {
        kind = expression.kind(names.kinds) ?? .text
      }
      names.texts.append(TemplateName(name: name, text: pieces, kind: kind))
    }
  }

  /// Reads a list: the number of its elements, and their text.
  private func readList(_ pair: YAMLPair, _ names: inout TemplateNames, _ values: inout ValueReader) {
    let errors = values.reports.errorCount
    let context = " in list \(quoted(pair.key.text))"
    let fields = values.fields(
      of: pair.value, named: pair.key.text, in: context, as: RepeatedTextKeys.table, headRange: pair.key.range)
    guard let fields else { return names.miss() }
    let counts = values.required(RepeatedTextKeys.repetition, fields, in: context)
    let value = values.required(RepeatedTextKeys.value, fields, in: context)
    var inside = names
    inside.isElement = true
    guard let value, let elements = templateText(value, names: inside, &values),
      !refusedRaw(in: elements, ofList: true, &values)
    else { return names.miss() }
    if names.format == .json {
      checkJSON(elements, of: "list \(quoted(pair.key.text))", names, &values)
    }
    guard let counts, values.reports.errorCount == errors else { return names.miss() }
    names.lists[pair.key.text] = elements
    names.texts.append(
      TemplateName(
        name: pair.key.text, elements: elements.text(names, as: names.format, isElement: true), counts: counts))
  }

  func reportUnused(_ field: TemplateField, in pair: YAMLPair?, _ values: inout ValueReader) {
    guard let key = pair?.value.mapping?[field.name]?.key else { return }
    values.report(
      Diagnostic(
        .warning, code: .placeholder, "field \(quoted(field.name)) is never used", at: key.range,
        remedy: "write {\(field.name)} where it belongs"))
  }
}

extension YAMLNode {
  /// True for a mapping that is not a placeholder without quotes: `{id}`.
  fileprivate var isList: Bool {
    guard let mapping else { return false }
    return !(mapping.isFlow && mapping.pairs.count == 1 && mapping.pairs[0].value.isNull)
  }
}
