/// One line of a file and the marks beneath it.
struct Snippet {
  private(set) var line = ""
  private(set) var marks = ""

  private static let tabStop = 4
  /// Columns shown of a longer line.
  private static let widest = 160

  /// Marks `range` as far as it is on its first line, at least one column.
  init(of scalars: [Unicode.Scalar], marking range: SourceRange) {
    let first = min(range.start.column - 1, scalars.count)
    let isOneLine = range.end.line == range.start.line
    let last = min(isOneLine ? range.end.column - 1 : scalars.count, scalars.count)
    let window = Self.window(of: scalars.count, around: first)

    var before = 0
    var marked = 0
    var column = 0
    if window.lowerBound > 0 {
      line = "…"
      (column, before) = (1, 1)
    }
    for index in window {
      // A number is before it in its line.
      let isCommand = LogCommand.beginsAnywhere(scalars, at: index)
      var (text, width) = isCommand ? scalars[index].escapedCell : scalars[index].cell
      if scalars[index] == "\t" {
        width = Self.tabStop - column % Self.tabStop
        text = String(repeating: " ", count: width)
      }
      line += text
      column += width
      if index < first { before += width } else if index < last { marked += width }
    }
    if window.upperBound < scalars.count { line += "…" }
    marks = String(repeating: " ", count: before) + "^" + String(repeating: "~", count: max(marked, 1) - 1)
  }

  private static func window(of count: Int, around mark: Int) -> Range<Int> {
    guard count > widest else { return 0..<count }
    let start = min(max(0, mark - widest / 2), count - widest)
    return start..<start + widest
  }
}
