internal import Diagnostics
internal import Scenarios
internal import Templates

/// Readers of values by the kind of their key. Each reports why if it yields nil.
extension ValueReader {
  mutating func mapping(_ node: YAMLNode, named name: String) -> YAMLMapping? {
    if case .mapping(let mapping) = node.content { return mapping }
    wrongKind(node, named: name, expected: "a mapping of keys")
    return nil
  }

  mutating func sequence(_ node: YAMLNode, named name: String) -> [YAMLNode]? {
    if case .sequence(let items) = node.content { return items }
    wrongKind(node, named: name, expected: .list)
    return nil
  }

  /// Text, and not a word that YAML readers read as something else.
  mutating func text(_ pair: YAMLPair) -> String? { scalarText(pair)?.text }

  /// The same, with its variables.
  mutating func scalarText(_ pair: YAMLPair) -> ScalarText? {
    guard let scalar = scalar(pair.value, named: pair.key.text, expected: .text) else { return nil }
    return isUnambiguous(scalar.text, isPlain: scalar.isPlain, at: pair.value.range) ? scalar : nil
  }

  /// Text in which `${…}` is not replaced, as in templates. A warning says so, since a variable may have been meant.
  mutating func verbatim(_ pair: YAMLPair) -> String? {
    guard let scalar = pair.value.scalar, !scalar.isNull else {
      if !isStructuredValue(pair) { wrongKind(pair.value, named: pair.key.text, expected: .text) }
      return nil
    }
    guard isUnambiguous(scalar.text, isPlain: scalar.isPlain, at: pair.value.range) else { return nil }
    warnOfVariables(in: scalar, at: pair.value.range)
    return scalar.text
  }

  private mutating func warnOfVariables(in scalar: YAMLScalar, at range: SourceRange) {
    guard Interpolation.isIn(scalar.text) else { return }
    let origin = origin(of: scalar.text, at: range)
    for case .variable(let variable) in Interpolation(scalar.text).parts {
      let source = "${\(variable.name)}"
      report(
        Diagnostic(
          .warning, code: .literalVariable, "\(quoted(source)) is sent as is: templates do not replace variables",
          at: origin.range(of: variable.offsets),
          remedy:
            "write vars: {\(variable.name.lowercased()): \"\(source)\"}, and {{vars.\(variable.name.lowercased())}} here"
        ))
    }
  }

  /// A path, made relative to the file in which it is written.
  mutating func path(_ pair: YAMLPair) -> String? {
    text(pair).map { RelativePath.resolve($0, from: reports.files.text(of: pair.value.range.start).path) }
  }

  /// The name of an environment variable.
  mutating func variableName(_ pair: YAMLPair) -> String? {
    // The value of the variable must not be read or shown here.
    if let scalar = pair.value.scalar, Interpolation.isIn(scalar.text) {
      let name = Interpolation(scalar.text).parts.lazy.compactMap { part in
        if case .variable(let variable) = part { variable.name } else { nil }
      }.first
      report(
        Diagnostic(
          code: .badValue, "\(pair.key.text) must be a variable's name, not its value", at: pair.value.range,
          remedy: name.map { "write {\(pair.key.text): \($0)}" }))
      return nil
    }
    guard let name = text(pair) else { return nil }
    if Identifier.isName(name) { return name }
    report(
      Diagnostic(
        code: .badName, "\(quoted(name)) does not name a variable", at: pair.value.range,
        remedy: "a name has letters, digits and _, and does not begin with a digit"))
    return nil
  }

  /// `[A-Za-z0-9][A-Za-z0-9_-]*`
  mutating func name(_ pair: YAMLPair) -> String? {
    guard let scalar = scalarText(pair), isName(scalar.text, shown: scalar.shown, at: pair.value.range) else {
      return nil
    }
    return scalar.text
  }

  /// A key by which something is declared.
  mutating func declaredName(_ key: YAMLKey, remedy: String?) -> String? {
    guard isUnambiguous(key.text, isPlain: key.isPlain, at: key.range),
      isName(key.text, shown: key.text, at: key.range, remedy: remedy)
    else {
      return nil
    }
    return key.text
  }

  private mutating func isName(
    _ name: String, shown: String, at range: SourceRange, remedy: String? = nil
  ) -> Bool {
    let isOther = { (byte: UInt8) in byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") }
    if name.utf8.allSatisfy({ Identifier.isAlphanumeric($0) || isOther($0) }), let first = name.utf8.first,
      !isOther(first)
    {
      return true
    }
    report(
      Diagnostic(
        code: .badName, "\(quoted(shown)) is not a name", at: range,
        remedy: Self.slipRemedy(for: shown) ?? remedy
          ?? "a name has letters, digits, _ and -, and begins with a letter or digit"))
    return false
  }

  /// `[A-Za-z_][A-Za-z0-9_]*`
  mutating func isVariableName(_ key: YAMLKey) -> Bool {
    if Identifier.isName(key.text) { return true }
    report(
      Diagnostic(
        code: .badName, "\(quoted(key.text)) cannot be named in a template", at: key.range,
        remedy: LookAlike.remedy(for: key.text) ?? "a name has letters, digits and _, and does not begin with a digit"))
    return false
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
      badValue(pair, scalar, QuantityError(reason: "must be true or false", remedy: "write \(meant)"))
      return nil
    }
  }

  mutating func integer(_ pair: YAMLPair, in bounds: ClosedRange<UInt64>) -> UInt64? {
    guard let number = quantity(pair, expected: "a whole number", Quantity.integer) else { return nil }
    guard !bounds.contains(number) else { return number }
    let bound = number < bounds.lowerBound ? "less than \(bounds.lowerBound)" : "more than \(bounds.upperBound)"
    badValue(pair, nil, QuantityError(reason: "is \(bound)"))
    return nil
  }

  /// A duration above 0.
  mutating func duration(_ pair: YAMLPair) -> Nanoseconds? {
    let duration = quantity(pair, expected: "a duration such as \"30s\"", Quantity.duration)
    guard let duration else { return nil }
    if duration > .zero { return duration }
    badValue(pair, nil, QuantityError(reason: "must be greater than 0"))
    return nil
  }

  mutating func quantity<T>(
    _ pair: YAMLPair, expected: ExpectedValue, _ read: (String) throws(QuantityError) -> T
  ) -> T? {
    guard let scalar = scalar(pair.value, named: pair.key.text, expected: expected) else { return nil }
    do {
      return try read(scalar.text)
    } catch {
      badValue(pair, scalar, error)
      return nil
    }
  }
}

extension ValueReader {
  /// Reports a fault of a value. A value with a variable that is named like a secret is not shown.
  mutating func badValue(_ pair: YAMLPair, _ scalar: ScalarText?, _ fault: QuantityError) {
    let shown = scalar?.shown ?? pair.value.scalar?.text ?? ""
    let hides = scalar?.holdsSecret ?? false
    report(
      Diagnostic(
        code: .badValue, "\(pair.key.text) \(quoted(shown)) \(hides ? "does not fit here" : fault.reason)",
        at: pair.value.range, remedy: hides ? nil : Self.slipRemedy(for: shown) ?? fault.remedy,
        notes: scalar?.notes ?? []))
  }

  mutating func wrongKind(_ node: YAMLNode, named name: String, expected: ExpectedValue) {
    if let slip = slip(in: node, expected: expected) { return report(slip) }
    let found: String
    var remedy: String?
    switch node.content {
    case .unread: return
    case .scalar(let scalar) where scalar.isNull:
      let message = "\(quoted(name)) has no value"
      // A comment begins where the value should be.
      let rest = reports.files.text(of: node.range.end).rest(from: node.range.end)
      let isComment = rest.first { $0 != " " } == "#"
      report(
        Diagnostic(
          code: .wrongKind, message, at: node.range,
          remedy: "it must be \(expected)" + (isComment ? "; text that begins with # needs quotes" : "")))
      return
    case .scalar(let scalar):
      found = "text"
      if case .list = expected, !scalar.text.contains("[") { remedy = "write [\(scalar.text)]" }
    case .sequence(let items):
      found = "a list"
      let texts = items.compactMap { $0.scalar?.text }
      if case .textSuch = expected, texts.count == items.count {
        remedy = "write \"\(texts.joined(separator: ","))\""
      }
    case .mapping:
      found = "a mapping"
      if case .text = expected, node.isPlaceholder { remedy = "put quotes around it" }
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
        code: .needsQuotes, "\(quoted(text)) without quotes is \(other) in YAML", at: range,
        remedy: "write \"\(text)\" in quotes"))
    return false
  }
}
