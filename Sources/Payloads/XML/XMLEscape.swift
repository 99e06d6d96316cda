/// Writes text into XML (1.0, 2.2, 2.4, 2.7 and 3.3.3) so that a parser gives back what was put in. Into the caller's bytes,
/// which must have room for the bound beside each; nothing is allocated.
package enum XMLEscape {
  /// Bytes that a text of `count` bytes may take, whatever it is and wherever it stands.
  package static func bound(_ count: Int) -> Int { count * 17 + 24 }

  /// Between tags. A carriage return is escaped, or a parser would make a line break of it.
  /// - Returns: how many bytes were written.
  package static func text(_ text: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int {
    var writer = Writer(output)
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): writer.put("&amp;")
      case UInt8(ascii: "<"): writer.put("&lt;")
      case UInt8(ascii: ">"): writer.put("&gt;")
      case 0x0d: writer.put("&#13;")
      default: writer.put(byte)
      }
    }
    return writer.count
  }

  /// Between the quotes of an attribute's value, of either kind. A parser would make a space of what is white otherwise.
  /// - Returns: how many bytes were written.
  package static func attribute(_ text: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int {
    var writer = Writer(output)
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): writer.put("&amp;")
      case UInt8(ascii: "<"): writer.put("&lt;")
      case UInt8(ascii: ">"): writer.put("&gt;")
      case UInt8(ascii: "\""): writer.put("&quot;")
      case UInt8(ascii: "'"): writer.put("&#39;")
      case 0x09: writer.put("&#9;")
      case 0x0a: writer.put("&#10;")
      case 0x0d: writer.put("&#13;")
      default: writer.put(byte)
      }
    }
    return writer.count
  }

  /// Within a CDATA section, which is ended and begun again wherever `]]>` would stand, also with what the text's
  /// neighbours bring. A carriage return, which cannot be escaped there, is written between two sections.
  /// - Returns: how many bytes were written.
  package static func cdata(_ text: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) -> Int {
    let bracket = UInt8(ascii: "]")
    var writer = Writer(output)
    if let first = text.first, first == bracket || first == UInt8(ascii: ">") { writer.put("]]><![CDATA[") }
    var brackets = 0
    for byte in text {
      if byte == 0x0d {
        writer.put("]]>&#13;<![CDATA[")
      } else {
        if byte == UInt8(ascii: ">"), brackets >= 2 { writer.put("]]><![CDATA[") }
        writer.put(byte)
      }
      brackets = byte == bracket ? brackets + 1 : 0
    }
    if brackets > 0 { writer.put("]]><![CDATA[") }
    return writer.count
  }

  /// Where in UTF-8 the first character begins that XML 1.0 cannot hold, escaped or not; nil where there is none.
  package static func firstUnfit(_ text: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x20, byte != 0x09, byte != 0x0a, byte != 0x0d { return index }
      // U+FFFE and U+FFFF; UTF-8 has no surrogates.
      if byte == 0xef, index + 2 < text.count, text[index + 1] == 0xbf, text[index + 2] >= 0xbe { return index }
      index += 1
    }
    return nil
  }

  private struct Writer {
    private let output: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    init(_ output: UnsafeMutableRawBufferPointer) { self.output = output }

    mutating func put(_ byte: UInt8) {
      output[count] = byte
      count += 1
    }

    mutating func put(_ text: StaticString) {
      text.withUTF8Buffer { bytes in
        UnsafeMutableRawBufferPointer(rebasing: output[count...]).copyMemory(from: UnsafeRawBufferPointer(bytes))
        count += bytes.count
      }
    }
  }
}
