internal import Diagnostics
internal import Scenarios

// The command of a sink, and words of commands in general.
extension ValueReader {
  /// The command of a sink with its input, environment and interval; nil if something in it was reported.
  mutating func commandQuery(_ fields: Fields, variables: Setting<[Variable]>) -> CommandQuery? {
    guard let pair = fields["command"] else { return nil }
    // Names of variables that could not be read are not reported as unknown.
    let known = variables.isAbsent ? [] : variables.value
    let words = commandItems(pair).flatMap { items in
      every(items) { reader, item in
        reader.runText(YAMLPair(key: pair.key, value: item), variables: known)
      }
    }
    let input = fields["input"].map { pair in runText(pair, variables: known) }
    let environment = fields["environment"].map { pair in commandEnvironment(pair, variables: known) }
    let interval = value(SinkKeys.every, fields)
    guard let words, input != .some(nil), environment != .some(nil) else { return nil }
    return CommandQuery(
      words: words, range: pair.value.range, input: input?.flatMap { $0 } ?? RunText(""),
      environment: environment?.flatMap { $0 } ?? [], every: interval)
  }

  /// The words of a command, of which the first is a program. A text would need a shell, which must be written.
  mutating func commandItems(_ pair: YAMLPair) -> [YAMLNode]? {
    if let scalar = pair.value.scalar, !scalar.isNull {
      let shown = scalar.text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      report(
        Diagnostic(
          code: .wrongKind, "\(quoted(pair.key.text)) must be a list of words, not text", at: pair.value.range,
          remedy: "write [bash, -c, \"\(shown)\"]"))
      return nil
    }
    guard let items = sequence(pair.value, named: pair.key.text) else { return nil }
    guard let first = items.first, first.scalar?.text.isEmpty != true else {
      report(
        Diagnostic(
          code: .badValue, "\(quoted(pair.key.text)) has no program", at: pair.value.range,
          remedy: "write [PROGRAM, ARGUMENT, …]"))
      return nil
    }
    if let list = items.first(where: { $0.items != nil }) {
      report(
        Diagnostic(
          code: .wrongKind, "\(quoted(pair.key.text)) has a list among its words", at: list.range,
          remedy: "an alias can be the whole list (\(pair.key.text): *NAME), and not a part of one"))
      return nil
    }
    return items
  }

  private mutating func commandEnvironment(_ pair: YAMLPair, variables: [Variable]?) -> [CommandVariable]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      let name = entry.key.text
      guard !name.isEmpty, !name.contains("="), !name.utf8.contains(0) else {
        reader.report(
          Diagnostic(
            code: .badName, "\(quoted(name)) does not name a variable", at: entry.key.range,
            remedy: "a name has letters, digits and _"))
        return nil
      }
      guard let value = reader.secretText(entry) else { return nil }
      guard case .text(let text) = value else {
        if entry.value.scalar?.text.contains("{{") == true {
          reader.report(
            Diagnostic(
              code: .placeholder, "a secret has no placeholders", at: entry.value.range,
              remedy: "write it under a name that is not a secret's"))
          return nil
        }
        return CommandVariable(name: name, value: value)
      }
      return reader.runText(text, written: entry, variables: variables).map {
        CommandVariable(name: name, value: value, text: $0)
      }
    }
  }
}
