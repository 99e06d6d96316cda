internal import Diagnostics
internal import Scenarios
internal import Templates

/// Headers of HTTP.
enum HTTPHeader {
  /// Headers by which a request is framed, which the client sets itself.
  private static let framing = [
    "content-length", "transfer-encoding", "connection", "expect", "upgrade", "trailer", "te",
  ]

  /// The reason why a header cannot have this name; nil where it can.
  static func fault(of name: String) -> QuantityError? {
    let isToken =
      !name.isEmpty && name.utf8.allSatisfy { Identifier.isAlphanumeric($0) || "!#$%&'*+-.^_`|~".utf8.contains($0) }
    if !isToken {
      return QuantityError(reason: "is not the name of an HTTP header", remedy: "write letters, digits and -")
    }
    if framing.contains(name.lowercased()) {
      return QuantityError(reason: "is a header that each request has already", remedy: "remove it")
    }
    return nil
  }
}

extension ValueReader {
  /// The headers of a target's requests, in the order written.
  mutating func targetHeaders(_ pair: YAMLPair) -> [TargetHeader]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      if let fault = HTTPHeader.fault(of: entry.key.text) {
        reader.report(
          Diagnostic(
            code: .badName, "\(quoted(entry.key.text)) \(fault.reason)", at: entry.key.range, remedy: fault.remedy))
        return nil
      }
      if let text = entry.value.scalar?.text, text.contains("{{") {
        reader.report(
          Diagnostic(
            code: .placeholder, "a target's headers are the same for every message, and have no placeholders",
            at: entry.value.range, remedy: "write it under \"headers\" of the template"))
        return nil
      }
      return reader.secretText(entry).map { TargetHeader(name: entry.key.text, value: $0) }
    }
  }

  /// A text, or a secret: in a mapping, under the name of one, or with a variable in it that is named like one.
  mutating func secretText(_ pair: YAMLPair) -> SecretText? {
    guard let node = pair.value.scalar, !node.isNull else { return secret(pair).map(SecretText.secret) }
    let named = SecretName.matches(key: pair.key.text)
    if named, let text = fallback(pair) { return .text(text) }
    if named { return secret(pair.named(by: onlyVariable(in: node.text))).map(SecretText.secret) }
    if let variable = Interpolation(node.text).onlyVariable, SecretName.matches(variable) {
      return .secret(Secret(.environment(variable), key: pair.key.text, range: pair.value.range))
    }
    guard let scalar = scalarText(pair) else { return nil }
    if scalar.holdsSecret { return .secret(Secret(.text(scalar.text), key: pair.key.text, range: pair.value.range)) }
    return .text(scalar.text)
  }

  /// The default of a variable that is not set, where it is too short to be a secret.
  private func fallback(_ pair: YAMLPair) -> String? {
    guard let text = pair.value.scalar?.text, case .variable(let variable)? = Interpolation(text).parts.first,
      case .fallback(let fallback) = variable.whenUnset, variable.offsets.count == text.unicodeScalars.count,
      environment.variable(variable.name).map(\.isEmpty) ?? true, fallback.utf8.count < Self.shortestSecret
    else { return nil }
    return fallback
  }

  /// The variable that is the whole text, and set.
  private func onlyVariable(in text: String) -> String? {
    guard case .variable(let variable)? = Interpolation(text).parts.first,
      variable.offsets.count == text.unicodeScalars.count,
      environment.variable(variable.name).map({ !$0.isEmpty }) ?? false
    else { return nil }
    return variable.name
  }

  /// Bytes of the shortest text that is hidden wherever it is.
  static let shortestSecret = 6
}

extension YAMLPair {
  /// With `${NAME}` for its value.
  fileprivate func named(by variable: String?) -> YAMLPair {
    guard let variable else { return self }
    var pair = self
    pair.value.content = .scalar(YAMLScalar(text: "${\(variable)}", isPlain: false))
    return pair
  }
}
