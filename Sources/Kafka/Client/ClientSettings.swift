internal import CRdkafka
package import Diagnostics

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

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
    properties.map { ($0.name, SecretName.matches($0.name) ? Redaction.mask : $0.value) }
  }

  /// Hides the secrets of these settings in a text.
  package var redaction: Redaction {
    Redaction(secrets: properties.filter { SecretName.matches($0.name) }.map(\.value))
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

  /// The error with which librdkafka refuses a single property; nil if it accepts it.
  package static func error(name: String, value: String) -> KafkaError? {
    let conf: OpaquePointer = rd_kafka_conf_new()
    defer { rd_kafka_conf_destroy(conf) }
    return set(name, value, in: conf)
  }

  /// An error if librdkafka would silently drop the end of a value: it reads a number as far as it goes, so `5s` becomes 5,
  /// whatever the property's unit is.
  private static func misread(_ name: String, _ value: String, in conf: OpaquePointer) -> KafkaError? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { text -> KafkaError? in
      var size = text.count
      guard rd_kafka_conf_get(conf, name, text.baseAddress, &size) == RD_KAFKA_CONF_OK, let base = text.baseAddress
      else {
        return nil
      }
      let kept = String(cString: base)
      guard Int64(kept) != nil, kept != value, Int64(value).map({ String($0) }) != kept else { return nil }
      // Words that stand for a number, such as acks=all, have no digit to be misread.
      guard value.first?.isNumber == true || value.first == "-" else { return nil }
      return KafkaError(
        code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue,
        text: "it would read \(kept) and ignore the unit: write only a number",
        property: name)
    }
  }

  private static func set(_ name: String, _ value: String, in conf: OpaquePointer) -> KafkaError? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { text in
      text[0] = 0
      let result = rd_kafka_conf_set(conf, name, value, text.baseAddress, text.count)
      guard result != RD_KAFKA_CONF_OK else { return misread(name, value, in: conf) }
      let said = String(text.baseAddress.map { String(cString: $0) }?.prefix { $0 != "\n" } ?? "")
      return KafkaError(
        code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue,
        text: SecretName.matches(name) ? Redaction(secrets: [value]).apply(to: said) : said, property: name)
    }
  }
}

/// The clients that a property is for, from librdkafka's own table (CONFIGURATION.md, column C/P).
package enum PropertyScope: Sendable {
  case producer, consumer, both

  /// The scope of each property that the linked librdkafka knows.
  package static let table: [String: PropertyScope] = {
    var text: UnsafeMutablePointer<CChar>?
    var size = 0
    guard let stream = open_memstream(&text, &size) else { return [:] }
    rd_kafka_conf_properties_show(stream)
    fclose(stream)
    guard let text else { return [:] }
    defer { free(text) }
    var table: [String: PropertyScope] = [:]
    for line in String(cString: text).split(separator: "\n") {
      let columns = line.split(separator: "|", omittingEmptySubsequences: false).prefix(2).map { column in
        String(column.drop { $0 == " " }.prefix { $0 != " " })
      }
      guard columns.count == 2 else { continue }
      switch columns[1] {
      case "P": table[columns[0]] = .producer
      case "C": table[columns[0]] = .consumer
      case "*": table[columns[0]] = .both
      default: continue
      }
    }
    return table
  }()
}
