internal import CRdkafka

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// librdkafka's properties as values, in order; a later one of the same name wins. Nothing is to be freed until a client is
/// made of them.
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

  /// The properties with secrets replaced, for whoever reads or keeps them.
  package var redacted: [(name: String, value: String)] {
    properties.map { ($0.name, Self.isSecret($0.name) ? Redaction.mask : $0.value) }
  }

  /// Hides the secrets of these settings in a text.
  package var redaction: Redaction {
    Redaction(secrets: properties.filter { Self.isSecret($0.name) }.map(\.value))
  }

  package static func isSecret(_ property: String) -> Bool {
    property.contains("password") || property.contains("secret") || property == "sasl.oauthbearer.config"
      || property == "ssl.key.pem"
  }

  /// The settings as librdkafka holds them; the caller destroys it, or hands it over to a client. Throws the first property
  /// that is refused.
  func configuration() throws(KafkaError) -> OpaquePointer {
    let conf: OpaquePointer = rd_kafka_conf_new()
    for (name, value) in properties {
      if let fault = Self.set(name, value, in: conf) {
        rd_kafka_conf_destroy(conf)
        throw fault
      }
    }
    return conf
  }

  /// What librdkafka has against a single property; nil where it takes it.
  package static func fault(name: String, value: String) -> KafkaError? {
    let conf: OpaquePointer = rd_kafka_conf_new()
    defer { rd_kafka_conf_destroy(conf) }
    return set(name, value, in: conf)
  }

  /// librdkafka reads a number as far as it goes, and drops the rest in silence: `5s` is 5 to it, whatever 5 means.
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
        code: RD_KAFKA_RESP_ERR__INVALID_ARG.rawValue, text: "it would take \(kept), and no unit: write a number alone",
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
        text: isSecret(name) ? Redaction(secrets: [value]).apply(to: said) : said, property: name)
    }
  }
}

/// Which clients a property is for, by librdkafka's own table (CONFIGURATION.md, column C/P).
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

/// Replaces secrets in what librdkafka says, before anyone can read it.
package struct Redaction: Sendable {
  package static let mask = "***"
  private let secrets: [[UInt8]]

  package init(secrets: [String]) { self.secrets = secrets.filter { !$0.isEmpty }.map { Array($0.utf8) } }

  /// Every stretch of bytes that lies in any secret becomes one mask: of two that overlap nothing is left either.
  package func apply(to text: String) -> String {
    let bytes = Array(text.utf8)
    var isSecret = [Bool](repeating: false, count: bytes.count)
    for secret in secrets where secret.count <= bytes.count {
      for start in 0...(bytes.count - secret.count) where bytes[start..<start + secret.count].elementsEqual(secret) {
        for index in start..<start + secret.count { isSecret[index] = true }
      }
    }
    guard isSecret.contains(true) else { return text }
    var result: [UInt8] = []
    for index in bytes.indices {
      if !isSecret[index] {
        result.append(bytes[index])
      } else if index == 0 || !isSecret[index - 1] {
        result += Array(Self.mask.utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
