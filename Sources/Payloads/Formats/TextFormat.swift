/// The formats of JSON Schema that are enforced: those that drafts 4 to 2020-12 define, but `idn-hostname`. Each check reads
/// bytes of UTF-8, and allocates nothing but for `regex`.
enum TextFormat: String, CaseIterable {
  case date, time, duration, email, uuid, uri, iri, hostname, ipv4, ipv6, regex
  case dateTime = "date-time"
  case internationalEmail = "idn-email"
  case uriReference = "uri-reference"
  case iriReference = "iri-reference"
  case uriTemplate = "uri-template"
  case pointer = "json-pointer"
  case relativePointer = "relative-json-pointer"

  /// A format that the drafts define and that is not enforced: it needs Unicode's tables of domain names.
  static let notEnforced = "idn-hostname"

  func holds(_ text: UnsafeRawBufferPointer) -> Bool {
    var reader = ByteReader(text)
    return switch self {
    case .date: reader.date() && reader.isAtEnd
    case .time: reader.time() && reader.isAtEnd
    case .dateTime: reader.date() && (reader.take("T") || reader.take("t")) && reader.time() && reader.isAtEnd
    case .duration: reader.duration()
    case .email: Self.isEmail(text, isInternational: false)
    case .internationalEmail: Self.isEmail(text, isInternational: true)
    case .uuid: reader.uuid() && reader.isAtEnd
    case .uri: URIFormat.isAbsolute(text, isInternational: false)
    case .iri: URIFormat.isAbsolute(text, isInternational: true)
    case .uriReference: URIFormat.isReference(text, isInternational: false)
    case .iriReference: URIFormat.isReference(text, isInternational: true)
    case .uriTemplate: reader.template()
    case .pointer: reader.pointer()
    case .relativePointer: reader.relativePointer()
    case .regex: Self.isPattern(text)
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
    case .duration: "a duration (P1DT12H)"
    case .email, .internationalEmail: "an e-mail address"
    case .uuid: "a UUID"
    case .uri: "a URI with a scheme"
    case .iri: "an IRI with a scheme"
    case .uriReference: "a URI or a relative reference"
    case .iriReference: "an IRI or a relative reference"
    case .uriTemplate: "a URI template"
    case .pointer: "a JSON pointer (/a/0)"
    case .relativePointer: "a relative JSON pointer (1/a)"
    case .regex: "a regular expression of ECMA-262"
    case .hostname: "a host name"
    case .ipv4: "an IPv4 address"
    case .ipv6: "an IPv6 address"
    }
  }

  private static func isPattern(_ text: UnsafeRawBufferPointer) -> Bool {
    do throws(PatternError) {
      _ = try Pattern(String(decoding: text, as: UTF8.self))
      return true
    } catch {
      return false
    }
  }
}
