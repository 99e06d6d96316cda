/// A table in plain text: words to the left, numbers to the right. A column that is empty in every row
/// is left out; columns beyond the width go below, in a second table with the first column again.
struct TextTable {
  struct Column {
    var title: String
    var cells: [String]
    /// Words begin at the left; numbers, and what stands above them, end at the right.
    var isWords = false

    fileprivate var width: Int { ([title] + cells).map(\.count).max() ?? 0 }
    fileprivate var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
  }

  var columns: [Column]

  /// Without a line end after the last line.
  func text(width: Int) -> String {
    guard let first = columns.first else { return "" }
    var blocks: [[Column]] = []
    var block = [first]
    for column in columns.dropFirst() where !column.isEmpty {
      if Self.width(of: block + [column]) > width, block.count > 1 {
        blocks.append(block)
        block = [first]
      }
      block.append(column)
    }
    blocks.append(block)
    return blocks.map(Self.text).joined(separator: "\n\n")
  }

  private static let gap = "  "

  private static func width(of columns: [Column]) -> Int {
    columns.reduce(0) { $0 + $1.width } + gap.count * (columns.count - 1)
  }

  private static func text(_ columns: [Column]) -> String {
    let rows = columns.first?.cells.count ?? 0
    return (-1..<rows).map { row in
      var line = columns.enumerated().map { index, column in
        let cell = row < 0 ? column.title : column.cells[row]
        let blank = String(repeating: " ", count: column.width - cell.count)
        return column.isWords ? cell + blank : blank + cell
      }.joined(separator: gap)
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
