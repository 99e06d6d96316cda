internal import Diagnostics

// Values of a kind that was not meant, with what was.
extension ValueReader {
  /// Reports the value of a template that is written as YAML; false for any other.
  mutating func isStructuredValue(_ pair: YAMLPair) -> Bool {
    guard pair.key.text == "value", !pair.value.isPlaceholder else { return false }
    let noun: String
    switch pair.value.content {
    case .mapping: noun = "a mapping"
    case .sequence: noun = "a list"
    case .scalar, .unread: return false
    }
    // A placeholder without quotes in it was reported.
    if pair.value.isRead {
      report(
        Diagnostic(
          code: .wrongKind, "\"value\" must be text, not \(noun)", at: pair.value.range,
          remedy: "write the JSON as text behind value: |"))
    }
    return true
  }

  /// Reports headers that are a list of names and values; false for anything else.
  mutating func isHeaderList(_ pair: YAMLPair) -> Bool {
    guard case .sequence(let items) = pair.value.content, !items.isEmpty else { return false }
    var names: [String] = []
    var counts: [String: Int] = [:]
    for item in items {
      guard let pairs = item.mapping?.pairs else { return false }
      let named = pairs.first { ["name", "key"].contains($0.key.text) }?.value.scalar?.text
      guard let name = named ?? (pairs.count == 1 ? pairs[0].key.text : nil) else { return false }
      if counts[name] == nil { names.append(name) }
      counts[name, default: 0] += 1
    }
    let shown = names.prefix(3).map { name in
      let letters = ["a", "b", "…"].prefix(counts[name] ?? 1)
      return "\(name): \(letters.count == 1 ? "a" : "[\(letters.joined(separator: ", "))]")"
    }
    report(
      Diagnostic(
        code: .wrongKind, "\(quoted(pair.key.text)) must be a mapping of keys, not a list", at: pair.value.range,
        remedy: "write \(shown.joined(separator: ", "))\(names.count > 3 ? ", …" : "") under headers"))
    return true
  }

  /// The advice about a text that is nearly a name or a number: about a strange character in it, or a comma as JSON has it.
  static func slipRemedy(for text: String) -> String? {
    if let remedy = LookAlike.remedy(for: text) { return remedy }
    guard text.utf8.count > 1, text.last == "," || text.last == ";" else { return nil }
    return "remove the \(text.last == "," ? "comma" : "semicolon")"
  }

  /// A mistake of YAML that makes a value one of another kind; nil if there is none.
  func slip(in node: YAMLNode, expected: ExpectedValue) -> Diagnostic? {
    switch (node.content, expected) {
    case (.mapping(let mapping), .list):
      guard let key = mapping.pairs.first?.key, key.isPlain, key.text.first == "-", key.text.count > 1 else {
        return nil
      }
      return YAMLHint.missingBlank(behind: "dash", at: key.range.first(1)).diagnostic
    case (.scalar(let scalar), _) where scalar.isPlain:
      if let first = scalar.text.unicodeScalars.first, let strange = LookAlike(first), strange.sign != .comma {
        return strange.diagnostic(at: node.range.start)
      }
      if case .list = expected, scalar.text.first == "-", scalar.text.count > 1 {
        return YAMLHint.missingBlank(behind: "dash", at: node.range.first(1)).diagnostic
      }
      guard case .other("a mapping of keys") = expected else { return nil }
      let word = scalar.text.unicodeScalars.prefix { $0.isKeyPart }
      let rest = scalar.text.unicodeScalars.dropFirst(word.count)
      guard !word.isEmpty, rest.first == ":", rest.count > 1, !rest.starts(with: "://".unicodeScalars) else {
        return nil
      }
      let start = node.range.start
      let colon = SourcePosition(file: start.file, line: start.line, column: start.column + word.count)
      return YAMLHint.missingBlank(behind: "colon", at: SourceRange(start: colon, end: colon).first(1)).diagnostic
    case (.scalar, _), (.mapping, _), (.sequence, _), (.unread, _): return nil
    }
  }
}

extension YAMLNode {
  /// `{id}`, which was meant as a placeholder.
  var isPlaceholder: Bool {
    guard let mapping else { return false }
    return mapping.isFlow && mapping.pairs.count == 1 && mapping.pairs[0].value.isNull
  }

  /// False if a mistake anywhere in it was reported.
  fileprivate var isRead: Bool {
    switch content {
    case .unread: false
    case .scalar: true
    case .sequence(let items): items.allSatisfy(\.isRead)
    case .mapping(let mapping): mapping.pairs.allSatisfy(\.value.isRead)
    }
  }
}
