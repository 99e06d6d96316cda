/// A URI, or the path of a file, parsed and resolved by RFC 3986; but a path without a scheme keeps `..` at its beginning, so
/// that a schema may refer to a folder beside its own.
struct SchemaAddress: Hashable {
  private(set) var scheme: String?
  private(set) var authority: String?
  private(set) var path: String
  private(set) var query: String?
  /// The fragment, still escaped; nil where there is none.
  private(set) var fragment: String?

  init(_ text: String) {
    var rest = Substring(text)
    if let hash = rest.firstIndex(of: "#") {
      fragment = String(rest[rest.index(after: hash)...])
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = String(rest[rest.index(after: mark)...])
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), let first = rest.utf8.first, first.isLetter,
      rest[..<colon].utf8.allSatisfy({ $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) })
    {
      scheme = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      let after = rest.dropFirst(2)
      let slash = after.firstIndex(of: "/") ?? after.endIndex
      authority = String(after[..<slash])
      rest = after[slash...]
    }
    path = String(rest)
  }

  /// The address of a file, in whose path nothing is escaped; an address with a scheme is taken as it is.
  init(file path: String) {
    let escapes: [Character: String] = ["%": "%25", "#": "%23", "?": "%3F"]
    let isPath = SchemaAddress(path).scheme == nil
    self.init(isPath ? path.map { escapes[$0] ?? String($0) }.joined() : path)
  }

  var withoutFragment: SchemaAddress {
    var address = self
    address.fragment = nil
    return address
  }

  var text: String {
    var text = scheme.map { $0 + ":" } ?? ""
    text += authority.map { "//" + $0 } ?? ""
    text += path
    text += query.map { "?" + $0 } ?? ""
    return text + (fragment.map { "#" + $0 } ?? "")
  }

  /// Resolves the address by 5.2.2.
  func resolved(against base: SchemaAddress) -> SchemaAddress {
    var result = self
    if scheme != nil {
      result.path = Self.withoutDots(path)
      return result
    }
    result.scheme = base.scheme
    if authority != nil { return result }
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      result.query = query ?? base.query
    } else if path.hasPrefix("/") {
      result.path = Self.withoutDots(path)
    } else {
      result.path = Self.withoutDots(base.folder(of: base.path) + path)
    }
    return result
  }

  private func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return authority != nil ? "/" : "" }
    return String(path[...slash])
  }

  /// The path without dot segments, by 5.2.4.
  private static func withoutDots(_ path: String) -> String {
    guard path.contains("/") || path.hasPrefix(".") else { return path }
    let isRooted = path.hasPrefix("/")
    var kept: [Substring] = []
    let steps = path.dropFirst(isRooted ? 1 : 0).split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in steps.enumerated() {
      let isLast = index == steps.count - 1
      switch step {
      case ".": if isLast { kept.append("") }
      case "..":
        if let last = kept.last, last != ".." {
          kept.removeLast()
        } else if !isRooted {
          kept.append("..")
        }
        if isLast, kept.last != ".." { kept.append("") }
      default: kept.append(step)
      }
    }
    return (isRooted ? "/" : "") + kept.joined(separator: "/")
  }

  /// The path from the folder of `root`; nil where this is not below it.
  func path(below root: SchemaAddress) -> String? {
    guard scheme == root.scheme, authority == root.authority, query == nil else { return nil }
    let folder = root.folder(of: root.path)
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
  }

  /// The fragment without its escapes; nil where an escape is invalid.
  var unescapedFragment: String? { Self.unescaped(fragment ?? "") }

  static func unescaped(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest.removeFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
