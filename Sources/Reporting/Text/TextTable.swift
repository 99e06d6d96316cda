/// A table in plain text: words to the left, numbers to the right. A column that is empty in every row
/// is left out; columns beyond the width go below, in a second table with the first column again.
struct TextTable {
  struct Column {
    var title: String
    var cells: [String]
    /// Words begin at the left; numbers, and what stands above them, end at the right.
    var isWords = false

    fileprivate var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
  }

  var columns: [Column]

  /// Without a line end after the last line.
  func text(width: Int) -> String {
    let sized = columns.map(Sized.init)
    guard let first = sized.first else { return "" }
    var blocks: [[Sized]] = []
    var block = [first]
    for next in sized.dropFirst() where !next.column.isEmpty {
      if Self.width(of: block + [next]) > width, block.count > 1 {
        blocks.append(block)
        block = [first]
      }
      block.append(next)
    }
    blocks.append(block)
    return blocks.map(Self.text).joined(separator: "\n\n")
  }

  /// A column with the width of its widest cell, which takes as long as there are cells.
  private struct Sized {
    let column: Column
    let width: Int

    init(_ column: Column) {
      self.column = column
      width = ([column.title] + column.cells).map(\.count).max() ?? 0
    }
  }

  private static let gap = "  "

  private static func width(of columns: [Sized]) -> Int {
    columns.reduce(0) { $0 + $1.width } + gap.count * (columns.count - 1)
  }

  private static func text(_ columns: [Sized]) -> String {
    let rows = columns.first?.column.cells.count ?? 0
    return (-1..<rows).map { row in
      var line = columns.enumerated().map { index, sized in
        let cell = row < 0 ? sized.column.title : sized.column.cells[row]
        let blank = String(repeating: " ", count: sized.width - cell.count)
        return sized.column.isWords ? cell + blank : blank + cell
      }.joined(separator: gap)
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
