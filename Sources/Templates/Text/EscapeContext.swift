/// The context of a placeholder, which decides how its value is escaped.
package enum EscapeContext: Sendable, Equatable, CaseIterable {
  /// A key, a header, or a value without a format: nothing is escaped.
  case plain
  /// Inside a JSON string.
  case jsonText
  /// A whole JSON value, outside quotes.
  case jsonValue
  /// Text between tags; the value of an attribute, in quotes of either kind; a CDATA section.
  case xmlText, xmlAttribute, xmlCDATA

  /// True if `bytes` need no escape.
  func isSafe(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .plain, .jsonValue: return true
    case .jsonText: return bytes.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    case .xmlText: return bytes.allSatisfy { !"&<>]\r".utf8.contains($0) }
    case .xmlAttribute: return bytes.allSatisfy { !"&<>\"'\r\n\t".utf8.contains($0) }
    case .xmlCDATA: return bytes.allSatisfy { $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: "\r") }
    }
  }

  /// The escape of a byte; nil where it needs none.
  func escape(_ byte: UInt8) -> StaticString? {
    switch self {
    case .plain, .jsonValue: nil
    case .jsonText: JSONText.escape(byte)
    case .xmlText:
      switch byte {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      // The text after it may begin with `]>`, and no text may contain `]]>`.
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
    // No bracket is adjacent to the next, so that nothing ends the section; `XMLSkeleton` refuses brackets before a
    // placeholder. A carriage return cannot be escaped inside a section, so it is written between two.
    case .xmlCDATA:
      switch byte {
      case UInt8(ascii: "]"): "]]]><![CDATA["
      case UInt8(ascii: "\r"): "]]>&#13;<![CDATA["
      default: nil
      }
    }
  }

  /// The most bytes of one byte's escape.
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

/// Text inside a JSON string (RFC 8259, 7).
package enum JSONText {
  private static let controls: [StaticString] = [
    "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007", "\\u0008", "\\t", "\\n",
    "\\u000b", "\\u000c", "\\r", "\\u000e", "\\u000f", "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015",
    "\\u0016", "\\u0017", "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
  ]

  /// The escape of a byte; nil where it needs none.
  static func escape(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\""): "\\\""
    case UInt8(ascii: "\\"): "\\\\"
    case ..<0x20: controls[Int(byte)]
    default: nil
    }
  }

  package static func escaped(_ text: String) -> [UInt8] { EscapeContext.jsonText.escaped(Array(text.utf8)) }
}
