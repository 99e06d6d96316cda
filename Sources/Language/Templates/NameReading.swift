internal import Diagnostics
internal import Templates

// `let:` and `fields:`.
extension TemplateReader {
  /// Reads the names under `let:`; each can use those above it.
  func readNames(_ pairs: [YAMLPair], _ names: inout TemplateNames, _ values: inout ValueReader) {
    defer { names.later = [] }
    for (index, pair) in pairs.enumerated() {
      names.later = pairs[index...].map(\.key.text)
      let name = pair.key.text
      let isTaken = ["seq", "due", "stage", "run", "vars", "faker", "random", "data", "raw"].contains(name)
      if isTaken || names.texts.contains(where: { $0.name == name }) {
        values.report(
          Diagnostic(
            code: .duplicateName, "\(quoted(name)) hides \(isTaken ? "a name of the language" : "another")",
            at: pair.key.range,
            remedy: "write another name"))
        names.isFaulty = true
        continue
      }
      guard let text = templateText(pair, names: names, &values), !refusedRaw(in: text, &values) else {
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

  func reportUnused(_ field: TemplateField, in pair: YAMLPair?, _ values: inout ValueReader) {
    guard let key = pair?.value.mapping?[field.name]?.key else { return }
    values.report(
      Diagnostic(
        .warning, code: .placeholder, "field \(quoted(field.name)) is never used", at: key.range,
        remedy: "write {\(field.name)} where it belongs"))
  }
}
