internal import Diagnostics
internal import Scenarios
internal import Templates

/// What was read of `cluster`.
struct ClusterReading {
  /// Nil where it cannot be used, and that was reported.
  var cluster: Cluster?
  /// The client's properties as far as they were read.
  var properties: [ClientProperty] = []
  var authentication = Setting<Authentication>.faulty
}

extension ValueReader {
  /// The cluster, with what is known of it where it cannot be used.
  mutating func cluster(_ scenario: Fields, _ identities: Declarations<ClientIdentity>?) -> ClusterReading {
    guard let pair = scenario["cluster"] else {
      if scenario.lacks("cluster") {
        missing("cluster", in: "", at: scenario.place, remedy: "write such as \"cluster: {brokers: embedded}\"")
      }
      return ClusterReading()
    }
    guard
      let fields = fields(
        of: pair.value, named: "cluster", in: " in cluster", as: ClusterKeys.table, place: pair.key.range)
    else { return ClusterReading() }
    if fields.lacks("brokers") {
      missing("brokers", in: " in cluster", at: fields.place, remedy: "write host:port, or embedded")
    }
    let brokers = setting(ClusterKeys.brokers, fields)
    var reading = ClusterReading(properties: setting(ClusterKeys.librdkafka, fields).value ?? [])
    reading.authentication = setting(ClusterKeys.auth, fields)
    hold(reading.authentication, against: identities)
    _ = setting(ClusterKeys.tls, fields)
    if case .given(let value, let range) = brokers {
      reading.cluster = Cluster(brokers: value, brokersRange: range, librdkafka: reading.properties)
    }
    return reading
  }

  mutating func brokers(_ pair: YAMLPair) -> Brokers? {
    guard let scalar = scalar(pair.value, named: "brokers", expected: "text such as \"kafka-1:9092,kafka-2:9092\"")
    else {
      return nil
    }
    if scalar.text == "embedded" {
      // Nobody comes to a broker that is not real by a variable that is set wrongly.
      if pair.value.scalar?.text == "embedded" { return .embedded }
      badValue(pair, scalar, QuantityFault(reason: "cannot mean embedded", remedy: "write \"embedded\" in the file"))
      return nil
    }
    let addresses = scalar.text.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
    let faults = addresses.compactMap(BrokerAddress.fault)
    // One mistake in a list is enough: the others are seen when it is mended.
    guard let fault = faults.first else { return .addresses(addresses) }
    if scalar.holdsSecret {
      badValue(pair, scalar, fault)
    } else {
      report(
        Diagnostic(
          code: .badValue, fault.reason, at: pair.value.range, remedy: fault.remedy, notes: scalar.notes))
    }
    return nil
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Settings of a topic by Kafka's own names.
  mutating func topicConfiguration(_ pair: YAMLPair) -> [ClientProperty]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    return every(mapping.pairs) { reader, entry in
      reader.scalar(entry.value, named: entry.key.text, expected: "a value for Kafka").map {
        ClientProperty(name: entry.key.text, value: $0.text, range: entry.key.range)
      }
    }
  }

  mutating func properties(_ pair: YAMLPair) -> [ClientProperty]? {
    guard let mapping = mapping(pair.value, named: pair.key.text) else { return nil }
    var properties: [ClientProperty] = []
    for pair in mapping.pairs {
      if let refusal = RefusedProperty.reason(for: pair.key.text) {
        report(
          Diagnostic(
            code: .refusedProperty, "\(quoted(pair.key.text)) cannot be set: \(refusal.why)",
            at: pair.key.range, remedy: refusal.instead))
      } else if let scalar = scalar(pair.value, named: pair.key.text, expected: "a value for librdkafka") {
        properties.append(
          ClientProperty(
            name: pair.key.text, value: scalar.text, range: pair.key.range, isInFile: scalar.text == scalar.shown))
      }
    }
    return properties
  }
}

/// `host:port`, where the host is a name, an IPv4 address, or an IPv6 address in brackets.
enum BrokerAddress {
  static func fault(in address: String) -> QuantityFault? {
    if address.isEmpty { return QuantityFault(reason: "an address of brokers is empty", remedy: "write host:port") }
    let name = address.filter { !"${}".contains($0) }
    if address.first == "$" || address.hasPrefix("{{"), let variable = name.split(separator: ".").last {
      return QuantityFault(
        reason: "broker \(quoted(address)) is no address", remedy: "a variable is written ${\(variable)}")
    }
    if let nearest = Suggestion.nearest(to: address, in: ["embedded"]) {
      return QuantityFault(reason: "broker \(quoted(address)) has no port", remedy: "did you mean \"\(nearest)\"?")
    }
    if let scheme = address.firstRange(of: "://") {
      return QuantityFault(
        reason: "broker \(quoted(address)) begins with a protocol",
        remedy: "write \"\(address[scheme.upperBound...])\"")
    }
    guard let colon = address.lastIndex(of: ":"), address.last != "]" else {
      return QuantityFault(reason: "broker \(quoted(address)) has no port", remedy: "write \"\(address):9092\"")
    }
    let port = address[address.index(after: colon)...]
    guard Quantity.isDigits(port), let number = UInt16(port), number > 0 else {
      return QuantityFault(
        reason: "broker \(quoted(address)) has no valid port", remedy: "a port is a number from 1 to 65535")
    }
    return isHost(address[..<colon])
      ? nil
      : QuantityFault(reason: "broker \(quoted(address)) has no valid host", remedy: "write such as \"kafka-1:9092\"")
  }

  private static func isHost(_ host: Substring) -> Bool {
    if host.first == "[", host.last == "]", host.count > 3 {
      return host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." || $0 == "%" }
    }
    return !host.isEmpty && host.utf8.allSatisfy { Identifier.isAlphanumeric($0) || "._-".utf8.contains($0) }
  }
}
