/// The characters of XML 1.0 (2.2).
package enum XMLCharacters {
  /// The offset, in UTF-8, of the first character that XML 1.0 does not allow, escaped or not; nil where there is none.
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
}
