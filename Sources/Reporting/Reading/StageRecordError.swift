internal import Diagnostics

/// A file whose rows are not those of a `stages.csv`.
package enum StageRecordError: Error, Sendable, Equatable {
  /// A cell that is not what its column holds.
  package struct Cell: Sendable, Equatable {
    package var place: CSVReader.Place
    package var text: String
  }

  /// The content that a cell should have.
  package enum Expected: Sendable, Equatable {
    case runID, hash, commit, moment, verdict, schemaVersion, name
    /// A whole number.
    case count
    case positive
    case number(CSVNumber.Fault)
  }

  case csv(CSVError)
  case missingColumns([String], line: Int)
  case repeatedColumn(CSVReader.Place)
  case cell(Cell, Expected)
  /// Decimal points and decimal commas in one file: one of them separates thousands.
  case decimalSigns(first: Cell, second: Cell)
  case tooManyRows(CSVReader.Place, limit: Int)
  /// Two rows of one stage of one run, of which `column` is not the same.
  case differing(CSVReader.Place, column: String, stage: String, runID: String, first: CSVReader.Place, file: String)

  /// One sentence, lower case, with the place. `file` is the one that was read.
  package func message(in file: String) -> String {
    switch self {
    case .csv(let error): error.message(in: file)
    case .missingColumns(let names, let line):
      CSVReader.Place(line: line).prefix(in: file)
        + "no \(Plural.form(names.count, "column")) \(names.joined(separator: ", ")), which every stages.csv has"
    case .repeatedColumn(let place): place.prefix(in: file) + "the file has this column twice; remove one of them"
    case .cell(let cell, let expected): cell.place.prefix(in: file) + expected.sentence(on: cell.text)
    case .decimalSigns(let first, let second):
      second.place.prefix(in: file)
        + "\(quoted(second.text.visible)) and \(quoted(first.text.visible)) in line \(first.place.line) have "
        + "different decimal signs; write all numbers with the same, and without thousands separators"
    case .tooManyRows(let place, let limit):
      place.prefix(in: file) + "more than \(limit) rows of stages in all; name fewer files, or split this one"
    case .differing(let place, let column, let stage, let runID, let first, let other):
      place.prefix(in: file)
        + "stage \(quoted(stage.visible)) of run \(runID.visible) is at \(other.visible):\(first.line), too, "
        + "and differs in \(column); remove the row that is wrong"
    }
  }
}

extension StageRecordError.Expected {
  fileprivate func sentence(on text: String) -> String {
    let shown = text.isEmpty ? "the cell is empty, and" : quoted(text.visible)
    return switch self {
    case .runID: damaged(shown, text, "a run id, 13 letters and digits")
    case .hash: damaged(shown, text, "a SHA-256 hash, 64 hexadecimal digits")
    case .commit: damaged(shown, text, "a commit, 40 hexadecimal digits")
    case .moment: damaged(shown, text, "a time such as 2026-11-21T03:50:03.004Z")
    case .verdict: "\(shown) is not a verdict: passed, failed, inconclusive, skipped or aborted"
    case .schemaVersion: "\(shown) is not a schema version, a whole number from 1"
    case .name: "the cell is empty, and must be a name"
    case .count: "\(shown) is not a whole number"
    case .positive: "\(shown) is below 0"
    case .number(let fault): "\(shown) \(CSVNumber.words(for: fault))"
    }
  }

  /// Spreadsheets replace what they take for a number or a date when a file is opened, and save that.
  private func damaged(_ shown: String, _ text: String, _ expected: String) -> String {
    if text.isEmpty { return "\(shown) must be \(expected)" }
    return "\(shown) is not \(expected); if a spreadsheet changed it, import the column as text"
  }
}
