internal import CRdkafka
package import Diagnostics

/// librdkafka's properties as values, in order; the last of the same name is used. They are a plain value until a client is
/// created from them.
package struct ClientSettings: Sendable, Equatable {
  package private(set) var properties: [(name: String, value: String)] = []
  /// Properties that hold a secret though neither their names nor their values show it.
  private var secrets: Set<String> = []
  /// The source of tokens, for the mechanism OAUTHBEARER.
  package var tokens: BearerTokens?

  package init() {}

  package subscript(name: String) -> String? {
    get { properties.last { $0.name == name }?.value }
    set {
      properties.removeAll { $0.name == name }
      if let newValue { properties.append((name, newValue)) }
    }
  }

  /// Keeps the value of a property out of everything that is shown.
  package mutating func hide(_ name: String) { secrets.insert(name) }

  private func isSecret(_ name: String, _ value: String) -> Bool {
    secrets.contains(name) || SecretName.matches(property: name, value: value)
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.properties.elementsEqual(right.properties) { $0.name == $1.name && $0.value == $1.value }
  }

  /// The properties with secrets replaced, for reports and plans.
  package var redacted: [(name: String, value: String)] {
    properties.map { ($0.name, isSecret($0.name, $0.value) ? Redaction.mask : $0.value.withoutUserInfo) }
  }

  /// Hides the secrets of these settings in a text.
  package var redaction: Redaction {
    properties.filter { isSecret($0.name, $0.value) }.reduce(into: Redaction()) { redaction, property in
      redaction.hide(property.value, ofUser: self["sasl.username"])
    }
  }

  /// The settings as a `rd_kafka_conf_t`, which the caller destroys or hands over to a client. Throws the first property that
  /// librdkafka refuses.
  func configuration() throws(KafkaError) -> OpaquePointer {
    let conf: OpaquePointer = rd_kafka_conf_new()
    for (name, value) in properties {
      if let error = Self.set(name, value, in: conf, isSecret: isSecret(name, value)) {
        rd_kafka_conf_destroy(conf)
        throw error
      }
    }
    return conf
  }

  /// The mistake for which librdkafka refuses a single property; nil if it accepts it.
  package static func fault(name: String, value: String, isSecret: Bool) -> PropertyFault? {
    let conf: OpaquePointer = rd_kafka_conf_new()
    defer { rd_kafka_conf_destroy(conf) }
    guard let error = set(name, value, in: conf, isSecret: isSecret) else { return nil }
    guard let known = KnownProperty.of(name) else { return PropertyFault(kind: .unknownName, error: error) }
    if known.isCallback { return PropertyFault(kind: .notForFiles, error: error) }
    let isNumber = known.isNumber && PlainNumber.isMisread(value, isDecimal: known.isDecimal)
    return PropertyFault(kind: isNumber ? .notANumber : .wrongValue, error: error)
  }

  /// The text with which a number is refused that librdkafka takes for another.
  /// - Parameter isSet: true if librdkafka took it.
  private static func misread(_ name: String, _ value: String, in conf: OpaquePointer, isSet: Bool) -> String? {
    guard let known = KnownProperty.of(name), known.isNumber else { return nil }
    if PlainNumber.isMisread(value, isDecimal: known.isDecimal) {
      return PlainNumber.fault(value, readAs: PlainNumber.readPart(of: value))
    }
    guard isSet, let kept = current(name, in: conf),
      PlainNumber.isAnother(kept, than: value, isDecimal: known.isDecimal)
    else { return nil }
    return PlainNumber.fault(value, readAs: kept)
  }

  private static func current(_ name: String, in conf: OpaquePointer) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { text -> String? in
      var size = text.count
      guard rd_kafka_conf_get(conf, name, text.baseAddress, &size) == RD_KAFKA_CONF_OK else { return nil }
      return text.baseAddress.map { String(cString: $0) }
    }
  }

  /// librdkafka's default of a property; nil if it has none.
  package static func standard(_ name: String) -> String? {
    let conf: OpaquePointer = rd_kafka_conf_new()
    defer { rd_kafka_conf_destroy(conf) }
    return current(name, in: conf)
  }

  private static func set(
    _ name: String, _ value: String, in conf: OpaquePointer, isSecret: Bool
  ) -> KafkaError? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { text in
      text[0] = 0
      let result = rd_kafka_conf_set(conf, name, value, text.baseAddress, text.count)
      let isSet = result == RD_KAFKA_CONF_OK
      let misread = misread(name, value, in: conf, isSet: isSet)
      if isSet, misread == nil { return nil }
      let refused = String(text.baseAddress.map { String(cString: $0) }?.prefix { $0 != "\n" } ?? "")
      let said = misread ?? refused
      return KafkaError(
        code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue,
        text: isSecret ? Redaction(secrets: [value]).apply(to: said) : said, property: name)
    }
  }
}

/// A mistake in one property.
package struct PropertyFault: Sendable {
  package enum Kind: Sendable {
    /// librdkafka has no such property.
    case unknownName
    /// Only a program can set it.
    case notForFiles
    /// A number with a unit, or otherwise not as librdkafka reads it.
    case notANumber
    case wrongValue
  }

  package var kind: Kind
  package var error: KafkaError
}
