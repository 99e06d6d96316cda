/// The formats of JSON Schema that are enforced. Each check reads bytes of UTF-8 and allocates nothing.
enum TextFormat: String, CaseIterable {
  case date, time, email, uuid, uri, hostname, ipv4, ipv6
  case dateTime = "date-time"

  func holds(_ text: UnsafeRawBufferPointer) -> Bool {
    var reader = ByteReader(text)
    return switch self {
    case .date: reader.date() && reader.isAtEnd
    case .time: reader.time() && reader.isAtEnd
    case .dateTime: reader.date() && (reader.take("T") || reader.take("t")) && reader.time() && reader.isAtEnd
    case .email: Self.isEmail(text)
    case .uuid: reader.uuid() && reader.isAtEnd
    case .uri: Self.isURI(text)
    case .hostname: Self.isHostname(text)
    case .ipv4: reader.ipv4() && reader.isAtEnd
    case .ipv6: Self.isIPv6(text)
    }
  }

  /// A noun for a text of the format, for error messages.
  var noun: String {
    switch self {
    case .date: "a date (2026-01-31)"
    case .time: "a time with its offset (23:59:59Z)"
    case .dateTime: "a date and time with its offset (2026-01-31T23:59:59Z)"
    case .email: "an e-mail address"
    case .uuid: "a UUID"
    case .uri: "a URI"
    case .hostname: "a host name"
    case .ipv4: "an IPv4 address"
    case .ipv6: "an IPv6 address"
    }
  }
}
