internal import CRdkafka
package import Diagnostics

/// librdkafka's properties as values, in order; the last of the same name is used. They are a plain value until a client is
/// created from them.
package struct ClientSettings: Sendable, Equatable {
  package private(set) var properties: [(name: String, value: String)] = []

  package init() {}

  package subscript(name: String) -> String? {
    get { properties.last { $0.name == name }?.value }
    set {
      properties.removeAll { $0.name == name }
      if let newValue { properties.append((name, newValue)) }
    }
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.properties.elementsEqual(right.properties) { $0.name == $1.name && $0.value == $1.value }
  }

  /// The properties with secrets replaced, for reports and plans.
  package var redacted: [(name: String, value: String)] {
    properties.map { ($0.name, Self.shown($0.value, of: $0.name)) }
  }

  /// A property's value as it may be shown.
  package static func shown(_ value: String, of name: String) -> String {
    SecretName.matches(property: name) ? Redaction.mask : value.withoutUserInfo
  }

  /// Hides the secrets of these settings in a text.
  package var redaction: Redaction {
    Redaction(secrets: properties.filter { SecretName.matches(property: $0.name) }.map(\.value))
  }

  /// The settings as a `rd_kafka_conf_t`, which the caller destroys or hands over to a client. Throws the first property that
  /// librdkafka refuses.
  func configuration() throws(KafkaError) -> OpaquePointer {
    let conf: OpaquePointer = rd_kafka_conf_new()
    for (name, value) in properties {
      if let error = Self.set(name, value, in: conf) {
        rd_kafka_conf_destroy(conf)
        throw error
      }
    }
    return conf
  }

  /// The mistake for which librdkafka refuses a single property; nil if it accepts it.
  package static func fault(name: String, value: String) -> PropertyFault? {
    let conf: OpaquePointer = rd_kafka_conf_new()
    defer { rd_kafka_conf_destroy(conf) }
    guard let error = set(name, value, in: conf) else { return nil }
    guard let known = KnownProperty.of(name) else { return PropertyFault(kind: .unknownName, error: error) }
    if known.isCallback { return PropertyFault(kind: .notForFiles, error: error) }
    let isNumber = known.isNumber && PlainNumber.isMisread(value)
    return PropertyFault(kind: isNumber ? .notANumber : .wrongValue, error: error)
  }

  /// The text with which a number is refused that librdkafka takes for another.
  private static func misread(_ name: String, _ value: String, in conf: OpaquePointer) -> String? {
    guard KnownProperty.of(name)?.isNumber == true else { return nil }
    if PlainNumber.isMisread(value) { return PlainNumber.fault(value, readAs: PlainNumber.readPart(of: value)) }
    // A number that begins with 0 is octal.
    guard value.first == "0", let number = Int64(value), let kept = current(name, in: conf), let read = Int64(kept),
      number != read
    else {
      return nil
    }
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

  private static func set(_ name: String, _ value: String, in conf: OpaquePointer) -> KafkaError? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { text in
      text[0] = 0
      let result = rd_kafka_conf_set(conf, name, value, text.baseAddress, text.count)
      guard result != RD_KAFKA_CONF_OK || misread(name, value, in: conf) != nil else { return nil }
      let refused = String(text.baseAddress.map { String(cString: $0) }?.prefix { $0 != "\n" } ?? "")
      let said = misread(name, value, in: conf) ?? refused
      return KafkaError(
        code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue,
        text: SecretName.matches(property: name) ? Redaction(secrets: [value]).apply(to: said) : said, property: name)
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
