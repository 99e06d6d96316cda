internal import Diagnostics

/// RFC 4180, with LF as the line end: what every reader accepts, and git and awk prefer.
enum CSVText {
  static func line(_ fields: [String]) -> String { fields.map(field).joined(separator: ",") + "\n" }

  /// Quoted only where it must be.
  static func field(_ text: String) -> String {
    let needsQuotes =
      text.hasPrefix(" ") || text.hasSuffix(" ")
      || text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }
    guard needsQuotes else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// A text of others as a cell of one line that no spreadsheet takes for a formula: a character with which one begins is escaped
  /// as control characters are, `\u{3D}SUM(A1)`, where the cell begins, and behind a semicolon, which separates cells in a
  /// spreadsheet of another locale.
  static func words(_ text: String) -> String {
    var escaped = ""
    var isAtStart = true
    for scalar in text.visible.unicodeScalars {
      if isAtStart, beginsFormula(scalar) {
        escaped += scalar.escape
      } else {
        escaped.unicodeScalars.append(scalar)
      }
      isAtStart = scalar == ";" || (isAtStart && (scalar == " " || scalar == "\""))
    }
    return escaped
  }

  /// The full-width forms are the same signs to spreadsheets of East Asian locales.
  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
