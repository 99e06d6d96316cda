internal import Diagnostics
internal import Scenarios

extension Brokers {
  /// The brokers of a list: `embedded`, or `HOST:PORT` once or more with commas between, and blanks beside them as in a
  /// scenario; an IPv6 address in brackets.
  init(list: String, in option: CommandOption, of command: Command.Name) throws(UsageError) {
    if list == "embedded" {
      self = .embedded
      return
    }
    var addresses: [String] = []
    for part in list.split(separator: ",", omittingEmptySubsequences: false) {
      let address = Substring(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      if address.contains("@") {
        throw .invalidValue(
          Redaction.mask, of: option, in: command, reason: "an address must be host:port, without user and password")
      }
      if let objection = Self.objection(to: address) {
        throw .invalidValue(String(address), of: option, in: command, reason: objection)
      }
      addresses.append(String(address))
    }
    self = .addresses(addresses)
  }

  private static func objection(to address: Substring) -> String? {
    if address == "embedded" { return "it cannot be combined with other brokers" }
    if address.contains("://") { return "an address must be host:port, without a protocol" }
    guard let colon = address.lastIndex(of: ":") else { return "an address must be host:port, such as localhost:9092" }
    let host = address[..<colon]
    let port = address[address.index(after: colon)...]
    if host.isEmpty || host.contains(where: \.isWhitespace) {
      return "an address must be host:port, such as localhost:9092"
    }
    if host.contains(":"), !(host.hasPrefix("[") && host.hasSuffix("]")) {
      return "an IPv6 address must be in brackets, such as [::1]:9092"
    }
    guard port.utf8.allSatisfy(isDigit), let number = UInt16(port), number > 0 else {
      return "a port must be a whole number from 1 to 65535"
    }
    return nil
  }
}

extension UInt64 {
  /// A seed of digits only: no sign, no unit.
  init(seed text: String) throws(UsageError) {
    guard text.utf8.allSatisfy(isDigit), let number = UInt64(text) else {
      throw .invalidValue(text, of: .seed, in: .run, reason: "a seed must be a whole number from 0 to \(UInt64.max)")
    }
    self = number
  }
}

extension CheckOptions.Format {
  init(_ text: String) throws(UsageError) {
    guard let format = Self(rawValue: text) else {
      let words = Self.allCases.map(\.rawValue)
      let nearest = Suggestion.nearest(to: text, in: words)
      throw .invalidValue(
        text, of: .format, in: .check,
        reason: nearest.map { "did you mean \"\($0)\"?" } ?? "it must be one of \(words.joined(separator: ", "))")
    }
    self = format
  }
}

extension RenderOptions.Form {
  init(_ text: String) throws(UsageError) {
    guard let form = Self(rawValue: text) else {
      throw .invalidValue(
        text, of: .form, in: .render,
        reason: "it must be one of \(Self.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    self = form
  }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
