internal import Diagnostics
internal import Scenarios
internal import Templates

extension ValueReader {
  mutating func brokers(_ pair: YAMLPair) -> Brokers? {
    guard let scalar = scalar(pair.value, named: "brokers", expected: .textSuch(as: "kafka-1:9092,kafka-2:9092"))
    else {
      return nil
    }
    if scalar.text == "embedded" {
      // A variable that is set wrongly must not lead to the embedded broker.
      if pair.value.scalar?.text == "embedded" { return .embedded }
      badValue(
        pair, scalar,
        QuantityError(reason: "cannot become \"embedded\" through a variable", remedy: "write \"embedded\" in the file")
      )
      return nil
    }
    let addresses = scalar.text.split(separator: ",", omittingEmptySubsequences: false).map(Self.trimmed)
    let faults = addresses.compactMap(BrokerAddress.fault)
    // One mistake of a list is reported; the others once it is fixed.
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
}

/// `host:port`, where the host is a name, an IPv4 address, or an IPv6 address in brackets.
enum BrokerAddress {
  static func fault(in address: String) -> QuantityError? {
    if address.isEmpty { return QuantityError(reason: "a broker address is empty", remedy: "write host:port") }
    if address.contains("@") {
      return QuantityError(
        reason: "a broker's address has no user and password",
        remedy: "write host:port, and sasl.username and sasl.password in cluster.librdkafka")
    }
    let name = address.filter { !"${}".contains($0) }
    if address.first == "$" || address.hasPrefix("{{"), let variable = name.split(separator: ".").last {
      return QuantityError(
        reason: "broker \(quoted(address)) is not an address", remedy: "a variable is written ${\(variable)}")
    }
    if let nearest = Suggestion.nearest(to: address, in: ["embedded"]) {
      return QuantityError(reason: "broker \(quoted(address)) has no port", remedy: "did you mean \"\(nearest)\"?")
    }
    if let scheme = address.firstRange(of: "://") {
      return QuantityError(
        reason: "broker \(quoted(address)) begins with a protocol",
        remedy: "write \"\(address[scheme.upperBound...])\"")
    }
    guard let colon = address.lastIndex(of: ":"), address.last != "]" else {
      return QuantityError(reason: "broker \(quoted(address)) has no port", remedy: "write \"\(address):9092\"")
    }
    let port = address[address.index(after: colon)...]
    guard Quantity.isDigits(port), let number = UInt16(port), number > 0 else {
      return QuantityError(
        reason: "broker \(quoted(address)) has no valid port", remedy: "a port is a number from 1 to 65535")
    }
    return isHost(address[..<colon])
      ? nil
      : QuantityError(reason: "broker \(quoted(address)) has no valid host", remedy: "for example \"kafka-1:9092\"")
  }

  private static func isHost(_ host: Substring) -> Bool {
    if host.first == "[", host.last == "]", host.count > 3 {
      return host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." || $0 == "%" }
    }
    return !host.isEmpty && host.utf8.allSatisfy { Identifier.isAlphanumeric($0) || "._-".utf8.contains($0) }
  }
}
