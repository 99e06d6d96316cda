/// Where a placeholder stands, which decides how what it yields is written there.
package enum TemplatePlace: Sendable, Equatable, CaseIterable {
  /// A key, a header, a value of no format: as it is.
  case plain
  /// Between the quotes of JSON.
  case jsonText
  /// In JSON outside quotes, as a whole value.
  case jsonValue
  /// Between tags; between the quotes of an attribute, of either kind; within a CDATA section.
  case xmlText, xmlAttribute, xmlCDATA

  /// Whether `bytes` may stand there as they are.
  func isSafe(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .plain, .jsonValue: return true
    case .jsonText: return bytes.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    case .xmlText: return bytes.allSatisfy { !"&<>]\r".utf8.contains($0) }
    case .xmlAttribute: return bytes.allSatisfy { !"&<>\"'\r\n\t".utf8.contains($0) }
    case .xmlCDATA: return bytes.allSatisfy { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "\r") }
    }
  }

  /// What stands for a byte that may not stand there by itself; nil where it may.
  func escape(_ byte: UInt8) -> StaticString? {
    switch self {
    case .plain, .jsonValue: nil
    case .jsonText: JSONText.escape(byte)
    case .xmlText:
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      // What stands behind it may begin with `]>`, which no text has.
      case UInt8(ascii: "]"): "&#93;"
      case UInt8(ascii: "\r"): "&#13;"
      default: nil
      }
    case .xmlAttribute:
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      case UInt8(ascii: "'"): "&apos;"
      case UInt8(ascii: "\t"): "&#9;"
      case UInt8(ascii: "\n"): "&#10;"
      case UInt8(ascii: "\r"): "&#13;"
      default: nil
      }
    // No bracket meets the next, so that nothing ends the section; `XMLSkeleton` sees to those in front. A carriage
    // return cannot be escaped in a section, and stands between two.
    case .xmlCDATA:
      switch byte {
      case UInt8(ascii: "]"): "]]]><![CDATA["
      case UInt8(ascii: "\r"): "]]>&#13;<![CDATA["
      default: nil
      }
    }
  }

  /// The most bytes that one can become.
  var growth: Int {
    switch self {
    case .plain, .jsonValue: 1
    case .jsonText, .xmlText, .xmlAttribute: 6
    case .xmlCDATA: 17
    }
  }

  package func escaped(_ bytes: [UInt8]) -> [UInt8] {
    if isSafe(bytes) { return bytes }
    return bytes.flatMap { byte in
      escape(byte).map { Array(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount)) } ?? [byte]
    }
  }
}

/// Text as it stands between the quotes of a JSON string (RFC 8259, 7).
package enum JSONText {
  private static let controls: [StaticString] = [
    "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\u0008", "\\t", "\\n",
    "\\u000b", "\\u000c", "\\r", "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015",
    "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
  ]

  /// What stands for a byte that may not stand there by itself; nil where it may.
  static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case ..<0x20: controls[Int(byte)]
    default: nil
    }
  }

  package static func escaped(_ text: String) -> [UInt8] { TemplatePlace.jsonText.escaped(Array(text.utf8)) }
}
