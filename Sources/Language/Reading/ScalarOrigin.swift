internal import Diagnostics

/// The positions of a scalar's characters in the file, as far as they are known: where folded lines make a scalar's text
/// differ from its source, the range of the whole scalar is used.
struct ScalarOrigin {
  let source: SourceText
  let range: SourceRange
  /// The beginning of each line of the scalar's text, and of what is behind each escape: the number of scalars before it, and
  /// its position. Empty if unknown.
  private let starts: [(offset: Int, position: SourcePosition)]

  init(of text: String, at range: SourceRange, in source: SourceText) {
    self.source = source
    self.range = range
    let mark = source.slice(from: range.start, count: 1)
    starts =
      mark == "|"
      ? Self.literalBlock(text, at: range, in: source)
      : mark == ">"
        ? Self.foldedBlock(text, at: range, in: source)
        : Self.oneLine(text, at: range, quote: mark, in: source)
  }

  /// The origin of a whole file's text; `range` is where the file is named.
  init(ofFile text: String, in source: SourceText, at range: SourceRange) {
    self.source = source
    var starts: [(offset: Int, position: SourcePosition)] = []
    var offset = 0
    for (index, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      starts.append((offset, SourcePosition(file: source.file, line: index + 1, column: 1)))
      offset += line.count + 1
    }
    self.starts = starts
    self.range = range
  }

  /// The place of `offsets`, counted in scalars of the scalar's text; the scalar's own where it is not known exactly.
  func range(of offsets: Range<Int>) -> SourceRange {
    guard let start = position(of: offsets.lowerBound), let end = position(of: offsets.upperBound) else { return range }
    return SourceRange(start: start, end: end)
  }

  private func position(of offset: Int) -> SourcePosition? {
    // By halves: a text of one line can have an escape for every other character.
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let start = starts[low - 1]
    var position = start.position
    position.column += offset - start.offset
    return position
  }

  /// A text of one line: plain, or in quotes with its escapes.
  private static func oneLine(
    _ text: String, at range: SourceRange, quote: String?, in source: SourceText
  ) -> [(offset: Int, position: SourcePosition)] {
    guard quote == "\"" || quote == "'" else {
      return source.slice(from: range.start, count: text.unicodeScalars.count) == text ? [(0, range.start)] : []
    }
    var position = range.start
    position.column += 1
    var starts = [(offset: 0, position: position)]
    var rest = source.rest(from: position)
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      guard let written = WrittenCharacter(at: rest, isDouble: quote == "\""), written.scalar == scalar else {
        return []
      }
      rest = rest.dropFirst(written.length)
      position.column += written.length
      if written.length > 1 { starts.append((offset + 1, position)) }
    }
    return starts
  }

  /// The lines beneath the `>`, each joined to the next by a blank. Other kinds of folding are not located.
  private static func foldedBlock(
    _ text: String, at range: SourceRange, in source: SourceText
  ) -> [(offset: Int, position: SourcePosition)] {
    let folded = Array(text.unicodeScalars)
    var starts: [(offset: Int, position: SourcePosition)] = []
    var offset = 0
    var number = range.start.line
    let indentation = source.line(number + 1).prefix { $0 == " " }.count
    while offset < folded.count, folded[offset] != "\n" {
      number += 1
      let line = source.line(number).dropFirst(indentation)
      let end = offset + line.count
      guard !line.isEmpty, end <= folded.count, folded[offset..<end].elementsEqual(line) else { return [] }
      starts.append(
        (offset, SourcePosition(file: range.start.file, line: number, column: indentation + 1)))
      guard end == folded.count || folded[end] == " " || folded[end] == "\n" else { return [] }
      offset = end + (end < folded.count && folded[end] == " " ? 1 : 0)
    }
    return starts
  }

  /// The lines beneath the `|`, each after its indentation.
  private static func literalBlock(
    _ text: String, at range: SourceRange, in source: SourceText
  ) -> [(offset: Int, position: SourcePosition)] {
    var starts: [(offset: Int, position: SourcePosition)] = []
    var offset = 0
    var number = range.start.line
    for line in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let indentation = source.line(number).count - line.count
      // YAML breaks lines at U+2028 and the reader does not, so a line of the file can be shorter than the scalar's.
      guard indentation >= 0 else { return [] }
      let start = SourcePosition(file: range.start.file, line: number, column: indentation + 1)
      guard line.isEmpty || source.slice(from: start, count: line.count) == String(line) else { return [] }
      starts.append((offset, start))
      offset += line.count + 1
    }
    return starts
  }
}
