/// A position in a scenario. Line and column count from 1; a column is a Unicode scalar, as in `file:line:column`.
package struct SourcePosition: Sendable, Hashable, Comparable, Codable {
  /// The path of an included file, or the name of a setting of the command line; nil in the scenario's own file.
  package var file: String?
  package var line: Int
  package var column: Int

  package init(file: String? = nil, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The scenario's own file comes first, the others by their paths.
  package static func < (left: Self, right: Self) -> Bool {
    (left.file ?? "", left.line, left.column) < (right.file ?? "", right.line, right.column)
  }
}

/// A stretch of a scenario file; `end` is the position behind its last character.
package struct SourceRange: Sendable, Hashable, Codable {
  package var start: SourcePosition
  package var end: SourcePosition

  package init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }

  package var isEmpty: Bool { start == end }

  package func contains(_ other: SourceRange) -> Bool {
    start.file == other.start.file && start <= other.start && other.end <= end
  }
}
