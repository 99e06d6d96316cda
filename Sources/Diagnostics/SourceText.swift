/// A scenario file as it was written: what positions refer to and snippets are cut from.
package struct SourceText: Sendable {
  /// Bytes that a text may have; data files, of which lines are kept alone, may have more.
  package static let largest = 4 << 20

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

  /// Bytes of an unknown encoding are replaced by U+FFFD, so that a snippet can be shown of any file.
  package init(_ bytes: some Collection<UInt8>, path: String, isMain: Bool = true) {
    self.path = path
    file = isMain ? nil : path
    var line: [Unicode.Scalar] = []
    var previous: Unicode.Scalar?
    for scalar in TextEncoding.text(of: bytes).unicodeScalars {
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
  package var beginning: SourceRange { Self.beginning(of: file) }

  /// The same for a file of which there is no text.
  package static func beginning(of file: String? = nil) -> SourceRange {
    let start = SourcePosition(file: file, line: 1, column: 1)
    return SourceRange(start: start, end: start)
  }

  /// The position at which bytes stop being UTF-8; nil where they do not.
  package static func endOfUTF8(in bytes: ArraySlice<UInt8>, of file: String? = nil) -> SourcePosition? {
    if bytes.withUnsafeBytes({ String(validating: $0, as: UTF8.self) }) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var valid = String.UnicodeScalarView()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid.append(scalar) }
    var end = SourceText(Array(String(valid).utf8), path: "").end
    end.file = file
    return end
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
