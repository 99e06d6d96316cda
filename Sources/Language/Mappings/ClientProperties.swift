internal import Diagnostics
internal import Scenarios

/// Properties of librdkafka, by their own names.
enum ClientProperties {
  /// Some of librdkafka's properties that have no dot.
  private static let properties: Set<String> = ["acks", "retries", "debug"]

  /// The advice for a key that looks like one of librdkafka's properties.
  static let advice: @Sendable (String) -> String? = { key in
    let isProperty = properties.contains(key) || key.contains(".") && key.first?.isLetter == true
    return isProperty ? "properties of librdkafka go under cluster: write librdkafka: {\(key): …}" : nil
  }
}

extension ValueReader {
  mutating func properties(_ pair: YAMLPair) -> [ClientProperty]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    var properties: [ClientProperty] = []
    for pair in mapping.pairs {
      if SecretLines.areIn(pair.key.text) {
        report(
          Diagnostic(
            code: .badName, "a property and its value are one key here", at: pair.key.range,
            remedy: "write the name, a colon, a blank and the value"))
      } else if let refusal = RefusedProperty.reason(for: pair.key.text, value: pair.value.scalar?.text) {
        report(
          Diagnostic(
            code: .refusedProperty, "\(quoted(pair.key.text)) cannot be set: \(refusal.why)",
            at: pair.key.range, remedy: refusal.instead))
      } else if let first = pair.value.mapping?.pairs.first, !first.value.isNull {
        report(
          Diagnostic(
            code: .wrongKind, "\(quoted(pair.key.text)) must be a value for librdkafka, not a mapping",
            at: pair.key.range, remedy: "write each property with its whole name: \(pair.key.text).\(first.key.text): …"
          ))
      } else if let scalar = scalar(pair.value, named: pair.key.text, expected: "a value for librdkafka") {
        properties.append(
          ClientProperty(
            name: pair.key.text, value: scalar.text, range: pair.key.range, valueRange: pair.value.range,
            isInFile: scalar.text == scalar.shown,
            isSecret: scalar.holdsSecret || SecretName.matches(property: pair.key.text, value: scalar.text)))
      }
    }
    return properties
  }

  /// The properties of a stage's producers. Those that say who signs in are the identity's.
  mutating func stageProperties(_ pair: YAMLPair) -> [ClientProperty]? {
    properties(pair)?.filter { property in
      let isAccess =
        property.name == "security.protocol" || property.name == "enable.ssl.certificate.verification"
        || property.name.hasPrefix("sasl.") || property.name.hasPrefix("ssl.")
      if isAccess {
        report(
          Diagnostic(
            code: .refusedProperty, "\(quoted(property.name)) cannot be set in a stage: its identity signs in",
            at: property.range, remedy: "write auth: in the stage"))
      }
      return !isAccess
    }
  }
}
