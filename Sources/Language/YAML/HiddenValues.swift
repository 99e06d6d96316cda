internal import Diagnostics
internal import Templates

/// A value that is or may be a secret.
struct HiddenValue {
  var range: SourceRange
  /// Nil where it has no text of its own, such as an alias that is not known.
  var text: String?
}

/// The values of a file that must not be shown, by the names of their keys. They are gathered while the file is read: what is in
/// the wrong place, or written twice, is hidden too.
struct HiddenValues {
  private(set) var values: [HiddenValue] = []

  /// Mappings whose keys are names that the writer chooses.
  private static let named: Set<String> = ["identities", "templates", "topics", "fields", "let", "headers"]
  /// Mappings of texts that messages are made of.
  private static let ofMessages: Set<String> = ["templates", "fields", "let", "headers"]
  private static let addresses: Set<String> = ["brokers", "bootstrap.servers", "metadata.broker.list"]
  /// The keys of a secret's place.
  private static let places: Set<String> = ["env", "file", "command", "within"]

  mutating func hide(_ ranges: [SourceRange]) {
    values += ranges.map { HiddenValue(range: $0) }
  }

  /// `path` has the keys above; `isFlow` is true in braces.
  mutating func note(_ pair: YAMLPair, below path: [String], in text: SourceText, isFlow: Bool) {
    let key = pair.key.text
    let isInBlock = path.first?.hasPrefix("x-") == true && (key == "value" || key == "key")
    let isOfMessage = isInBlock || path.contains(where: Self.ofMessages.contains)
    if !isOfMessage, SecretLines.areIn(key) {
      values.append(HiddenValue(range: pair.key.range, text: key))
    } else if path.last == "librdkafka" ? SecretName.matches(property: key) : SecretName.matches(key: key) {
      if case .mapping = pair.value.content, let name = path.last, Self.named.contains(name) { return }
      hide(pair.value, isOfMessage: isOfMessage)
      hideRest(of: pair, isOfMessage: isOfMessage, in: text, isFlow: isFlow)
    } else if !isOfMessage {
      hideWritten(in: pair.value, isAddress: Self.addresses.contains(key))
    }
  }

  /// Hides what is beside a secret's text in its line: what YAML takes for an anchor or a comment may be a part of it.
  private mutating func hideRest(of pair: YAMLPair, isOfMessage: Bool, in text: SourceText, isFlow: Bool) {
    guard let scalar = pair.value.scalar, !Self.isReference(scalar.text), !(isOfMessage && scalar.text.contains("{{"))
    else { return }
    let key = pair.key.range.end
    let rest = text.rest(from: key)
    let start = SourcePosition(
      file: key.file, line: key.line, column: key.column + rest.prefix { $0 == " " || $0 == ":" || $0 == "\"" }.count)
    var end = pair.value.range.end
    if !isFlow { end = SourcePosition(file: key.file, line: key.line, column: key.column + rest.count) }
    if end.line == start.line, end.column > start.column {
      values.append(HiddenValue(range: SourceRange(start: start, end: end)))
    }
  }

  private mutating func hide(_ node: YAMLNode, isOfMessage: Bool) {
    switch node.content {
    case .scalar(let scalar):
      if scalar.isNull || Self.isReference(scalar.text) || isOfMessage && scalar.text.contains("{{") { return }
      values.append(HiddenValue(range: node.range, text: scalar.text))
    case .sequence(let items): for item in items { hide(item, isOfMessage: isOfMessage) }
    case .mapping(let mapping):
      for pair in mapping.pairs {
        // `{hunter2}` is a key without a value.
        if pair.value.isNull { values.append(HiddenValue(range: pair.key.range, text: pair.key.text)) }
        if pair.key.text == "command", pair.value.items?.allSatisfy({ $0.scalar != nil }) == true {
          hideWritten(in: pair.value, isAddress: false)
          continue
        }
        guard Self.places.contains(pair.key.text), let text = pair.value.scalar?.text else {
          hide(pair.value, isOfMessage: isOfMessage)
          continue
        }
        if pair.key.text == "command" { hideWritten(in: pair.value, isAddress: false) }
        // What cannot be a variable's name may be the secret itself.
        if pair.key.text == "env", !Identifier.isName(text) { hide(pair.value, isOfMessage: isOfMessage) }
      }
    case .unread: values.append(HiddenValue(range: node.range))
    }
  }

  /// Properties that are written as text, `librdkafka: [sasl.password=hunter2]`, and passwords in addresses.
  private mutating func hideWritten(in node: YAMLNode, isAddress: Bool) {
    switch node.content {
    case .scalar(let scalar):
      // A broker's address has no user.
      let isHidden = isAddress && scalar.text.contains("@") || SecretLines.areIn(scalar.text)
      if isHidden { values.append(HiddenValue(range: node.range, text: scalar.text)) }
    case .sequence(let items):
      for item in items where item.scalar != nil { hideWritten(in: item, isAddress: isAddress) }
    case .mapping, .unread: break
    }
  }

  /// A variable without a default, which is not its value.
  private static func isReference(_ text: String) -> Bool {
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return false }
    let inner = text.dropFirst(2).dropLast()
    let rest = inner.unicodeScalars.drop(while: Identifier.isPart)
    return rest.isEmpty || rest.starts(with: ":?".unicodeScalars) && !inner.contains { $0 == "}" || $0 == "$" }
  }
}
