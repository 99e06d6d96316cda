/// A scenario file as it was written: what positions refer to and snippets are cut from.
package struct SourceText: Sendable {
  /// Bytes that a text may have; data files, of which lines are kept alone, may have more.
  package static let largest = 4 << 20

  /// U+FEFF in UTF-8, which some editors write at the beginning of a file; it is not part of the text.
  package static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// As it was named on the command line.
  package var path: String
  /// The file of its positions: nil for the scenario's own file.
  package var file: String?
  /// Without their line ends. Lines end where libyaml ends them, which is also at U+0085, U+2028 and U+2029: positions
  /// come from there.
  package var lines: [String] { scalars.map { String(String.UnicodeScalarView($0)) } }

  /// The lines as what columns count.
  private var scalars: [[Unicode.Scalar]] = []
  /// Lines by their numbers, of a file of which no more is kept.
  private var excerpts: [Int: [Unicode.Scalar]] = [:]

  /// Bytes that are not UTF-8 are replaced by U+FFFD, so that a snippet can be shown of any file.
  package init(_ bytes: some Collection<UInt8>, path: String, isMain: Bool = true) {
    self.path = path
    file = isMain ? nil : path
    var line: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        scalars.append(line)
        line = []
      default: line.append(scalar)
      }
      previous = scalar
    }
    scalars.append(line)
  }

  /// A file of which single lines are kept.
  init(excerptsOf path: String) {
    self.path = path
    file = path
  }

  mutating func add(line number: Int, _ line: [Unicode.Scalar]) { excerpts[number] = line }

  /// The line with this number, counted from 1; empty behind the last.
  package func line(_ number: Int) -> [Unicode.Scalar] {
    if let excerpt = excerpts[number] { return excerpt }
    return scalars.indices.contains(number - 1) ? scalars[number - 1] : []
  }

  /// Its line from `start` on.
  package func rest(from start: SourcePosition) -> ArraySlice<Unicode.Scalar> {
    line(start.line).dropFirst(start.column - 1)
  }

  /// The position behind everything.
  package var end: SourcePosition {
    SourcePosition(file: file, line: scalars.count, column: (scalars.last?.count ?? 0) + 1)
  }

  /// The range for a mistake of the file as a whole.
  package var beginning: SourceRange {
    let start = SourcePosition(file: file, line: 1, column: 1)
    return SourceRange(start: start, end: start)
  }

  /// `count` scalars of one line from `start` on; nil where the line is shorter.
  package func slice(from start: SourcePosition, count: Int) -> String? {
    let slice = rest(from: start).prefix(count)
    return slice.count == count ? String(String.UnicodeScalarView(slice)) : nil
  }

  /// The range from `start` to the next blank, comma or closing bracket.
  package func word(at start: SourcePosition) -> String {
    String(String.UnicodeScalarView(rest(from: start).prefix { !" \t,]}".unicodeScalars.contains($0) }))
  }
}

extension SourceRange {
  /// Its first `count` scalars.
  package func first(_ count: Int) -> SourceRange {
    SourceRange(start: start, end: SourcePosition(file: start.file, line: start.line, column: start.column + count))
  }
}
