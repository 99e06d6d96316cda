/// Values by the kind that their key asks for. Each yields nil where it has reported why.
extension ScenarioReader {
  mutating func mapping(_ node: YAMLNode, named name: String) -> YAMLMapping? {
    if case .mapping(let mapping) = node.content { return mapping }
    wrongKind(node, named: name, expected: "a mapping of keys")
    return nil
  }

  mutating func sequence(_ node: YAMLNode, named name: String) -> [YAMLNode]? {
    if case .sequence(let items) = node.content { return items }
    wrongKind(node, named: name, expected: "a list")
    return nil
  }

  /// A scalar of any kind, with nothing in it that is not supported yet.
  mutating func scalar(_ node: YAMLNode, named name: String, expected: String) -> YAMLScalar? {
    guard let scalar = node.scalar, !scalar.isNull else {
      wrongKind(node, named: name, expected: expected)
      return nil
    }
    let scalars = Array(scalar.text.unicodeScalars)
    guard let start = scalars.indices.dropLast().first(where: { scalars[$0] == "$" && scalars[$0 + 1] == "{" }) else {
      return scalar
    }
    let end = scalars[start...].firstIndex(of: "}").map { $0 + 1 } ?? start + 2
    let range = ScalarOrigin(of: scalar.text, at: node.range, in: text).range(of: start..<end)
    report(.notSupported(String(String.UnicodeScalarView(scalars[start..<end])), at: range))
    return nil
  }

  /// Text, and not a word that YAML readers take for something else.
  mutating func text(_ pair: YAMLPair) -> String? {
    guard let scalar = scalar(pair.value, named: pair.key.text, expected: "text") else { return nil }
    guard isUnambiguous(scalar.text, isPlain: scalar.isPlain, at: pair.value.range) else { return nil }
    return scalar.text
  }

  /// `[A-Za-z0-9][A-Za-z0-9_-]*`
  mutating func name(_ pair: YAMLPair) -> String? {
    guard let name = text(pair), isName(name, at: pair.value.range) else { return nil }
    return name
  }

  /// A key by which something is declared.
  mutating func declaredName(_ key: YAMLPair.Key, remedy: String?) -> String? {
    guard isUnambiguous(key.text, isPlain: key.isPlain, at: key.range), isName(key.text, at: key.range, remedy: remedy)
    else {
      return nil
    }
    return key.text
  }

  private mutating func isName(_ name: String, at range: SourceRange, remedy: String? = nil) -> Bool {
    let isOther = { (byte: UInt8) in byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") }
    if name.utf8.allSatisfy({ Self.isAlphanumeric($0) || isOther($0) }), let first = name.utf8.first, !isOther(first) {
      return true
    }
    report(
      Diagnostic(
        code: .badName, "\(quoted(name)) is not a name", at: range,
        remedy: remedy ?? "a name has letters, digits, _ and -, and begins with a letter or digit"))
    return false
  }

  static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }

  mutating func boolean(_ pair: YAMLPair) -> Bool? {
    guard let scalar = scalar(pair.value, named: pair.key.text, expected: "true or false") else { return nil }
    switch scalar.text {
    case "true": return true
    case "false": return false
    default:
      let lowered = scalar.text.lowercased()
      let meant =
        ["true", "yes", "on", "y"].contains(lowered)
        ? "true" : ["false", "no", "off", "n"].contains(lowered) ? "false" : "true or false"
      badValue(pair, scalar.text, QuantityFault(reason: "is neither true nor false", remedy: "write \(meant)"))
      return nil
    }
  }

  /// One of the key's words.
  mutating func word(_ pair: YAMLPair, of words: Words) -> String? {
    let expected = "one of \(words.read.joined(separator: ", "))"
    guard let scalar = scalar(pair.value, named: pair.key.text, expected: expected) else { return nil }
    if words.read.contains(scalar.text) { return scalar.text }
    if words.later.contains(scalar.text) {
      report(.notSupported("\(pair.key.text): \(scalar.text)", at: pair.value.range))
    } else {
      report(
        .unknown(
          pair.key.text, scalar.text, in: "", code: .badValue, at: pair.value.range, read: words.read,
          later: words.later, listed: "write one of"))
    }
    return nil
  }

  mutating func integer(_ pair: YAMLPair, in bounds: ClosedRange<UInt64>) -> UInt64? {
    guard let number = quantity(pair, expected: "a whole number", Quantity.integer) else { return nil }
    guard !bounds.contains(number) else { return number }
    let bound = number < bounds.lowerBound ? "less than \(bounds.lowerBound)" : "more than \(bounds.upperBound)"
    badValue(pair, String(number), QuantityFault(reason: "is \(bound)"))
    return nil
  }

  /// Nanoseconds, more than none.
  mutating func duration(_ pair: YAMLPair) -> UInt64? {
    let expected = "a duration such as \"30s\""
    guard let duration = quantity(pair, expected: expected, Quantity.duration) else { return nil }
    if duration > 0 { return duration }
    badValue(pair, pair.value.scalar?.text ?? "", QuantityFault(reason: "is no time at all"))
    return nil
  }

  mutating func quantity<T>(
    _ pair: YAMLPair, expected: String, _ read: (String) throws(QuantityFault) -> T
  ) -> T? {
    guard let scalar = scalar(pair.value, named: pair.key.text, expected: expected) else { return nil }
    do {
      return try read(scalar.text)
    } catch {
      badValue(pair, scalar.text, error)
      return nil
    }
  }
}

extension ScenarioReader {
  mutating func badValue(_ pair: YAMLPair, _ value: String, _ fault: QuantityFault) {
    report(
      Diagnostic(
        code: .badValue, "\(pair.key.text) \(quoted(value)) \(fault.reason)", at: pair.value.range,
        remedy: fault.remedy))
  }

  private mutating func wrongKind(_ node: YAMLNode, named name: String, expected: String) {
    let found: String
    var remedy: String?
    switch node.content {
    case .unread: return
    case .scalar(let scalar) where scalar.isNull:
      let message = "\(quoted(name)) has no value"
      report(Diagnostic(code: .wrongKind, message, at: node.range, remedy: "it must be \(expected)"))
      return
    case .scalar: found = "text"
    case .sequence: found = "a list"
    case .mapping(let mapping):
      found = "a mapping"
      if mapping.isFlow, expected == "text" { remedy = "put quotes around it" }
    }
    report(
      Diagnostic(
        code: .wrongKind, "\(quoted(name)) must be \(expected), not \(found)", at: node.range, remedy: remedy
      ))
  }

  private mutating func isUnambiguous(_ text: String, isPlain: Bool, at range: SourceRange) -> Bool {
    guard isPlain, let other = PlainWord.otherMeaning(of: text) else { return true }
    report(
      Diagnostic(
        code: .needsQuotes, "\(quoted(text)) without quotes is \(other) to YAML", at: range,
        remedy: "write \"\(text)\" in quotes"))
    return false
  }
}
