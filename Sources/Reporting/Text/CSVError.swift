package import Diagnostics

extension CSVReader {
  /// A line of a file, and a column of it.
  package struct Place: Sendable, Equatable {
    package var line: Int
    /// From 1; nil for the whole line.
    package var column: Int?
    /// The name of the column; nil in the header itself.
    package var name: String?

    package init(line: Int, column: Int? = nil, name: String? = nil) {
      self.line = line
      self.column = column
      self.name = name
    }

    /// The beginning of a message: `runs.csv:7: column 2 (run_id): `.
    package func prefix(in file: String) -> String {
      let cell = column.map { "column \($0)" + (name.map { " (\($0.visible.cut(to: 40)))" } ?? "") + ": " } ?? ""
      return "\(file.visible):\(line): \(cell)"
    }
  }
}

/// A file that is not CSV, and where that shows.
package struct CSVError: Error, Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case encoding(TextEncoding)
    case empty
    case notUTF8
    /// The line that declares a separator which is not read.
    case separator(String)
    case fieldCount(Int, header: Int)
    case tooManyColumns(most: Int)
    case unterminatedQuote
    case textBehindQuote
  }

  package var place: CSVReader.Place
  package var reason: Reason

  package init(at place: CSVReader.Place, _ reason: Reason) {
    self.place = place
    self.reason = reason
  }

  /// One sentence, lower case, with the place.
  package func message(in file: String) -> String { place.prefix(in: file) + words }

  /// The same where the message names the file already: `line 7: `, without the column.
  package var lineAndWords: String { "line \(place.line): \(words)" }

  private var words: String {
    switch reason {
    case .encoding(let encoding):
      "the file is \(encoding.rawValue); save it as UTF-8, in a spreadsheet as \"CSV UTF-8\""
    case .empty: "the file is empty; its first line must name the columns"
    case .notUTF8: "the text is not UTF-8; save the file as UTF-8, in a spreadsheet as \"CSV UTF-8\""
    case .separator(let line): "\(quoted(line)) is not supported; separate cells by commas, semicolons or tabs"
    case .fieldCount(let count, let header):
      "\(Plural.count(count, "field")) instead of \(header), as many as the header has"
    case .tooManyColumns(let most): "more than \(most) fields"
    case .unterminatedQuote: "the quote is never closed"
    case .textBehindQuote: "text behind the closing quote; a quote within a cell must be doubled"
    }
  }
}
