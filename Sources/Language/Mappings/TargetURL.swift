internal import Templates

/// The rules of a target's address.
enum TargetURL {
  /// The mistake, as the end of a sentence that begins with the address; nil for an address that can be posted to.
  static func fault(in text: String) -> QuantityError? {
    if text.contains("{{") {
      return QuantityError(
        reason: "has a placeholder, which an address cannot", remedy: "a variable is written ${NAME}")
    }
    guard let scheme = text.firstRange(of: "://") else {
      return QuantityError(reason: "is not a URL", remedy: "write \"http://\(text)\"")
    }
    let name = text[..<scheme.lowerBound]
    guard ["http", "https"].contains(name) else {
      return QuantityError(
        reason: "begins with \"\(name)://\"",
        remedy: name.lowercased().hasPrefix("http")
          ? "write it in small letters" : "only http:// and https:// are posted to")
    }
    let rest = text[scheme.upperBound...]
    let authority = rest.prefix { !"/?#".contains($0) }
    if authority.contains("@") {
      return QuantityError(
        reason: "has a user and a password, which an address cannot have",
        remedy: "write auth: {mechanism: BASIC, username: …, password: {env: …}}")
    }
    if rest.contains("#") {
      return QuantityError(reason: "has a fragment, which is never sent", remedy: "remove it from the # on")
    }
    let host = host(of: authority)
    guard let host, isHost(host.name) else {
      return QuantityError(reason: "has no valid host", remedy: "for example \"http://localhost:8080/orders\"")
    }
    if let port = host.port {
      guard port.allSatisfy({ $0.isASCII && $0.isNumber }), let number = UInt16(port), number > 0 else {
        return QuantityError(reason: "has no valid port", remedy: "a port is a number from 1 to 65535")
      }
    }
    let path = rest.dropFirst(authority.count)
    return isPath(path)
      ? nil : QuantityError(reason: "has a character that a URL cannot have", remedy: "write a blank as %20")
  }

  /// Visible characters of ASCII alone.
  static func isPath(_ text: some StringProtocol) -> Bool { text.utf8.allSatisfy { 0x21...0x7e ~= $0 && $0 != 0x23 } }

  /// The path of a URL; nil for anything else.
  static func path(of text: String) -> String? {
    guard let scheme = text.firstRange(of: "://") else { return nil }
    let path = text[scheme.upperBound...].drop { $0 != "/" }
    return path.isEmpty ? nil : String(path)
  }

  private static func host(of authority: Substring) -> (name: Substring, port: Substring?)? {
    if authority.first == "[" {
      guard let end = authority.firstIndex(of: "]") else { return nil }
      let rest = authority[authority.index(after: end)...]
      guard rest.isEmpty || rest.first == ":" else { return nil }
      return (authority[...end], rest.isEmpty ? nil : rest.dropFirst())
    }
    let parts = authority.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    return (parts[0], parts.count == 2 ? parts[1] : nil)
  }

  private static func isHost(_ host: Substring) -> Bool {
    if host.first == "[", host.last == "]", host.count > 3 {
      return host.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    return !host.isEmpty && host.utf8.allSatisfy { Identifier.isAlphanumeric($0) || "._-".utf8.contains($0) }
  }
}
