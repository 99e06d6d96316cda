/// The encoding of a file by its first bytes. Files are read as UTF-8; UTF-16 and UTF-32, which Excel and PowerShell write,
/// are recognised so that they can be named.
package enum TextEncoding: String, Sendable {
  case utf8 = "UTF-8"
  case utf16 = "UTF-16"
  case utf32 = "UTF-32"

  /// U+FEFF in UTF-8, which some editors write at the beginning of a file; it is not part of the text.
  package static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// The length of the byte order mark at the beginning of a file in UTF-8: 3, or 0.
  package static func markLength(in bytes: some Collection<UInt8>) -> Int {
    bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  }

  /// With a mark of its own, or without one by the zeros that are every second byte of most text.
  package init(of bytes: some Collection<UInt8>) { self = Layout(bytes)?.encoding ?? .utf8 }

  /// The text, for excerpts: what is not valid is replaced by U+FFFD.
  package static func text(of bytes: some Collection<UInt8>) -> String {
    guard let layout = Layout(bytes), layout.encoding == .utf16 else { return String(decoding: bytes, as: UTF8.self) }
    let wide = Array(bytes.dropFirst(layout.mark))
    let units = stride(from: 0, to: wide.count - 1, by: 2).map { index in
      let (first, second) = (UInt16(wide[index]), UInt16(wide[index + 1]))
      return layout.isBigEndian ? first << 8 | second : second << 8 | first
    }
    return String(decoding: units, as: UTF16.self)
  }
}

extension TextEncoding {
  /// The arrangement of the bytes of a file that is not UTF-8.
  private struct Layout {
    var encoding: TextEncoding
    var isBigEndian: Bool
    /// Bytes of the byte order mark.
    var mark: Int

    /// Bytes that are examined.
    private static let examined = 4096

    /// Nil for everything else, also for other encodings of one byte.
    init?(_ bytes: some Collection<UInt8>) {
      let head = Array(bytes.prefix(Self.examined))
      if head.starts(with: [0xff, 0xfe, 0, 0]) {
        self.init(encoding: .utf32, isBigEndian: false, mark: 4)
      } else if head.starts(with: [0, 0, 0xfe, 0xff]) {
        self.init(encoding: .utf32, isBigEndian: true, mark: 4)
      } else if head.starts(with: [0xff, 0xfe]) {
        self.init(encoding: .utf16, isBigEndian: false, mark: 2)
      } else if head.starts(with: [0xfe, 0xff]) {
        self.init(encoding: .utf16, isBigEndian: true, mark: 2)
      } else {
        // In UTF-8 a zero is a character that no file of text has; in UTF-16 all of ASCII has one, on the same side, and little else.
        var zeros = [0, 0]
        for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 1] += 1 }
        let enough = max(2, head.count / 16)
        if zeros[1] >= enough, zeros[0] <= zeros[1] / 4 {
          self.init(encoding: .utf16, isBigEndian: false, mark: 0)
        } else if zeros[0] >= enough, zeros[1] <= zeros[0] / 4 {
          self.init(encoding: .utf16, isBigEndian: true, mark: 0)
        } else {
          return nil
        }
      }
    }

    private init(encoding: TextEncoding, isBigEndian: Bool, mark: Int) {
      self.encoding = encoding
      self.isBigEndian = isBigEndian
      self.mark = mark
    }
  }
}

extension Diagnostic {
  /// A file in another encoding than UTF-8. `file` is what the message calls it.
  package static func encoding(
    _ encoding: TextEncoding, of file: String = "the file", at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      code: .encoding, encoding == .utf8 ? "\(file) is not UTF-8" : "\(file) is \(encoding.rawValue)", at: range,
      remedy: "save it as UTF-8")
  }
}
