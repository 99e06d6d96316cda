/// The lines and columns of the bytes of a text in UTF-8, as `SourceText` counts them: found at once, however long a line is.
package struct BytePositions: Sendable {
  private struct Mark {
    var offset = 0
    var line = 1
    var column = 1
    /// True behind a carriage return, which a line feed may belong to.
    var isAfterReturn = false
  }

  private let bytes: [UInt8]
  private let file: String?
  /// One for each `step` bytes, at the first character from there on.
  private var marks: [Mark] = []

  private static let step = 512

  package init(of bytes: [UInt8], file: String? = nil) {
    self.bytes = bytes
    self.file = file
    var mark = Mark()
    marks.append(mark)
    while mark.offset < bytes.count {
      advance(&mark)
      if mark.offset >= marks.count * Self.step { marks.append(mark) }
    }
  }

  /// The position of the character that has the byte at `offset`; behind the last for what is greater.
  package subscript(offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), bytes.count)
    var index = min(offset / Self.step, marks.count - 1)
    if marks[index].offset > offset { index -= 1 }
    var mark = marks[max(index, 0)]
    while mark.offset < offset {
      var next = mark
      advance(&next)
      if next.offset > offset { break }
      mark = next
    }
    return SourcePosition(file: file, line: mark.line, column: mark.column)
  }

  package subscript(range: Range<Int>) -> SourceRange {
    SourceRange(start: self[range.lowerBound], end: self[range.upperBound])
  }

  /// Goes behind one character.
  private func advance(_ mark: inout Mark) {
    let byte = bytes[mark.offset]
    let isFeedOfReturn = mark.isAfterReturn && byte == UInt8(ascii: "\n")
    var end = mark.offset + 1
    while end < bytes.count, bytes[end] & 0xc0 == 0x80 { end += 1 }
    let character = bytes[mark.offset..<end]
    mark.offset = end
    mark.isAfterReturn = byte == UInt8(ascii: "\r")
    if isFeedOfReturn { return }
    if Self.lineEnds.contains(where: character.elementsEqual) {
      mark.line += 1
      mark.column = 1
    } else {
      mark.column += 1
    }
  }

  private static let lineEnds: [[UInt8]] = ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"].map { Array($0.utf8) }
}
