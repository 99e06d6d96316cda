internal import Diagnostics
internal import Templates

/// The lines of a file of variables: what Docker Compose, `docker --env-file`, dotenv, systemd and a shell have in common.
///
/// - `NAME=VALUE`, with blanks around the sign and `export` before the name; of two the last counts.
/// - A value without quotes ends before ` #`. In single quotes all is as written, but `\'`. In double quotes `\n`, `\r` and `\t`
///   are what they are in C, and a backslash before a quote, a backslash, `$` or a backtick is left out; a `$` is only that.
///   A value in quotes can have several lines.
/// - A line that begins with `#` or `;` is a comment.
/// - Names that no `${NAME}` can ask for, such as `a.b`, are passed over, and so are names without a value, which the
///   environment is asked for anyway.
struct EnvironmentLines {
  private(set) var variables: [String: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// The part of each line that may be shown: a name, and `…` for the rest.
  private(set) var shown: [String]

  static let hidden = "…"

  private let lines: [[Unicode.Scalar]]
  /// Lines that are not reported until the next that is `NAME=VALUE`: those of one value are one mistake.
  private var passedOver = Passing.none

  private enum Passing {
    case none
    /// Those without a sign, after another: of a value without quotes.
    case words
    /// All that are not `NAME=VALUE`: of a value whose quote is not closed.
    case everything
  }

  private struct Place {
    var line: Int
    var column: Int
  }

  init(_ text: String) {
    var lines: [[Unicode.Scalar]] = [[]]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\r" || scalar == "\n" && previous != "\r" {
        lines.append([])
      } else if scalar != "\n" {
        lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    self.lines = lines
    shown = lines.map { $0.isEmpty ? "" : Self.hidden }
    var line = 0
    while line < lines.count { line = statement(in: line) }
  }

  /// Reads what begins in a line.
  /// - Returns: the line behind it.
  private mutating func statement(in number: Int) -> Int {
    let line = lines[number]
    var start = passed(line, from: 0)
    guard start < line.count, line[start] != "#", line[start] != ";" else { return number + 1 }
    start = passedExport(line, from: start)
    let end = line[start...].firstIndex { Self.isBlank($0) || "='\"".unicodeScalars.contains($0) } ?? line.count
    let name = String(String.UnicodeScalarView(line[start..<end]))
    let sign = passed(line, from: end)
    guard sign < line.count, line[sign] == "=", end > start else {
      let isOver = sign == line.count || line[sign] == "#" && sign > end
      if !(isOver && Self.isShown(name)) { reportStray(line, in: number, from: start) }
      return number + 1
    }
    let value = passed(line, from: sign + 1)
    // The last line of a key in base64 ends with signs of its own.
    if !line[value...].allSatisfy({ $0 == "=" }) { passedOver = .none }
    if Self.isShown(name) {
      shown[number] = String(String.UnicodeScalarView(line[..<value])) + (value < line.count ? Self.hidden : "")
    }
    let variable = Variable(name: name, value: Place(line: number, column: value))
    guard value < line.count, line[value] == "'" || line[value] == "\"" else { return plain(variable) }
    return quoted(variable)
  }

  private struct Variable {
    var name: String
    /// Where its value begins.
    var value: Place
  }

  // MARK: Values

  private mutating func plain(_ variable: Variable) -> Int {
    let line = lines[variable.value.line]
    let start = variable.value.column
    let comment = line.indices.first { $0 >= start && line[$0] == "#" && Self.isBlank(line[$0 - 1]) }
    let text = line[start..<(comment ?? line.count)]
    let value = text.prefix((text.lastIndex { !Self.isBlank($0) } ?? text.startIndex - 1) + 1 - text.startIndex)
    if value.count > 1, value.last == "\\", Self.isBlank(value[value.endIndex - 2]) {
      report(
        "the value of \(Self.named(variable)) ends with a backslash", at: variable.value,
        remedy: "put a value of several lines in quotes")
    }
    set(variable, String(String.UnicodeScalarView(value)))
    return variable.value.line + 1
  }

  private mutating func quoted(_ variable: Variable) -> Int {
    let start = variable.value
    let quote = lines[start.line][start.column]
    var text = String.UnicodeScalarView()
    var (number, column) = (start.line, start.column + 1)
    while number < lines.count {
      let line = lines[number]
      while column < line.count {
        let scalar = line[column]
        if scalar == quote { return close(variable, text, at: Place(line: number, column: column)) }
        let next = column + 1 < line.count ? line[column + 1] : nil
        if scalar == "\\", let next, let escaped = Self.escaped(next, in: quote, before: line[(column + 2)...]) {
          text.append(escaped)
          column += 2
        } else {
          text.append(scalar)
          column += 1
        }
      }
      text.append("\n")
      (number, column) = (number + 1, 0)
    }
    return unclosed(variable)
  }

  /// The character that a backslash and `scalar` stand for; nil where the backslash is one.
  private static func escaped(
    _ scalar: Unicode.Scalar, in quote: Unicode.Scalar, before rest: ArraySlice<Unicode.Scalar>
  ) -> Unicode.Scalar? {
    // `'C:\data\'` ends with a backslash, `'it\'s'` does not.
    if quote == "'" { return scalar == "'" && !isEnd(rest) ? scalar : nil }
    switch scalar {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "\"", "\\", "$", "`", "'": return scalar
    default: return nil
    }
  }

  private mutating func close(_ variable: Variable, _ text: String.UnicodeScalarView, at end: Place) -> Int {
    let rest = lines[end.line][(end.column + 1)...]
    if Self.isEnd(rest) {
      set(variable, String(text))
      return end.line + 1
    }
    // The quote that closes it lines below is more likely one that opens another.
    guard end.line == variable.value.line else { return unclosed(variable) }
    let isDouble = lines[end.line][end.column] == "\""
    report(
      "text follows the closing quote of \(Self.named(variable))",
      at: Place(line: end.line, column: passed(lines[end.line], from: end.column + 1)),
      remedy: "put quotes around the whole value\(isDouble ? ", and write \\\" for a quote inside it" : "")")
    return end.line + 1
  }

  private mutating func unclosed(_ variable: Variable) -> Int {
    report("the quote of \(Self.named(variable)) is not closed", at: variable.value, remedy: "close it")
    passedOver = .everything
    return variable.value.line + 1
  }

  private mutating func set(_ variable: Variable, _ value: String) {
    if Identifier.isName(variable.name) { variables[variable.name] = value }
  }

  // MARK: Mistakes

  private mutating func reportStray(_ line: [Unicode.Scalar], in number: Int, from start: Int) {
    let colon = line[start...].firstIndex(of: ":")
    let isColon =
      colon.map { $0 > start && Identifier.isName(String(String.UnicodeScalarView(line[start..<$0]))) } ?? false
    let hasSign = line[start...].contains("=")
    switch passedOver {
    case .everything: return
    case .words where !isColon && !hasSign: return
    case .words, .none: passedOver = .words
    }
    report(
      "this line is not NAME=VALUE", at: Place(line: number, column: start),
      remedy: isColon
        ? "write = instead of the colon"
        : hasSign ? "a name has letters, digits and _" : "write NAME=VALUE, and quotes around a value of several lines")
  }

  private mutating func report(_ message: String, at place: Place, remedy: String) {
    let position = SourcePosition(line: place.line + 1, column: place.column + 1)
    diagnostics.append(
      Diagnostic(
        code: .environmentFile, message, at: SourceRange(start: position, end: position), remedy: remedy))
  }

  private static func named(_ variable: Variable) -> String {
    isShown(variable.name) ? Diagnostics.quoted(variable.name) : "this variable"
  }

  // MARK: Words

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  /// True for nothing but blanks and a comment.
  private static func isEnd(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    rest.first { !isBlank($0) }.map { $0 == "#" } ?? true
  }

  /// The index of the first character from `start` on that is not blank.
  private func passed(_ line: [Unicode.Scalar], from start: Int) -> Int {
    line[start...].firstIndex { !Self.isBlank($0) } ?? line.count
  }

  /// The same behind `export`, unless that is the name itself.
  private func passedExport(_ line: [Unicode.Scalar], from start: Int) -> Int {
    let end = start + "export".count
    guard line[start...].starts(with: "export".unicodeScalars), end < line.count, Self.isBlank(line[end]) else {
      return start
    }
    let next = passed(line, from: end)
    return next < line.count && line[next] != "=" ? next : start
  }

  /// True for what looks like a name, of whichever program: letters, digits, `_`, `.` and `-`.
  private static func isShown(_ name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.allSatisfy { Identifier.isPart($0) || $0 == "." || $0 == "-" }
  }
}
