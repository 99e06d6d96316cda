/// The value in what a file has or a command prints: the bytes without one line break at their end.
enum SecretValue {
  static let longest = 64 << 10

  static func read(_ bytes: [UInt8]) throws(Fault) -> String {
    guard bytes.count <= longest else { throw .tooLong(limit: longest) }
    var bytes = bytes[...]
    if bytes.last == UInt8(ascii: "\n") {
      bytes.removeLast()
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    return try checked(text)
  }

  /// The text, if it can be a password or a token: one line.
  static func checked(_ text: String) throws(Fault) -> String {
    guard !text.isEmpty else { throw .empty }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\0": throw .zero
      case "\n", "\r": throw .lineBreak
      default: continue
      }
    }
    // Editors write one that no one sees, and a login with it is refused.
    guard text.unicodeScalars.first != "\u{FEFF}" else { throw .byteOrderMark }
    return text
  }

  typealias Fault = SecretError.Fault
}
